"""`split`: a copy for each group's leader, with his group's rows of the sheets he fills, that carries what it began with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from addin import glossary
from addin.core.grids import Grid
from addin.core.numerals import padded
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.sharing.base import SHEET, Base, BaseSheet, rows_of_base
from addin.core.sharing.excerpt import Excerpt, SheetExcerpt
from addin.core.sharing.lines import Line, SheetLines, lines_of, rows_of
from addin.core.sharing.matching import KEYS
from addin.core.sharing.numbers import Numbers, numbers_of
from addin.core.sharing.plain import value_of
from addin.core.sharing.whose import (
    GroupPeople,
    belongs_to,
    groups_in,
    names_strangers,
    people_of,
    unclear_members,
)
from addin.core.tables.rows.book import FoundTable
from addin.errors import MissingTable, Misuse
from addin.glossary import sheet_name
from addin.hosts.closed.book import ClosedBook
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import GROUP_COPY, Paper

COPIES = "Bản của tổ"
"""The folder beside a workbook where the copies of its groups are made and looked for."""
_SEEN_OF_MEMBERS = ("full_name", "group", "party_post")


@dataclass(frozen=True, slots=True)
class SplitCopy:
    """One copy: its group, the leader's name, how many records of each sheet went along, and how many rows name others and did not.

    Numbers that name a person stay: `blanked` are the workbook's squares that hold one among words and are blank in the copy,
    `numbered` counts rows that are known by such words and did not go along.
    """

    group: str
    leader: str
    file: str
    records: tuple[tuple[str, int], ...]
    left_out: int
    blanked: tuple[Place, ...] = ()
    numbered: int = 0


@dataclass(frozen=True, slots=True)
class _Part:
    """A table of a copy: its rows that go along, squares of them that go blank, how many stay for whom they name or for a number."""

    lines: SheetLines
    kept: tuple[Line, ...]
    blanked: tuple[Place, ...]
    left_out: int
    numbered: int


@dataclass(frozen=True, slots=True)
class SplitResult:
    """The copies in the order of the groups."""

    workbook: str
    copies: tuple[SplitCopy, ...]


def split(opened: Opened, source: ClosedBook, groups: Sequence[str], on: date) -> Outcome[SplitResult]:
    """One copy a group, all groups where none is named; MissingTable where the workbook has no sheet a leader fills."""
    opened.require("members")
    grids = source.grids()
    made = [_copy(opened, grids, people, on) for people in _wanted(opened, groups)]
    papers = tuple(Paper.ready(GROUP_COPY, copy.file, source.excerpt(asked), versioned=False) for copy, asked in made)
    return Outcome(SplitResult(opened.name, tuple(copy for copy, _ in made)), effects=Effects(papers=papers))


def _wanted(opened: Opened, groups: Sequence[str]) -> list[GroupPeople]:
    known = groups_in(opened.reading)
    if not known:
        raise MissingTable(f"Danh sách đảng viên của sổ “{opened.name}” chưa ghi ai ở tổ nào.", "Ghi cột “Tổ đảng” ở sheet Đảng viên rồi chạy lại.")
    keys = {glossary.group_key(name): name for name in known}
    unknown = next((name for name in groups if glossary.group_key(name) not in keys), None)
    if unknown is not None:
        raise Misuse(f"Sổ không có tổ “{unknown}”.", f"Các tổ: {'; '.join(known)}.")
    _refuse_unclear(opened, groups or known)
    return [people_of(opened.reading, keys[glossary.group_key(name)]) for name in groups or known]


def _refuse_unclear(opened: Opened, wanted: Iterable[str]) -> None:
    """Nobody is filed under one of two groups that bear a number: the workbook has to say which."""
    keys = {glossary.group_key(name) for name in wanted}
    unclear = [(member, meant) for member, meant in unclear_members(opened.reading) if keys & {glossary.group_key(name) for name in (member.group or "", *meant)}]
    if unclear:
        first, meant = unclear[0]
        more = f" (và {padded(len(unclear) - 1)} đảng viên nữa như vậy)" if len(unclear) > 1 else ""
        raise Misuse(
            f"“{first.group}” ở {first.place('group')} có thể là {' hay '.join(f'“{name}”' for name in meant)}{more}, nên chưa rõ vào bản của tổ nào.",
            "Ghi tên tổ đúng như ở sheet Tổ đảng rồi tách lại.",
        )


def _copy(opened: Opened, grids: Sequence[Grid], people: GroupPeople, on: date) -> tuple[SplitCopy, Excerpt]:
    tables = [lines for table in KEYS for lines in lines_of(opened.book, grids, table)]
    if not tables:
        names = "”, “".join(sheet_name(table) for table in KEYS)
        raise MissingTable(f"Sổ “{opened.name}” chưa có sheet “{names}” để tổ trưởng ghi.", "Thêm một trong các sheet ấy, hoặc nhận diện sổ (adopt).")
    _refuse_shared_sheets(opened, tables)
    numbers = numbers_of(opened.book)
    parts = [_part(opened, people, lines, numbers) for lines in tables]
    sheets = tuple(_base_sheet(part) for part in parts)
    settings = opened.book.settings
    base = Base(opened.name, settings.cell_name or "", people.group, people.leader, on.isoformat(), people.names, sheets)
    excerpts = (*map(_excerpt, parts), *_members(opened, people, {lines.sheet for lines in tables}))
    asked = Excerpt(excerpts, people.strangers, SHEET, rows_of_base(base), f"{people.group} · {settings.cell_name or opened.name}", numbers)
    records = tuple((part.lines.sheet, len(part.kept)) for part in parts)
    file = safe_name(f"{opened.name.rpartition('.')[0] or opened.name} - {people.group}", ".xlsx")
    blanked = tuple(place for part in parts for place in part.blanked)
    left, numbered = sum(part.left_out for part in parts), sum(part.numbered for part in parts)
    return SplitCopy(people.group, people.leader, file, records, left, blanked, numbered), asked


def _refuse_shared_sheets(opened: Opened, tables: Sequence[SheetLines]) -> None:
    """Two tables on one sheet are not taken apart: what stands beside the rows could be anybody's."""
    for lines in tables:
        if sum(found.sheet == lines.sheet for found in opened.book.layout) > 1:
            raise Misuse(f"Sheet “{lines.sheet}” có hơn một bảng nên chưa tách được cho tổ.", "Chuyển mỗi bảng sang một sheet riêng rồi chạy lại.")


