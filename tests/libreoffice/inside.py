"""Loaded into the office's own Python by serve_document.py: answers there, as the extension does, at its speed.

Across the pipe each call of UNO costs as much as hundreds inside. The message boxes are left out, for nobody
reads them here. Questions more: `open`, `close`, `save_as`, `type_in`.
"""

import json
import sys
from pathlib import Path

import unohelper
from com.sun.star.beans import PropertyValue
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
        own = {"open": self.open, "close": self.close, "save_as": self.save_as, "type_in": self.type_in}
        return own.get(name) or self._known.get(name)

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

    def type_in(self, sheet, cell, text):
        """What a person types."""
        self._document.Sheets.getByName(sheet).getCellRangeByName(cell).setFormula(text)


g_ImplementationHelper = unohelper.ImplementationHelper()
g_ImplementationHelper.addImplementation(Inside, NAME, (NAME,))
