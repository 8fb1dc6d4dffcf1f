"""Levels of quality rating by code. Their words by regime live in the glossary (data-dictionary "Levels")."""

from __future__ import annotations

from enum import StrEnum


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

    XUAT_SAC = "Xuất sắc"
    TOT = "Tốt"
    TRUNG_BINH = "Trung bình"
    KEM = "Kém"

    @property
    def rank(self) -> int:
        """3 best to 0 worst."""
        return {"Xuất sắc": 3, "Tốt": 2, "Trung bình": 1, "Kém": 0}[self.value]
