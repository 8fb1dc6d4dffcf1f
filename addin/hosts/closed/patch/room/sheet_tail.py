"""What stands around the rows of a sheet: merges, filters, conditional formats, drop-downs, links, breaks, controls.

On the sheet that got new rows its ranges move; on every sheet the formulas there, and links within the workbook,
follow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.closed.patch.ranges import range_text
from addin.hosts.closed.patch.room.anchors import moved_anchors
from addin.hosts.closed.patch.room.changing import moved_attributes, moved_texts, with_changed
from addin.hosts.closed.patch.room.formulas import shifted
from addin.hosts.closed.patch.sheet_rules import merges_of
from addin.hosts.closed.patch.workbook_parts import same_name
from addin.hosts.closed.patch.xml_text import (
    Edit,
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    with_attribute,
)
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.core.grids import Range
    from addin.hosts.closed.patch.room.inserted import Inserted
    from addin.hosts.closed.patch.sheet_xml import SheetText

_FORMULAS = "(?:formula|formula1|formula2|f)"
_ROOMY = frozenset(
    {"conditionalFormatting", "dataValidation", "autoFilter", "sortState", "sortCondition", "protectedRange", "ignoredError"}
)
_AREAS = "(?:dimension|selection|mergeCell|hyperlink|cellWatch|inputCells|" + "|".join(sorted(_ROOMY)) + ")"
_NAMES_OF_AREAS = ("ref", "sqref", "activeCell", "r")
_UNMERGE = "Bỏ gộp ô ấy trong Excel, hoặc chèn một dòng trống dưới dòng cuối, rồi chạy lại."


def moved_tail(sheet: SheetText, inserted: Inserted) -> Iterator[Edit]:
    """The edits around the rows."""
    outside = ((0, sheet.data_start), (sheet.tail_start, len(sheet.xml.shadow)))
    is_home = same_name(sheet.sheet, inserted.sheet)
    for within in outside:
        yield from moved_texts(sheet.xml, _FORMULAS, lambda text: shifted(text, inserted, sheet.sheet), within)
        if is_home:
            yield from _moved_areas(sheet, inserted, within)
        else:
            yield from moved_attributes(sheet.xml, "hyperlink", ("location",), lambda text: shifted(text, inserted, None), within)


def _moved_areas(sheet: SheetText, inserted: Inserted, within: tuple[int, int]) -> Iterator[Edit]:
    shadow = sheet.xml.shadow
    for tag in any_tag_pattern(_AREAS).finditer(shadow, *within):
        name = tag[0][1 + len(tag[1]) :].split(None, 1)[0].rstrip("/>")
        inside = tag[2]
        for attribute in _NAMES_OF_AREAS:
            value = attributes_of(inside).get(attribute)
            if value is not None:
                inside = with_changed(inside, attribute, value, inserted.areas(value, grows=name in _ROOMY))
        location = attributes_of(inside).get("location") if name == "hyperlink" else None
        if location is not None:
            inside = with_changed(inside, "location", location, shifted(location, inserted, sheet.sheet))
        if inside != tag[2]:
            yield Edit(tag.start() + 1 + len(tag[1]) + len(name), tag.end() - 1 - len(tag[3]), inside)
    yield from moved_texts(sheet.xml, "sqref", lambda text: inserted.areas(text, grows=True), within)
    yield from moved_anchors(sheet.xml, inserted, within)
    yield from _moved_breaks(sheet, inserted, within)


def _moved_breaks(sheet: SheetText, inserted: Inserted, within: tuple[int, int]) -> Iterator[Edit]:
    """A page breaks above the same row as before."""
    opening = any_tag_pattern("rowBreaks").search(sheet.xml.shadow, *within)
    closing = closing_pattern(f"{opening[1]}rowBreaks").search(sheet.xml.shadow, opening.end()) if opening else None
    if opening is None or closing is None:
        return
    for tag in any_tag_pattern("brk").finditer(sheet.xml.shadow, opening.end(), closing.start()):
        number = attributes_of(tag[2]).get("id", "")
        if number.isdecimal() and int(number) >= inserted.after:
            moved = with_changed(tag[2], "id", number, str(int(number) + inserted.count))
            yield Edit(tag.start(), tag.end(), f"<{tag[1]}brk{moved}{tag[3]}>")


def with_new_merges(sheet: SheetText, inserted: Inserted) -> Iterator[Edit]:
    """Squares merged across in the last record are merged in the new rows too; RefusedWrite for a merge across the gap."""
    across: list[Range] = []
    for area in merges_of(sheet):
        if inserted.crosses(area):
            first = Place(sheet.sheet, area.first_row, area.first_column)
            refuse(f"không chèn được dòng mới vì vùng gộp từ ô {first.cell} phủ qua chỗ ấy", _UNMERGE, first)
        if area.first_row == area.last_row == inserted.after and inserted.grows:
            across.append(area)
    tag = any_tag_pattern("mergeCells").search(sheet.xml.shadow, sheet.tail_start)
    closing = closing_pattern(f"{tag[1]}mergeCells").search(sheet.xml.shadow, tag.end()) if tag else None
    if not across or tag is None or closing is None:
        return
    rows = range(inserted.after + 1, inserted.after + inserted.count + 1)
    new = [f'<{tag[1]}mergeCell ref="{_at(area, row)}"/>' for row in rows for area in across]
    known = attributes_of(tag[2]).get("count", "")
    if known.isdecimal():
        wanted = with_attribute(tag[2], "count", str(int(known) + len(new)))
        yield Edit(tag.start(), tag.end(), f"<{tag[1]}mergeCells{wanted}{tag[3]}>")
    yield Edit(closing.start(), closing.start(), "".join(new))


def _at(area: Range, row: int) -> str:
    return range_text(replace(area, first_row=row, last_row=row))
