"""A `Place` is one square of one sheet, the address every value, finding and write carries."""

from __future__ import annotations

from addin.core.records import dataclass
from addin.patterns import pattern

_SQUARE = pattern(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
_LETTERS = 26


def column_letters(column: int) -> str:
    """1 → A, 27 → AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A → 1, AA → 27."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A square: sheet name, row and column counted from 1. Column 0 means the whole row, row 0 the sheet."""

    sheet: str
    row: int = 0
    column: int = 0

    @property
    def cell(self) -> str:
        """`F12`; `12` for a whole row; empty for a whole sheet."""
        letters = column_letters(self.column) if self.column else ""
        return f"{letters}{self.row or ''}"

    @classmethod
    def at(cls, sheet: str, cell: str) -> Place:
        """From `F12`; ValueError where it is no square."""
        match = _SQUARE.fullmatch(cell.strip())
        if match is None:
            raise ValueError(cell)
        return cls(sheet, int(match[2]), column_number(match[1]))

    def __str__(self) -> str:
        """`'Đảng viên'!F12`, as Excel shows it."""
        return f"'{self.sheet}'!{self.cell}" if self.cell else f"'{self.sheet}'"
