"""Typed totals under lists: what contradicts its rows is told with its square, what may be right is left alone."""

from __future__ import annotations

import pytest

from addin.core.summaries.typed_totals import edited_totals
from addin.core.tables.reading import read_book
from tests.grids import grid

HEADS = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức")
PEOPLE = tuple((n, name, "03/02/1980", "03/02/2005", "03/02/2006") for n, name in enumerate(("Nguyễn Văn Thử", "Trần Thị Mẫu", "Lê Văn Ví", "Phạm Thị Dụ"), 1))


def found(*rows, formulas=()):
    sheet = grid("Đảng viên", HEADS, *rows, formulas=frozenset(formulas))
    return [(one.place.cell, one.typed, one.counted) for one in edited_totals([sheet], read_book([sheet]))]


@pytest.mark.parametrize("text", ["Tổng số: 4 đồng chí", "Tổng cộng: 04 đảng viên", "Danh sách này có 4 đồng chí", "Cộng: 4"])
def test_a_total_that_says_what_its_rows_come_to_is_silent(text):
    assert found(*PEOPLE, (text,)) == []


@pytest.mark.parametrize("text", ["Tổng số: 5 đồng chí", "Tổng cộng: 03 đảng viên", "Danh sách này có 5 đồng chí", "Cộng: 3"])
def test_one_more_or_less_is_told_at_its_square(text):
    (cell, typed, counted), = found(*PEOPLE, (text,))
    assert (cell, counted) == ("A6", 4)
    assert typed in (3, 5)


def test_a_number_beside_the_words():
    assert found(*PEOPLE, ("Tổng cộng", 4)) == []
    assert found(*PEOPLE, ("Tổng cộng", 9)) == [("B6", 9, 4)]


def test_a_formula_is_excels_own_word():
    assert found(*PEOPLE, ("Tổng cộng", 9), formulas=[(6, 2)]) == []


def test_sub_totals_count_their_section_and_the_last_counts_all():
    rows = (*PEOPLE[:2], ("Cộng: 2",), *PEOPLE[2:], ("Cộng: 2",), ("Tổng cộng: 4",))
    assert found(*rows) == []
    wrong = (*PEOPLE[:2], ("Cộng: 3",), *PEOPLE[2:], ("Tổng cộng: 4",))
    assert found(*wrong) == [("A4", 3, 2)]


def test_of_whom_with_a_level_counts_that_level():
    heads = ("STT", "Họ và tên", "Xếp loại")
    levels = ("HTXS", "HTT", "HTT", "HTN")
    rows = [(n, one[1], level) for n, (one, level) in enumerate(zip(PEOPLE, levels, strict=True), 1)]
    members = grid("Đảng viên", HEADS, *PEOPLE)

    def told(text):
        sheet = grid("Xếp loại 2025", ("KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2025",), heads, *rows, ("Tổng cộng: 4",), (text,))
        return [(one.place.cell, one.typed, one.counted) for one in edited_totals([members, sheet], read_book([members, sheet]))]

    assert told("Trong đó: HTT 2") == []
    assert told("Trong đó: HTT 3") == [("A8", 3, 2)]
    assert told("Trong đó: nữ 3") == []
    assert told("Trong đó: HTXS: 1, HTT: 2") == []
    assert told("Trong đó: HTXS: 1, HTT: 15") == [("A8", 15, 2)]
    assert told("Hoàn thành tốt: 2/4 = 50%") == []


def test_a_total_of_another_column_beside_the_words():
    sheet = grid("Tổ đảng", ("TT", "Tổ đảng", "Tổ trưởng", "Số ĐV"), (1, "Tổ đảng số 1", "Nguyễn Văn Thử", 9), (2, "Tổ đảng số 2", "Trần Thị Mẫu", 8), (None, "Cộng", 17, None))
    assert edited_totals([sheet], read_book([sheet])) == ()


