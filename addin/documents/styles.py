"""Line spacing of a template's styles: the one thing of the page a cell may set in its workbook."""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from addin.documents.parts.contexts import DEFAULT_LINE_SPACING

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWENTIETHS = 20


def with_line_spacing(styles: bytes, points: Decimal) -> bytes:
    """The styles with every exact line spacing of the default set to so many points instead."""
    if points == DEFAULT_LINE_SPACING:
        return styles
    root = etree.fromstring(styles, etree.XMLParser(resolve_entities=False, no_network=True))
    default = str(int(DEFAULT_LINE_SPACING * _TWENTIETHS))
    for spacing in root.iter(f"{_WORD}spacing"):
        if spacing.get(f"{_WORD}lineRule") == "exact" and spacing.get(f"{_WORD}line") == default:
            spacing.set(f"{_WORD}line", str(int(points * _TWENTIETHS)))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
