"""A sheet, or part of one, that nothing says for certain what table it is: told, and asked by `adopt`."""

from __future__ import annotations

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import column_letters
from addin.core.records import dataclass
from addin.core.tables.recognition.choosing import Choice, choose
from addin.core.tables.squares import faults


@dataclass(frozen=True, slots=True)
class Doubt:
    """A sheet that could be several tables, or whose headings prove too little; without a choice, only its name speaks.

    `beside` is the first column of a table that stands beside another.
    """

    grid: Grid
    tables: tuple[str, ...]
    row: int
    choice: Choice | None = None
    beside: int | None = None

    def as_table(self, table: str) -> Choice | None:
        """The headings read as a table a person names, whatever they prove; None where nothing fits."""
        fit = self.choice if self.choice is not None and self.choice.table == table else None
        return fit or choose(self.grid, 1, frozenset({table}))

    @property
    def finding(self) -> Finding:
        """What is doubtful, at the heading row."""
        sheet, place = self.grid.sheet, self.grid.place(self.row, self.beside or 0)
        names = " hoặc ".join(f"“{glossary.sheet_name(table)}”" for table in self.tables)
        if self.choice is None:
            message = f"Sheet “{sheet}” mang tên bảng {names} nhưng không nhận ra dòng tiêu đề; chưa đọc."
            return faults.NO_HEADINGS.at(place, message)
        if self.beside:
            message = f"Các cột từ {column_letters(self.beside)} của sheet “{sheet}” có thể là bảng {names}; chưa đọc."
            return faults.DOUBTFUL_SHEET.at(place, message)
        if self.choice.is_weak:
            message = f"Sheet “{sheet}” có vài tiêu đề giống bảng {names} nhưng chưa đủ chắc; chưa đọc."
            return faults.WEAK_SHEET.at(place, message)
        return faults.DOUBTFUL_SHEET.at(place, f"Sheet “{sheet}” có thể là bảng {names}; chưa đọc.")
