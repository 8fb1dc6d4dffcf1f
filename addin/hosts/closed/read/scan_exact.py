"""The same facts as `scan`, by an event parser: for sheets written in another way, and for fonts.

Squares and rows without an address are counted as the reader counts them. A DOCTYPE never comes here: the
guard refused it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from xml.parsers import expat

from addin.core.grids import Range
from addin.core.places import column_number
from addin.hosts.closed.guard.xml_events import parse_all
from addin.hosts.closed.read.scan import SheetFacts, Square, is_uncached, range_of, spread_of
from addin.hosts.closed.read.scan_fonts import LegacyFonts
from addin.hosts.extent import farther, is_far
from addin.hosts.legacy_fonts import columns_with_legacy

_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_NUMBER = re.compile(r"[0-9]{1,9}")
_TRUE = frozenset({"1", "true"})


def scan_exact(xml: bytes, fonts: LegacyFonts) -> SheetFacts:
    """The facts of any sheet part; `Unreadable` where it is not well-formed, or an address is no address.

    An address is never guessed: the reader could see a far square where we see a near one.
    """
    collector = _Collector(fonts)
    parser = expat.ParserCreate(namespace_separator="|")
    parser.buffer_text = True
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.text
    try:
        parse_all(parser, xml)
    except expat.ExpatError as error:
        raise Unreadable(str(error)) from error
    return collector.facts()


class Unreadable(ValueError):
    """The sheet part is broken."""


def _number(text: str) -> int:
    if _NUMBER.fullmatch(text) is None:
        raise Unreadable(text)
    return int(text)


class _Collector:
    """Follows one sheet part from start to end."""

    def __init__(self, fonts: LegacyFonts) -> None:
        self._legacy = fonts
        self._row, self._column = 1, 1
        self._square: Square = (1, 1)
        self._type, self._style = "n", 0
        self._formula: str | None = None
        self._value: str | None = None
        self._has_text = False
        self._inside: str | None = None
        self._errors: dict[Square, str] = {}
        self._uncached: set[Square] = set()
        self._formulas: set[Square] = set()
        self._merged: list[Range] = []
        self._hidden: set[int] = set()
        self._fonts: defaultdict[int, set[str]] = defaultdict(set)
        self._far: Square | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """A start tag, whatever its prefix."""
        tag = name.rpartition("|")[2]
        if tag == "row":
            self._row = _number(attributes["r"]) if "r" in attributes else self._row
            if attributes.get("hidden") in _TRUE:
                self._hidden.add(self._row)
        elif tag == "c":
            self._open_square(attributes)
        elif tag == "f":
            self._formula = "".join(f' {key}="{value}"' for key, value in attributes.items())
        elif tag == "v":
            self._value, self._inside = "", "v"
        elif tag == "is":
            self._has_text = True
        elif tag == "mergeCell":
            merged = range_of(attributes.get("ref", ""))
            if merged is not None:
                self._merged.append(merged)

    def text(self, text: str) -> None:
        """Text inside the value of a square."""
        if self._inside == "v":
            self._value = (self._value or "") + text

    def end(self, name: str) -> None:
        """An end tag."""
        tag = name.rpartition("|")[2]
        if tag == "v":
            self._inside = None
        elif tag == "c":
            self._close_square()
        elif tag == "row":
            self._row, self._column = self._row + 1, 1

    def _open_square(self, attributes: Mapping[str, str]) -> None:
        reference = attributes.get("r")
        if reference is None:
            self._square = self._row, self._column
        else:
            found = _REFERENCE.fullmatch(reference)
            if found is None:
                raise Unreadable(reference)
            self._column = column_number(found[1])
            self._square = int(found[2]), self._column
        self._column += 1
        self._type = attributes.get("t", "n")
        self._style = _number(attributes.get("s", "0"))
        self._formula, self._value, self._has_text = None, None, False

    def _close_square(self) -> None:
        row, column = self._square
        if self._formula is None and not self._value and not self._has_text:
            return
        if is_far(row, column):
            self._far = farther(self._far, self._square)
            return
        if self._formula is not None:
            self._formulas.add(self._square)
            self._formulas.update(spread_of(self._formula.encode()))
            if is_uncached(self._value, is_stored=self._value is not None, is_text=self._type == "str"):
                self._uncached.add(self._square)
        if self._type == "e" and self._value:
            self._errors[self._square] = self._value
        if self._legacy and (self._type in {"s", "str"} or self._has_text):
            shared = int(self._value or 0) if self._type == "s" and _NUMBER.fullmatch(self._value or "") else None
            self._fonts[column].update(self._legacy.of_square(self._style, shared))

    def facts(self) -> SheetFacts:
        """What was seen."""
        return SheetFacts(
            self._errors,
            frozenset(self._uncached),
            frozenset(self._formulas),
            tuple(self._merged),
            frozenset(self._hidden),
            columns_with_legacy(self._fonts),
            self._far,
        )
