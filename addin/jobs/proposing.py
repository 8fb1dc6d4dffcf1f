"""Where the year's proposals are written: our two columns, right of the table, or a sheet of ours. Nothing else.

“Chi bộ đề nghị” and the superior's decision are people's. What we wrote before is corrected; what is no longer
proposed is emptied.
"""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import CellRating, MemberRating, Reason, YearRatings
from addin.core.records import dataclass
from addin.core.tables.our_sheets import PROPOSALS
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.rows.ratings import WHOLE_CELL, CellYear, RatingRow
from addin.core.writes import RowAppend, SheetReplace, Value, Write, Writes
from addin.glossary import header, level_words

_KEYS = ("proposed_level", "proposed_reasons")


@dataclass(frozen=True, slots=True)
class _Proposal:
    """What is written of one subject; `row` is None where no row was entered."""

    table: str
    subject: str
    row: RatingRow | CellYear | None
    level: str | None
    reasons: str | None

    @property
    def values(self) -> tuple[Value, Value]:
        """In the order of our columns."""
        return self.level, self.reasons


@dataclass(frozen=True, slots=True)
class Proposing:
    """`columns` are ours by sheet of ratings, also where they are written only now; `elsewhere` are sheets without room."""

    writes: Writes
    columns: dict[str, int]
    elsewhere: tuple[str, ...]


def propose(reading: Reading, ratings: YearRatings) -> Proposing:
    """Everything to write, in the order of the sheets."""
    because = f"dự kiến xếp loại năm {ratings.year}"
    squares: list[Write] = []
    appends: list[RowAppend] = []
    others: list[_Proposal] = []
    used: dict[str, FoundTable] = {}
    for one in _proposals(ratings):
        found = _layout(reading, one, ratings.year)
        columns = _columns(found) if found is not None else None
        if found is None or columns is None:
            others.append(one)
            continue
        used[f"{found.table} {found.sheet}"] = found
        if one.row is not None:
            squares += _squares(reading, found, one, columns, because)
        else:
            appends.append(_append(found, columns, one, ratings.year, because))
    squares = [*(heading for found in used.values() for heading in _headings(found, because)), *squares]
    sheets = (_own_sheet(others, ratings.year, because),) if others else ()
    columns_of = {found.sheet: columns[0] for found in used.values() if found.table == "ratings" and (columns := _columns(found))}
    elsewhere = tuple(dict.fromkeys(one.row.source.sheet for one in others if one.row is not None))
    return Proposing(Writes(tuple(squares), tuple(appends), sheets), columns_of, elsewhere)


def _proposals(ratings: YearRatings) -> Iterator[_Proposal]:
    for one in ratings.members:
        if one.row is not None or one.result is not None:
            yield _of_member(one, ratings.year)
    if ratings.party_cell.row is not None:
        yield _of_cell(ratings.party_cell, ratings.party_cell.row, ratings.year)


def _of_member(one: MemberRating, year: int) -> _Proposal:
    level = level_words(one.result.value, year, "member") if one.result else None
    return _Proposal("ratings", one.full_name, one.row, level, _text(one.because) if one.is_rated else None)


def _of_cell(cell: CellRating, row: CellYear, year: int) -> _Proposal:
    level = level_words(cell.result.value, year, "party_cell") if cell.result else None
    return _Proposal("cell_years", WHOLE_CELL, row, level, _text(cell.because))


def _text(because: tuple[Reason, ...]) -> str:
    return "\n".join(reason.cited for reason in because)


def _layout(reading: Reading, one: _Proposal, year: int) -> FoundTable | None:
    """The table the row stands in; for a new row the last sheet that takes rows of the year."""
    layouts = [found for found in reading.book.layout if found.table == one.table]
    if one.row is not None:
        at = one.row.place("proposed_level")
        return next((found for found in layouts if found.sheet == at.sheet and found.first_row <= at.row <= found.last_row), None)
    takes = [found for found in layouts if not found.is_year_column and ("year" in found.columns or found.year == year)]
    return takes[-1] if takes else None


def _columns(found: FoundTable) -> tuple[int, int | None] | None:
    """Ours in the sheet, else the free ones right of the table; None where there is no room."""
    level = found.columns.get("proposed_level")
    if level is not None:
        return level, found.columns.get("proposed_reasons")
    return (found.free_column, found.free_column + 1) if found.free_column else None


def _headings(found: FoundTable, because: str) -> Iterator[Write]:
    """Over columns that are ours from now on."""
    if found.free_column and "proposed_level" not in found.columns:
        for at, key in enumerate(_KEYS):
            place = Place(found.sheet, found.heading_rows[-1], found.free_column + at)
            yield Write(place, header(found.table, key), because, beside=found.free_column - 1)


def _squares(
    reading: Reading, found: FoundTable, one: _Proposal, columns: tuple[int, int | None], because: str
) -> Iterator[Write]:
    """What differs from what stands there, in the column's own words."""
    row = one.row
    if row is None:
        return
    held = (row.proposed_level, row.proposed_reasons)
    for key, column, value, before in zip(_KEYS, columns, one.values, held, strict=True):
        shown = _shown(before, one, row.year or 0)
        if column is not None and value != shown:
            at = row.place("proposed_level")
            said = reading.vocabulary.word(found, key, value, at.row)
            yield Write(Place(at.sheet, at.row, column), said, because, shown, beside=columns[0] - 1 or None)


def _shown(before: Level | str | None, one: _Proposal, year: int) -> Value:
    if isinstance(before, Level):
        return level_words(before.value, year, "party_cell" if one.table == "cell_years" else "member")
    return before


def _append(found: FoundTable, columns: tuple[int, int | None], one: _Proposal, year: int, because: str) -> RowAppend:
    values: dict[int, Value] = {found.columns["member"]: one.subject}
    if "year" in found.columns:
        values[found.columns["year"]] = year
    values |= {column: value for column, value in zip(columns, one.values, strict=True) if column is not None}
    return RowAppend(found.sheet, max(found.last_row, found.heading_rows[-1]), tuple(sorted(values.items())), because)


def _own_sheet(others: list[_Proposal], year: int, because: str) -> SheetReplace:
    rows: list[tuple[Value, ...]] = [("Năm", "Đối tượng", *(header("ratings", key) for key in _KEYS))]
    rows += [(year, one.subject, *one.values) for one in others]
    return SheetReplace(PROPOSALS, tuple(rows), (8, 32, 36, 90), because=because)
