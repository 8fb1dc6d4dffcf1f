"""The command line on Windows: how paths are written there, names only Windows refuses, and its old code pages."""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import ROOT

NAME = "Sổ chi bộ = năm 2025.xlsx"
CHILD = """
import pathlib, sys
from addin.hosts.closed.read.child import read_in_child
from addin.hosts.closed.read.in_process import open_book, read_here
path = pathlib.Path(sys.argv[1])
book = open_book(path.read_bytes(), path.name)
print("the same" if read_in_child(book) == read_here(book) else "different")
"""
DAY = ("--on", "2026-11-23")


@pytest.fixture(scope="module")
def folder(pc):
    made = pc.drive / "Chi bộ" / "Sổ sách"
    made.mkdir(parents=True)
    shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", made / NAME)
    return made


@pytest.mark.parametrize(
    "written",
    [
        rf"C:\Chi bộ\Sổ sách\{NAME}",
        f"C:/Chi bộ/Sổ sách/{NAME}",
        rf"c:\CHI BỘ\sổ SÁCH\{NAME.upper()}",
        rf"\\?\C:\Chi bộ\Sổ sách\{NAME}",
        rf"\Chi bộ\Sổ sách\{NAME}",
        rf"..\Sổ sách\.\{NAME}",
    ],
    ids=["backslashes", "slashes", "other-case", "long-form", "current-drive", "relative"],
)
def test_a_path_as_windows_people_write_it(pc, folder, written):
    """Whatever way the path is written, the same findings come."""
    ran = pc.sochibo("check", written, "--json", *DAY, cwd=folder)

    assert ran.code == 1, ran.err
    assert json.loads(ran.out)["counts"]["error"] > 0


def test_another_drive(pc, tmp_path):
    """A workbook on another letter, as an office share is mapped."""
    book = tmp_path / NAME
    shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", book)

    ran = pc.sochibo("show", pc.shown(book), "--json")

    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["workbook"] == NAME


def test_write_and_undo(pc, folder):
    """A square written on Windows is in the file, and undo gives the old bytes back."""
    book = folder / "Ghi thử.xlsx"
    shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", book)
    before = book.read_bytes()

    put = pc.sochibo("put", pc.shown(book), "Đảng viên!B4=Nguyễn Thị Thử", "--write")
    after = book.read_bytes()
    undone = pc.sochibo("undo", pc.shown(book))

    assert put.code == 0, put.err
    assert after != before
    assert undone.code == 0, undone.err
    assert undone.out.startswith("Đã hoàn tác «")
    assert book.read_bytes() == before


def test_documents_land_under_names_windows_holds(pc, folder):
    """A decision's number has a slash; its file must not become a folder."""
    book = folder / "Quyết định.xlsx"
    shutil.copyfile(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", book)

    ran = pc.sochibo("decide", pc.shown(book), "--decision", "23-QĐ/CB", "--out", r"C:\Chi bộ\Ra", "--json", *DAY)

    assert ran.code == 0, ran.err
    made = sorted(path.name for path in (pc.drive / "Chi bộ" / "Ra").iterdir())
    assert made
    assert all(name.endswith(".docx") and "/" not in name for name in made)


@pytest.mark.parametrize("name", ["CON.xlsx", "nul.xlsx", "COM1.xlsx"])
def test_reserved_names_are_refused_in_a_sentence(pc, folder, name):
    """Windows means a device by them: no traceback, nothing hangs, no file."""
    made = pc.sochibo("new", name, cwd=folder)
    read = pc.sochibo("check", name, cwd=folder)

    assert read.code == 3, read
    assert "Traceback" not in made.err + read.err
    assert made.code in {2, 4}, made
    assert not (folder / name).exists()


def test_output_survives_code_page_1252(pc, folder):
    """Sent into a file or a pipe where Windows would use its old code page, every letter is there, as UTF-8."""
    ran = pc.run(pc.python, "-m", "addin", "show", pc.shown(folder / NAME), "--json")
    told = pc.run(pc.python, "-m", "addin", "check", r"C:\không có.xlsx")
    page = pc.run(pc.python, "-c", "import locale; print(locale.getpreferredencoding())")

    assert page.out.strip() == "cp1252"
    assert ran.code == 0
    assert json.loads(ran.out)["layout"][0]["sheet"] in ran.out
    assert "�" not in ran.out
    assert json.loads(ran.out)["workbook"] == NAME
    assert told.code == 3
    assert told.err == "Không thấy tệp «không có.xlsx».\n→ Kiểm tra lại tên tệp và thư mục rồi chạy lại.\n"


def test_the_reading_child_finds_the_program(pc, folder):
    """What the guard cannot judge is read in a process of its own; an embedded Python ignores PYTHONPATH."""
    ran = pc.script(CHILD, pc.shown(folder / NAME))

    assert ran.out == "the same\n", ran.err
