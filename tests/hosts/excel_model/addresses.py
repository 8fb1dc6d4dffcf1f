"""Addresses of the model: corners to `$A$1:$C$9` and back. Its own, because the stand-in on Windows has no openpyxl."""

from __future__ import annotations

import re

_PART = re.compile(r"([A-Z]{1,3})?(\d{1,7})?")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


def letters(column):
    """27 is AA."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def _number(found):
    number = 0
    for letter in found:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def corners_of(address):
    """First row and column, last row and column; whole rows (`3:5`) and whole columns (`A:C`) reach to the end."""
    first, _, last = address.replace("$", "").upper().partition(":")
    (start, above), (end, below) = (_PART.fullmatch(part).groups() for part in (first, last or first))
    return (
        int(above) if above else 1,
        _number(start) if start else 1,
        int(below) if below else LAST_ROW,
        _number(end) if end else LAST_COLUMN,
    )


def address_of(corners):
    """`$A$1` or `$A$1:$C$9`; whole rows `$3:$5`."""
    first_row, first_column, last_row, last_column = corners
    if (first_column, last_column) == (1, LAST_COLUMN):
        return f"${first_row}:${last_row}"
    first, last = f"${letters(first_column)}${first_row}", f"${letters(last_column)}${last_row}"
    return first if first == last else f"{first}:{last}"
