"""From `Writes` to the one order LibreOffice's side carries out in one undo step, every refusal made before.

Values travel as what a square holds: a text, a number, blank; a day as the number LibreOffice counts it by, with
the word that it is a day.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date
from typing import Any

from addin.core.places import Place
from addin.core.writes import SheetReplace, Value, Writes
from addin.errors import RefusedWrite
from addin.hosts.libreoffice.planning import plans_of
from addin.hosts.libreoffice.reading import Reader
from addin.hosts.libreoffice.refusing import (
    refuse_facts,
    refuse_locked_sheet,
    refuse_own_sheet,
    refuse_read_only,
)
from addin.hosts.libreoffice.snapshots import serial_of
from addin.hosts.libreoffice.wire import Office
from addin.hosts.libreoffice.year_sheets import YearSheets
from addin.hosts.live_likes import placed
from addin.hosts.live_plan import LivePlan
from addin.hosts.live_room import gaps_of, made_rows, moved_writes
from addin.hosts.marks import NOTE_MARK, marked
from addin.hosts.own_sheets import link_target, refuse_name
from addin.hosts.refusal import refuse

_LONGEST_TEXT = 32_767
_WIDEST = 255.0


def order_of(writes: Writes, office: Office, reader: Reader, title: str) -> dict[str, Any]:
    """The whole order; RefusedWrite or ChangedMeanwhile before anything is touched."""
    book = office.ask("look_at_book")
    refuse_read_only(book)
    years = YearSheets(writes, book, reader)
    _refuse_unknown(writes, [*(sheet["name"] for sheet in book["sheets"]), *years.ready])
    writes = placed(writes)
    replaced = [_replace(new, refuse_own_sheet(new.sheet, book), reader.null_day) for new in writes.sheets]
    gaps = gaps_of(writes, years.read, lambda name: reader.texts.get(years.asked(name), {}))
    for gap in gaps:
        refuse_locked_sheet(gap, book)
    writes = moved_writes(writes, gaps)
    plans = plans_of(writes, years.read, reader.known, gaps, lambda name: reader.filled(years.asked(name)), ready=years.ready)
    tables = [table for plan in plans for table in _tables_to_lengthen(plan, book["tables"])]
    sheets = [_sheet(plan, office, reader, years) for plan in plans]
    notes = None
    if writes.notes is not None:
        notes = [[note.place.sheet, note.place.row, note.place.column, marked(note.text)] for note in writes.notes]
    return {
        "title": title,
        "like": years.order(),
        "room": [[gap.sheet, gap.after, gap.count, gap.grows] for gap in gaps],
        "replace": replaced,
        "sheets": sheets,
        "tables": tables,
        "notes": notes,
        "note_mark": NOTE_MARK,
    }


def _refuse_unknown(writes: Writes, names: Sequence[str]) -> None:
    coming = {*names, *(new.sheet for new in writes.sheets)}
    places = [Place(row.sheet, row.after_row + 1) for row in writes.appends] + [write.place for write in writes.squares]
    for place in places:
        if place.sheet not in names:
            refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {'; '.join(names)}.", place)
    for note in writes.notes or ():
        if note.place.sheet not in coming:
            refuse("sổ không có trang tính này", f"Chọn một trong các trang tính: {'; '.join(names)}.", note.place)


def _sheet(plan: LivePlan, office: Office, reader: Reader, years: YearSheets) -> dict[str, Any]:
    name, squares = plan.grid.sheet, sorted(plan.values)
    facts = office.ask("look_at_squares", name=years.asked(name), squares=[plan.before(square) for square in squares])
    for (row, column), known in zip(squares, facts, strict=True):
        refuse_facts(Place(name, row, column), plan.values[row, column], known, is_1904=plan.grid.epoch_1904)
    made = made_rows(plan.gaps, name)
    is_new = bool(plan.ready)
    return {
        "name": name,
        "stood": [[0, 0] if is_new or row in made else list(plan.before((row, column))) for row, column in squares],
        "squares": [
            [row, column, *coded(plan.values[row, column], Place(name, row, column), reader.null_day)]
            for row, column in squares
        ],
        "new_rows": [[row, first, last] for row, (first, last) in sorted(plan.new_rows.items())],
        "last_old_row": plan.last_old_row,
        "beside": [[row, column, beside] for (row, column), beside in sorted(plan.beside.items())],
    }


def coded(value: Value, place: Place, null_day: date) -> tuple[str, Any]:
    """Kind and what is set; RefusedWrite where a square cannot hold it."""
    if value is None or value == "":
        return "blank", None
    if isinstance(value, str):
        if len(value) > _LONGEST_TEXT:
            refuse(f"nội dung dài quá {_LONGEST_TEXT} ký tự", "Rút ngắn nội dung.", place)
        return "text", value
    if isinstance(value, bool):
        return "flag", float(value)
    if isinstance(value, date):
        return "day", serial_of(value, null_day)
    if not math.isfinite(value):
        refuse("giá trị không phải một số", "Ghi một số thường.", place)
    return "number", float(value)


def _replace(new: SheetReplace, name: str, null_day: date) -> dict[str, Any]:
    refuse_name(new.sheet)
    rows = [
        [_square(new, Place(name, number, column), value, null_day) for column, value in enumerate(row, 1)]
        for number, row in enumerate(new.rows, 1)
    ]
    widths = [min(max(width, 1.0), _WIDEST) for width in new.widths]
    area = new.list_area
    return {
        "name": name,
        "rows": rows,
        "widths": widths,
        "header_rows": new.header_rows,
        "titles": new.titles,
        "list": [area.first_row, area.first_column, area.last_row, area.last_column] if area else None,
        "links": [[row, column, _address(place), new.rows[row - 1][column - 1]] for row, column, place in new.links],
        "is_filtered": new.is_filtered,
    }


def _address(place: Place) -> str:
    """As LibreOffice writes a link within the document: `#'Đảng viên'.F12`."""
    sheet, _, square = link_target(place).rpartition("!")
    return f"#{sheet}.{square}"


def _square(new: SheetReplace, place: Place, value: Value, null_day: date) -> tuple[str, Any]:
    kind, content = coded(value, place, null_day)
    is_formula = new.formulas and kind == "text" and content.startswith("=")
    return ("formula", content) if is_formula else (kind, content)


def _tables_to_lengthen(plan: LivePlan, tables: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The tables that end right above new rows; RefusedWrite where one has a totals row there."""
    longer = []
    for table in tables if plan.new_rows else ():
        _, first_column, last_row, last_column = table["area"]
        touched = {column for row, column in plan.values if row in plan.new_rows}
        reaches = touched & set(range(first_column, last_column + 1))
        if table["sheet"] != plan.grid.sheet or last_row != plan.last_old_row or not reaches:
            continue
        if table["totals"]:
            raise RefusedWrite(
                f"Không thêm dòng được: bảng {table['name']} có dòng tổng ngay bên dưới. Chưa có gì thay đổi.",
                "Chèn thêm dòng trống trên dòng tổng rồi bấm lại nút.",
            )
        longer.append({"name": table["name"], "last_row": max(plan.new_rows)})
    return longer
