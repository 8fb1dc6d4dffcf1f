"""What hangs on a range and knows no other: how many lines it has, its condition, its font."""

from __future__ import annotations

from tests.hosts.excel_model.served import REFUSED, Served


class Lines(Served):
    """The rows, or the columns, of a range."""

    def __init__(self, count):
        self.count = count

    def get_Count(self):
        return self.count


class Validation(Served):
    def __init__(self, of):
        self.of = of

    def get_Value(self):
        return self.of.model.is_valid(self.of.corners)

    def get_Type(self):
        if self.of.corners[:2] not in self.of.model.lists:
            raise REFUSED
        return 3

    def get_Formula1(self):
        return self.of.model.lists[self.of.corners[:2]]


class Font(Served):
    def __init__(self, of):
        self.of = of

    def get_Name(self):
        return self.of.model.one(self.of.corners, lambda square, at: square.font)

    def put_Bold(self, value):
        self.of.model.own(*self.of.corners[:2])
