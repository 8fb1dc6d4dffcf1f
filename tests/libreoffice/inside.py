"""Loaded into the office's own Python by serve_document.py: answers there, as the extension does, at its speed.

Across the pipe each call of UNO costs as much as hundreds inside. The message boxes are left out, for nobody
reads them here. Questions more: what a person does (`filter`, `sort`, `type_in`…) and
sees.
"""

import json
import sys
from pathlib import Path

import uno
import unohelper
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet.FilterOperator import EQUAL
from com.sun.star.task import XJob

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parents[2] / "macros" / "libreoffice" / "pythonpath"))

from sochibo_office import serving, showing  # noqa: E402 - found by the line above

NAME = "vn.sochibo.tests.Inside"
DEAF = ("tell", "confirm", "show_file")


class Inside(unohelper.Base, XJob):
    """What may be asked: of the office, and of the document that is open."""

    def __init__(self, context):
        self._context = context
        self._desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        self._document, self._known = None, {}

    def execute(self, arguments):
        """One line of JSON in, one out."""
        return json.dumps(serving.reply(self, json.loads(arguments[0].Value)))

    def get(self, name):
        own = ("open", "close", "save_as", "type_in", "filter", "sort", "put_in", "hide", "hidden", "steps", "protect", "hold_sheets")
        return getattr(self, name) if name in own else self._known.get(name)

    def open(self, path, read_only):
        """With its window: taking back an added sheet ends an office that has no window for it."""
        how = (PropertyValue("ReadOnly", 0, read_only, 0),)
        self._document = self._desktop.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, how)
        screen = showing.Screen(self._context, self._document.CurrentController.Frame)
        known = serving.questions_of(self._document, screen)
        self._known = {name: question for name, question in known.items() if name not in DEAF}

    def close(self):
        """As a person closes a window, changes thrown away."""
        self._document.setModified(False)
        self._document.close(True)

    def save_as(self, path):
        """As the Excel workbook it came from."""
        kind = PropertyValue("FilterName", 0, "Calc MS Excel 2007 XML", 0)
        self._document.storeToURL(Path(path).as_uri(), (kind,))

    def filter(self, sheet, area, column, wanted):
        """What a person's filter does: of these rows (a heading first) only those with this text in the column stay in view."""
        rows = self._document.Sheets.getByName(sheet).getCellRangeByName(area)
        field = uno.createUnoStruct("com.sun.star.sheet.TableFilterField")
        field.Field, field.IsNumeric, field.StringValue, field.Operator = column, False, wanted, EQUAL
        descriptor = rows.createFilterDescriptor(True)
        descriptor.ContainsHeader = True
        descriptor.setFilterFields((field,))
        rows.filter(descriptor)

    def sort(self, sheet, area, column):
        """Rows of an area without heading, by a column."""
        rows = self._document.Sheets.getByName(sheet).getCellRangeByName(area)
        field = uno.createUnoStruct("com.sun.star.table.TableSortField")
        field.Field, field.IsAscending = column, True
        fields = PropertyValue("SortFields", 0, uno.Any("[]com.sun.star.table.TableSortField", (field,)), 0)
        rows.sort((fields, PropertyValue("ContainsHeader", 0, False, 0)))

    def put_in(self, sheet, row, count):
        """Blank rows above a row."""
        self._document.Sheets.getByName(sheet).Rows.insertByIndex(row - 1, count)

    def hide(self, sheet, row):
        self._document.Sheets.getByName(sheet).Rows.getByIndex(row - 1).IsVisible = False

    def hidden(self, sheet, rows):
        """Which of the first rows nobody sees."""
        of = self._document.Sheets.getByName(sheet).Rows
        return [row for row in range(1, rows + 1) if not of.getByIndex(row - 1).IsVisible]

    def steps(self):
        """What stands in the undo list, the last first."""
        return list(self._document.UndoManager.getAllUndoActionTitles())

    def protect(self, sheet):
        self._document.Sheets.getByName(sheet).protect("")

    def hold_sheets(self):
        """What protects the list of sheets here; that of an Excel workbook is not read."""
        self._document.protect("")

    def type_in(self, sheet, cell, text):
        """What a person types."""
        self._document.Sheets.getByName(sheet).getCellRangeByName(cell).setFormula(text)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Inside, NAME, (NAME,))
