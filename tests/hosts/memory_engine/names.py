"""The names of one sheet, in the test-only xlwings engine."""

from __future__ import annotations

from xlwings import base_classes


class Names(base_classes.Names):
    def __init__(self, model):
        self.model = model

    def contains(self, name):
        return name in self.model.names

    def add(self, name, refers_to):
        self.model.names[name] = refers_to
        return Name(name)


class Name(base_classes.Name):
    api = None

    def __init__(self, name):
        self._name = name
        self.api = type("NameApi", (), {})()
