"""Draws one table onto a canvas in an office's style, and writes down where each fact then stands."""

# ruff: noqa: PLR0917, PLR0912, PLR0911, PERF401 - a drawing has many coordinates
from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from tests.offices.canvas import Canvas, Drawing, Formula
from tests.offices.style import Style
from tests.offices.wording import PARENTS, extra_headings, heading

Shown = tuple[list[Any], dict[str, Any]]


@dataclass
class Field:
    """One thing an office writes of a record: one or more columns side by side, and the facts they hold."""

    headings: list[tuple[str, str]]
    show: Callable[[Any], Shown]
    keys: tuple[str, ...] = ()
    fixed: str = ""
    """"first" or "last" where no shuffling moves it."""
    down: bool = False
    """Whether equal values of neighbouring records may be one merged square."""


@dataclass
class Table:
    """What is drawn: fields, records, and what holds for all of them."""

    table: str
    fields: list[Field]
    records: list[Any]
    given: Callable[[Any], dict[str, Any]] = lambda _record: {}
    """Facts that stand in no column: the year of the sheet, the kind of the section."""
    may: Callable[[Any], dict[str, Any]] = lambda _record: {}
    section: Callable[[Any], str] | None = None
    year: Callable[[Any], int | None] = lambda _record: None
    also: Callable[[Any, dict[int, int]], list[tuple[str, int | None, dict[str, Any]]]] | None = None
    """Facts of other tables in the same row."""
    people: bool = True
    title: str = ""
    numbers: tuple[str, ...] = field(default=())


def simple(
    style: Style, chance: Random, table: str, key: str, value: Callable[[Any], Any], **more: Any
) -> Field:
    """A column whose square shows the fact itself, or `(shown, fact)`."""

    def show(record: Any) -> Shown:
        found = value(record)
        shown, fact = found if isinstance(found, tuple) else (found, found)
        return [shown], {} if fact is None or fact == [] else {key: fact}

    return Field([("", heading(chance, table, key, style.unusual, style.abbreviated))], show, (key,), **more)


