"""A number is taken only for a paper that says something: what is lacking is one sentence, and a draft may leave room for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.command import sochibo
from tests.conftest import ROOT

ON = ("--on", "2026-11-28")


@pytest.fixture
def book(tmp_path):
    return Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx"))


def held(book, *meetings):
    """Meetings entered by hand: day, kind, topic."""
    workbook = load_workbook(book)
    for meeting in meetings:
        workbook["Sinh hoạt"].append(list(meeting))
    workbook.save(book)


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        (("invitation",), "sheet Sinh hoạt chưa có cuộc họp nào từ ngày này trở đi"),
        (("review-minutes", "--year", "2024"), "sheet Sinh hoạt chưa có cuộc họp Kiểm điểm của năm 2024"),
        (("conference-minutes", "--decision", "05-QĐ/CB", "--year", "2026"), "sheet Sinh hoạt chưa có hội nghị chi bộ kết luận lượt này"),
        (("supervision-assignment", "--year", "2010"), "sheet Kế hoạch chưa ghi nội dung giám sát thường xuyên nào của năm 2010"),
        (("collective-review", "--year", "2010"), "của năm 2010"),
        (("discipline-plan", "--for", "Lê Thị Cần Mẫn"), "chưa ghi nội dung vi phạm"),
    ],
)
def test_no_number_is_taken_for_it(book, asked, lacking):
    """Exit 2, nothing written, nothing claimed; without --write the draft is made."""
    before = book.read_bytes()

    ran = sochibo("document", book, *asked, *ON, "--write", "--json")
    draft = sochibo("document", book, *asked, *ON, "--json")

    assert ran.code == 2, ran.answer
    assert lacking in ran.answer["error"]["message"]
    assert "dự thảo" in ran.answer["error"]["fix"]
    assert book.read_bytes() == before
    assert not list(book.parent.rglob("Sổ số văn bản/*/*/*.json"))
    assert draft.code == 0, draft.answer
    assert len(draft.answer["files"]) == 1


def test_each_meeting_has_its_own_letter(book):
    """The next one's letter is not the last one's; the same meeting's is."""
    held(book, ("07/12/2026", "Định kỳ", "Kiểm điểm cuối năm"), ("21/12/2026", "Chuyên đề", "Nêu gương"))
    first = sochibo("document", book, "invitation", "--on", "2026-12-01", "--write", "--json")
    again = sochibo("document", book, "invitation", "--on", "2026-12-02", "--write", "--json")
    second = sochibo("document", book, "invitation", "--on", "2026-12-14", "--write", "--json")

    assert first.code == 0, first.answer
    assert again.code == 2
    assert first.answer["number"] in again.answer["error"]["message"]
    assert second.code == 0, second.answer
    assert second.answer["number"] != first.answer["number"]


def test_a_letter_written_by_hand_for_the_coming_meeting_is_known(book):
    """Sent between the meeting before and this one."""
    held(book, ("07/12/2026", "Định kỳ", "Kiểm điểm cuối năm"))
    workbook = load_workbook(book)
    workbook["Văn bản"].append(["Giấy mời", "04-GM/CB", None, "25/11/2026", "Mời họp chi bộ tháng 12"])
    workbook.save(book)

    ran = sochibo("document", book, "invitation", *ON, "--write", "--json")

    assert ran.code == 2
    assert "giấy mời số 04-GM/CB, ngày 25/11/2026" in ran.answer["error"]["message"]
