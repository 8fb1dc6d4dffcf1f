"""Squares of a sheet that must not be written, and why: formulas, arrays, merges, locks, table headings.

A file is patched behind Excel's back, so what Excel would forbid or ask about is refused here
(engineering/fidelity.md §5). Nothing is ever unlocked, unmerged or turned from a formula into a value.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.closed.patch.ranges import places_in, range_of
from addin.hosts.closed.patch.sheet_xml import LAST_COLUMN, LAST_ROW, SheetText
from addin.hosts.closed.patch.xml_text import attributes_of, is_true, tag_pattern
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from addin.core.grids import Range
    from addin.hosts.closed.patch.styles import Styles


def refuse_squares(sheet: SheetText, places: Sequence[Place], styles: Styles | None) -> None:
    """RefusedWrite for the first square, in the sheet's order, that may not be written."""
    ordered = sorted(places)
    for place in ordered:
        refuse_outside(place)
        _refuse_formula(sheet, place)
    _refuse_arrays(sheet, ordered)
    _refuse_merges(sheet, ordered)
    if is_protected(sheet):
        for place in ordered:
            _refuse_locked(sheet, place, styles)


def is_protected(sheet: SheetText) -> bool:
    """Whether the sheet's protection is on."""
    tag = tag_pattern(f"{sheet.prefix}sheetProtection").search(sheet.xml.shadow, sheet.tail_start)
    return tag is not None and is_true(attributes_of(tag[1]).get("sheet"))


def are_drawings_locked(sheet: SheetText) -> bool:
    """Whether the sheet's protection is on for drawings and notes too."""
    tag = tag_pattern(f"{sheet.prefix}sheetProtection").search(sheet.xml.shadow, sheet.tail_start)
    return is_protected(sheet) and tag is not None and is_true(attributes_of(tag[1]).get("objects"))


def first_of_merge(sheet: SheetText, places: Sequence[Place]) -> dict[tuple[int, int], tuple[int, int]]:
    """For those of the squares that a merge hides, its first square, which is the one shown."""
    ordered = sorted(places)
    return {
        (place.row, place.column): (area.first_row, area.first_column)
        for area in merges_of(sheet)
        for place in _between(area, ordered)
    }


def refuse_outside(place: Place) -> None:
    """RefusedWrite for an address that no sheet has."""
    if not (1 <= place.row <= LAST_ROW and 1 <= place.column <= LAST_COLUMN):
        refuse("địa chỉ không phải một ô của trang tính", "Ghi địa chỉ dạng F12.", place)


def _refuse_formula(sheet: SheetText, place: Place) -> None:
    square = sheet.square(place)
    if square is not None and sheet.is_formula(square):
        refuse("ô này có công thức", "Sửa công thức trong Excel, hoặc xoá công thức rồi chạy lại.", place)


def _refuse_arrays(sheet: SheetText, places: Sequence[Place]) -> None:
    """The squares an array formula or a data table fills hold values, but they are the formula's."""
    if not places:
        return
    for tag in tag_pattern(f"{sheet.prefix}f").finditer(sheet.xml.shadow, sheet.data_tag_end, sheet.data_end):
        if "ref" not in tag[1]:
            continue
        attributes = attributes_of(tag[1])
        area = range_of(attributes.get("ref", ""))
        if attributes.get("t") not in {"array", "dataTable"} or area is None:
            continue
        for place in _between(area, places):
            refuse(
                "ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)",
                "Sửa công thức của cả vùng trong Excel.",
                place,
            )


def _refuse_merges(sheet: SheetText, places: Sequence[Place]) -> None:
    """Only the first square of a merge shows its value."""
    for area in merges_of(sheet):
        first = Place(sheet.sheet, area.first_row, area.first_column)
        for place in _between(area, places):
            if (place.row, place.column) != (first.row, first.column):
                refuse(f"ô này nằm trong vùng gộp của ô {first.cell}", f"Ghi vào ô {first.cell}, hoặc bỏ gộp ô trong Excel.", place)


def merges_of(sheet: SheetText) -> Iterator[Range]:
    """The merged ranges of the sheet."""
    shadow = sheet.xml.shadow
    for tag in tag_pattern(f"{sheet.prefix}mergeCell").finditer(shadow, sheet.tail_start):
        area = range_of(attributes_of(tag[1]).get("ref", ""))
        if area is not None:
            yield area


def _between(area: Range, ordered: Sequence[Place]) -> Iterator[Place]:
    """Those of the ordered places that lie in the range, without looking at all of them."""
    first = bisect_left(ordered, area.first_row, key=lambda place: place.row)
    last = bisect_right(ordered, area.last_row, key=lambda place: place.row)
    return places_in(area, ordered[first:last])


def _refuse_locked(sheet: SheetText, place: Place, styles: Styles | None) -> None:
    if styles is None or styles.is_locked(sheet.style_at(place)):
        refuse(
            "ô này bị khoá vì trang tính đang được bảo vệ",
            "Bỏ bảo vệ trang tính trong Excel (Xem lại, Bỏ bảo vệ trang tính), rồi chạy lại.",
            place,
        )
