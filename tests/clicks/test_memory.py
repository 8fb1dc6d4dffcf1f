"""What is remembered between two clicks: the same answer as without memory, and only for the very same values."""

from __future__ import annotations

from datetime import date

import pytest

from addin.clicks.memory import Memory
from addin.core.grids import Grid
from addin.jobs.check import check
from addin.jobs.opening import open_book
from tests.grids import grid

ON = date(2026, 3, 1)
HEADINGS = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Tổ đảng")


class Book:
    """A host of sheets that a test may exchange."""

    def __init__(self, name, *grids):
        self.name, self.sheets = name, list(grids)

    def grids(self):
        return tuple(self.sheets)

    def noticed(self):
        return ()

    def drop_down(self, place):
        return ()


def members(*people, sheet="Đảng viên"):
    return grid(sheet, HEADINGS, *people)


def opened(memory, book):
    return memory.opened(book, book.grids())


@pytest.fixture
def memory():
    return Memory()


def test_the_very_same_values_are_worked_out_once(memory):
    """Read anew, found the same: the same book and the same findings."""
    person = ("Bùi Thị Thử", date(1990, 1, 2), date(2015, 3, 4), "Tổ 1")

    first = opened(memory, Book("a.xlsx", members(person)))
    again = opened(memory, Book("a.xlsx", members(person)))

    assert again is first
    assert memory.checked(again, ON) is memory.checked(first, ON)


def test_true_is_not_one(memory):
    """To Python they are equal; in a sheet one is a flag and the other a number."""
    with_number = Book("a.xlsx", members(("Bùi Thị Thử", 1.0, date(2015, 3, 4), "Tổ 1")))
    with_flag = Book("a.xlsx", members(("Bùi Thị Thử", True, date(2015, 3, 4), "Tổ 1")))

    first, second = opened(memory, with_number), opened(memory, with_flag)

    assert second is not first
    assert [found.message for found in check(second, ON).findings] == [found.message for found in check(open_book(with_flag), ON).findings]


def test_only_an_edited_sheet_is_understood_anew(memory, monkeypatch):
    """Two sheets, one edited: the other is taken as it was understood."""
    asked = []
    monkeypatch.setattr("addin.clicks.memory.understand", _counting(asked))
    person, other = ("Bùi Thị Thử", date(1990, 1, 2), date(2015, 3, 4), "Tổ 1"), ("Đỗ Văn Thử", date(1991, 1, 2), None, "Tổ 1")
    groups = grid("Tổ đảng", ("Tổ đảng", "Tổ trưởng"), ("Tổ 1", "Bùi Thị Thử"))

    opened(memory, Book("a.xlsx", members(person), groups))
    edited = Book("a.xlsx", members(person, other), groups)
    found = opened(memory, edited)

    assert asked == ["Đảng viên", "Tổ đảng", "Đảng viên"]
    assert check(found, ON).result == check(open_book(edited), ON).result


def test_two_workbooks_in_turn_are_never_mixed(memory):
    """Two Excels, sheets of the same names: each gets its own answer, as without memory."""
    one = Book("a.xlsx", members(("Bùi Thị Thử", date(1990, 1, 2), date(2015, 3, 4), "Tổ 1")))
    two = Book("b.xlsx", members(("Đỗ Văn Thử", None, date(2015, 3, 4), "Tổ 1")), grid("Khác", ("a",)))

    for book in (one, two, one, two):
        assert check(opened(memory, book), ON).result == check(open_book(book), ON).result


def test_a_sheet_taken_out_is_forgotten(memory):
    """Nobody's data stays in memory longer than the workbook holds it."""
    people, groups = members(("Bùi Thị Thử", None, None, "Tổ 1")), grid("Tổ đảng", ("Tổ đảng",), ("Tổ 1",))
    opened(memory, Book("a.xlsx", people, groups))

    opened(memory, Book("a.xlsx", groups))

    assert list(memory._sheets._met) == ["Tổ đảng"]
    assert list(memory._sheets._understood) == ["Tổ đảng"]


def _counting(asked):
    from addin.core.tables.reading import understand

    def counting(sheet: Grid, layouts):
        asked.append(sheet.sheet)
        return understand(sheet, layouts)

    return counting
