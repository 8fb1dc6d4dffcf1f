"""Range and what hangs on it: values as Excel hands them over, and what typing makes of those it is handed."""

from __future__ import annotations

from tests.hosts.excel_model.addresses import LAST_COLUMN, address_of, corners_of
from tests.hosts.excel_model.formulas import cell, followed
from tests.hosts.excel_model.looks import Borders, Font, Interior, Lines, Validation
from tests.hosts.excel_model.served import REFUSED, Collection, Served
from tests.hosts.excel_model.workbook import as_com, formula_of, squares_of

LONGEST_ADDRESS = 255
VISIBLE = 12


class Range(Served):
    def __init__(self, sheet, corners, others=()):
        self.sheet, self.corners, self.others = sheet, tuple(corners), tuple(others)

    @classmethod
    def at(cls, sheet, address):
        return cls(sheet, corners_of(address))

    @property
    def model(self):
        return self.sheet.model

    def alive(self):
        self.sheet.alive()

    def get_Application(self):
        return self.sheet.get_Application()

    def get_Worksheet(self):
        return self.sheet

    def get_Parent(self):
        return self.sheet

    def get_Row(self):
        return self.corners[0]

    def get_Column(self):
        return self.corners[1]

    def get_Rows(self):
        return Lines(self.corners[2] - self.corners[0] + 1)

    def get_Columns(self):
        return Lines(self.corners[3] - self.corners[1] + 1)

    def get_Count(self):
        return self.get_Rows().count * self.get_Columns().count

    def get_Cells(self):
        return self

    def get__Default(self, RowIndex=None, ColumnIndex=None):
        row, column = self.corners[0] + int(RowIndex) - 1, self.corners[1] + int(ColumnIndex or 1) - 1
        return Range(self.sheet, (row, column, row, column))

    def get_Address(self, RowAbsolute=None, ColumnAbsolute=None):
        """As many areas as its 255 characters hold; nothing says that there are more."""
        areas = [address_of(corners) for corners in (self.corners, *self.others)]
        while len(",".join(areas)) > LONGEST_ADDRESS:
            areas.pop()
        return ",".join(areas)

    def get_Areas(self):
        return Areas(self.sheet, (self.corners, *self.others))

    def call_SpecialCells(self, Type=None, Value=None):
        """The visible squares. Of a single square those of the whole sheet; refused where there are none, or protected."""
        assert Type == VISIBLE
        is_single = self.corners[0] == self.corners[2] and self.corners[1] == self.corners[3]
        found = self.model.in_view(self.model.used() if is_single else self.corners)
        if self.model.protected or not found:
            raise REFUSED
        return Range(self.sheet, found[0], found[1:])

    def get_Value(self):
        return self.model.rows_of(self.corners, as_com)

    def put_Value(self, value):
        self._write(value)

    def get_Formula(self):
        return self.model.rows_of(self.corners, formula_of)

    def put_Formula(self, value):
        self._write(value)

    def _write(self, data):
        book = self.sheet.book
        book.excel.refuse_while_edited()
        if self.model.protected and self.get_Locked() is not False:
            raise REFUSED
        if book.model.before_write:
            book.model.before_write(book.model, self)
        self.model.write(self.corners, data)

    def get_FormulaR1C1(self):
        """The formula by where it stands, in a form of the model's own; only to be put on another square."""
        return self.corners[:2], self.model.square(*self.corners[:2]).formula

    def put_FormulaR1C1(self, value):
        from openpyxl.formula.translate import Translator

        (row, column), formula = value
        for at in squares_of(self.corners):
            self.model.own(*at).formula = Translator(formula, origin=cell(row, column)).translate_formula(cell(*at))
            self.model.own(*at).value = 0.0

    def call_Merge(self, Across=None):
        self.model.merged.append(self.corners)

    def get_RowHeight(self):
        return 15.0

    def put_RowHeight(self, value):
        """Nobody looks at heights here."""

    def get_NumberFormat(self):
        return self.model.one(self.corners, lambda square, at: square.number_format)

    def put_NumberFormat(self, value):
        self.sheet.book.excel.refuse_while_edited()
        for area in self.model.reached(self.corners):
            for at in squares_of(area):
                self.model.own(*at).number_format = value

    def get_Font(self):
        return Font(self)

    def get_HasArray(self):
        return self.model.one(self.corners, lambda square, at: square.in_array)

    def get_HasSpill(self):
        return self.model.one(self.corners, lambda square, at: at in self.model.spilled)

    def get_Locked(self):
        return self.model.one(self.corners, lambda square, at: square.locked)

    def get_MergeCells(self):
        return self.model.is_merged(self.corners)

    def get_MergeArea(self):
        return Range(self.sheet, self.model.merge_at(self.corners[:2]) or (*self.corners[:2], *self.corners[:2]))

    def get_EntireRow(self):
        return EntireRow(self)

    def get_EntireColumn(self):
        return EntireColumn(self)

    def get_Validation(self):
        return Validation(self)

    def get_WrapText(self):
        return self.model.one(self.corners, lambda square, at: square.wrapped)

    def put_WrapText(self, value):
        """Rows follow at once; a column made wider later leaves them as they are."""
        self._look("wrapped", value)
        self.model.fit_rows(self.corners)

    def _look(self, name, value):
        for area in self.model.reached(self.corners):
            for at in squares_of(area):
                setattr(self.model.own(*at), name, value)

    def get_Borders(self):
        return Borders(self)

    def get_Interior(self):
        return Interior(self)

    def put_HorizontalAlignment(self, value):
        self.model.own(*self.corners[:2])

    def call_ClearFormats(self):
        self.sheet.book.excel.refuse_while_edited()
        self.model.clear_formats(self.corners)

    def call_ClearContents(self):
        self.sheet.book.excel.refuse_while_edited()
        self.model.clear_contents(self.corners)

    def call_AutoFilter(self, Field=None, Criteria1=None):
        """Without arguments the arrows are turned over."""
        self.sheet.book.excel.refuse_while_edited()
        self.model.arrows = None if self.model.arrows else self.corners

    def put_VerticalAlignment(self, value):
        self.model.own(*self.corners[:2])

    def get_ColumnWidth(self):
        return self.model.widths.get(self.corners[1], 8.43)

    def put_ColumnWidth(self, value):
        self.model.widths[self.corners[1]] = value

    def call_Select(self):
        self.sheet.book.model.selection = self.corners

    def call_Clear(self):
        self.sheet.book.excel.refuse_while_edited()
        self.model.clear(self.corners)

    def call_ClearComments(self):
        first_row, first_column, last_row, last_column = self.corners
        within = [at for at in self.model.notes if first_row <= at[0] <= last_row and first_column <= at[1] <= last_column]
        for at in within:
            del self.model.notes[at]

    def call_ClearHyperlinks(self):
        """Nobody looks at links here."""

    def get_Comment(self):
        return Comment(self.sheet, self.corners[:2]) if self.corners[:2] in self.model.notes else None

    def call_AddComment(self, Text=None):
        if self.corners[:2] in self.model.notes or self.corners[:2] in self.model.threads:
            raise REFUSED
        self.model.notes[self.corners[:2]] = Text or ""
        return Comment(self.sheet, self.corners[:2])


