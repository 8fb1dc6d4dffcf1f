"""An owner file of LibreOffice or Excel beside the workbook: every write is refused, nothing is written anywhere (F61, office-11)."""

from __future__ import annotations

import shutil

import pytest

from tests.command import sochibo
from tests.conftest import ROOT

ON = ("--on", "2026-11-25")
WRITES = [
    ("put", "Đảng viên!G5=Tổ 1", "--write"),
    ("check", "--mark"),
    ("rate", "--year", "2025", "--write"),
    ("document", "rating-proposal", "--year", "2025", "--write"),
    ("summarise", "--year", "2025", "--write"),
    ("void", "01-KH/CB", "--year", "2024", "--reason", "ghi nhầm", "--write"),
    ("freeze", "--year", "2024", "--reason", "đã có quyết định", "--write"),
]


@pytest.fixture
def book(tmp_path):
    return shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")


@pytest.fixture(params=[".~lock.sổ.xlsx#", "~$sổ.xlsx"])
def owner(request, tmp_path):
    file = tmp_path / request.param
    file.write_text(",LeThu,pc1,28.11.2026 09:00,file:///x;", encoding="utf-8")
    return file


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("words", WRITES, ids=lambda words: words[0])
def test_every_write_is_refused_and_nothing_changes(book, owner, tmp_path, words):
    """No square, no number, no paper, no backup: exit 4, with owner, file and way out."""
    before = files(tmp_path)

    ran = sochibo(words[0], book, *words[1:], *ON, "--json")

    assert ran.code == 4, ran.out
    assert ran.answer["error"]["kind"] == "open_elsewhere"
    assert f"(tệp khoá «{owner.name}»" in ran.answer["error"]["message"]
    assert "sochibo unlock" in ran.answer["error"]["fix"]
    assert files(tmp_path) == before


def test_reading_and_previews_go_on(book, owner):
    """With the finding that somebody seems to have it open."""
    assert sochibo("put", book, "Đảng viên!G5=Tổ 1", *ON).code == 0
    assert "SHT150" in {found["code"] for found in sochibo("check", book, *ON, "--json").answer["findings"]}
