"""The style sheet of a workbook: which styles show dates, which are locked, and the few styles we have to add.

Nothing there is changed or renumbered: a number format, a font or a cell style of ours is only ever put behind
the last one, and one that is there already is used again.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    is_true,
    tag_pattern,
    with_attribute,
)
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DATE_FORMAT = "dd/mm/yyyy"
_FIRST_OWN_FORMAT = 164
_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)})
_LITERAL = re.compile(r"\"[^\"]*\"|\\.|_.|\*.|\[[^\]]*\]")
_CHILDREN = re.compile(r"<([\w.\-]+:)?(\w+)(?=[\s/>])([^<>]*?)/?>")


@dataclass(frozen=True, slots=True)
class Element:
    """One child of a list: its place in the text, its attributes, and whether it has an inside."""

    start: int
    tag_end: int
    end: int
    attributes: str
    is_empty: bool


class Styles:
    """The style sheet, read on demand; `text` is its present form, `is_changed` says whether we added to it."""

    def __init__(self, text: XmlText) -> None:
        root = any_tag_pattern("styleSheet").search(text.shadow)
        if root is None or root[3]:
            refuse("bảng kiểu ô của sổ không đọc được", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")
        self.prefix = root[1]
        self._root_end = root.end()
        self.text = text
        self.is_changed = False

    def is_date(self, style: int) -> bool:
        """Whether squares of this style show a date."""
        return is_date_format(*self._format(style))

    def is_locked(self, style: int) -> bool:
        """Whether squares of this style are locked once the sheet is protected; yes unless it says no."""
        if style >= len(self._xfs):
            return True
        element = self._xfs[style]
        inside = self.text.shadow[element.tag_end : element.end]
        protection = any_tag_pattern("protection").search(inside)
        locked = attributes_of(protection[2]).get("locked") if protection else None
        return locked is None or is_true(locked)

    def is_bold(self, style: int) -> bool:
        """Whether squares of this style look like headings."""
        if style >= len(self._xfs):
            return False
        number = attributes_of(self._xfs[style].attributes).get("fontId", "0")
        fonts = list(self._list("fonts"))
        if not number.isdecimal() or int(number) >= len(fonts):
            return False
        font = fonts[int(number)]
        bold = tag_pattern(f"{self.prefix}b").search(self.text.shadow, font.tag_end, font.end)
        return bold is not None and attributes_of(bold[1]).get("val", "1") in {"1", "true"}

    def dated(self, base: int) -> int:
        """The style that is `base` in all but showing dates; added where there is none."""
        format_id = self.date_format_id()
        if base >= len(self._xfs):
            ids = f'numFmtId="{format_id}" fontId="0" fillId="0" borderId="0" xfId="0"'
            return self.style(f'<{self.prefix}xf {ids} applyNumberFormat="1"/>')
        element = self._xfs[base]
        attributes = with_attribute(element.attributes, "numFmtId", str(format_id))
        attributes = with_attribute(attributes, "applyNumberFormat", "1")
        slash = "/" if element.is_empty else ""
        return self.style(f"<{self.prefix}xf{attributes}{slash}>{self.text.text[element.tag_end : element.end]}")

    def beside(self, neighbour: int) -> int:
        """A style of wrapped text with the frame, font and, of a heading, ground of a neighbour's; added where there is none."""
        known = neighbour < len(self._xfs)
        held = attributes_of(self._xfs[neighbour].attributes) if known else {}
        is_heading = self.is_bold(neighbour)
        ids = {"fontId": held.get("fontId", "0"), "fillId": held.get("fillId", "0") if is_heading else "0", "borderId": held.get("borderId", "0")}
        look = 'horizontal="center" vertical="center"' if is_heading else 'vertical="top"'
        p, numbers = self.prefix, " ".join(f'{name}="{number}"' for name, number in ids.items())
        return self.style(
            f'<{p}xf numFmtId="0" {numbers} xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">'
            f'<{p}alignment {look} wrapText="1"/></{p}xf>'
        )

    def style(self, wanted: str) -> int:
        """The number of a cell style given as its own text; added where there is none."""
        return self._number_of("cellXfs", self._xfs, wanted)

    def _number_of(self, name: str, known: Iterable[Element], wanted: str) -> int:
        for number, element in enumerate(known):
            if self.text.text[element.start : element.end] == wanted:
                return number
        return self._append(name, wanted)

    def date_format_id(self) -> int:
        """The format dd/mm/yyyy; added where there is none."""
        for format_id, code in self._formats.items():
            if code == DATE_FORMAT:
                return format_id
        format_id = max((_FIRST_OWN_FORMAT - 1, *self._formats)) + 1
        self._append("numFmts", f'<{self.prefix}numFmt numFmtId="{format_id}" formatCode="{DATE_FORMAT}"/>')
        return format_id

    def first_font(self, mark: str) -> int:
        """The first font of the workbook, bold (`b`) or underlined (`u`)."""
        fonts = list(self._list("fonts"))
        if not fonts:
            return 0
        shadow = self.text.shadow
        first = _meaning(shadow[fonts[0].tag_end : fonts[0].end])
        wanted = first | {(mark, "")}
        for number, font in enumerate(fonts):
            if _meaning(shadow[font.tag_end : font.end]) == wanted:
                return number
        p = self.prefix
        inside = self.text.text[fonts[0].tag_end : fonts[0].end] or f"</{p}font>"
        return self._append("fonts", f"<{p}font><{p}{mark}/>{inside}")

    def border(self, wanted: str) -> int:
        """The number of a frame given as its own text; that of the first one where the workbook has no list of them."""
        known = list(self._list("borders"))
        return self._number_of("borders", known, wanted) if known else 0

    def _append(self, name: str, element: str) -> int:
        """Put an element behind the last of its list and count it; its number."""
        number = len(list(self._list(name)))
        shadow = self.text.shadow
        whole = self.prefix + name
        tag = tag_pattern(whole).search(shadow)
        closing = closing_pattern(whole).search(shadow, tag.end()) if tag and not tag[2] else None
        if tag is None:
            edits = [self._new_list(name, element)]
        else:
            opening = f"<{whole}{with_attribute(tag[1], 'count', str(number + 1))}>"
            if closing is None:
                edits = [Edit(tag.start(), tag.end(), f"{opening}{element}</{whole}>")]
            else:
                edits = [Edit(tag.start(), tag.end(), opening), Edit(closing.start(), closing.start(), element)]
        self.text = self.text.spliced(edits)
        self.is_changed = True
        self.__dict__.pop("_xfs", None)
        self.__dict__.pop("_formats", None)
        return number

    def _new_list(self, name: str, element: str) -> Edit:
        """Number formats come first in a style sheet; the other lists are always there."""
        if name != "numFmts":
            refuse("bảng kiểu ô của sổ thiếu danh sách kiểu", "Mở sổ bằng Excel, lưu lại rồi chạy lại.")
        inside = f'<{self.prefix}{name} count="1">{element}</{self.prefix}{name}>'
        return Edit(self._root_end, self._root_end, inside)

    def _format(self, style: int) -> tuple[int, str]:
        if style >= len(self._xfs):
            return 0, ""
        number = attributes_of(self._xfs[style].attributes).get("numFmtId", "0")
        format_id = int(number) if number.isdecimal() else 0
        return format_id, self._formats.get(format_id, "")

    @cached_property
    def _xfs(self) -> list[Element]:
        return list(self._list("cellXfs"))

    @cached_property
    def _formats(self) -> dict[int, str]:
        """The workbook's own number formats."""
        found = {}
        for element in self._list("numFmts"):
            attributes = attributes_of(element.attributes)
            if attributes.get("numFmtId", "").isdecimal():
                found[int(attributes["numFmtId"])] = attributes.get("formatCode", "")
        return found

    def _list(self, name: str) -> Iterator[Element]:
        """The children of one of the lists, in order."""
        shadow = self.text.shadow
        tag = tag_pattern(self.prefix + name).search(shadow)
        closing = closing_pattern(self.prefix + name).search(shadow, tag.end()) if tag and not tag[2] else None
        if tag is None or closing is None:
            return
        child = {"cellXfs": "xf", "fonts": "font", "numFmts": "numFmt", "borders": "border"}[name]
        ending = closing_pattern(self.prefix + child)
        for found in tag_pattern(self.prefix + child).finditer(shadow, tag.end(), closing.start()):
            after = None if found[2] else ending.search(shadow, found.end())
            end = after.end() if after else found.end()
            yield Element(found.start(), found.end(), end, found[1], bool(found[2]))


def is_date_format(format_id: int, code: str) -> bool:
    """Whether a number format shows a day, a month or a year."""
    if not code:
        return format_id in _BUILT_IN_DATES
    bare = _LITERAL.sub("", code.split(";", maxsplit=1)[0]).lower()
    if bare in {"general", "standard"}:
        return False
    return "y" in bare or "d" in bare or ("m" in bare and not {"h", "s"} & set(bare))


def _meaning(inside: str) -> set[tuple[str, str]]:
    """What a font says, whatever the order and the prefixes."""
    return {(found[2], " ".join(sorted(f"{k}={v}" for k, v in attributes_of(found[3]).items()))) for found in _CHILDREN.finditer(inside)}
