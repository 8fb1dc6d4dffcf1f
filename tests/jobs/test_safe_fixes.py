"""The edge of a safe correction: a text with one reading is mended, one with two never; a group's number takes the name of its sheet."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.core.tables.vocabulary import Vocabulary
from addin.jobs.safe_fixes import safe_writes
from tests.grids import grid

HEADINGS = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tổ đảng")
NAMES = ("Trần Văn An", "Lê Thị Bình", "Phạm Minh Châu", "Đỗ Văn Em")


def fixes(members, groups=()):
    """What would be written, by square."""
    sheets = [grid("Đảng viên", HEADINGS, *members)]
    if groups:
        sheets.append(grid("Tổ đảng", ("Tổ đảng", "Tổ trưởng", "Từ ngày"), *groups))
    book = read_book(sheets)
    return {str(one.place): one.value for one in safe_writes(Reading(book, Vocabulary(book.layout, tuple(sheets))))}


def born(written):
    return fixes([(NAMES[0], written, date(2005, 2, 3), "Tổ 1")])


@pytest.mark.parametrize(
    "written",
    [
        "03/04/1980", "3/4/1980", "3.4.1980", "03-04-1980", "3 / 4 / 1980", "ngày 3/4/1980", "12/01/1980", "01/12/1980", "03/04/1980 00:00", "03/04/1980 00:00:00",
        "0３/04/1980", "1980-04-03T10:30:00", "3/4/80", "5/1980", "1980", "31/02/1980", "29/02/1981", "04/13/1980",
    ],
)  # fmt: skip
def test_a_day_with_two_readings_or_none_stays_as_it_is_written(written):
    """Day or month, which century, no day, no such day, an hour that would be lost."""
    assert born(written) == {}


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("13/04/1980", date(1980, 4, 13)), ("13.4.1980", date(1980, 4, 13)), ("ngày 13-4-1980", date(1980, 4, 13)), ("31/12/1980", date(1980, 12, 31)),
        ("04/04/1980", date(1980, 4, 4)), ("4/04/1980", date(1980, 4, 4)), ("1980-04-03", date(1980, 4, 3)), ("1980-04-03T00:00:00", date(1980, 4, 3)),
        ("ngày 3 tháng 4 năm 1980", date(1980, 4, 3)), ("NGÀY 03 THÁNG 04 NĂM 1980", date(1980, 4, 3)), ("29/02/1980", date(1980, 2, 29)),
    ],
)  # fmt: skip
def test_a_day_with_one_reading_becomes_a_day(written, day):
    """No month could be thirteen; day and month the same; year first; in words."""
    assert born(written) == {"'Đảng viên'!B2": day}


@pytest.mark.parametrize("written", ["1", 1, 1.0, "01", "I", "Tổ số 1", "tổ 01", "TỔ ĐẢNG I"])
def test_the_number_of_a_group_takes_the_name_on_the_sheet_of_groups(written):
    """One group there has the number."""
    assert fixes([(NAMES[0], date(1980, 4, 3), date(2005, 2, 3), written)], [("Tổ 1", NAMES[0], date(2020, 1, 1)), ("Tổ 2", NAMES[0], date(2020, 1, 1))]) == {
        "'Đảng viên'!D2": "Tổ 1"
    }


@pytest.mark.parametrize(
    "groups",
    [(), [("Tổ 2", NAMES[0], date(2020, 1, 1))], [("Tổ 1", NAMES[0], date(2020, 1, 1)), ("Tổ đảng số 1", NAMES[0], date(2022, 1, 1))]],
    ids=["no sheet of groups", "no such group", "two ways to write it"],
)
def test_without_one_such_group_a_number_stays(groups):
    """Nobody knows what it is called."""
    written = [(name, date(1980, 4, 3), date(2005, 2, 3), "1" if at else "Tổ 1") for at, name in enumerate(NAMES)]

    assert {square: value for square, value in fixes(written, groups).items() if "Đảng viên" in square} == {}


@pytest.mark.parametrize("written", ["1", 1, "I", "Tổ 1", "tổ 01", "TỔ ĐẢNG I", "Tổ số 1"])
@pytest.mark.parametrize("other", ["Tổ 1 (khối văn phòng)", "Tổ 1 - Văn phòng", "Tổ đảng I, khối văn phòng"])
def test_a_number_two_groups_bear_is_left(written, other):
    """Which of them is meant is for a person to say."""
    groups = [("Tổ đảng số 1", NAMES[0], date(2020, 1, 1)), ("Tổ đảng số 2", NAMES[1], date(2020, 1, 1)), (other, NAMES[2], date(2020, 1, 1))]
    members = [(NAMES[0], date(1980, 4, 3), date(2005, 2, 3), "Tổ đảng số 1"), (NAMES[1], date(1980, 4, 3), date(2005, 2, 3), written), (NAMES[2], date(1980, 4, 3), date(2005, 2, 3), "Tổ 2")]

    assert fixes(members, groups) == {"'Đảng viên'!D4": "Tổ đảng số 2"}
    assert fixes(members[:2], [*groups[:2], ("Tổ 11 (khối văn phòng)", NAMES[2], date(2020, 1, 1))]) == {"'Đảng viên'!D3": "Tổ đảng số 1"}


def test_two_groups_that_bear_a_number_are_not_made_one_without_a_sheet_of_groups_either():
    """Most write one of them; who writes less may mean the other."""
    written = ["Tổ đảng số 1", "Tổ đảng số 1", "Tổ 1 (khối văn phòng)", "Tổ 1"]

    assert fixes([(name, date(1980, 4, 3), date(2005, 2, 3), group) for name, group in zip(NAMES, written, strict=True)]) == {}
