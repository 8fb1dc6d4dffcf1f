"""Where pictures, charts, notes and buttons hang on a sheet: what hangs below moves down, what reaches over grows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.hosts.closed.patch.xml_text import Edit, any_tag_pattern, attributes_of, closing_pattern, is_true

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.closed.patch.room.inserted import Inserted
    from addin.hosts.closed.patch.xml_text import XmlText

_ROW_TEXT = re.compile(r"<((?:\w+:)?)row>\s*([0-9]+)\s*</")
_NOTE_ROW = re.compile(r"<((?:\w+:)?)Row>\s*([0-9]+)\s*</")
_BOX = re.compile(r"<((?:\w+:)?)Anchor>([^<]*)</")
_NUMBERS = re.compile(r"[0-9]+")
_TOP, _BOTTOM = 2, 6


def moved_anchors(xml: XmlText, inserted: Inserted, within: tuple[int, int] | None = None) -> Iterator[Edit]:
    """Anchors of drawings and of form controls; those that hang on no square stay."""
    shadow = xml.shadow
    for tag in any_tag_pattern("(?:twoCellAnchor|oneCellAnchor|anchor)").finditer(shadow, *(within or (0, len(shadow)))):
        name = tag[0][1:].split(None, 1)[0].rstrip("/>")
        closing = None if tag[3] else closing_pattern(name).search(shadow, tag.end())
        attributes = attributes_of(tag[2])
        is_free = attributes.get("editAs") == "absolute" or (name.endswith("anchor") and not is_true(attributes.get("moveWithCells")))
        if closing is None or is_free:
            continue
        keeps_size = attributes.get("editAs") == "oneCell"
        moved_by = 0
        for at, found in enumerate(_ROW_TEXT.finditer(shadow, tag.end(), closing.start())):
            row = int(found[2])
            by = moved_by if at and keeps_size else inserted.row(row + 1) - 1 - row
            moved_by = by if at == 0 else moved_by
            if by:
                yield Edit(found.start(2), found.end(2), str(row + by))


def moved_boxes(xml: XmlText, inserted: Inserted) -> Iterator[Edit]:
    """Boxes of notes and buttons in the old drawing language."""
    for found in _NOTE_ROW.finditer(xml.shadow):
        row = int(found[2])
        moved = inserted.row(row + 1) - 1
        if moved != row:
            yield Edit(found.start(2), found.end(2), str(moved))
    for found in _BOX.finditer(xml.shadow):
        numbers = list(_NUMBERS.finditer(found[2]))
        for at in (_TOP, _BOTTOM) if len(numbers) > _BOTTOM else ():
            row = int(numbers[at][0])
            moved = inserted.row(row + 1) - 1
            if moved != row:
                place = found.start(2)
                yield Edit(place + numbers[at].start(), place + numbers[at].end(), str(moved))
