"""The formulas in the squares of a sheet, followed to where rows were put in; shares of one formula are written out.

A shared formula is text once and "the same, as filled to here" in the other squares. Rows put in between change
what "as filled" means, so where it matters every square gets its own text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.places import Place
from addin.core.records import dataclass
from addin.hosts.closed.patch.ranges import range_of
from addin.hosts.closed.patch.room.formulas import ends_at, names_sheet, shifted, translated
from addin.hosts.closed.patch.workbook_parts import same_name
from addin.hosts.closed.patch.xml_text import (
    Edit,
    any_tag_pattern,
    attributes_of,
    closing_pattern,
    unescape,
    with_attribute,
)
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.closed.patch.room.inserted import Inserted
    from addin.hosts.closed.patch.sheet_xml import SheetText

_BY_HAND = "Chèn một dòng trống dưới dòng cuối trong Excel rồi chạy lại."


@dataclass(frozen=True, slots=True)
class FormulaText:
    """One `<f>`: its square, its place in the text, its attributes as written and read, and the formula it stands for."""

    row: int
    column: int
    start: int
    end: int
    tag: str
    kind: str
    formula: str


def formulas_of(sheet: SheetText) -> list[FormulaText]:
    """All formulas of the squares, shares written out."""
    found: list[FormulaText] = []
    masters: dict[str, tuple[int, int, str]] = {}
    for row in sheet.rows:
        if row.is_empty:
            continue
        for square in sheet.squares(row.number):
            if square.tag_end == square.end:
                continue
            tag = any_tag_pattern("f").search(sheet.xml.shadow, square.tag_end, square.end)
            if tag is None:
                continue
            closing = None if tag[3] else closing_pattern(f"{tag[1]}f").search(sheet.xml.shadow, tag.end())
            text = unescape(sheet.xml.text[tag.end() : closing.start()]) if closing else ""
            attributes = attributes_of(tag[2])
            kind, share = attributes.get("t", ""), attributes.get("si", "")
            if kind == "shared" and text:
                masters[share] = (row.number, square.column, text)
            elif kind == "shared" and share in masters:
                first_row, first_column, master = masters[share]
                text = translated(master, row.number - first_row, square.column - first_column)
            end = closing.end() if closing else tag.end()
            found.append(FormulaText(row.number, square.column, tag.start(), end, tag[2], kind, text))
    return found


def moved_formulas(sheet: SheetText, inserted: Inserted) -> Iterator[Edit]:
    """The edits that make the formulas of any sheet follow; RefusedWrite for one that fills an area across the new rows."""
    is_home = same_name(sheet.sheet, inserted.sheet)
    for one in formulas_of(sheet):
        if one.kind == "dataTable" and is_home:
            _refuse(sheet, one, "bảng dữ liệu (What-If)")
        formula = shifted(one.formula, inserted, sheet.sheet, one.row)
        is_written_out = one.kind == "shared" and (is_home or names_sheet(one.formula, inserted.sheet))
        tag = one.tag
        if one.kind == "array" and is_home:
            tag = _moved_array(sheet, one, inserted)
        if formula == one.formula and tag == one.tag and not is_written_out:
            continue
        yield Edit(one.start, one.end, f"<{sheet.prefix}f{'' if is_written_out else tag.rstrip()}>{escape(formula)}</{sheet.prefix}f>")


def _moved_array(sheet: SheetText, one: FormulaText, inserted: Inserted) -> str:
    reference = attributes_of(one.tag).get("ref", "")
    area = range_of(reference)
    if area is not None and inserted.crosses(area):
        _refuse(sheet, one, "công thức mảng")
    moved = inserted.areas(reference, grows=False)
    return one.tag if moved == reference else with_attribute(one.tag, "ref", moved)


def _refuse(sheet: SheetText, one: FormulaText, what: str) -> None:
    refuse(f"không chèn được dòng mới vì {what} phủ qua chỗ ấy", _BY_HAND, Place(sheet.sheet, one.row, one.column))


def is_summed(sheet: SheetText, row: int) -> bool:
    """Whether a formula further down ends a range with the row: a total that must reach over rows added there."""
    return any(one.row > row and ends_at(one.formula, row) for one in formulas_of(sheet))