class Ruler:
    """Draws tables of one workbook."""

    def __init__(self, drawing: Drawing, style: Style, chance: Random, organisation: tuple[str, str]) -> None:
        self._drawing, self._style, self._chance = drawing, style, chance
        self._superior, self._cell = organisation

    def draw(self, canvas: Canvas, table: Table, top: int = 1, left: int = 0, *, plain: bool = False) -> int:
        """The row below everything drawn."""
        style = self._style
        left = left or (2 if style.margin_column else 1)
        fields = self._fields(table)
        width = sum(len(one.headings) for one in fields)
        row = top if plain else self._header(canvas, top, left, width)
        row = self._titles(canvas, table, row, left, width, plain=plain)
        columns = self._headings(canvas, fields, row, left)
        row = columns.pop(-1)
        row = self._column_numbers(canvas, row, left, width, plain=plain)
        return self._body(canvas, table, fields, columns, row, left, width, plain=plain)

    def _fields(self, table: Table) -> list[Field]:
        fields, style, chance = list(table.fields), self._style, self._chance
        extras = (
            chance.sample(extra_headings(table.table), min(style.extra_columns, 3)) if table.people else []
        )
        for name in extras:
            fields.append(Field([("", name)], lambda _record, name=name: ([_extra(name, chance)], {})))
        if style.shuffled:
            movable = [one for one in fields if not one.fixed]
            chance.shuffle(movable)
            fields = [
                *(one for one in fields if one.fixed == "first"),
                *movable,
                *(one for one in fields if one.fixed == "last"),
            ]
        if style.blank_column and len(fields) > 4:
            fields.insert(len(fields) // 2, Field([("", "")], lambda _record: ([None], {})))
        if style.numbering_word:
            fields.insert(0, Field([("", style.numbering_word)], lambda _record: (["#"], {}), ("#",)))
        return fields

    def _header(self, canvas: Canvas, row: int, left: int, width: int) -> int:
        style, right = self._style, left + max(width // 2, 2)
        if style.header_block == "none":
            return row
        if style.header_block == "national":
            canvas.put(row, left, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
            canvas.put(row + 1, left, "Độc lập - Tự do - Hạnh phúc")
            return row + 3
        canvas.put(row, left, self._superior.upper())
        canvas.put(row + 1, left, self._cell.upper())
        if style.header_block == "both":
            canvas.put(row, right, "ĐẢNG CỘNG SẢN VIỆT NAM")
            canvas.put(row + 1, right, "Ví Dụ, ngày 05 tháng 12 năm 2025")
            canvas.put(row + 2, left, "*")
        return row + 3

    def _titles(self, canvas: Canvas, table: Table, row: int, left: int, width: int, *, plain: bool) -> int:
        style = self._style
        if not (style.title_rows or table.title.endswith("!")):
            return row
        title = table.title.rstrip("!")
        canvas.put(row, left, title.upper() if style.title_upper else title[:1].upper() + title[1:])
        if width > 3 and not plain:
            canvas.merge(row, left, row, left + width - 1)
        row += 1
        if style.title_rows > 1:
            canvas.put(row, left, self._cell)
            row += 1
        if style.subtitle and not plain:
            canvas.put(row, left, style.subtitle)
            row += 1
        return row + (0 if plain else self._chance.choice((0, 1, 1)))

    def _headings(self, canvas: Canvas, fields: Sequence[Field], row: int, left: int) -> dict[int, int]:
        """Heading rows; gives index of a field → its first column, and under -1 the row below."""
        style, chance = self._style, self._chance
        parents: list[tuple[int, int, str]] = []
        plain: list[tuple[int, str]] = []
        children: list[tuple[int, str]] = []
        columns, column = {}, left
        for index, one in enumerate(fields):
            columns[index] = column
            for at, (parent, text) in enumerate(one.headings):
                if parent:
                    if at == 0 or one.headings[at - 1][0] != parent:
                        parents.append((column + at, column + at, parent))
                    else:
                        first, _, name = parents[-1]
                        parents[-1] = (first, column + at, name)
                    children.append((column + at, text))
                else:
                    plain.append((column + at, text))
            column += len(one.headings)
        if style.decoration and chance.random() < style.two_rows:
            self._decorate(plain, parents, children)
        empty = {at for at, text in children if not text}
        deep = any(first not in empty for first, _last, _name in parents)
        for first, last, name in parents:
            canvas.put(row, first, self._cased(name))
            if first in empty:
                canvas.merge(row, first, row + deep, last)
            elif style.merged_parents:
                canvas.merge(row, first, row, last)
        for at, text in children:
            canvas.put(row + 1, at, self._cased(text))
        for at, text in plain:
            below = deep and style.stand_alone_at == "bottom"
            canvas.put(row + (1 if below else 0), at, self._cased(text))
            if deep and style.stand_alone_at == "merged" and text:
                canvas.merge(row, at, row + 1, at)
        columns[-1] = row + (2 if deep else 1)
        return columns

    def _decorate(
        self,
        plain: list[tuple[int, str]],
        parents: list[tuple[int, int, str]],
        children: list[tuple[int, str]],
    ) -> None:
        """A parent of no meaning over a run of plain headings."""
        runs = [
            at
            for at in range(1, len(plain) - 2)
            if plain[at + 1][0] == plain[at][0] + 1 and plain[at][1] and plain[at + 1][1]
        ]
        if not runs:
            return
        at = self._chance.choice(runs)
        pair = plain[at : at + 2]
        parents.append((pair[0][0], pair[-1][0], self._chance.choice(PARENTS)))
        children += pair
        del plain[at : at + 2]

    def _cased(self, text: Any) -> Any:
        style = self._style
        if not isinstance(text, str):
            return text
        if style.heading_case == "upper":
            text = text.upper()
        elif style.heading_case == "lower":
            text = text.lower()
        elif style.heading_case == "title":
            text = text.title()
        if style.new_tones:
            text = text.replace("uỷ", "ủy").replace("oà", "òa").replace("UỶ", "ỦY")
        if style.wrapped and " " in text and self._chance.random() < 0.5:
            words = text.split(" ")
            middle = (len(words) + 1) // 2
            text = " ".join(words[:middle]) + "\n" + " ".join(words[middle:])
        return f"{text} " if style.spaces else text

    def _column_numbers(self, canvas: Canvas, row: int, left: int, width: int, *, plain: bool) -> int:
        kind = self._style.column_numbers
        if kind == "none" or plain:
            return row
        for at in range(width):
            text: Any = {
                "plain": at + 1,
                "bracket": f"({at + 1})",
                "letters": "AB"[at] if at < 2 else at - 1,
            }[kind]
            canvas.put(row, left + at, text)
        return row + 1

    def _body(
        self,
        canvas: Canvas,
        table: Table,
        fields: Sequence[Field],
        columns: dict[int, int],
        row: int,
        left: int,
        width: int,
        *,
        plain: bool,
    ) -> int:
        style, first, number, groups = self._style, row, 0, list[str]()
        in_section = 0
        for index, record in enumerate(table.records):
            section = table.section(record) if table.section else ""
            if section and (not groups or groups[-1] != section):
                row = self._subtotal(canvas, table, row, left, in_section) if groups and not plain else row
                in_section = 0
                groups.append(section)
                row = self._section(
                    canvas,
                    section,
                    row,
                    left,
                    width,
                    len(groups),
                    sum(table.section(one) == section for one in table.records) if table.section else 0,
                )
            elif style.repeated_headings and index and index % 15 == 0 and not plain:
                row = self._headings(canvas, fields, row, left)[-1]
            number += 1
            in_section += 1
            self._record(canvas, table, fields, columns, row, number, record)
            row += 1
        self._merge_down(canvas, table, fields, columns, first)
        if plain:
            return row
        if groups:
            row = self._subtotal(canvas, table, row, left, in_section)
        if style.prepared_rows and style.numbering_word and not groups:
            for extra in range(2):
                canvas.put(row + extra, left, number + 1 + extra)
            row += 2
        if style.hidden_rows and number > 3:
            canvas.hidden.add(row - 1)
        return self._foot(canvas, table, columns, first, row, left, width, number)

    def _record(
        self,
        canvas: Canvas,
        table: Table,
        fields: Sequence[Field],
        columns: dict[int, int],
        row: int,
        number: int,
        record: Any,
    ) -> None:
        facts = dict(table.given(record))
        places: dict[int, int] = {}
        for index, one in enumerate(fields):
            raws, found = one.show(record)
            for at, raw in enumerate(raws):
                shown = number if raw == "#" else raw
                if self._style.spaces and isinstance(shown, str) and self._chance.random() < 0.3:
                    shown += " "
                canvas.put(row, columns[index] + at, shown)
            facts |= found
            for key in one.keys:
                self._drawing.expected.notes.setdefault(
                    (f"{table.table}@{canvas.name}", key),
                    " > ".join(str(part) for part in one.headings[0] if part),
                )
            places[id(one)] = columns[index]
        expected, year = self._drawing.expected, table.year(record)
        for key, value in facts.items():
            expected.facts[table.table, canvas.name, row, year, key] = value
        for key, value in table.may(record).items():
            expected.may[table.table, canvas.name, row, year, key] = value
        for other, its_year, more in table.also(record, places) if table.also else ():
            for key, value in more.items():
                expected.facts[other, canvas.name, row, its_year, key] = value

    def _merge_down(
        self, canvas: Canvas, table: Table, fields: Sequence[Field], columns: dict[int, int], first: int
    ) -> None:
        if not self._style.merged_down or table.section:
            return
        for index, one in enumerate(fields):
            if not one.down:
                continue
            row = first
            while row < first + len(table.records):
                last = row
                while last + 1 < first + len(table.records) and all(
                    (canvas.squares.get((row, columns[index] + at)) or "")
                    == (canvas.squares.get((last + 1, columns[index] + at)) or "")
                    != ""
                    for at in range(len(one.headings))
                ):
                    last += 1
                for at in range(len(one.headings)):
                    for below in range(row + 1, last + 1):
                        canvas.squares.pop((below, columns[index] + at), None)
                    canvas.merge(row, columns[index] + at, last, columns[index] + at)
                row = last + 1

    def _section(
        self, canvas: Canvas, name: str, row: int, left: int, width: int, number: int, count: int
    ) -> int:
        kind = self._style.sections
        roman = ("I", "II", "III", "IV", "V", "VI", "VII")[number - 1] if number < 8 else str(number)
        if kind == "roman" and self._style.numbering_word:
            canvas.put(row, left, roman)
            canvas.put(row, left + 1, name)
        elif kind == "counted":
            canvas.put(row, left, f"{roman}. {name} ({count:02} đồng chí)")
        else:
            canvas.put(row, left, f"{roman}. {name}" if kind == "roman" else name)
            if kind == "merged":
                canvas.merge(row, left, row, left + width - 1)
        return row + 1

    def _subtotal(self, canvas: Canvas, table: Table, row: int, left: int, count: int) -> int:
        if not self._style.subtotals or not table.people:
            return row
        canvas.put(
            row,
            left + (1 if self._style.numbering_word else 0),
            self._chance.choice((f"Cộng: {count}", f"Cộng tổ: {count:02} đồng chí", "Cộng")),
        )
        return row + 1

    def _foot(
        self,
        canvas: Canvas,
        table: Table,
        columns: dict[int, int],
        first: int,
        row: int,
        left: int,
        width: int,
        count: int,
    ) -> int:
        style = self._style
        words = left + (1 if style.numbering_word else 0)
        unit = "đồng chí" if table.people else "văn bản" if table.table == "documents" else "lượt"
        if style.totals == "label":
            canvas.put(row, words, "Tổng cộng")
            canvas.put(row, left + width - 1, count)
        elif style.totals == "count":
            canvas.put(row, left, f"Cộng: {count:02} {unit}")
        elif style.totals == "list":
            canvas.put(row, left, f"Danh sách này có {count:02} {unit}./.")
        elif style.totals == "formula":
            canvas.put(row, words, "Tổng số")
            canvas.put(row, words + 1, Formula(f"=COUNTA(B{first}:B{row - 1})", count))
        elif style.totals == "number":
            canvas.put(row, words, f"TỔNG SỐ: {count}")
        row += style.totals != "none"
        if style.totals != "none" and style.breakdown and table.people:
            for text in ("Trong đó: Nữ", "- Đảng viên dự bị", "HTXS"):
                canvas.put(row, words, text)
                canvas.put(row, words + 1, self._chance.randrange(9))
                row += 1
        if style.foot_note:
            row += self._chance.choice((0, 1))
            canvas.put(row, left, style.foot_note)
            row += 1
        return self._signature(canvas, row, left, width)

    def _signature(self, canvas: Canvas, row: int, left: int, width: int) -> int:
        style, right = self._style, left + max(width - 2, 2)
        if style.signature == "none":
            return row
        row += 0 if style.signature == "compact" else 1
        canvas.put(row, right, "Ví Dụ, ngày 05 tháng 12 năm 2025")
        canvas.put(row + 1, right, "T/M CHI BỘ")
        canvas.put(row + 2, right, "BÍ THƯ")
        canvas.put(row + 5, right, "Trần Văn Ký")
        if style.signature == "both":
            canvas.put(row + 1, left + 1, "NGƯỜI LẬP BIỂU")
            canvas.put(row + 5, left + 1, "Lê Thị Lập")
        return row + 6


def _extra(name: str, chance: Random) -> Any:
    """A square of a column that no table of ours has."""
    if "iện thoại" in name:
        return f"09{chance.randrange(10**8):08}"
    if name.startswith("Trình độ") or name == "Lý luận chính trị":
        return chance.choice(("Đại học", "Trung cấp", "Cao cấp", "12/12", "Sơ cấp", None))
    if name == "Tôn giáo":
        return "Không"
    if name == "Huy hiệu Đảng":
        return chance.choice((None, None, "30 năm", "40 năm"))
    if name == "Bậc lương":
        return chance.choice((2.34, 3.0, 4.98, 3.33))
    if name == "Ngày cập nhật":
        return "05/12/2025"
    return chance.choice((None, None, "x", f"M{chance.randrange(99)}"))
