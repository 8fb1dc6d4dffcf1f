"""How a value reads in a line: a square, a level, a paper that was made."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from addin.core.dates import PartialDate, vn_date
from addin.core.levels import Level
from addin.core.masks import value_told
from addin.core.numerals import number_text
from addin.core.writes import Value, Write
from addin.glossary import level_words

if TYPE_CHECKING:
    from addin.jobs.made import Made

_HIDDEN = "(không hiển thị)"


def shown(value: Value | PartialDate) -> str:
    """A value as a preview shows it."""
    if value is None or value == "":
        return "(trống)"
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, float):
        return number_text(Decimal(repr(value)))
    return vn_date(value) if isinstance(value, date) else str(value)


def before_and_after(write: Write) -> tuple[Value, Value]:
    """Before and after of a square as they may be told: what names a person masked, what is restricted not at all."""
    if write.is_restricted:
        return _HIDDEN, _HIDDEN
    return value_told(write.before, names_person=write.names_person), value_told(write.value, names_person=write.names_person)


def level_shown(level: Level | None, year: int, subject: str = "member") -> str:
    """A level in the words of the year's regime."""
    return level_words(level.value, year, subject) if level else "chưa xác định"


def made_line(paper: Made) -> str:
    """The file that holds a paper, and its number where it was given one."""
    return f"Đã lập{f' số {paper.number}' if paper.number else ''}: {paper.path}"
