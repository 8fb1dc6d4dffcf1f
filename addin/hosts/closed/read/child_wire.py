"""Grids as JSON and back, for the pipe between a reading child and its parent.

JSON, not pickle: what comes out of a process that met a hostile file must not be able to run anything.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import astuple
from datetime import date, datetime, time, timedelta
from typing import Any

from addin.core.grids import Grid, Range, Raw, SquareError, Uncached
from addin.hosts.closed.read.in_process import ReadBook


def book_to_json(book: ReadBook) -> dict[str, Any]:
    """Plain lists and dicts."""
    return {
        "grids": [_grid_to_json(grid) for grid in book.grids],
        "is_to_be_recalculated": book.is_to_be_recalculated,
    }


def book_from_json(answer: dict[str, Any]) -> ReadBook:
    """The book again, equal to what was sent."""
    return ReadBook(tuple(map(_grid_from_json, answer["grids"])), bool(answer["is_to_be_recalculated"]))


def _grid_to_json(grid: Grid) -> dict[str, Any]:
    return {
        "sheet": grid.sheet,
        "values": [[_raw_to_json(value) for value in line] for line in grid.values],
        "merged": [astuple(area) for area in grid.merged],
        "formulas": sorted(grid.formulas),
        "hidden_rows": sorted(grid.hidden_rows),
        "state": grid.state,
        "fonts": [[column, sorted(names)] for column, names in grid.fonts.items()],
        "epoch_1904": grid.epoch_1904,
        "far": grid.far,
    }


def _grid_from_json(sent: dict[str, Any]) -> Grid:
    return Grid(
        sheet=sent["sheet"],
        values=tuple(tuple(_raw_from_json(value) for value in line) for line in sent["values"]),
        merged=tuple(Range(*area) for area in sent["merged"]),
        formulas=frozenset((row, column) for row, column in sent["formulas"]),
        hidden_rows=frozenset(sent["hidden_rows"]),
        state=sent["state"],
        fonts={column: frozenset(names) for column, names in sent["fonts"]},
        epoch_1904=sent["epoch_1904"],
        far=tuple(sent["far"]) if sent["far"] else None,
    )


_TO_WORDS: dict[type, tuple[str, Callable[[Any], Any]]] = {
    datetime: ("datetime", datetime.isoformat),
    date: ("date", date.isoformat),
    time: ("time", time.isoformat),
    timedelta: ("timedelta", lambda span: [span.days, span.seconds, span.microseconds]),
    SquareError: ("error", lambda error: error.code),
    Uncached: ("uncached", lambda _formula: None),
}
_FROM_WORDS: dict[str, Callable[[Any], Raw]] = {
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "timedelta": lambda parts: timedelta(*parts),
    "error": SquareError,
    "uncached": lambda _nothing: Uncached(),
}


def _raw_to_json(value: Raw) -> Any:
    """What JSON has no word for as a pair: its kind and its words."""
    kind = _TO_WORDS.get(type(value))
    return value if kind is None else [kind[0], kind[1](value)]


def _raw_from_json(sent: Any) -> Raw:
    if isinstance(sent, list):
        kind, words = sent
        return _FROM_WORDS[kind](words)
    plain: str | int | float | bool | None = sent
    return plain
