"""A clock for tests of patience."""

from __future__ import annotations

from addin.hosts.excel.patience import Patience


class Watch:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now, self.slept = 100.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def patience(self, seconds=5.0):
        return Patience(seconds, self.sleep, lambda: self.now)
