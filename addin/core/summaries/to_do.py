"""One thing to do, as `next` lists it, and one day of the year's calendar."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

from addin.core.places import Place
from addin.core.records import dataclass

_SOON = timedelta(days=30)


class State(StrEnum):
    """Late first: that is what a secretary must see."""

    LATE = "late"
    DUE = "due"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """Quá hạn, Đến hạn, Còn thiếu."""
        return {"late": "Quá hạn", "due": "Đến hạn", "missing": "Còn thiếu"}[self.value]


@dataclass(frozen=True, slots=True)
class Command:
    """One of our commands, with what it has to be told."""

    name: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to do: `text` says what, `due` until when, `command` which of our commands helps.

    `places` are the squares to look at, `to_fill` the empty one whose filling does it: None where none is sure to be that.
    """

    id: str
    state: State
    text: str
    due: date | None = None
    command: Command | None = None
    places: tuple[Place, ...] = ()
    to_fill: Place | None = None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day of the year, whether or not anything is open; `reference` says by which text or sheet, marked where nobody compared it.

    `places` are the squares to look at or to fill, `command` what helps.
    """

    id: str
    on: date
    text: str
    reference: str
    places: tuple[Place, ...] = ()
    command: Command | None = None


def state_of(due: date, on: date) -> State | None:
    """Late, soon, or not worth saying yet."""
    if due < on:
        return State.LATE
    return State.DUE if due <= on + _SOON else None