def _part(opened: Opened, people: GroupPeople, lines: SheetLines, numbers: Numbers) -> _Part:
    """The group's rows, without those that name somebody else and those only a number would tell from others."""
    by_row = {line.row: line for line in lines.lines}
    own = [row for row in rows_of(opened.book, lines.found) if belongs_to(opened.reading, people, row)]
    told = [by_row[row.source.row] for row in own if not names_strangers(opened.reading, people, row, by_row[row.source.row].values.values())]
    held = {line.row: {column for column, said in line.values.items() if numbers.are_in(value_of(said))} for line in told}
    kept = [line for line in told if not held[line.row] & {*KEYS[lines.found.table]}]
    blanked = tuple(Place(lines.sheet, line.row, column) for line in kept for column in sorted(lines.places[name] for name in held[line.row]))
    bare = tuple(replace(line, values={column: None if column in held[line.row] else said for column, said in line.values.items()}) for line in kept)
    return _Part(lines, bare, blanked, len(own) - len(told), len(told) - len(kept))


def _base_sheet(part: _Part) -> BaseSheet:
    found, lines = part.lines.found, part.lines
    return BaseSheet(found.table, found.sheet, found.heading_rows, *_span(found), lines.places, lines.titles, part.kept)


def _span(found: FoundTable) -> tuple[int, int]:
    """The rows of the records, at least the one below the headings."""
    return found.first_row, max(found.first_row, found.last_row)


def _excerpt(part: _Part) -> SheetExcerpt:
    """Only columns that may leave the workbook; running numbers and such have none of their own and go along."""
    lines = part.lines
    named = set(lines.places.values())
    blank = frozenset(column for column in lines.found.columns.values() if column not in named)
    return SheetExcerpt(lines.sheet, *_span(lines.found), tuple(line.row for line in part.kept), blank)


def _members(opened: Opened, people: GroupPeople, taken: set[str]) -> Iterable[SheetExcerpt]:
    """The list of the group's members, for the drop-downs: names, group and post alone."""
    for found in opened.book.layout:
        if found.table == "members" and not found.is_year_column and found.sheet not in taken:
            taken.add(found.sheet)
            rows = tuple(one.source.row for one in people.members if one.source.sheet == found.sheet and found.first_row <= one.source.row <= found.last_row)
            seen = frozenset(column for key, column in found.columns.items() if key.partition(".")[0] in _SEEN_OF_MEMBERS)
            yield SheetExcerpt(found.sheet, *_span(found), rows, columns=seen)
