"""A level marked in one of four columns is a level like any other: `rate` and the cap count it."""

from __future__ import annotations

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.tables.reading import read_book
from tests.grids import grid


def test_marks_give_levels_that_the_cap_counts():
    people = (("Nguyễn Văn Thử", "x", None, None, None), ("Trần Thị Mẫu", None, "x", None, None), ("Lê Văn Ví", None, "x", None, None))
    members = [("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức")]
    members += [(n, name[0], "03/02/1980", "03/02/2005", "03/02/2006") for n, name in enumerate(people, 1)]
    marks = [("STT", "Họ và tên", "HTXSNV", "HTTNV", "HTNV", "KHTNV"), *((n, *row) for n, row in enumerate(people, 1))]
    book = read_book([grid("Đảng viên", *members), grid("Kết quả xếp loại 2024", *marks)])
    assert [row.final_level for row in book.ratings] == [Level.HTXS, Level.HTT, Level.HTT]
    assert all(isinstance(row.final_level, Level) for row in book.ratings)
    assert rate(Reading(book), 2024).quota.proposed_htxs == 1
