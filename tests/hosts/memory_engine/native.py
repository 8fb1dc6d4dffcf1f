"""The few native members of Excel's own objects that xlwings has no word for and the production host asks."""

from __future__ import annotations


class AppApi:
    def __init__(self, front):
        self.ActiveWorkbook, self.WorksheetFunction = front, WorksheetFunction


class BookApi:
    def __init__(self, book):
        self.book, model = book, book.model
        self.model, self.Name = model, model.name
        self.Date1904 = model.epoch_1904
        self.ProtectStructure = model.structure_locked

    def Windows(self, number):
        return Window(self.model)

    def Activate(self):
        self.book.activate()


class Window:
    def __init__(self, model):
        object.__setattr__(self, "model", model)

    def __setattr__(self, name, value):
        if name == "SplitRow":
            self.model.split = value
        elif name == "FreezePanes":
            self.model.frozen[self.model.active.name] = self.model.split


class SheetApi:
    def __init__(self, sheet):
        self.sheet = sheet
        self.ProtectContents = sheet.model.protected

    def Activate(self):
        self.sheet.book.model.active = self.sheet.model


class RangeApi:
    def __init__(self, of):
        self.of = of
        self.VerticalAlignment = None

    @property
    def HasArray(self):
        return self.of.one(lambda square, at: square.in_array)

    @property
    def Locked(self):
        return self.of.one(lambda square, at: square.locked)

    def Select(self):
        self.of.select()

    def AddComment(self, text):
        return self.of.add_note(text)

    @property
    def EntireRow(self):
        return RowsApi(self.of)

    @property
    def Validation(self):
        return ValidationApi(self.of)


class RowsApi:
    def __init__(self, of):
        self.Hidden = of.model.hidden(of.corners)


class ValidationApi:
    def __init__(self, of):
        self.Value = of.model.is_valid(of.corners)


class WorksheetFunction:
    @staticmethod
    def CountA(area):
        return area.of.model.count(area.of.corners)
