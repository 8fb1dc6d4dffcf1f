"""The comments part of a sheet: whose note is on which square; ours go out and come in, people's stay byte for byte.

Ours are known by their author, which Excel keeps. LibreOffice 7.4 writes every author as one space, so there the
heading of the note tells. An author is a number in the list of authors, so one that stands before others is never
taken out of the list.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING

from addin.core.places import Place, column_number
from addin.core.records import dataclass
from addin.hosts.closed.patch.strings import text_of
from addin.hosts.closed.patch.xml_text import (
    Edit,
    XmlText,
    any_tag_pattern,
    append_child,
    attributes_of,
    closing_pattern,
    quoted,
    unescape,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTHOR = "Sổ Chi bộ"
_THREAD = "tc="
_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
HEADING = f"{AUTHOR}:"
_LETTERS = '<{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="Tahoma"/><{p}family val="2"/></{p}rPr>'
_LONGEST = 8_000


@dataclass(frozen=True, slots=True)
class _Comment:
    """One note: its square (row, column; None where the file does not say), whether it is ours, where it stands."""

    square: tuple[int, int] | None
    is_ours: bool
    start: int
    end: int


class Comments:
    """One comments part, as it is."""

    def __init__(self, xml: XmlText) -> None:
        self.xml = xml
        self.authors = _elements(xml, "author")
        self._names = [_plain(xml.text[tag_end:end]) for _, tag_end, end, _ in self.authors]

    @classmethod
    def blank(cls, namespace: str) -> Comments:
        """A part without notes, in the workbook's own namespace."""
        declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        inside = "<authors></authors><commentList></commentList>"
        return cls(XmlText.holding(f"{declared}<comments xmlns={quoted(namespace)}>{inside}</comments>", "utf-8", b""))

    @property
    def is_whole(self) -> bool:
        """Whether it has the two lists that notes go into."""
        return all(any_tag_pattern(name).search(self.xml.shadow) for name in ("authors", "commentList"))

    @property
    def has_threads(self) -> bool:
        """Whether a note stands in for a thread of comments, which only Excel may change."""
        return any(name.startswith(_THREAD) for name in self._names)

    @cached_property
    def _comments(self) -> list[_Comment]:
        found = []
        for start, _, end, inside in _elements(self.xml, "comment"):
            attributes = attributes_of(inside)
            number = attributes.get("authorId", "")
            at = int(number) if number.isdecimal() else len(self._names)
            author = self._names[at] if at < len(self._names) else ""
            is_ours = author == AUTHOR or _heading(self.xml, start, end) == HEADING
            found.append(_Comment(_square(attributes.get("ref", "")), is_ours, start, end))
        return found

    @property
    def own_squares(self) -> set[tuple[int, int]]:
        """The squares that carry a note of ours."""
        return {one.square for one in self._comments if one.is_ours and one.square is not None}

    @property
    def has_own(self) -> bool:
        """Whether any note or the last author is ours."""
        return any(one.is_ours for one in self._comments) or self._names[-1:] == [AUTHOR]

    @property
    def peoples_squares(self) -> set[tuple[int, int]]:
        """The squares that carry a person's note."""
        return {one.square for one in self._comments if not one.is_ours and one.square is not None}

    @property
    def is_bare(self) -> bool:
        """Whether there is no note and nobody's name."""
        return not self._comments and not any(self._names)

    def without_own(self) -> Comments:
        """The part without our notes, and without our name where it is the last in the list."""
        edits = [Edit(one.start, one.end, "") for one in self._comments if one.is_ours]
        if self._names[-1:] == [AUTHOR]:
            start, _, end, _ = self.authors[-1]
            edits.append(Edit(start, end, ""))
        return Comments(self.xml.spliced(edits))

    def with_notes(self, sheet: str, texts: Mapping[tuple[int, int], str]) -> Comments:
        """The part with our notes behind the others."""
        edits = []
        if AUTHOR in self._names:
            author = self._names.index(AUTHOR)
        else:
            author = len(self._names)
            edits += append_child(self.xml, "authors", f"<{{p}}author>{AUTHOR}</{{p}}author>")
        notes = "".join(_note(Place(sheet, *square), text, author) for square, text in sorted(texts.items()))
        return Comments(self.xml.spliced([*edits, *append_child(self.xml, "commentList", notes)]))


def shown_text(text: str) -> str:
    """The text as a note can hold it: line ends as one kind, and no longer than anybody reads."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    return lines if len(lines) <= _LONGEST else f"{lines[: _LONGEST - 1]}…"


def _note(place: Place, text: str, author: int) -> str:
    """One note, `{p}` standing for the prefix; braces of the text itself are written as references."""
    inside = text_of(text, place).replace("{", "&#123;")
    heading = f"<{{p}}r><{{p}}rPr><{{p}}b/>{_LETTERS}<{{p}}t>{HEADING}</{{p}}t></{{p}}r>"
    run = f'<{{p}}r><{{p}}rPr>{_LETTERS}<{{p}}t xml:space="preserve">\n{inside}</{{p}}t></{{p}}r>'
    opening = f'<{{p}}comment ref="{place.cell}" authorId="{author}" shapeId="0">'
    return f"{opening}<{{p}}text>{heading}{run}</{{p}}text></{{p}}comment>"


def _heading(xml: XmlText, start: int, end: int) -> str:
    """The first line of a note, whatever runs it is written in."""
    runs = _elements(xml, "t", start, end)
    return _plain("".join(xml.text[tag_end:close].partition("<")[0] for _, tag_end, close, _ in runs)).partition("\n")[0].strip()


def _elements(xml: XmlText, name: str, first: int = 0, last: int = sys.maxsize) -> list[tuple[int, int, int, str]]:
    """Every element of that name: start, end of its tag, end, attributes; none of them nests."""
    found = []
    for tag in any_tag_pattern(name).finditer(xml.shadow, first, last):
        closing = None if tag[3] else closing_pattern(tag[1] + name).search(xml.shadow, tag.end())
        found.append((tag.start(), tag.end(), closing.end() if closing else tag.end(), tag[2]))
    return found


def _plain(inside: str) -> str:
    """The text in front of a closing tag."""
    return unicodedata.normalize("NFC", unescape(inside.partition("<")[0])).strip()


def _square(reference: str) -> tuple[int, int] | None:
    found = _REFERENCE.match(reference)
    return (int(found[2]), column_number(found[1])) if found else None
