"""Squares as a reader finds them: `Kiểm tra: A2:A9, C4`, runs of one column drawn together."""

from __future__ import annotations

from collections.abc import Iterable

from addin.core.places import Place, column_letters

_SHOWN = 12


def squares(places: Iterable[Place]) -> str:
    """All places by sheet, sheets in the order first met; a long list says how many more there are."""
    ordered = tuple(dict.fromkeys(places))
    if not ordered:
        return ""
    told = []
    for sheet in dict.fromkeys(place.sheet for place in ordered):
        runs = _runs([place for place in ordered if place.sheet == sheet])
        more = f" và {len(runs) - _SHOWN} ô khác" if len(runs) > _SHOWN else ""
        told.append(f"{sheet}: {', '.join(runs[:_SHOWN])}{more}" if runs != [""] else sheet)
    return "; ".join(told)


def _runs(places: list[Place]) -> list[str]:
    """`A2:A9` for squares below each other without a gap; whole rows as `dòng 4`."""
    by_column = sorted(places, key=lambda place: (place.column, place.row))
    runs: list[list[Place]] = []
    for place in by_column:
        last = runs[-1][-1] if runs else None
        if last is not None and last.column == place.column and last.row + 1 == place.row:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_run(run) for run in runs]


def _run(run: list[Place]) -> str:
    first, last = run[0], run[-1]
    if not first.row:
        return ""
    if not first.column:
        return f"dòng {first.row}" if first == last else f"dòng {first.row}–{last.row}"
    letters = column_letters(first.column)
    return first.cell if first == last else f"{letters}{first.row}:{letters}{last.row}"
