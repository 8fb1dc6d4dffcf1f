"""A person who says yes or no to everything and remembers what was shown."""

from __future__ import annotations


class Person:
    def __init__(self, answer=True):
        self.answer, self.told, self.warned, self.asked, self.files = answer, [], [], [], []

    def tell(self, text, *, warning=False):
        (self.warned if warning else self.told).append(text)

    def ask(self, text):
        self.asked.append(text)
        return self.answer(text) if callable(self.answer) else self.answer

    def show_file(self, path):
        self.files.append(path)