@pytest.mark.parametrize(
    "text",
    ["Cộng tổ 1: 4 đồng chí", "Tổng số đảng viên năm 2025: 4", "Tổng số đến ngày 31/12/2025: 4 đồng chí", "Tổng số đảng viên nữ: 2", "Tổng số dự bị: 1",
     "Danh sách này có 4 đồng chí, trong đó có 2 nữ", "Tổng cộng: 4; nữ: 2", "Tổng số: 4 (chính thức 3, dự bị 1)", "Cộng: 4 (100%)", "Tổng cộng 1.234", "Danh sách có 2 tổ, 4 đồng chí"],
)  # fmt: skip
def test_honest_words_are_left_alone(text):
    assert found(*PEOPLE, (text,)) == []


@pytest.mark.parametrize(("text", "typed"), [("Cộng tổ 1: 5 đồng chí", 5), ("Tổng cộng: 24; nữ: 10", 24), ("Tổng: 24 - Nữ: 2", 24), ("Danh sách này có 24 đồng chí, trong đó có 10 nữ", 24)])
def test_the_number_that_counts_is_found_among_others(text, typed):
    assert found(*PEOPLE, (text,)) == [("A6", typed, 4)]


def test_women_are_counted_where_the_list_says_of_everybody():
    sheet = grid("Đảng viên", (*HEADS, "Giới tính"), *((*one, word) for one, word in zip(PEOPLE, ("Nam", "Nữ", "Nam", "Nữ"), strict=True)), ("Tổng cộng: 4; nữ: 3",))
    assert [(one.typed, one.counted) for one in edited_totals([sheet], read_book([sheet]))] == [(3, 2)]


def test_a_level_of_any_year_that_stands_beside():
    sheet = grid("Xếp loại", ("STT", "Họ và tên", 2024, 2025), *((n, one[1], "HTTNV", level) for n, (one, level) in enumerate(zip(PEOPLE, ("HTXSNV", "HTTNV", "HTTNV", "HTNV"), strict=True), 1)), (None, "Tổng cộng", 4, 4), (None, "Trong đó: HTXS: 1, HTT: 2, HTN: 1"))  # fmt: skip
    assert edited_totals([sheet], read_book([sheet])) == ()


@pytest.mark.parametrize("total", ["Tổng số: 04 đảng viên", "Danh sách này có 4 đồng chí"])
@pytest.mark.parametrize("heads", [(*HEADS, "Năm 2024", "Năm 2025"), ("STT", "Họ và tên", 2024, 2025)])
def test_who_has_no_level_of_any_year_is_in_the_list(heads, total):
    levels = (("HTT", "HTXS"), ("HTT", None), (None, "HTT"), (None, None))
    rows = [(*one[: len(heads) - 2], *pair) for one, pair in zip(PEOPLE, levels, strict=True)]

    def told(text):
        sheet = grid("Danh sách", heads, *rows, (None, text))
        book = read_book([sheet])
        assert any(one.is_year_column for one in book.layout)
        return [(one.place.cell, one.typed, one.counted) for one in edited_totals([sheet], book)]

    assert told(total) == []
    assert told(total.replace("4", "9")) == [("B6", 9, 4)]


MARKED = ("STT", "Họ và tên", "XL viên chức", "HTXSNV", "HTTNV", "HTNV", "KHTNV")
MARKS = (("HTXSNV", "x", None, None), ("HTTNV", None, "x", None), ("HTTNV", None, "x", None), ("HTTNV", None, None, "x"))


@pytest.mark.parametrize(
    ("typed", "told"),
    [((1, 2, 1, 0), []), ((3, 1, 1, 0), [("D7", 3, 1), ("E7", 1, 2)]), ((2, 2, 1, 0), [("D7", 2, 1)]), ((1, 2, 1, 4), [("G7", 4, 0)]), ((4, None, None, None), [])],
)
def test_each_column_of_marks_is_counted_by_itself(typed, told):
    rows = [(n, one[1], *marks) for n, (one, marks) in enumerate(zip(PEOPLE, MARKS, strict=True), 1)]
    sheet = grid("Tổng hợp XL", ("TỔNG HỢP KẾT QUẢ XẾP LOẠI ĐẢNG VIÊN NĂM 2025",), MARKED, *rows, (None, "Tổng cộng", None, *typed))
    assert [(one.place.cell, one.typed, one.counted) for one in edited_totals([sheet], read_book([sheet]))] == told