class Areas(Collection):
    def __init__(self, sheet, corners):
        self.sheet, self.corners = sheet, corners

    def items(self):
        return [Range(self.sheet, corners) for corners in self.corners]


class EntireRow(Served):
    def __init__(self, of):
        self.of = of

    def call_SpecialCells(self, Type=None, Value=None):
        return Range(self.of.sheet, (self.of.corners[0], 1, self.of.corners[2], LAST_COLUMN)).call_SpecialCells(Type, Value)

    def call_Insert(self, Shift=None, CopyOrigin=None):
        first, count = self.of.corners[0], sum(below - above + 1 for above, below in self._reached())
        self._move(first, count)
        self.of.model.like_above(first, count)

    def call_Delete(self, Shift=None):
        """In filter mode several rows go as far as they are seen."""
        for above, below in reversed(self._reached()):
            self._move(below + 1, above - below - 1)

    def _reached(self):
        first, last = self.of.corners[0], self.of.corners[2]
        return [(area[0], area[2]) for area in self.of.model.reached((first, 1, last, 1))] if last > first else [(first, last)]

    def _move(self, first, by):
        """What points at rows below follows, on every sheet."""
        self.of.sheet.book.excel.refuse_while_edited()
        if self.of.model.protected:
            raise REFUSED
        self.of.model.move_rows(first, by)
        book, own = self.of.sheet.book.model, self.of.model.name
        for sheet in book.sheets:
            for square in sheet.squares.values():
                if square.formula:
                    square.formula = followed(square.formula, sheet.name, own, first, by)
            for series in sheet.charts:
                series[:] = [followed(formula, "", own, first, by) for formula in series]
        for names in (book.names, *(sheet.names for sheet in book.sheets)):
            names.update({name: followed(refers, "", own, first, by) for name, refers in names.items()})

    def call_AutoFit(self):
        self.of.sheet.book.excel.refuse_while_edited()
        self.of.model.fit_rows(self.of.corners)

    def get_Hidden(self):
        return self.of.model.hidden(self.of.corners)

    def put_Hidden(self, value):
        """A person's way of hiding rows; a filter's are not shown by it."""
        assert value is False
        self.of.model.hidden_rows -= {row for row in self.of.model.hidden_rows if self.of.corners[0] <= row <= self.of.corners[2]}


class EntireColumn(Served):
    def __init__(self, of):
        self.of = of

    def get_Hidden(self):
        return self.of.model.hidden_across(self.of.corners)


class Comment(Served):
    def __init__(self, sheet, at):
        self.sheet, self.at = sheet, at

    def get_Parent(self):
        return Range(self.sheet, (*self.at, *self.at))

    def call_Text(self, Text=None):
        if Text is not None:
            self.sheet.model.notes[self.at] = Text
        return self.sheet.model.notes[self.at]

    def call_Delete(self):
        del self.sheet.model.notes[self.at]


CLASSES = (Borders, Interior, Range, Areas, Comment, Lines, EntireRow, EntireColumn, Validation, Font)
