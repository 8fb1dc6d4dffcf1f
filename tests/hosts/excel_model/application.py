"""Application, Workbooks, Workbook and Window."""

from __future__ import annotations

from tests.hosts.excel_model.addresses import corners_of
from tests.hosts.excel_model.ranges import Range
from tests.hosts.excel_model.served import (
    IN_EDIT_MODE,
    NO_OBJECT_ANY_MORE,
    REFUSED,
    REJECTED,
    Collection,
    Served,
)
from tests.hosts.excel_model.sheets import Worksheet, Worksheets

AUTOMATIC, MANUAL, SEMIAUTOMATIC = -4105, -4135, 2


class Excel:
    """What one running Excel holds; `is_edited` while a person types in a square, when every change is refused."""

    def __init__(self, window):
        self.window, self.books, self.front = window, [], None
        self.settings = {"ScreenUpdating": True, "EnableEvents": True, "DisplayAlerts": True, "Calculation": AUTOMATIC}
        self.status_bar = False
        self.is_edited = self.has_no_printer = False
        self.edited_for = self.rejecting_for = 0
        self.refused_settings = set()
        self.lines, self.asked_lines, self.asked_to_delete = None, [], []

    def open(self, book):
        """It comes to the front."""
        self.books.append(book)
        self.front = book

    def change(self, name, value):
        self.refuse_while_edited()
        if name in self.refused_settings:
            raise REFUSED
        self.settings[name] = value

    def reject_while_busy(self):
        """`rejecting_for` more calls of any kind are turned down: a dialog is open."""
        if self.rejecting_for:
            self.rejecting_for -= 1
            raise REJECTED

    def refuse_while_edited(self):
        """`edited_for` more refusals, then the person is through."""
        if self.edited_for:
            self.edited_for -= 1
            raise IN_EDIT_MODE
        if self.is_edited:
            raise IN_EDIT_MODE


class Application(Served):
    def __init__(self, excel):
        self.excel = excel

    def get_Application(self):
        return self

    def get_Name(self):
        return "Microsoft Excel"

    def get_Version(self):
        return "16.0"

    def get_Hwnd(self):
        return self.excel.window

    def get_Workbooks(self):
        return Workbooks(self.excel)

    def get_ActiveWorkbook(self):
        return self.excel.front and Workbook(self.excel, self.excel.front)

    def get_ActiveSheet(self):
        return self.excel.front and Worksheet(Workbook(self.excel, self.excel.front), self.excel.front.active)

    def get_Selection(self):
        front = self.excel.front
        others = [corners_of(area) for area in front.other_areas.split(",") if area] if front else []
        return front and Range(self.get_ActiveSheet(), front.selection, others)

    def get_WorksheetFunction(self):
        return WorksheetFunction()

    def call_InputBox(self, Prompt, Title=None, Default=None):
        """What the person types: `lines` in turn, else the proposed one as it stands; False gives up."""
        self.excel.asked_lines.append((Prompt, Default))
        return Default if self.excel.lines is None else self.excel.lines.pop(0)

    def put_PrintCommunication(self, value):
        """Refused where no printer answers."""
        if self.excel.has_no_printer:
            raise REFUSED

    def get_StatusBar(self):
        return self.excel.status_bar

    def put_StatusBar(self, value):
        self.excel.status_bar = value

    def get_ScreenUpdating(self):
        return self.excel.settings["ScreenUpdating"]

    def put_ScreenUpdating(self, value):
        self.excel.change("ScreenUpdating", value)

    def get_EnableEvents(self):
        return self.excel.settings["EnableEvents"]

    def put_EnableEvents(self, value):
        self.excel.change("EnableEvents", value)

    def get_DisplayAlerts(self):
        return self.excel.settings["DisplayAlerts"]

    def put_DisplayAlerts(self, value):
        self.excel.change("DisplayAlerts", value)

    def get_Calculation(self):
        return self.excel.settings["Calculation"]

    def put_Calculation(self, value):
        self.excel.change("Calculation", value)


class WorksheetFunction(Served):
    def call_CountA(self, Arg1):
        return float(Arg1.model.count(Arg1.corners))


class Workbooks(Collection):
    def __init__(self, excel):
        self.excel = excel

    def items(self):
        return [Workbook(self.excel, book) for book in self.excel.books]

    def get_Application(self):
        return Application(self.excel)


class Workbook(Served):
    def __init__(self, excel, model):
        self.excel, self._model = excel, model

    @property
    def model(self):
        self.alive()
        return self._model

    def alive(self):
        self.excel.reject_while_busy()
        if self._model.closed:
            raise NO_OBJECT_ANY_MORE

    def get_Application(self):
        return Application(self.excel)

    def get_Name(self):
        return self.model.name

    def get_Path(self):
        return self.model.folder

    def get_FullName(self):
        return self.model.full_name

    def get_Worksheets(self):
        return Worksheets(self)

    def get_Names(self):
        return BookNames(self)

    def get_Charts(self):
        """Chart sheets; the model has none."""
        return Workbooks(Excel(0))

    def get_ActiveSheet(self):
        return Worksheet(self, self.model.active)

    def get_Date1904(self):
        return self.model.epoch_1904

    def get_ProtectStructure(self):
        return self.model.structure_locked

    def get_AutoSaveOn(self):
        """Refused where the workbook cannot save itself, as one on a drive of the PC."""
        if self.model.saves_itself is None:
            raise REFUSED
        return self.model.saves_itself

    def call_Activate(self):
        self.excel.front = self.model

    def call_Save(self):
        self.model.saves += 1

    def get_Windows(self):
        return Windows(self)


class BookNames(Collection):
    """Those of the workbook, and those of each sheet."""

    def __init__(self, book):
        self.book = book

    def items(self):
        holders = [self.book.model, *self.book.model.sheets]
        return [BookName(holder, name) for holder in holders for name in holder.names]


class BookName(Served):
    def __init__(self, holder, text):
        self.holder, self.text = holder, text

    def get_Name(self):
        return self.text

    def get_RefersTo(self):
        return "=" + self.holder.names[self.text].removeprefix("=")

    def put_RefersTo(self, value):
        self.holder.names[self.text] = value.removeprefix("=")


class Windows(Collection):
    def __init__(self, book):
        self.book = book

    def items(self):
        return [Window(self.book)]


class Window(Served):
    def __init__(self, book):
        self.book = book

    def get_Application(self):
        return self.book.get_Application()

    def put_SplitRow(self, value):
        self.book.model.split = value

    def put_FreezePanes(self, value):
        self.book.model.frozen[self.book.model.active.name] = self.book.model.split


class NativeWindow(Served):
    """What a client finds behind the window a workbook is shown in: the way xlwings finds an Excel that runs."""

    def __init__(self, excel):
        self.excel = excel

    def get_Application(self):
        return Application(self.excel)


CLASSES = (Application, WorksheetFunction, Workbooks, Workbook, BookNames, BookName, Windows, Window, NativeWindow)
