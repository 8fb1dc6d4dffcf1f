"""From a workbook to its sheets, squares and blocks of values, as Excel has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.grids import Range
from addin.hosts.excel.areas import address_of
from addin.hosts.excel.calls import each, unless_refused

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from addin.hosts.excel.calls import Calls


def sheets_in(book: Calls) -> Iterator[Calls]:
    """The worksheets in the workbook's order."""
    return each(book.get("Worksheets"))


def found_sheet(book: Calls, name: str) -> Calls | None:
    """The sheet of that name; Excel does not tell capitals apart. Where it finds none, each sheet is asked, to be sure."""
    sheets = book.get("Worksheets")
    found: Calls | None = unless_refused(lambda: sheets.get("Item", name), None)
    if found is not None:
        return found
    return next((sheet for sheet in sheets_in(book) if str(sheet.get("Name")).casefold() == name.casefold()), None)


def squares_at(sheet: Calls, area: Range) -> Calls:
    """A rectangle of a sheet."""
    found: Calls = sheet.get("Range", address_of(area))
    return found


def square_at(sheet: Calls, row: int, column: int) -> Calls:
    """One square of a sheet."""
    return squares_at(sheet, Range(row, column, row, column))


def rows_of(squares: Calls, member: str = "Value") -> Sequence[Sequence[object]]:
    """The values of a rectangle, or its formulas; Excel hands a single square over bare."""
    answer = squares.get(member)
    return answer if isinstance(answer, tuple | list) else ((answer,),)


def is_protected(sheet: Calls) -> bool:
    """Whether the sheet's protection is on."""
    return bool(sheet.get("ProtectContents"))
