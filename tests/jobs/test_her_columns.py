"""What she wrote on the findings sheet stays with its finding, and below the list once that is settled."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from addin.core.grids import Grid, SquareError
from addin.core.writes import SheetReplace
from addin.jobs.her_columns import SETTLED, beside
from addin.jobs.marking import Listed, beside_remarks, marks_for

HEADINGS = ("STT", "Mức", "Mã", "Sheet", "Ô", "Nội dung", "Cách sửa", "Căn cứ", "Cùng lỗi", "Năm")
ON = date(2026, 3, 1)


def finding(number, code, cell, message):
    return (number, "Lỗi", code, "Đảng viên", cell, message, "Sửa.", "", "", None)


def new(*findings):
    rows = (("Kiểm tra đến 01/3/2026",), ("",), HEADINGS, *findings)
    return SheetReplace("Lỗi dữ liệu", rows, header_rows=3, titles=2)


def standing(*rows, headings=(*HEADINGS, "Đã làm")):
    return Grid("Lỗi dữ liệu", (("Kiểm tra đến 01/02/2026",), (), headings, *rows))


BIRTH, ADMITTED = finding(1, "MEM102", "C5", "Chưa ghi “Ngày sinh”."), finding(2, "MEM204", "F6", "Trước ngày kết nạp.")


def remarks(sheet):
    return {row[2]: row[10:] for row in sheet.rows[3:]}


def test_without_a_word_of_hers_the_list_is_ours_alone():
    """The same object: nothing is made anew for nothing."""
    sheet = new(BIRTH, ADMITTED)

    assert beside(sheet, None) is sheet
    assert beside(sheet, standing(BIRTH, ADMITTED, headings=HEADINGS)) is sheet
    assert beside(sheet, Grid("Lỗi dữ liệu", (("ghi chú riêng",),))) is sheet


def test_a_remark_goes_with_its_finding_wherever_it_stands_now():
    """Sorted by her, another number, a word of the message corrected, the row moved."""
    moved = finding(1, "MEM204", "F9", "Trước ngày kết nạp.")
    changed = finding(2, "MEM102", "C5", "Thiếu “Ngày sinh”.")

    sheet = beside(new(moved, changed), standing((*ADMITTED, "hỏi ông Bút"), (*BIRTH, "chờ giấy")))

    assert sheet.rows[2][10:] == ("Đã làm",)
    assert remarks(sheet) == {"MEM204": ("hỏi ông Bút",), "MEM102": ("chờ giấy",)}


def test_two_findings_of_one_code_on_one_square_keep_their_own():
    """By their words."""
    first, second = finding(1, "RAT307", "B8", "Năm 2023."), finding(2, "RAT307", "B8", "Năm 2024.")

    sheet = beside(new(first, second), standing((*second, "hai"), (*first, "một")))

    assert [row[10] for row in sheet.rows[3:]] == ["một", "hai"]


def test_a_remark_never_goes_to_another_finding_that_says_the_same():
    """Three squares with one wrong date, the one with the remark is mended: it is settled, the others stay without."""
    first, second, third = (finding(row, "SHT110", f"C{row}", "Không có ngày “31/02/1970”.") for row in (4, 5, 6))
    twice = [finding(number, "RAT307", "B8", f"Năm {2022 + number}.") for number in (1, 2)]

    sheet = beside(new(second, third, twice[1]), standing((*first, "xong"), second, third, (*twice[0], "xong cả"), twice[1]))

    assert [row[10] for row in sheet.rows[3:6]] == [None, None, None]
    assert [(row[1], row[4], row[10]) for row in sheet.rows[6:]] == [(SETTLED, "C4", "xong"), (SETTLED, "B8", "xong cả")]


def test_a_remark_whose_finding_is_gone_stays_below_until_she_takes_it_away():
    """Said to be settled, without a number; a row of hers alone too. Without a word of hers a settled row goes."""
    old = standing((*BIRTH, "đã gọi"), (*ADMITTED, None), ("Nhớ hỏi đảng uỷ",))

    once = beside(new(ADMITTED), old)
    again = beside(new(ADMITTED), Grid("Lỗi dữ liệu", once.rows))
    through = beside(new(ADMITTED), standing((*ADMITTED, None), (*once.rows[4][:10], None)))

    assert once.rows[3] == (*ADMITTED, None)
    assert once.rows[4] == (None, SETTLED, "MEM102", "Đảng viên", "C5", "Chưa ghi “Ngày sinh”.", "Sửa.", "", None, None, "đã gọi")
    assert once.rows[5] == ("Nhớ hỏi đảng uỷ", *(None,) * 10)
    assert again == once
    assert [row[2] for row in through.rows[3:]] == ["MEM204"]


def test_a_finding_that_comes_back_takes_its_remark_back():
    """From below the list."""
    settled = beside(new(ADMITTED), standing((*BIRTH, "đã gọi"), ADMITTED))

    sheet = beside(new(BIRTH, ADMITTED), Grid("Lỗi dữ liệu", settled.rows))

    assert remarks(sheet) == {"MEM102": ("đã gọi",), "MEM204": (None,)}
    assert len(sheet.rows) == 5


def test_columns_she_put_in_between_or_left_without_a_heading_are_hers():
    """They come behind ours."""
    headings = (*HEADINGS[:2], "Ai làm", *HEADINGS[2:], None)
    row = (*BIRTH[:2], "Bà Bịa", *BIRTH[2:], 3)

    sheet = beside(new(BIRTH), standing(row, headings=headings))

    assert sheet.rows[2][10:] == ("Ai làm", None)
    assert sheet.rows[3][10:] == ("Bà Bịa", 3)


@pytest.mark.parametrize(
    ("held", "kept"),
    [
        (datetime(2026, 2, 3), date(2026, 2, 3)),
        (datetime(2026, 2, 3, 8, 5), "08:05 03/02/2026"),
        (time(8, 5), "08:05:00"),
        (SquareError("#N/A"), "#N/A"),
        (True, True),
        (2.5, 2.5),
    ],
)
def test_whatever_stands_in_a_square_is_kept_in_a_form_that_can_be_written(held, kept):
    """A moment and a broken value as words."""
    assert remarks(beside(new(BIRTH), standing((*BIRTH, held)))) == {"MEM102": (kept,)}


def test_a_list_without_findings_stands_above_what_she_wrote():
    """The sentence that nothing was found is ours, this time and the last."""
    empty: list[Listed] = []
    marks = marks_for(empty, ON)

    once = beside_remarks(marks, standing((*BIRTH, "đã gọi")))
    again = beside_remarks(marks, Grid("Lỗi dữ liệu", once.sheets[0].rows))

    assert [row[5] for row in once.sheets[0].rows[3:]] == ["Không có lỗi nào đến 01/3/2026.", "Chưa ghi “Ngày sinh”."]
    assert again == once
