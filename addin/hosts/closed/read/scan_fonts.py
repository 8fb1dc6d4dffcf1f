"""Which squares are set in a font of the old Vietnamese encodings (`.VnTime`, `VNI-Times`).

Evidence only: `addin.core.tables.squares.legacy` decides, column by column, whether the text is in that encoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import field
from xml.parsers import expat

from addin.core.records import dataclass
from addin.hosts.closed.guard.xml_events import parse_all
from addin.patterns import pattern

_LEGACY_BYTES = pattern(rb"""["']\s*(?:\.vn|vni-)""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LegacyFonts:
    """Font names by cell style and by shared text; empty, and false, where no legacy font is named anywhere."""

    by_style: tuple[str, ...] = ()
    by_shared_text: Mapping[int, frozenset[str]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.by_style or self.by_shared_text)

    def of_square(self, style: int, shared_text: int | None) -> frozenset[str]:
        """The fonts of a square: of its runs where it has some, else of its style."""
        runs = self.by_shared_text.get(shared_text) if shared_text is not None else None
        if runs:
            return runs
        return frozenset({self.by_style[style]}) if style < len(self.by_style) else frozenset()


def legacy_fonts(styles: bytes | None, shared_texts: bytes | None) -> LegacyFonts:
    """From the styles and shared strings parts; parsed only where a legacy font is named."""
    in_styles = styles is not None and _LEGACY_BYTES.search(styles.replace(b"\0", b"")) is not None
    in_texts = shared_texts is not None and _LEGACY_BYTES.search(shared_texts) is not None
    if not (in_styles or in_texts):
        return LegacyFonts()
    by_style = _styles(styles) if styles is not None else ()
    return LegacyFonts(by_style, _runs(shared_texts) if in_texts and shared_texts is not None else {})


def _styles(xml: bytes) -> tuple[str, ...]:
    """The font name of every cell style."""
    path: list[str] = []
    fonts: list[str] = []
    styles: list[int] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        path.append(name.rpartition("|")[2])
        if path[-2:] == ["fonts", "font"]:
            fonts.append("")
        elif path[-3:] == ["fonts", "font", "name"]:
            fonts[-1] = attributes.get("val", "")
        elif path[-2:] == ["cellXfs", "xf"]:
            styles.append(int(attributes.get("fontId", 0)))

    _parse(xml, start, lambda _name: path.pop())
    return tuple(fonts[font] if font < len(fonts) else "" for font in styles)


def _runs(xml: bytes) -> dict[int, frozenset[str]]:
    """The fonts of the runs of each shared text that has runs."""
    counted = -1
    found: dict[int, frozenset[str]] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal counted
        tag = name.rpartition("|")[2]
        if tag == "si":
            counted += 1
        elif tag == "rFont":
            found[counted] = found.get(counted, frozenset()) | {attributes.get("val", "")}

    _parse(xml, start, lambda _name: None)
    return found


def _parse(xml: bytes, start: Callable[[str, dict[str, str]], None], end: Callable[[str], object]) -> None:
    parser = expat.ParserCreate(namespace_separator="|")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parse_all(parser, xml)
