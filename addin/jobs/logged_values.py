"""Squares changed, as the log tells them: the place as it is, what stood and stands there by fingerprint only.

A square of a party cell's workbook is nearly always about somebody, so no value is written out; who has a value in
hand can ask whether it is the one. Of a restricted square (who denounced somebody) not even that: a short list of names is soon tried.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from addin.core.writes import RowAppend, SheetReplace, Write, Writes

_LENGTH = 16


def changes_of(writes: Writes, salt: str) -> dict[str, Any]:
    """`squares`, `rows`, `sheets`, `notes`, each only where there are any."""
    return {
        "squares": [_square(write, salt) for write in writes.squares],
        "rows": [_row(row, salt) for row in writes.appends],
        "sheets": [_sheet(sheet, salt) for sheet in writes.sheets],
        "notes": len(writes.notes) if writes.notes is not None else None,
    }


def value_print(value: object, salt: str) -> str:
    """Of one value; empty for an empty square."""
    if value is None or value == "":
        return ""
    return hashlib.sha256(f"{salt}|{type(value).__name__}|{value}".encode()).hexdigest()[:_LENGTH]


def _square(write: Write, salt: str) -> dict[str, str]:
    place = write.place
    told = {} if write.is_restricted else {"before": value_print(write.before, salt), "after": value_print(write.value, salt)}
    return {"sheet": place.sheet, "cell": place.cell, **told}


def _row(row: RowAppend, salt: str) -> dict[str, Any]:
    values = [[column, value_print(value, salt)] for column, value in row.values if value is not None]
    return {"sheet": row.sheet, "after_row": row.after_row, "values": values}


def _sheet(sheet: SheetReplace, salt: str) -> dict[str, str]:
    return {"sheet": sheet.sheet, "after": value_print(sheet.rows, salt)}
