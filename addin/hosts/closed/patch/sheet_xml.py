"""The text of one worksheet part: where its rows and squares lie, and how a square is set without touching others.

Rows and squares without `r` are counted on from the one before, as Excel does. Only the rows that are written
to are looked into. What is around the rows (merges, protection, validations) is read by `sheet_rules`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from typing import TYPE_CHECKING

from addin.core.places import Place, column_letters, column_number
from addin.core.records import dataclass
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    attribute_of,
    attributes_of,
    closing_pattern,
    is_true,
    tag_pattern,
    with_attribute,
)
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from addin.hosts.closed.patch.strings import Content

_ROW_NUMBER = re.compile(r"\sr\s*=\s*[\"']([0-9]+)[\"']")
_REFERENCE = re.compile(r"\sr\s*=\s*[\"']\$?([A-Za-z]{1,3})\$?([0-9]+)[\"']")
_DROPPED = re.compile(r"\s(?:t|cm|vm|ph)\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_TAG = re.compile(r"<(?!!)[^>]*>")
_RICH = re.compile(r"\s[cv]m\s*=")
_MENDED = "Mở sổ bằng Excel, lưu lại rồi chạy lại."
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True, slots=True)
class RowText:
    """One `<row>`: its number and its tag's place in the text."""

    number: int
    start: int
    tag_end: int
    attributes: str
    is_empty: bool


@dataclass(frozen=True, slots=True)
class SquareText:
    """One `<c>`: its column, its place in the text, its attributes; `tag_end == end` where it is self-closing."""

    column: int
    start: int
    tag_end: int
    end: int
    attributes: str
    has_reference: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """What a square becomes: its content (None blank) and, where it needs another, its style."""

    content: Content | None
    style: int | None = None


_NOTHING = Setting(None)


