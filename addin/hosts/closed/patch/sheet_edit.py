"""What is to be done to one sheet, gathered first and then written in one pass.

Rows are added into empty rows; where one had to come between rows that are there, `room` has made it before.
Several rows added after the same row go one below the other, in their order.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.closed.patch.sheet_rules import is_protected, refuse_squares
from addin.hosts.closed.patch.sheet_xml import Setting, SheetText
from addin.hosts.closed.patch.strings import content_of
from addin.hosts.closed.patch.tables_xml import Table, refuse_table_squares, table_to_grow
from addin.hosts.closed.patch.validations import refuse_invalid
from addin.hosts.closed.patch.xml_text import XmlText
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from addin.core.writes import RowAppend, Value
    from addin.hosts.closed.patch.workbook_parts import SheetEntry
    from addin.hosts.closed.patch.working_book import WorkingBook

_ROOM = "Trong Excel chèn thêm dòng trống dưới bảng rồi chạy lại."


class SheetEdit:
    """One sheet's part of a patch."""

    def __init__(self, book: WorkingBook, entry: SheetEntry, made: frozenset[int] = frozenset()) -> None:
        """`made` are rows that were put in for this patch: empty but for looks and formulas."""
        self._book = book
        self._made = made
        self._entry = entry
        self._sheet = SheetText(entry.name, XmlText.of(book.archive.read(entry.part)))
        found = (Table.of(part, book.archive.read(part)) for part in book.parts.tables(entry))
        self._tables = [table for table in found if table is not None]
        self._grown: set[str] = set()
        self._values: dict[Place, Value] = {}
        self._beside: dict[Place, int] = {}
        self._added_rows: set[int] = set()
        self.remarks: list[str] = []

    @property
    def square_count(self) -> int:
        """How many squares are set."""
        return len(self._values)

    def set(self, place: Place, value: Value, beside: int | None = None) -> None:
        """Mean a value for one square; RefusedWrite where another is meant for it already."""
        own = Place(self._entry.name, place.row, place.column)
        if own in self._values and self._values[own] != value:
            refuse("có hai giá trị khác nhau cho cùng một ô", "Chọn một giá trị.", own)
        self._values[own] = value
        if beside is not None:
            self._beside[own] = beside

    def append(self, row: RowAppend) -> None:
        """Mean a new row; RefusedWrite where the row below is not empty or its table cannot take it."""
        number = row.after_row + 1
        while number in self._added_rows:
            number += 1
        columns = [column for column, _ in row.values]
        if not columns:
            return
        if number not in self._made:
            self._make_free(number, columns)
        self._added_rows.add(number)
        for column, value in row.values:
            place = Place(self._entry.name, number, column)
            if number not in self._made or not self._is_filled_down(place):
                self.set(place, value)

    def _make_free(self, number: int, columns: list[int]) -> None:
        self._refuse_filled(number, columns)
        for column in columns:
            table = table_to_grow(self._tables, Place(self._entry.name, number, column))
            if table is not None:
                self._grow(table, number)

    def _is_filled_down(self, place: Place) -> bool:
        """Whether the new row works the value out itself, with the formula of the row above."""
        square = self._sheet.square(place)
        return square is not None and self._sheet.is_formula(square)

    def _refuse_filled(self, number: int, columns: list[int]) -> None:
        """The new row must be empty as far as the row above it reaches."""
        above = [square.column for square in self._sheet.squares(number - 1) if self._sheet.has_value(square)]
        first, last = min(columns + above), max(columns + above)
        for square in self._sheet.squares(number):
            if first <= square.column <= last and self._sheet.has_value(square):
                place = Place(self._entry.name, number, square.column)
                refuse("dòng này đã có dữ liệu nên không thêm dòng mới vào đây được", _ROOM, place)

    def _grow(self, table: Table, number: int) -> None:
        place = Place(self._entry.name, number)
        if is_protected(self._sheet):
            refuse("trang tính đang được bảo vệ nên bảng không nối dài được", "Bỏ bảo vệ trang tính trong Excel rồi chạy lại.", place)
        columns = range(table.area.first_column, table.area.last_column + 1)
        self._refuse_filled(number, list(columns))
        others = [other for other in self._tables if other.part != table.part]
        if any(other.area.holds(number, column) for other in others for column in columns):
            refuse(f"ngay dưới bảng {table.name} là một bảng khác", _ROOM, place)
        longer = Table.of(table.part, table.grown().data)
        if longer is not None:
            self._tables = [longer if known.part == table.part else known for known in self._tables]
        if table.part not in self._grown and table.formula_columns:
            letters = ", ".join(table.formula_columns)
            self.remarks.append(f"Bảng {table.name}: cột {letters} có công thức, hãy kéo công thức xuống dòng mới.")
        self._grown.add(table.part)

    def apply(self) -> None:
        """Write everything meant; RefusedWrite for the first square that must not be written."""
        refuse_squares(self._sheet, list(self._values), self._book.styles)
        texts = {place: value if isinstance(value, str) else None for place, value in self._values.items()}
        refuse_table_squares(self._tables, texts)
        refuse_invalid(self._sheet, self._values, self._book.parts)
        settings = {(place.row, place.column): self._setting(place, value) for place, value in self._values.items()}
        self._book.put_sheet(self._entry.part, self._sheet.with_squares(settings))
        for table in self._tables:
            if table.part in self._grown:
                self._book.archive.put(table.part, table.text.data)

    def _setting(self, place: Place, value: Value) -> Setting:
        square = self._sheet.square(place)
        if square is not None and self._sheet.is_rich_value(square):
            self.remarks.append(f"{place}: ảnh hoặc kiểu dữ liệu đặc biệt trong ô đã được thay bằng giá trị mới.")
        content = content_of(value, place, self._sheet.prefix, is_1904=self._book.parts.is_1904)
        if isinstance(value, date):
            return Setting(content, self._date_style(place))
        if square is None and place.row in self._added_rows:
            return Setting(content, self._style_above(place) or None)
        if place in self._beside and self._sheet.style_at(place) == 0:
            neighbour = self._sheet.style_at(Place(place.sheet, place.row, self._beside[place]))
            return Setting(content, self._book.needed_styles().beside(neighbour))
        return Setting(content)

    def _date_style(self, place: Place) -> int | None:
        """The square's own style where it shows dates, else that of the square above, else one of ours."""
        styles = self._book.needed_styles()
        own = self._sheet.style_at(place)
        if styles.is_date(own):
            return None
        above = self._style_above(place)
        if above and styles.is_date(above):
            return above
        is_new = self._sheet.square(place) is None and place.row in self._added_rows
        return styles.dated(above if is_new and above else own)

    def _style_above(self, place: Place) -> int:
        """The style of the nearest square above that is not a row of this patch; 0 for none and for headings."""
        row = place.row - 1
        while row in self._added_rows:
            row -= 1
        above = Place(place.sheet, row, place.column)
        styles = self._book.styles
        if row < 1 or styles is None or self._sheet.square(above) is None:
            return 0
        style = self._sheet.style_at(above)
        return 0 if styles.is_bold(style) else style
