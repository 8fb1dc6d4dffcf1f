"""Makes the copy: the sheets that were asked for, the lists they need, and nothing that names a stranger.

The last look reads every part of what was made: should a name or number stand anywhere after all, no copy is made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from addin.core.places import Place
from addin.core.sharing.excerpt import Excerpt, SheetExcerpt
from addin.hosts.closed.patch.excerpt.packing import NewBook, NewSheet, packed
from addin.hosts.closed.patch.excerpt.references import (
    Name,
    is_outside,
    names_in,
    needed_areas,
    sheets_in,
    words_in,
)
from addin.hosts.closed.patch.excerpt.rows import RecordRows, listed_rows
from addin.hosts.closed.patch.excerpt.squares import Squares, Strings
from addin.hosts.closed.patch.excerpt.tails import formulas_in, head, only_widths, tail, without
from addin.hosts.closed.patch.package import Archive
from addin.hosts.closed.patch.sheet_list import namespaces
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.strings import text_of
from addin.hosts.closed.patch.workbook_parts import WorkbookParts, same_name
from addin.hosts.closed.patch.xml_text import XmlText, any_tag_pattern, attributes_of, quoted
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from addin.core.grids import Range
    from addin.hosts.closed.patch.workbook_parts import SheetEntry

_OWN_NAMES = frozenset({"_xlnm.Print_Area", "_xlnm.Print_Titles", "_xlnm._FilterDatabase"})


def excerpt_of(data: bytes, asked: Excerpt) -> bytes:
    """The copy's bytes; RefusedWrite where the workbook cannot be taken apart safely."""
    return _Maker(data, asked).made()


