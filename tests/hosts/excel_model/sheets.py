"""Worksheets, names, notes and tables."""

from __future__ import annotations

from tests.hosts.excel_model.ranges import Comment, Range
from tests.hosts.excel_model.served import REFUSED, Collection, Served

CHART, NOTE, CONTROL, VERY_HIDDEN = 3, 4, 8, 2


class Worksheets(Collection):
    def __init__(self, book):
        self.book = book

    def alive(self):
        self.book.alive()

    def items(self):
        return [Worksheet(self.book, sheet) for sheet in self.book.model.sheets]

    def get_Parent(self):
        return self.book

    def call_Add(self, Before=None, After=None, Count=None, Type=None):
        self.book.excel.refuse_while_edited()
        sheets, beside = self.book.model.sheets, Before or After
        place = sheets.index(beside.model if beside else self.book.model.active) + (After is not None)
        self.book.call_Activate()
        return Worksheet(self.book, self.book.model.add_sheet(place, f"Sheet{len(sheets) + 1}"))


class Worksheet(Served):
    def __init__(self, book, model):
        self.book, self._model = book, model

    @property
    def model(self):
        self.alive()
        return self._model

    def alive(self):
        if not any(sheet is self._model for sheet in self.book.model.sheets):
            raise REFUSED

    def get_Application(self):
        return self.book.get_Application()

    def get_Parent(self):
        return self.book

    def get_Name(self):
        return self.model.name

    def put_Name(self, value):
        self.book.excel.refuse_while_edited()
        if value in self.book.model.taken_names or any(sheet.name.casefold() == value.casefold() for sheet in self.book.model.sheets if sheet is not self.model):
            raise REFUSED
        self.model.name = value

    def get_Index(self):
        return self.book.model.sheets.index(self.model) + 1

    def get_Visible(self):
        return self.model.visible

    def get_ProtectContents(self):
        return self.model.protected

    def get_Cells(self):
        return Range(self, (1, 1, 1_048_576, 16_384))

    def get_Range(self, Cell1, Cell2=None):
        if isinstance(Cell1, str):
            return Range.at(self, Cell1)
        first, last = Cell1.corners, (Cell2 or Cell1).corners
        rows, columns = (first[0], first[2], last[0], last[2]), (first[1], first[3], last[1], last[3])
        return Range(self, (min(rows), min(columns), max(rows), max(columns)))

    def get_UsedRange(self):
        return Range(self, self.model.used())

    def get_Names(self):
        return Names(self)

    def get_Comments(self):
        return Comments(self)

    def get_ListObjects(self):
        return ListObjects(self)

    def get_PivotTables(self, Index=None):
        return Nameless(self, [None] * self.model.pivots)

    def get_QueryTables(self):
        return Nameless(self, [])

    def get_Shapes(self):
        return Shapes(self)

    def get_ChartObjects(self, Index=None):
        return ChartObjects(self)

    def put_Visible(self, value):
        self.book.excel.refuse_while_edited()
        self.model.visible = value

    def call_Copy(self, Before=None, After=None):
        """Refused of a sheet that is hidden for good, and where the list of sheets is held."""
        book, beside = self.book.model, (Before or After).model
        self.book.excel.refuse_while_edited()
        if book.structure_locked or self.model.visible == VERY_HIDDEN:
            raise REFUSED
        book.copy_sheet(self.model, book.sheets.index(beside) + (After is not None))

    def call_Activate(self):
        self.book.model.active = self.model

    def call_Evaluate(self, Name=None):
        """A range, or the range a name of the workbook stands for; anything else is an error value."""
        text = Name.removeprefix("=")
        sheet, _, address = self.book.model.names.get(text, text).rpartition("!")
        found = [one for one in self.book.model.sheets if one.name == (sheet.strip("'") or self.model.name)]
        is_range = found and address.replace("$", "").replace(":", "").isalnum() and any(sign.isdigit() for sign in address)
        return Range.at(Worksheet(self.book, found[0]), address) if is_range else -2146826259

    def get_Hyperlinks(self):
        return Hyperlinks(self)

    def get_PageSetup(self):
        return PageSetup(self)

    def get_AutoFilterMode(self):
        return self.model.arrows is not None

    def put_AutoFilterMode(self, value):
        """Taken off alone: True is refused."""
        self.book.excel.refuse_while_edited()
        if value:
            raise REFUSED
        self.model.arrows, self.model.filtered_rows = None, set()

    def get_FilterMode(self):
        return bool(self.model.filtered_rows)

    def call_ShowAllData(self):
        self.book.excel.refuse_while_edited()
        if not self.model.filtered_rows:
            raise REFUSED
        self.model.filtered_rows = set()

    def call_Delete(self):
        """Excel asks the person where the sheet holds anything, and waits."""
        self.book.excel.refuse_while_edited()
        if self.book.excel.settings["DisplayAlerts"] and self.model.squares:
            self.book.excel.asked_to_delete.append(self.model.name)
        self.book.model.remove(self.model)

    def call_Move(self, Before=None, After=None):
        self.book.excel.refuse_while_edited()
        sheets, beside = self.book.model.sheets, (Before or After).model
        sheets.remove(self.model)
        sheets.insert(sheets.index(beside) + (After is not None), self._model)
        self.book.model.active = self._model


class OfSheet(Collection):
    """What hangs on a sheet lives as long as it."""

    def __init__(self, sheet):
        self.sheet = sheet

    def alive(self):
        self.sheet.alive()


