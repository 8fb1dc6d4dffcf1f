"""Every other part of the workbook that points at rows: names, tables, charts, pivots, drawings, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.closed.patch.ranges import range_of, range_text
from addin.hosts.closed.patch.room.anchors import moved_anchors, moved_boxes
from addin.hosts.closed.patch.room.changing import moved_attributes, moved_texts, with_changed
from addin.hosts.closed.patch.room.formulas import shifted
from addin.hosts.closed.patch.workbook_parts import relations_of, same_name
from addin.hosts.closed.patch.xml_text import Edit, XmlText, any_tag_pattern, attributes_of
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.hosts.closed.patch.room.inserted import Inserted
    from addin.hosts.closed.patch.workbook_parts import SheetEntry
    from addin.hosts.closed.patch.working_book import WorkingBook

_FORMULAS = "(?:f|formula|calculatedColumnFormula|totalsRowFormula|FmlaLink|FmlaRange|FmlaGroup|FmlaTxbx)"
_LINKS = ("fmlaLink", "fmlaRange", "fmlaGroup", "fmlaTxbx", "textlink")
_POINTING = frozenset(
    {"chart", "chartEx", "chartUserShapes", "drawing", "vmlDrawing", "ctrlProp", "pivotCacheDefinition", "table"}
)
_BY_HAND = "Chèn một dòng trống dưới dòng cuối trong Excel rồi chạy lại."


def move_other_parts(book: WorkingBook, entry: SheetEntry, inserted: Inserted) -> None:
    """Names of the workbook, the sheet's own tables, drawings and notes, and all charts, pivots and controls."""
    _change(book, book.parts.workbook, _names(book, inserted))
    book.look_again()
    own = {relation.target: relation.kind for relation in relations_of(book.archive, entry.part)}
    for part, kind in own.items():
        if part in book.archive and kind in _OWN:
            _change(book, part, _OWN[kind](XmlText.of(book.archive.read(part)), inserted))
    homes = {part: sheet.name for sheet in book.parts.sheets for part in book.parts.tables(sheet)}
    for part, kind in _reached(book, book.parts.workbook).items():
        if kind in _POINTING:
            _change(book, part, _pointing(XmlText.of(book.archive.read(part)), inserted, homes.get(part)))


def _reached(book: WorkingBook, first: str) -> dict[str, str]:
    """All parts the workbook leads to, each with the kind of the relationship that leads there."""
    reached: dict[str, str] = {}
    waiting = [first]
    while waiting:
        for relation in relations_of(book.archive, waiting.pop()):
            if relation.target in book.archive and relation.target not in reached:
                reached[relation.target] = relation.kind
                waiting.append(relation.target)
    return reached


def _change(book: WorkingBook, part: str, edits: Iterator[Edit]) -> None:
    made = list(edits)
    if made:
        book.archive.put(part, XmlText.of(book.archive.read(part)).spliced(made).data)


def _names(book: WorkingBook, inserted: Inserted) -> Iterator[Edit]:
    return moved_texts(book.parts.workbook_text, "definedName", lambda text: shifted(text, inserted, None))


def _pointing(xml: XmlText, inserted: Inserted, home: str | None) -> Iterator[Edit]:
    """Formulas wherever they stand; `home` is the sheet of a table."""
    yield from moved_texts(xml, _FORMULAS, lambda text: shifted(text, inserted, home))
    yield from moved_attributes(xml, "(?:formControlPr|sp)", _LINKS, lambda text: shifted(text, inserted, None))
    for tag in any_tag_pattern("worksheetSource").finditer(xml.shadow):
        attributes = attributes_of(tag[2])
        if same_name(attributes.get("sheet", ""), inserted.sheet) and "ref" in attributes:
            moved = with_changed(tag[2], "ref", attributes["ref"], inserted.areas(attributes["ref"], grows=True))
            yield Edit(tag.end() - 1 - len(tag[3]) - len(tag[2]), tag.end() - 1 - len(tag[3]), moved)


def _notes(xml: XmlText, inserted: Inserted) -> Iterator[Edit]:
    names = "(?:comment|threadedComment)"
    return moved_attributes(xml, names, ("ref",), lambda text: inserted.areas(text, grows=False))


def _table(xml: XmlText, inserted: Inserted) -> Iterator[Edit]:
    names = "(?:table|autoFilter|sortState|sortCondition)"
    return moved_attributes(xml, names, ("ref",), lambda text: inserted.areas(text, grows=True))


def _pivot(xml: XmlText, inserted: Inserted) -> Iterator[Edit]:
    tag = any_tag_pattern("location").search(xml.shadow)
    area = range_of(attributes_of(tag[2]).get("ref", "")) if tag else None
    if tag is None or area is None:
        return
    if inserted.crosses(area):
        place = Place(inserted.sheet, area.first_row, area.first_column)
        refuse("không chèn được dòng mới vì bảng tổng hợp (Pivot) phủ qua chỗ ấy", _BY_HAND, place)
    moved = inserted.area(area, grows=False)
    if moved != area:
        wanted = with_changed(tag[2], "ref", range_text(area), range_text(moved))
        yield Edit(tag.end() - 1 - len(tag[3]) - len(tag[2]), tag.end() - 1 - len(tag[3]), wanted)


_OWN = {
    "table": _table,
    "comments": _notes,
    "threadedComment": _notes,
    "drawing": moved_anchors,
    "vmlDrawing": moved_boxes,
    "pivotTable": _pivot,
}
