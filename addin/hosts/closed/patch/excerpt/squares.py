"""One square on its way into a copy: its look stays, its text stands in the square itself, its formula is a value or goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.places import column_letters
from addin.hosts.closed.patch.square_texts import plain_text
from addin.hosts.closed.patch.xml_text import (
    XmlText,
    any_tag_pattern,
    attribute_of,
    closing_pattern,
)

if TYPE_CHECKING:
    from addin.core.sharing.numbers import Numbers
    from addin.core.sharing.strangers import Strangers
    from addin.hosts.closed.patch.sheet_xml import SheetText, SquareText
    from addin.hosts.closed.patch.workbook_parts import WorkbookParts


class Strings:
    """The shared strings of the workbook as they stand: inside, and as one text."""

    def __init__(self, parts: WorkbookParts) -> None:
        part = parts.part("sharedStrings")
        self._insides: list[str] = []
        self.prefix = ""
        if part is None:
            return
        xml = XmlText.of(parts.package.read(part))
        for tag in any_tag_pattern("si").finditer(xml.shadow):
            self.prefix = tag[1]
            closing = None if tag[3] else closing_pattern(f"{tag[1]}si").search(xml.shadow, tag.end())
            self._insides.append(xml.text[tag.end() : closing.start()] if closing else "")

    def inside(self, index: str) -> str:
        """What is between the tags of one; nothing where there is none."""
        return self._insides[int(index)] if index.isdecimal() and int(index) < len(self._insides) else ""


class Squares:
    """The squares of one sheet, made anew."""

    def __init__(self, sheet: SheetText, strings: Strings, strangers: Strangers, numbers: Numbers) -> None:
        self._sheet, self._strings, self._strangers, self._numbers = sheet, strings, strangers, numbers

    def valued(self, square: SquareText, row: int) -> str:
        """The square in that row with its value alone; blank where it names a stranger, holds somebody's number or cannot be said."""
        if not self.goes_out(square):
            return self.blank(square, row)
        kind, inside = self._content(square)
        prefix = self._sheet.prefix
        said = f' t="{kind}"' if kind else ""
        return f"<{prefix}c{self._head(square, row)}{said}>{inside}</{prefix}c>"

    def goes_out(self, square: SquareText) -> bool:
        """Whether it says something, and nothing of a stranger nor a number that names somebody."""
        kind, inside = self._content(square)
        if not inside:
            return False
        text = self.text(square)
        return not (self._strangers.are_in(text) or self._numbers.are_in(text if kind else _figure(self._value(square))))

    def blank(self, square: SquareText, row: int) -> str:
        """The square's look alone."""
        return f"<{self._sheet.prefix}c{self._head(square, row)}/>"

    def calculated(self, square: SquareText, row: int, formula: str) -> str:
        """The square with a formula that is worked out when the copy is opened."""
        prefix = self._sheet.prefix
        return f"<{prefix}c{self._head(square, row)}><{prefix}f>{formula}</{prefix}f></{prefix}c>"

    def text(self, square: SquareText) -> str:
        """The words of the square; empty for a figure."""
        kind, inside = self._content(square)
        return plain_text(inside) if kind == "inlineStr" else self._value(square) if kind == "str" else ""

    def _head(self, square: SquareText, row: int) -> str:
        style = attribute_of(square.attributes, "s")
        return f' r="{column_letters(square.column)}{row}"' + (f' s="{style}"' if style else "")

    def _content(self, square: SquareText) -> tuple[str, str]:
        kind = attribute_of(square.attributes, "t") or ""
        prefix, value = self._sheet.prefix, self._value(square)
        if kind == "s":
            inside = self._strings.inside(value)
            if inside and self._strings.prefix != prefix:
                inside = inside.replace(f"<{self._strings.prefix}", f"<{prefix}").replace(f"</{self._strings.prefix}", f"</{prefix}")
            return "inlineStr", f"<{prefix}is>{inside}</{prefix}is>" if inside else ""
        if kind == "inlineStr":
            return kind, self._child(square, "is", whole=True)
        return ("" if kind == "n" else kind), f"<{prefix}v>{value}</{prefix}v>" if value else ""

    def _value(self, square: SquareText) -> str:
        return self._child(square, "v", whole=False)

    def _child(self, square: SquareText, name: str, *, whole: bool) -> str:
        inside = self._sheet.xml.text[square.tag_end : square.end]
        tag = any_tag_pattern(name).search(inside)
        closing = closing_pattern(tag[1] + name).search(inside, tag.end()) if tag and not tag[3] else None
        if tag is None or closing is None:
            return ""
        return inside[tag.start() : closing.end()] if whole else inside[tag.end() : closing.start()]


def _figure(value: str) -> float | None:
    try:
        return float(value)
    except ValueError:
        return None
