"""The few native members of Excel's own objects that xlwings has no word for and the production host asks."""

from __future__ import annotations


class BookApi:
    def __init__(self, model):
        self.model = model
        self.Date1904 = model.epoch_1904
        self.ProtectStructure = model.structure_locked

    def Windows(self, number):
        return Window(self.model)


class Window:
    def __init__(self, model):
        object.__setattr__(self, "model", model)

    def __setattr__(self, name, value):
        if name == "SplitRow":
            self.model.split = value
        elif name == "FreezePanes":
            self.model.frozen[self.model.active.name] = self.model.split


class SheetApi:
    def __init__(self, model):
        self.ProtectContents = model.protected


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

    @property
    def EntireRow(self):
        return RowsApi(self.of)

    @property
    def Validation(self):
        return ValidationApi(self.of)


class RowsApi:
    def __init__(self, of):
        answers = {row in of.model.hidden_rows for row, _ in of.squares()}
        self.Hidden = answers.pop() if len(answers) == 1 else None


class ValidationApi:
    """Only lists of words; blank is always allowed."""

    def __init__(self, of):
        allowed = of.model.allowed
        self.Value = all(
            of.model.square(*at).value in (None, *allowed[at]) for at in of.squares() if at in allowed
        )


class WorksheetFunction:
    @staticmethod
    def CountA(area):
        first_row, first_column, last_row, last_column = area.of.corners
        return sum(
            square.value is not None and first_row <= row <= last_row and first_column <= column <= last_column
            for (row, column), square in area.of.model.squares.items()
        )
