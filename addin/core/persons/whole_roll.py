"""Whether the list of members was read whole: one that lost its rows makes every figure and every paper wrong.

"Tổng số đảng viên: 1" looks like any other figure, and a thousand names "not on the roll" hide the one thing that is
wrong. So it is one finding; papers and figures stop, and what only follows from it is not said (`catalogue.run`).
"""

from __future__ import annotations

from addin.core.findings import Finding
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import Kind, columns_of
from addin.core.tables.squares import faults

_FEW = 5
"""So many names more than the list explains may be slips, guests and people of other cells."""
_TIMES = 2
_NAMING = frozenset({Kind.MEMBER, Kind.MEMBERS})


def why_not_whole(reading: Reading) -> Finding | None:
    """The finding that says so; None where the list is whole, as far as the workbook shows, or there is none."""
    return reading.once(_why_not_whole)


def _why_not_whole(reading: Reading) -> Finding | None:
    book = reading.book
    lists = [found for found in book.layout if found.table == "members"]
    if not lists:
        return None
    read = sum(1 for member in book.members if member.full_name)
    broken = _broken_off(book, lists)
    if broken is not None:
        message = f"Danh sách đảng viên ngắt trước dòng {broken.row}: mới đọc được {read} người, phần dưới các dòng trống chưa đọc."
        return faults.ROLL_NOT_WHOLE.at(broken, message)
    unknown = _unknown(reading, read)
    if unknown <= (_TIMES * read if read else 0) or (read and unknown < _FEW):
        return None
    message = f"Danh sách đảng viên chỉ đọc được {read} người, trong khi các sheet khác nêu {unknown} người không có trong danh sách."
    return faults.ROLL_NOT_WHOLE.at(Place(lists[0].sheet, lists[0].first_row), message)


def _broken_off(book: Book, lists: list[FoundTable]) -> Place | None:
    """Where a list of members goes on after rows left blank; the reader stopped above them."""
    ends = {found.sheet: found.last_row for found in lists}
    return next(
        (
            found.place
            for found in book.unreadable
            if found.rule == faults.ROWS_AFTER_GAP.code and found.place.row > ends.get(found.place.sheet, found.place.row)
        ),
        None,
    )


def _unknown(reading: Reading, read: int) -> int:
    """How many of the people named elsewhere mean nobody on the list; 0 without a look where they could not be too many."""
    names: set[str] = set()
    for table, row_type in ROW_TYPES.items():
        if table != "members":
            for column in columns_of(row_type):
                if column.kind in _NAMING:
                    names.update(_named(reading.book, table, column.field))
    if len(names) <= _TIMES * read:
        return 0
    matches = map(reading.roster.find, names)
    return sum(1 for match in matches if match.member is None and not match.candidates)


def _named(book: Book, table: str, field: str) -> set[str]:
    found: set[str] = set()
    for row in book.rows(table):
        value = getattr(row, field)
        if value:
            found.update((value,) if isinstance(value, str) else value)
    return found