class _Maker:
    def __init__(self, data: bytes, asked: Excerpt) -> None:
        self._asked = asked
        self._parts = WorkbookParts(Archive(data))
        self._strings = Strings(self._parts)
        self._strangers = asked.strangers
        self._names = names_in(self._parts)
        self._records = [(self._entry(spec.sheet), spec) for spec in asked.sheets]
        self._texts = {entry.name: self._text(entry) for entry, _ in self._records}
        wanted = [formula for sheet in self._texts.values() for formula in formulas_in(sheet.xml.text[sheet.tail_start :])]
        self._areas = needed_areas(wanted, [one for one in self._names if one.position is None], self._texts)
        self._held = {*self._texts, *(name for name in self._areas if self._parts.sheet(name) is not None)}

    def made(self) -> bytes:
        """All of it put together."""
        kept = self._kept()
        sheets = tuple(self._sheet(entry, spec) for entry, spec in kept)
        main, relations = namespaces(self._parts)
        book = NewBook(
            main, relations, self._parts.is_1904, self._asked.title, (*sheets, self._hidden(main)), self._defined([entry for entry, _ in kept]),
            self._part("styles"), self._part("theme"),
        )  # fmt: skip
        for sheet in book.sheets:
            self._refuse_named(sheet)
        return packed(book)

    def _kept(self) -> list[tuple[SheetEntry, SheetExcerpt | None]]:
        """In the workbook's order, sheets of lists among them."""
        specs = {entry.name: spec for entry, spec in self._records}
        listed = {entry.name for name in self._areas if (entry := self._parts.sheet(name)) is not None and entry.kind == "worksheet"}
        return [(entry, specs.get(entry.name)) for entry in self._parts.sheets if entry.name in specs or entry.name in listed]

    def _sheet(self, entry: SheetEntry, spec: SheetExcerpt | None) -> NewSheet:
        text = self._texts.get(entry.name) or self._text(entry)
        squares = Squares(text, self._strings, self._strangers, self._asked.numbers)
        before, behind = head(text.xml.text[: text.data_start]), text.xml.text[text.tail_start :]
        tables: list[bytes] = []
        if spec is None:
            rows, behind, state = listed_rows(text, self._areas_on(entry), squares), only_widths(behind), "hidden"
        else:
            records = RecordRows(text, spec, squares, self._may_calculate)
            rows, state = records.text(), "visible" if spec.columns is None else "hidden"
            tables = list(self._tables(entry))
            behind = _with_tables(tail(behind, text.prefix, records.merges(), self._is_unfit, self._strangers.are_in), text.prefix, len(tables), namespaces(self._parts)[1])
        content = f"{before}<{text.prefix}sheetData>{rows}</{text.prefix}sheetData>{behind}"
        return NewSheet(entry.name, state, XmlText.holding(content, text.xml.codec, text.xml.mark).data, tuple(tables))

    def _areas_on(self, entry: SheetEntry) -> list[Range]:
        return [area for name, areas in self._areas.items() if same_name(name, entry.name) for area in areas]

    def _may_calculate(self, formula: str) -> bool:
        """Whether a formula finds all it needs in the copy: its own sheets, no other workbook, no name that stays behind."""
        there = all(any(same_name(sheet, held) for held in self._texts) for sheet in sheets_in(formula))
        return there and "[" not in formula and not words_in(formula) & {one.name.casefold() for one in self._names} and not self._strangers.are_in(formula)

    def _is_unfit(self, text: str) -> bool:
        """Whether a list or condition names a stranger or looks at what stays behind."""
        held = all(any(same_name(sheet, one) for one in self._held) for sheet in sheets_in(text))
        return not held or is_outside(text) or self._strangers.are_in(text)

    def _tables(self, entry: SheetEntry) -> Iterator[bytes]:
        """The tables (ListObject) of a sheet, without what filtered or fed them."""
        for part in self._parts.tables(entry):
            xml = XmlText.of(self._parts.package.read(part))
            tag = any_tag_pattern("table").search(xml.shadow)
            if tag is None or "tableType" in attributes_of(tag[2]) or self._strangers.are_in(xml.text):
                continue
            text = xml.text
            for name in ("filterColumn", "sortState", "calculatedColumnFormula", "totalsRowFormula"):
                text = without(text, name, lambda _: True)
            yield XmlText.holding(text, xml.codec, xml.mark).data

    def _defined(self, kept: Sequence[SheetEntry]) -> str:
        """The names that mean sheets of the copy alone."""
        places = {entry.position: at for at, entry in enumerate(kept)}
        return "".join(self._definition(name, places) for name in self._names if self._goes_along(name, places))

    def _goes_along(self, name: Name, places: dict[int, int]) -> bool:
        is_ours = name.position is None or (name.position in places and name.name in _OWN_NAMES)
        return is_ours and bool(sheets_in(name.formula)) and "#REF!" not in name.formula and not self._is_unfit(name.formula)

    def _definition(self, name: Name, places: dict[int, int]) -> str:
        own = "" if name.position is None else f' localSheetId="{places[name.position]}"'
        hidden = ' hidden="1"' if name.attributes.get("hidden") in {"1", "true"} else ""
        return f"<definedName name={quoted(name.name)}{own}{hidden}>{escape(name.formula)}</definedName>"

    def _hidden(self, main: str) -> NewSheet:
        """The sheet nobody looks at, as texts."""
        place = Place(self._asked.hidden_sheet)
        rows = "".join(
            f'<row r="{number}">' + "".join(f'<c t="inlineStr"><is><t xml:space="preserve">{text_of(text, place)}</t></is></c>' for text in row) + "</row>"
            for number, row in enumerate(self._asked.hidden_rows, 1)
        )
        content = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="{main}"><sheetData>{rows}</sheetData></worksheet>'
        return NewSheet(self._asked.hidden_sheet, "veryHidden", content.encode())

    def _refuse_named(self, sheet: NewSheet) -> None:
        """The last look."""
        for content in (sheet.content, *sheet.tables):
            said = content.decode("utf-8", "replace")
            if any(number in said for number in self._asked.numbers.long):
                refuse("còn số định danh, số thẻ của đảng viên ở trang tính này nên chưa tách bản nào", "Xem tiêu đề, danh sách thả xuống của trang tính rồi chạy lại.", Place(sheet.name))
            if any(name and name in said for name in self._strangers.names):
                refuse("còn tên người tổ khác ở trang tính này nên chưa tách bản nào", "Xem tiêu đề, danh sách thả xuống của trang tính rồi chạy lại.", Place(sheet.name))

    def _entry(self, name: str) -> SheetEntry:
        entry = self._parts.sheet(name)
        if entry is None or entry.kind != "worksheet" or entry.part not in self._parts.package:
            refuse("sổ không có trang tính này", "Đọc lại sổ rồi chạy lại.", Place(name))
        return entry

    def _text(self, entry: SheetEntry) -> SheetText:
        return SheetText(entry.name, XmlText.of(self._parts.package.read(entry.part)))

    def _part(self, kind: str) -> bytes | None:
        part = self._parts.part(kind)
        return self._parts.package.read(part) if part is not None else None


def _with_tables(text: str, prefix: str, count: int, relations: str) -> str:
    if not count:
        return text
    inside = "".join(f'<{prefix}tablePart xmlns:r="{relations}" r:id="rId{number}"/>' for number in range(1, count + 1))
    places = [tag.start() for name in ("extLst",) if (tag := any_tag_pattern(name).search(text)) is not None]
    at = min([*places, text.rindex("</")])
    return f'{text[:at]}<{prefix}tableParts count="{count}">{inside}</{prefix}tableParts>{text[at:]}'
