"""The person at the screen: what is selected, where to look, message boxes, the status bar."""

# Objects of UNO have no types.
# ruff: noqa: ANN001, ANN003, ANN201, ANN202, ANN204

import uno
from com.sun.star.awt.MessageBoxType import INFOBOX, QUERYBOX, WARNINGBOX
from com.sun.star.system.SystemShellExecuteFlags import URIS_ONLY

from . import reading

OK, YES_OR_NO = 1, 3
YES = 2
AGREE, LEAVE = 1, 2


def selection(document):
    """The visible rows selected on the sheet in front and the square the cursor is on; None for a drawing."""
    chosen = document.CurrentController.Selection
    if chosen is None or not hasattr(chosen, "queryVisibleCells"):
        return None
    sheet = document.CurrentController.ActiveSheet
    addresses = chosen.RangeAddresses if hasattr(chosen, "RangeAddresses") else [chosen.RangeAddress]
    if not addresses:
        return None
    last = reading.used_area(sheet).RangeAddress.EndRow
    rows = set()
    for area in chosen.queryVisibleCells().RangeAddresses:
        rows.update(range(area.StartRow, min(area.EndRow, last) + 1))
    first = addresses[0]
    return {"sheet": sheet.Name, "rows": [row + 1 for row in sorted(rows)], "cursor": [first.StartRow + 1, first.StartColumn + 1]}


def select(document, name, row, column):
    """Bring a sheet forward and put the cursor on a square of it."""
    view = document.CurrentController
    sheet = document.Sheets.getByName(name)
    view.setActiveSheet(sheet)
    view.select(sheet.getCellByPosition(max(column, 1) - 1, max(row, 1) - 1))


def _part(model, kind, name, where, **looks):
    """One control of a dialog; Trap: the kind of a push button is a short number to UNO."""
    part = model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    part.Name = name
    part.PositionX, part.PositionY, part.Width, part.Height = where
    for look, value in looks.items():
        if look == "PushButtonType":
            uno.invoke(part, "setPropertyValue", (look, uno.Any("short", value)))
        else:
            part.setPropertyValue(look, value)
    model.insertByName(name, part)


class Screen:
    """One window of LibreOffice."""

    def __init__(self, context, frame):
        self._context = context
        self._frame = frame
        self._bar = None

    def tell(self, title, text, warning):
        """One message, until it was read."""
        self._box(WARNINGBOX if warning else INFOBOX, OK, title, text)

    def ask(self, title, text):
        """One question; whether the answer was yes."""
        return self._box(QUERYBOX, YES_OR_NO, title, text) == YES

    def line(self, title, text, proposed):
        """One line of text, `proposed` standing there already; None where the person gave up."""
        model = self._create("com.sun.star.awt.UnoControlDialogModel")
        model.Title, model.Width, model.Height = title, 260, 92
        _part(model, "FixedText", "text", (8, 6, 244, 44), Label=text, MultiLine=True)
        _part(model, "Edit", "line", (8, 52, 244, 14), Text=proposed)
        _part(model, "Button", "agree", (148, 72, 50, 14), Label="Đồng ý", PushButtonType=AGREE, DefaultButton=True)
        _part(model, "Button", "leave", (202, 72, 50, 14), Label="Thôi", PushButtonType=LEAVE)
        box = self._create("com.sun.star.awt.UnoControlDialog")
        box.setModel(model)
        try:
            box.createPeer(self._create("com.sun.star.awt.Toolkit"), self._frame.ContainerWindow)
            return model.getByName("line").Text if box.execute() == OK else None
        finally:
            box.dispose()

    def _box(self, kind, buttons, title, text):
        toolkit = self._create("com.sun.star.awt.Toolkit")
        box = toolkit.createMessageBox(self._frame.ContainerWindow, kind, buttons, title, text)
        try:
            return box.execute()
        finally:
            box.dispose()

    def progress(self, doing):
        """A word in the status bar; None gives the bar back."""
        if self._bar is not None:
            self._bar.end()
            self._bar = None
        if doing is not None:
            self._bar = self._frame.createStatusIndicator()
            self._bar.start(doing, 0)

    def show_file(self, path):
        """Open a file with the program of this machine that reads it."""
        opener = self._create("com.sun.star.system.SystemShellExecute")
        opener.execute(uno.systemPathToFileUrl(path), "", URIS_ONLY)

    def _create(self, service):
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)
