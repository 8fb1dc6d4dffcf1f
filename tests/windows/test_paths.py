"""Workbooks on a server and in deep folders: reading, writing with a backup, papers.

UNC paths are real ones: wine looks up `\\\\server\\share` in dosdevices/unc, where a link stands for the share. No
network is between, so how long a server that does not answer keeps a PC waiting is not shown here.
"""

from __future__ import annotations

import json
import shutil

import pytest

from tests.conftest import ROOT

NAME = "Sổ chi bộ.xlsx"
SHARE = r"\\máy chủ\chi bộ"
CHANGE = "Đảng viên!B4=Nguyễn Thị Thử"
DECISION = ("--decision", "23-QĐ/CB", "--on", "2026-11-23", "--json")
NOT_THERE = "Không thấy tệp «{}».\n→ Kiểm tra lại tên tệp và thư mục rồi chạy lại.\n"


def filled(folder):
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", folder / NAME)
    return folder


@pytest.fixture
def share(pc, tmp_path):
    """A folder as `\\\\máy chủ\\chi bộ`, and nothing else on that server."""
    server = pc.prefix / "dosdevices" / "unc" / "máy chủ"
    server.mkdir(parents=True)
    folder = filled(tmp_path / "share")
    (server / "chi bộ").symlink_to(folder)
    yield folder
    shutil.rmtree(server)


@pytest.fixture
def deep(pc):
    """A folder whose path alone is longer than the 260 letters of old."""
    top = pc.drive / "Sâu"
    folder = filled(top.joinpath(*(f"Thư mục của chi bộ, tầng thứ {floor} trong kho lưu trữ chung" for floor in range(6))))
    assert len(pc.shown(folder)) > 260
    yield folder
    shutil.rmtree(top)


def written(pc, book):
    """What `put`, `undo` and `decide` say of one workbook, and the codes they end with."""
    put = pc.sochibo("put", book, CHANGE, "--write")
    undone = pc.sochibo("undo", book)
    decided = pc.sochibo("decide", book, *DECISION)
    assert (put.code, undone.code, decided.code) == (0, 0, 0), (put.err, undone.err, decided.err)
    return put.out, undone.out, json.loads(decided.out)


@pytest.mark.parametrize(
    "written_as",
    [rf"{SHARE}\{NAME}", rf"\\?\UNC\máy chủ\chi bộ\{NAME}", rf"\\MÁY CHỦ\CHI BỘ\{NAME.upper()}", f"//máy chủ/chi bộ/{NAME}"],
    ids=["plain", "long-form", "other-case", "slashes"],
)
def test_a_workbook_on_a_server_is_read(pc, share, written_as):
    """Every way of writing a UNC path leads to the same workbook."""
    ran = pc.sochibo("show", written_as, "--json")

    assert ran.code == 0, ran.err
    assert json.loads(ran.out)["workbook"].casefold() == NAME.casefold()


def test_a_workbook_on_a_server_is_written(pc, share):
    """A square, its undoing and a decision: the files lie on the share, the old bytes are back."""
    before = (share / NAME).read_bytes()

    put, undone, _ = written(pc, rf"{SHARE}\{NAME}")

    assert "Nguyễn Thị Thử" in put
    assert undone.startswith("Đã hoàn tác «")
    assert (share / NAME).read_bytes() == before
    assert [path.name for path in (share / "Văn bản").iterdir()] == ["Quyết định 23-QĐ-CB.docx"]
    assert any(path.suffix == ".xlsx" for path in (share / "Sao lưu").iterdir())


@pytest.mark.parametrize("where", [SHARE, r"\\máy chủ\khác", r"\\nơi khác\chi bộ"], ids=["file", "share", "server"])
def test_no_such_file_share_or_server(pc, share, where):
    """One sentence, exit code 3, no waiting."""
    read = pc.sochibo("check", rf"{where}\Không có.xlsx")

    assert (read.code, read.err) == (3, NOT_THERE.format("Không có.xlsx"))


def test_a_server_that_is_not_there_takes_nothing(pc, share):
    """A sentence and a code for a square, a new workbook and a decision; nothing is left where it was read."""
    before = sorted(share.rglob("*"))

    put = pc.sochibo("put", r"\\nơi khác\chi bộ\Sổ.xlsx", CHANGE, "--write")
    made = pc.sochibo("new", r"\\nơi khác\chi bộ\Sổ.xlsx")
    decided = pc.sochibo("decide", rf"{SHARE}\{NAME}", *DECISION, "--out", r"\\nơi khác\chi bộ")

    assert (put.code, put.err) == (3, NOT_THERE.format("Sổ.xlsx"))
    assert (made.code, made.err) == (4, "Không ghi được “Sổ.xlsx”.\n→ Kiểm tra ổ đĩa và đường dẫn rồi chạy lại.\n")
    assert decided.code == 4
    assert json.loads(decided.out)["error"]["message"] == "Không ghi được “Quyết định 23-QĐ-CB.docx”."
    assert sorted(share.rglob("*")) == before


@pytest.mark.parametrize("form", ["", "\\\\?\\"], ids=["plain", "long-form"])
def test_a_workbook_in_a_deep_folder(pc, deep, form):
    """More than 260 letters: read, written with a backup, undone, decided beside it, each as anywhere else."""
    before = (deep / NAME).read_bytes()
    book = form + pc.shown(deep / NAME)

    shown = pc.sochibo("show", book, "--json")
    written(pc, book)

    assert shown.code == 0, shown.err
    assert (deep / NAME).read_bytes() == before
    assert [path.name for path in (deep / "Văn bản").iterdir()] == ["Quyết định 23-QĐ-CB.docx"]
    assert any(path.suffix == ".xlsx" for path in (deep / "Sao lưu").iterdir())


def test_a_name_of_more_than_255_bytes(pc):
    """It is told and nothing is written, also where Windows alone would hold it; reading one says it is not there."""
    folder = pc.drive / "Tên dài"
    folder.mkdir()

    made = pc.sochibo("new", "ệ" * 84 + ".xlsx", cwd=folder)
    read = pc.sochibo("check", "a" * 256 + ".xlsx", cwd=folder)

    assert (made.code, made.err) == (4, f"Tên tệp “{'ệ' * 40}…” quá dài nên chưa ghi.\n→ Đặt tên ngắn hơn rồi chạy lại.\n")
    assert (read.code, read.err) == (3, NOT_THERE.format("a" * 256 + ".xlsx"))
    assert list(folder.iterdir()) == []