class Nameless(OfSheet):
    """What is only counted here."""

    def __init__(self, sheet, held):
        super().__init__(sheet)
        self.held = held

    def items(self):
        return self.held


class Shapes(OfSheet):
    """Charts, buttons and arrows, and a shape for each note."""

    def items(self):
        charts, notes = [(CHART, None)] * len(self.sheet.model.charts), [(NOTE, None)] * len(self.sheet.model.notes)
        return [Shape(self.sheet, one) for one in [*charts, *self.sheet.model.shapes, *notes]]


class Shape(Served):
    def __init__(self, sheet, kind):
        self.sheet, self.kind = sheet, kind

    def get_Type(self):
        return self.kind[0]

    def get_FormControlType(self):
        if self.kind[0] != CONTROL:
            raise REFUSED
        return self.kind[1]

    def call_Delete(self):
        if self.kind[0] == CHART:
            self.sheet.model.charts.pop()
        else:
            self.sheet.model.shapes.remove(self.kind)


class ChartObjects(OfSheet):
    def items(self):
        return [ChartObject(self.sheet, series) for series in self.sheet.model.charts]


class ChartObject(Served):
    def __init__(self, sheet, series):
        self.sheet, self.series = sheet, series

    def get_Chart(self):
        return Chart(self.sheet, self.series)


class Chart(Served):
    def __init__(self, sheet, series):
        self.sheet, self.series = sheet, series

    def get_SeriesCollection(self, Index=None):
        return SeriesCollection(self.sheet, self.series)


class SeriesCollection(OfSheet):
    def __init__(self, sheet, series):
        super().__init__(sheet)
        self.series = series

    def items(self):
        return [Series(self.series, number) for number in range(len(self.series))]


class Series(Served):
    """Of one whose data nobody sees Excel tells no formula."""

    def __init__(self, series, number):
        self.series, self.number = series, number

    def get_Formula(self):
        if not self.series[self.number]:
            raise REFUSED
        return self.series[self.number]

    def put_Formula(self, value):
        self.series[self.number] = value


class Names(OfSheet):
    def items(self):
        return [NamedItem(self.sheet, name) for name in self.sheet.model.names]

    def get__Default(self, Index):
        """Excel's error for a name that is not there is the general one."""
        if Index not in self.sheet.model.names:
            raise REFUSED
        return NamedItem(self.sheet, Index)

    def call_Add(self, Name=None, RefersTo=None):
        self.sheet.model.names[Name] = RefersTo
        return NamedItem(self.sheet, Name)


class NamedItem(Served):
    def __init__(self, sheet, text):
        self.sheet, self.text = sheet, text

    def get_Name(self):
        return self.text

    def put_Visible(self, value):
        """Nobody looks at the list of names here."""

    def call_Delete(self):
        del self.sheet.model.names[self.text]


class Comments(OfSheet):
    def items(self):
        return [Comment(self.sheet, at) for at in self.sheet.model.notes]


class Hyperlinks(OfSheet):
    """Links of squares; all of them go at once."""

    def items(self):
        return list(self.sheet.model.links)

    def call_Add(self, Anchor, Address, SubAddress=None, ScreenTip=None, TextToDisplay=None):
        self.sheet.book.excel.refuse_while_edited()
        assert Address == ""
        self.sheet.model.links[Anchor.corners[:2]] = (SubAddress, ScreenTip)
        if TextToDisplay is not None:
            self.sheet.model.type_in(*Anchor.corners[:2], TextToDisplay)

    def call_Delete(self):
        self.sheet.book.excel.refuse_while_edited()
        self.sheet.model.links = {}


class PageSetup(Served):
    """Kept by name; a PC without a printer refuses all of it."""

    def __init__(self, sheet):
        self.sheet = sheet

    def _set(self, name, value):
        if self.sheet.book.excel.has_no_printer:
            raise REFUSED
        self.sheet.model.page[name] = value

    def put_Orientation(self, value):
        self._set("Orientation", value)

    def put_Zoom(self, value):
        self._set("Zoom", value)

    def put_FitToPagesWide(self, value):
        self._set("FitToPagesWide", value)

    def put_FitToPagesTall(self, value):
        self._set("FitToPagesTall", value)

    def put_RightFooter(self, value):
        self._set("RightFooter", value)

    def put_PrintTitleRows(self, value):
        self._set("PrintTitleRows", value)


class ListObjects(OfSheet):
    def items(self):
        return [ListObject(self.sheet, name) for name in self.sheet.model.tables]


class ListObject(Served):
    def __init__(self, sheet, name):
        self.sheet, self.name = sheet, name

    def get_Name(self):
        return self.name

    def get_Range(self):
        return Range(self.sheet, self.sheet.model.tables[self.name])

    def get_ShowTotals(self):
        return False

    def get_AutoFilter(self):
        return AutoFilter(self.sheet)

    def call_Unlist(self):
        del self.sheet.model.tables[self.name]

    def call_Resize(self, Range):
        self.sheet.model.tables[self.name] = Range.corners


class AutoFilter(Served):
    """The arrows of a table."""

    def __init__(self, sheet):
        self.sheet = sheet

    def call_ShowAllData(self):
        self.sheet.call_ShowAllData()


CLASSES = (AutoFilter, Worksheets, Worksheet, Nameless, Shapes, Shape, ChartObjects, ChartObject, Chart, SeriesCollection, Series, Names, NamedItem, Comments, Hyperlinks, PageSetup, ListObjects, ListObject)