class SheetText:
    """One worksheet part, read once and edited once."""

    def __init__(self, sheet: str, text: XmlText) -> None:
        """RefusedWrite where the part has no rows element or its rows repeat or run backwards."""
        self.sheet = sheet
        self.xml = text
        tag = any_tag_pattern("sheetData").search(text.shadow)
        if tag is None:
            refuse("trang tính không có phần dữ liệu", _MENDED, Place(sheet))
        self.prefix = tag[1]
        self.data_start, self.data_tag_end = tag.start(), tag.end()
        self.is_empty = bool(tag[3])
        closing = None if self.is_empty else closing_pattern(f"{self.prefix}sheetData").search(text.shadow, tag.end())
        if closing is None and not self.is_empty:
            refuse("trang tính bị cắt cụt", _MENDED, Place(sheet))
        self.data_end, self.tail_start = (closing.start(), closing.end()) if closing else (tag.end(), tag.end())
        self._squares: dict[int, list[SquareText]] = {}

    @cached_property
    def rows(self) -> list[RowText]:
        """All rows, in their order."""
        found: list[RowText] = []
        last = 0
        for tag in tag_pattern(f"{self.prefix}row").finditer(self.xml.shadow, self.data_tag_end, self.data_end):
            number = _ROW_NUMBER.search(tag[1])
            row = int(number[1]) if number else last + 1
            if row <= last:
                refuse("các dòng bị lặp hoặc không theo thứ tự", _MENDED, Place(self.sheet, row))
            found.append(RowText(row, tag.start(), tag.end(), tag[1], bool(tag[2])))
            last = row
        return found

    @cached_property
    def _row_numbers(self) -> list[int]:
        return [row.number for row in self.rows]

    def row(self, number: int) -> RowText | None:
        """The row of that number, where the sheet has it."""
        at = bisect_left(self._row_numbers, number)
        return self.rows[at] if at < len(self.rows) and self.rows[at].number == number else None

    def squares(self, number: int) -> list[SquareText]:
        """The squares of a row, in their order; RefusedWrite where they repeat or run backwards."""
        if number not in self._squares:
            row = self.row(number)
            self._squares[number] = self._read_squares(row) if row and not row.is_empty else []
        return self._squares[number]

    def _read_squares(self, row: RowText) -> list[SquareText]:
        shadow = self.xml.shadow
        ending = closing_pattern(f"{self.prefix}c")
        found: list[SquareText] = []
        last = 0
        for tag in tag_pattern(f"{self.prefix}c").finditer(shadow, row.tag_end, self._row_end(row)):
            reference = _REFERENCE.search(tag[1])
            column = column_number(reference[1]) if reference else last + 1
            if column <= last or (reference and int(reference[2]) != row.number):
                refuse("các ô trong dòng bị lặp hoặc không theo thứ tự", _MENDED, Place(self.sheet, row.number, column))
            after = None if tag[2] else ending.search(shadow, tag.end())
            end = after.end() if after else tag.end()
            found.append(SquareText(column, tag.start(), tag.end(), end, tag[1], reference is not None))
            last = column
        return found

    def _row_end(self, row: RowText) -> int:
        """Where the row's inside ends."""
        closing = closing_pattern(f"{self.prefix}row").search(self.xml.shadow, row.tag_end)
        if closing is None:
            refuse("trang tính bị cắt cụt", _MENDED, Place(self.sheet, row.number))
        return closing.start()

    def square(self, place: Place) -> SquareText | None:
        """One square, where the sheet has it."""
        return next((square for square in self.squares(place.row) if square.column == place.column), None)

    def inside(self, square: SquareText) -> str:
        """What is between the tags of a square."""
        return self.xml.shadow[square.tag_end : square.end]

    def is_formula(self, square: SquareText) -> bool:
        """Whether the square holds a formula, its own or a share of one."""
        return any_tag_pattern("f").search(self.inside(square)) is not None

    def has_value(self, square: SquareText) -> bool:
        """Whether anything is shown there; style alone is nothing."""
        inside = self.xml.text[square.tag_end : square.end]
        return bool(_TAG.sub("", inside)) or self.is_formula(square)

    def is_rich_value(self, square: SquareText) -> bool:
        """Whether it holds a picture or a data type that a plain value replaces."""
        return _RICH.search(square.attributes) is not None

    def style_at(self, place: Place) -> int:
        """The style of a square: its own, else its row's, else its column's, else 0."""
        square = self.square(place)
        if square is not None:
            return _number(attribute_of(square.attributes, "s"))
        row = self.row(place.row)
        if row is not None and is_true(attribute_of(row.attributes, "customFormat")):
            return _number(attribute_of(row.attributes, "s"))
        return next((style for first, last, style in self._columns if first <= place.column <= last), 0)

    @cached_property
    def _columns(self) -> list[tuple[int, int, int]]:
        found = []
        for tag in tag_pattern(f"{self.prefix}col").finditer(self.xml.shadow, 0, self.data_start):
            attributes = attributes_of(tag[1])
            found.append((_number(attributes.get("min")), _number(attributes.get("max")), _number(attributes.get("style"))))
        return found

    def with_squares(self, settings: Mapping[tuple[int, int], Setting]) -> XmlText:
        """The text with those squares set, and the sheet's dimension moved where it has one."""
        by_row: dict[int, dict[int, Setting]] = {}
        for (at, column), setting in sorted(settings.items()):
            is_nothing = setting == _NOTHING and self.square(Place(self.sheet, at, column)) is None
            if not is_nothing:
                by_row.setdefault(at, {})[column] = setting
        edits: list[Edit] = []
        new_rows: list[tuple[int, str]] = []
        for number, changed in by_row.items():
            row = self.row(number)
            if row is None:
                new_rows.append((number, self._new_row(number, changed)))
            elif row.is_empty:
                edits += self._filled_row(row, changed)
            else:
                edits += self._edited_row(row, changed)
        edits += self._inserted_rows(new_rows)
        return self.xml.spliced([*self._dimension(settings), *edits])

    def _inserted_rows(self, rows: list[tuple[int, str]]) -> list[Edit]:
        if not rows:
            return []
        if self.is_empty:
            opening = re.sub(r"\s*/>$", ">", self.xml.text[self.data_start : self.data_tag_end])
            inside = "".join(text for _, text in rows)
            return [Edit(self.data_start, self.data_tag_end, f"{opening}{inside}</{self.prefix}sheetData>")]
        edits = []
        for number, text in rows:
            at = bisect_left(self._row_numbers, number)
            point = self.rows[at].start if at < len(self.rows) else self.data_end
            edits.append(Edit(point, point, text))
        return edits

    def _new_row(self, number: int, changed: Mapping[int, Setting]) -> str:
        squares = "".join(self._new_square(number, column, setting) for column, setting in changed.items())
        return f'<{self.prefix}row r="{number}">{squares}</{self.prefix}row>'

    def _filled_row(self, row: RowText, changed: Mapping[int, Setting]) -> list[Edit]:
        squares = "".join(self._new_square(row.number, column, setting) for column, setting in changed.items())
        tag = f"<{self.prefix}row{self._with_spans(row, changed)}>{squares}</{self.prefix}row>"
        return [Edit(row.start, row.tag_end, tag)]

    def _edited_row(self, row: RowText, changed: Mapping[int, Setting]) -> list[Edit]:
        squares = self.squares(row.number)
        columns = [square.column for square in squares]
        tag = f"<{self.prefix}row{self._with_spans(row, changed)}>"
        edits = [Edit(row.start, row.tag_end, tag)] if tag != self.xml.text[row.start : row.tag_end] else []
        for column, setting in changed.items():
            at = bisect_left(columns, column)
            if at < len(squares) and columns[at] == column:
                edits.append(self._changed_square(squares[at], setting))
                continue
            if any(not square.has_reference for square in squares[at:]):
                refuse("phía sau có ô không ghi địa chỉ nên không chèn ô mới được", _MENDED, Place(self.sheet, row.number, column))
            point = squares[at - 1].end if at else row.tag_end
            edits.append(Edit(point, point, self._new_square(row.number, column, setting)))
        return edits

    def _changed_square(self, square: SquareText, setting: Setting) -> Edit:
        kept = _DROPPED.sub("", square.attributes).rstrip()
        if setting.style is not None:
            kept = with_attribute(kept, "s", str(setting.style))
        return Edit(square.start, square.end, self._square(kept, setting.content))

    def _new_square(self, row: int, column: int, setting: Setting) -> str:
        style = self.style_at(Place(self.sheet, row, column)) if setting.style is None else setting.style
        attributes = f' r="{column_letters(column)}{row}"' + (f' s="{style}"' if style else "")
        return self._square(attributes, setting.content)

    def _square(self, attributes: str, content: Content | None) -> str:
        name = f"{self.prefix}c"
        if content is None:
            return f"<{name}{attributes}/>"
        kind = f' t="{content.type}"' if content.type else ""
        return f"<{name}{attributes}{kind}>{content.inside}</{name}>"

    def _with_spans(self, row: RowText, changed: Mapping[int, Setting]) -> str:
        """The row's attributes, its spans widened where a new square lies outside them."""
        spans = attribute_of(row.attributes, "spans")
        if spans is None:
            return row.attributes
        bounds = [int(bound) for bound in re.findall(r"[0-9]+", spans)]
        if not bounds or (min(bounds) <= min(changed) and max(changed) <= max(bounds)):
            return row.attributes
        return with_attribute(row.attributes, "spans", f"{min(*bounds, *changed)}:{max(*bounds, *changed)}")

    def _dimension(self, settings: Mapping[tuple[int, int], Setting]) -> list[Edit]:
        tag = tag_pattern(f"{self.prefix}dimension").search(self.xml.shadow, 0, self.data_start)
        filled = [square for square, setting in settings.items() if setting.content is not None]
        if tag is None or not filled:
            return []
        corners = re.findall(r"\$?([A-Za-z]{1,3})\$?([0-9]+)", attribute_of(tag[1], "ref") or "")
        if not corners:
            return []
        rows = [*(int(row) for _, row in corners), *(row for row, _ in filled)]
        columns = [*(column_number(letters) for letters, _ in corners), *(column for _, column in filled)]
        first, last = Place("", min(rows), min(columns)).cell, Place("", max(rows), max(columns)).cell
        wanted = with_attribute(tag[1], "ref", first if first == last else f"{first}:{last}")
        if attribute_of(wanted, "ref") == attribute_of(tag[1], "ref"):
            return []
        return [Edit(tag.start(), tag.end(), f"<{self.prefix}dimension{wanted}{tag[2]}>")]


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0
