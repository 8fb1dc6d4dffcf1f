"""What belongs to a frozen year (F65): its rows, its squares where every year has a column, its sheets whole.

Ratings, counts and ballots are of the year they say. Any other row is of the latest year it speaks of, so that what
goes on after the year (a remedy that is due in the next) can still be entered. Lists that hold for every year are of none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.freezing.frozen_year import FrozenYear, frozen_years
from addin.core.tables.freezing.seal import SEALED
from addin.core.tables.row_years import STANDING, days_of, year_in, year_told
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.writes import RowAppend, Write, Writes


@dataclass(frozen=True, slots=True)
class Owned:
    """A square or a new row that a frozen year owns; `is_seal` where it is the setting that freezes it."""

    year: FrozenYear
    place: Place
    is_seal: bool = False


class Reach:
    """All that the frozen years of a workbook own, asked before anything is written."""

    def __init__(self, book: Book) -> None:
        self._years = frozen_years(book)
        self._tables = tuple(found for found in book.layout if found.table not in STANDING)
        self._spoken: dict[Place, int] = {}
        """By row, else by square where the years have columns: the year, 0 where it is none we know."""
        if self._years:
            self._take(book)
        self._sheets = self._whole_sheets(book.layout)

    def _take(self, book: Book) -> None:
        columns = {(found.sheet, found.columns.get("final_level")) for found in self._tables if found.is_year_column}
        for table in ROW_TYPES.keys() - STANDING:
            days = days_of(table)
            for row in book.rows(table):
                level = row.place("final_level")
                place = level if (level.sheet, level.column) in columns else Place(row.source.sheet, row.source.row)
                year = getattr(row, "year", None) if table in SEALED else year_told(row, days)
                self._spoken[place] = max(year or 0, self._spoken.get(place, 0))

    def _whole_sheets(self, layout: tuple[FoundTable, ...]) -> Mapping[str, tuple[int, int]]:
        """By sheet of one frozen year: the first row of its headings, and the year."""
        years: dict[str, set[int | None]] = defaultdict(set)
        for found in layout:
            years[found.sheet].add(None if found.is_year_column or found.table in STANDING else found.year)
        first = {sheet: min(found.heading_rows[0] for found in layout if found.sheet == sheet) for sheet in years}
        return {sheet: (first[sheet], year) for sheet, held in years.items() if len(held) == 1 for year in held if year is not None and year in self._years}

    def of(self, writes: Writes) -> Iterator[Owned]:
        """Every square and new row of a frozen year, in the order they were meant."""
        if self._years:
            for write in writes.squares:
                yield from self._of_square(write)
            for append in writes.appends:
                yield from self._owned(self._year_of_new(append), Place(append.sheet, append.after_row + 1))

    def is_free(self, write: Write) -> bool:
        """Whether one square belongs to no frozen year."""
        return not any(self.of(Writes((write,))))

    def _owned(self, year: int | None, place: Place) -> Iterator[Owned]:
        if year in self._years:
            yield Owned(self._years[year], place)

    def _of_square(self, write: Write) -> Iterator[Owned]:
        place = write.place
        seals = (one for one in self._years.values() if one.place and (one.place.sheet, one.place.row) == (place.sheet, place.row))
        for frozen in seals:
            yield Owned(frozen, place, is_seal=True)
            return
        row = self._spoken.get(place) or self._spoken.get(Place(place.sheet, place.row))
        years = (row, self._year_of_heading(place), self._year_it_makes(write))
        yield from self._owned(next((year for year in years if year in self._years), None), place)

    def _year_of_heading(self, place: Place) -> int | None:
        """A sheet of the year from its headings down; the heading of a column that was sealed."""
        first, year = self._sheets.get(place.sheet, (0, None))
        if year is not None and place.row >= first:
            return year
        found = next((one for one in self._on(place.sheet) if place.row in one.heading_rows and place.column in one.columns.values()), None)
        if found is None or found.table not in SEALED:
            return None
        if found.is_year_column:
            return found.year
        rows = (Place(place.sheet, row) for row in range(found.first_row, found.last_row + 1))
        return next((self._spoken[row] for row in rows if self._spoken.get(row) in self._years), None)

    def _year_it_makes(self, write: Write) -> int | None:
        """Of a square that would make its row one of the year: the year itself, or a day in a row that is none yet."""
        place = write.place
        is_row = Place(place.sheet, place.row) in self._spoken
        for found in self._on(place.sheet):
            keys = [key for key, column in found.columns.items() if column == place.column and place.row >= found.first_row]
            for key in keys:
                if key == "year" or not (is_row or found.table in SEALED):
                    return year_in(found.table, key, write.value)
        return None

    def _year_of_new(self, append: RowAppend) -> int | None:
        """Of a row that is added, by its values; on a sheet of one year it is of that."""
        values = dict(append.values)
        for found in self._on(append.like.pattern if append.like else append.sheet):
            if values.keys() & set(found.columns.values()) and not found.is_year_column:
                told = {key: year_in(found.table, key, values.get(column)) or 0 for key, column in found.columns.items()}
                own = told.get("year") or (0 if append.like else found.year or 0)
                return own if found.table in SEALED else max(own, *told.values())
        return None

    def _on(self, sheet: str) -> Iterator[FoundTable]:
        return (found for found in self._tables if found.sheet == sheet)
