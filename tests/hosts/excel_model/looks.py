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

    def get_Bold(self):
        return self.of.model.one(self.of.corners, lambda square, at: square.bold)

    def put_Bold(self, value):
        self.of._look("bold", value)


class Borders(Served):
    """Of a square all edges are alike here."""

    def __init__(self, of):
        self.of = of

    def get_Item(self, Index):
        return self

    def get_LineStyle(self):
        return self.of.model.one(self.of.corners, lambda square, at: square.line)

    def put_LineStyle(self, value):
        self.of._look("line", value)


class Interior(Served):
    def __init__(self, of):
        self.of = of

    def get_Pattern(self):
        return self.of.model.one(self.of.corners, lambda square, at: -4142 if square.ground is None else 1)

    def get_Color(self):
        return self.of.model.one(self.of.corners, lambda square, at: square.ground)

    def put_Color(self, value):
        self.of._look("ground", value)
