"""Finds who tells a result: the module of `output` that bears the name of the job's module.

`RateResult` of `jobs/rate.py` is told by `output/rate.py`. It is imported when a result is told, so a command loads
the words of its own job and no others; tests/output holds that every result has its teller.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from addin.core.records import dataclass

if TYPE_CHECKING:
    from addin.core.findings import Finding
    from addin.jobs.outcome import Outcome


class Telling(Protocol):
    """What such a module offers.

    One that has a list to show may also offer `table(result) -> Table`, one that asks before it goes on
    `question(result) -> str`, one that holds findings back `findings(result)`: those to be told.
    """

    def form(self, result: Any) -> dict[str, Any]:
        """The JSON document of design.md §4."""
        ...

    def lines(self, result: Any) -> Iterable[str]:
        """The lines of a terminal; the first says it all in one."""
        ...

    def box(self, result: Any) -> Iterable[str]:
        """The lines of a message box: shorter, and without words of a terminal."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """A list for a terminal that draws: `after` is said below it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    after: tuple[str, ...] = ()


def telling_of(result: object) -> Telling:
    """The module that knows the words."""
    return cast("Telling", import_module(f"addin.output.{type(result).__module__.rpartition('.')[2]}"))


def form_of(result: object) -> dict[str, Any]:
    """The JSON document."""
    return telling_of(result).form(result)


def lines_of(result: object) -> tuple[str, ...]:
    """The lines of a terminal."""
    return tuple(telling_of(result).lines(result))


def box_of(result: object) -> tuple[str, ...]:
    """The lines of a message box."""
    return tuple(telling_of(result).box(result))


def question_of(result: object) -> str:
    """What is asked before a job goes on; empty where nothing is."""
    ask = getattr(telling_of(result), "question", None)
    return cast("str", ask(result)) if ask else ""


def findings_of(outcome: Outcome[Any]) -> Sequence[Finding]:
    """The findings to be told one by one."""
    chosen = getattr(telling_of(outcome.result), "findings", None)
    return cast("Sequence[Finding]", chosen(outcome.result)) if chosen else outcome.findings


def table_of(result: object) -> Table | None:
    """The result as a table, where its job has one."""
    make = getattr(telling_of(result), "table", None)
    return cast("Table | None", make(result)) if make else None
