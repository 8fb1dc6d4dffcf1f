"""Clears the letters of a sheet before it is read: legacy fonts, mojibake, look-alikes, invisible characters.

The workbook's own text is never touched: only what we read is converted, and each case is reported, a column
in an old encoding once. A sheet of clean Unicode costs one look at all its text together.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.findings import Finding
from addin.core.grids import Grid, Raw
from addin.core.places import column_letters
from addin.core.tables.squares import faults
from addin.core.tables.squares.texts import clean
from addin.kept_texts import tell
from addin.patterns import pattern

if TYPE_CHECKING:
    from addin.core.tables.squares.legacy import Oddity

# Vietnamese in NFC and common signs. What is outside may be an old encoding, a slip of letters, or just rare.
_PLAIN = pattern(
    "[\t\n\r -~\u00a7\u00b0-\u00b3\u00b7\u00bd\u00d7\u2013\u2014\u2018-\u201d\u2022\u2026\u2030\u20ab\u20ac\u2190-\u25ff"
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]*"
)
# VNI writes marks behind vowels as letters that Vietnamese has too, but never there: "Vaên", "Nguyeãn".
_MARKS = "àáâãèéêõùúÀÁÂÃÈÉÊÕÙÚ"
_VNI = pattern(
    f"[{_MARKS}](?<=[aA][{_MARKS}]|[eE][àáâãõùÀÁÂÃÕÙ]|[oO][âõùÂÕÙ]|[uUyY][õùÕÙ])", re.UNICODE
)
_SPACED = pattern(r"[\t\r]|  |^ | $", re.MULTILINE)
_LOST = pattern(r"\?(?<=[^\W\d_]\?)(?=[^\W\d_])")

Square = tuple[int, int]


def clear_grid(grid: Grid) -> tuple[Grid, list[Finding]]:
    """The grid with readable text, and what was odd in it. Texts that are clean, all looked at together, are known as such."""
    texts = {raw for line in grid.values for raw in line if raw.__class__ is str}
    together = "\n".join(texts)
    if not (grid.fonts or _is_odd(together)):
        if _SPACED.search(together) is None and unicodedata.is_normalized("NFC", together):
            tell(clean, {text: text for text in texts if "\n" not in text})
        return grid, []
    return _Clearing(grid).run()


def _is_odd(text: str) -> bool:
    """Whether the text may hold anything to convert or report."""
    if text.isascii() and "?" not in text:
        return _PLAIN.fullmatch(text) is None
    return _PLAIN.fullmatch(text) is None or _VNI.search(text) is not None or ("?" in text and _LOST.search(text) is not None)


class _Clearing:
    """One pass over a sheet that needs it, column by column."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._changes: dict[Square, str] = {}
        self._found: list[Finding] = []
        self._encodings: set[str] = set()

    def run(self) -> tuple[Grid, list[Finding]]:
        """Columns that prove their encoding, then those beside them that hold a word or two of it, then each odd text."""
        odd = {column: texts for column, texts in self._columns().items() if column in self._grid.fonts or any(map(_is_odd, texts.values()))}
        settled = {column: rows for column, texts in odd.items() if (rows := self._decode(column, texts, ()))}
        if self._encodings:
            rest = {column: texts for column, texts in odd.items() if column not in settled}
            settled.update({column: self._decode(column, texts, sorted(self._encodings)) for column, texts in rest.items()})
        for column, texts in odd.items():
            for row, text in texts.items():
                if row not in settled.get(column, ()) and _is_odd(text):
                    self._look_at(row, column, text)
        return (self._changed() if self._changes else self._grid), self._found

    def _columns(self) -> dict[int, dict[int, str]]:
        """Row → text, by column."""
        columns: dict[int, dict[int, str]] = {}
        for row, line in enumerate(self._grid.values, start=1):
            for column, raw in enumerate(line, start=1):
                if isinstance(raw, str):
                    columns.setdefault(column, {})[row] = raw
        return dict(sorted(columns.items()))

    def _decode(self, column: int, texts: Mapping[int, str], beside: Sequence[str]) -> set[int]:
        """The rows whose text was in an old encoding; one finding for the column."""
        from addin.core.tables.squares.legacy import decode_column  # noqa: PLC0415 - only where text is odd

        whole = {row: unicodedata.normalize("NFC", text) for row, text in texts.items()}
        decoded = decode_column(tuple(whole.values()), (*self._grid.fonts.get(column, ()), *beside))
        if decoded is None:
            return set()
        changed = {row: text for row, text in zip(whole, decoded.texts, strict=True) if text != whole[row]}
        self._encodings.add(decoded.encoding.font_start)
        self._changes.update({(row, column): text for row, text in changed.items()})
        before, after = decoded.samples[0]
        message = f"Cột {column_letters(column)} dùng mã chữ cũ {decoded.encoding}: “{before}” được đọc là “{after}”."
        self._found.append(faults.LEGACY_FONT.at(self._grid.place(min(changed), column), message))
        return set(changed)

    def _look_at(self, row: int, column: int, text: str) -> None:
        from addin.core.tables.squares.legacy import OddityKind, oddities  # noqa: PLC0415 - only where text is odd

        for oddity in oddities(text):
            if oddity.suggestion is not None:
                self._changes[row, column] = unicodedata.normalize("NFC", oddity.suggestion)
            if oddity.kind is not OddityKind.DECOMPOSED:
                self._found.append(_finding(self._grid, row, column, oddity))

    def _changed(self) -> Grid:
        lines: list[tuple[Raw, ...]] = list(self._grid.values)
        for row in {row for row, _column in self._changes}:
            lines[row - 1] = tuple(
                self._changes.get((row, column), raw) for column, raw in enumerate(lines[row - 1], start=1)
            )
        return replace(self._grid, values=tuple(lines))


def _finding(grid: Grid, row: int, column: int, oddity: Oddity) -> Finding:
    """The oddity in words; what may be a person's name is shown only where the square shows it."""
    place, kind = grid.place(row, column), oddity.kind.value
    if kind == "mojibake":
        return faults.MOJIBAKE.at(place, f"“{oddity.seen}” bị lỗi mã chữ; được đọc là “{oddity.suggestion}”.")
    if kind == "question_mark":
        return faults.MOJIBAKE.at(place, f"“{oddity.seen}” có dấu ? thay cho chữ đã mất.")
    if kind == "look_alike":
        message = f"“{oddity.seen}” có chữ cái lạ trông giống chữ Việt; được đọc là “{oddity.suggestion}”."
        return faults.ODD_LETTERS.at(place, message)
    return faults.ODD_LETTERS.at(place, f"Ô có ký tự ẩn {oddity.seen}; đã bỏ qua khi đọc.")
