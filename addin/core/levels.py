"""Levels of quality rating by code. Their words by regime live in the glossary (data-dictionary "Levels")."""

from __future__ import annotations

from enum import StrEnum

from addin.glossary import choices


class Level(StrEnum):
    """HTXS > HTT > HTN > KHT; TSVM and YK are the top and bottom of party cells to 2017."""

    TSVM = "TSVM"
    HTXS = "HTXS"
    HTT = "HTT"
    HTN = "HTN"
    KHT = "KHT"
    YK = "YK"

    @property
    def rank(self) -> int:
        """3 best to 0 worst, the same for both scales."""
        return _RANKS[self]

    @property
    def is_good_or_better(self) -> bool:
        """HTT trở lên."""
        return self.rank >= _RANKS[Level.HTT]


_RANKS = {Level.TSVM: 3, Level.HTXS: 3, Level.HTT: 2, Level.HTN: 1, Level.KHT: 0, Level.YK: 0}


def lower(one: Level, other: Level) -> Level:
    """The lower of two levels of one scale; the first where they are equal."""
    return other if other.rank < one.rank else one


class Grade(StrEnum):
    """Grades of one criterion: Xuất sắc, Tốt, Trung bình, Kém."""

    EXCELLENT = choices.Grade.EXCELLENT
    GOOD = choices.Grade.GOOD
    AVERAGE = choices.Grade.AVERAGE
    POOR = choices.Grade.POOR

    @property
    def rank(self) -> int:
        """3 best to 0 worst."""
        return _GRADES[self]


_GRADES = {Grade.EXCELLENT: 3, Grade.GOOD: 2, Grade.AVERAGE: 1, Grade.POOR: 0}
