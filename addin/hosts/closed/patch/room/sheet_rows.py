"""The rows of the sheet itself: those below move down, and the new ones look and calculate like the one above.

A new row has the height, the styles and the formulas of the last record, filled down as Excel fills them, and its
merges across; its values it does not have.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.places import column_letters
from addin.hosts.closed.patch.room.formulas import shifted, translated
from addin.hosts.closed.patch.room.sheet_formulas import FormulaText, formulas_of
from addin.hosts.closed.patch.xml_text import Edit, attribute_of, closing_pattern, with_attribute

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.closed.patch.room.inserted import Inserted
    from addin.hosts.closed.patch.sheet_xml import RowText, SheetText, SquareText

_DROPPED = re.compile(r"\s(?:hidden|collapsed|thickBot)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ROW = re.compile(r"(\sr\s*=\s*[\"'])([0-9]+)")
_SQUARE = re.compile(r"(\sr\s*=\s*[\"'][A-Za-z]+)([0-9]+)")


def moved_rows(sheet: SheetText, inserted: Inserted) -> Iterator[Edit]:
    """The numbers of the rows below and of their squares."""
    for row in sheet.rows:
        if row.number <= inserted.after:
            continue
        number = str(inserted.row(row.number))
        yield from _renumbered(sheet, row.start, row.tag_end, _ROW, number)
        for square in sheet.squares(row.number):
            if square.has_reference:
                yield from _renumbered(sheet, square.start, square.tag_end, _SQUARE, number)


def _renumbered(sheet: SheetText, start: int, end: int, pattern: re.Pattern[str], number: str) -> Iterator[Edit]:
    found = pattern.search(sheet.xml.text, start, end)
    if found is not None:
        yield Edit(found.start(2), found.end(2), number)


def new_rows(sheet: SheetText, inserted: Inserted) -> list[Edit]:
    """The new rows, put in behind the last record; without one they are bare."""
    pattern = sheet.row(inserted.after)
    if pattern is None:
        return []
    formulas = {one.column: one for one in formulas_of(sheet) if one.row == inserted.after and one.kind != "array"}
    numbers = range(inserted.after + 1, inserted.after + inserted.count + 1)
    rows = "".join(_new_row(sheet, pattern, number, inserted, formulas) for number in numbers)
    if pattern.is_empty:
        return [Edit(pattern.tag_end, pattern.tag_end, rows)]
    closing = closing_pattern(f"{sheet.prefix}row").search(sheet.xml.shadow, pattern.tag_end)
    return [Edit(closing.end(), closing.end(), rows)] if closing else []


def _new_row(sheet: SheetText, pattern: RowText, number: int, inserted: Inserted, formulas: dict[int, FormulaText]) -> str:
    name = f"{sheet.prefix}row"
    if not inserted.grows:
        return f'<{name} r="{number}"/>'
    attributes = with_attribute(_DROPPED.sub("", pattern.attributes), "r", str(number)).rstrip()
    squares = ""
    for square in sheet.squares(pattern.number):
        formula = formulas.get(square.column)
        squares += _new_square(sheet, square, number, _filled(sheet, formula, number, inserted) if formula else None)
    return f"<{name}{attributes}>{squares}</{name}>"


def _filled(sheet: SheetText, formula: FormulaText, number: int, inserted: Inserted) -> str:
    """The formula of the record above, as it is after the move, filled down to the new row."""
    return translated(shifted(formula.formula, inserted, sheet.sheet, formula.row), number - inserted.after)


def _new_square(sheet: SheetText, like: SquareText, number: int, formula: str | None) -> str:
    p, style = sheet.prefix, attribute_of(like.attributes, "s")
    attributes = f' r="{column_letters(like.column)}{number}"' + (f' s="{style}"' if style else "")
    return f"<{p}c{attributes}/>" if formula is None else f"<{p}c{attributes}><{p}f>{escape(formula)}</{p}f></{p}c>"
