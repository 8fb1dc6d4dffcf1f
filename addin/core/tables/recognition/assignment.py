"""The best assignment of columns to keys by their fit: each column one key, each key one column.

Nearly every column has one key nobody else wants; only what competes is weighed together (the Hungarian method).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

Fits = Mapping[int, Mapping[str, int]]


def assign(fits: Fits) -> dict[int, str]:
    """Column → key; ties go to the left column and to the key that stands first."""
    best = {column: max(keys, key=lambda key: (keys[key], key)) for column, keys in fits.items() if keys}
    wanted = Counter(best.values())
    settled = {column: key for column, key in best.items() if wanted[key] == 1}
    contested = {column: fits[column] for column in best if column not in settled}
    if not contested:
        return settled
    touched = {key for keys in contested.values() for key in keys}
    competing = {column: fits[column] for column in best if column in contested or settled[column] in touched}
    return {**settled, **_solve(competing)}


def _solve(fits: Fits) -> dict[int, str]:
    """The assignment of the greatest sum; a column that gets nothing is left out."""
    columns = sorted(fits)
    keys = sorted({key for found in fits.values() for key in found})
    width = len(keys) + len(columns)
    cost = [[-fits[column].get(key, 0) for key in keys] + [0] * len(columns) for column in columns]
    row_of = _hungarian(cost, width)
    return {
        columns[row]: keys[at]
        for at, row in enumerate(row_of)
        if row is not None and at < len(keys) and fits[columns[row]].get(keys[at], 0) > 0
    }


def _hungarian(cost: list[list[int]], width: int) -> list[int | None]:  # noqa: C901 - one algorithm, known by this shape
    """For each of `width` columns the row assigned to it (the shortest augmenting paths, with potentials)."""
    high = 1 << 30
    row_gain, column_gain = [0] * (len(cost) + 1), [0] * (width + 1)
    match = [0] * (width + 1)
    for row in range(1, len(cost) + 1):
        match[0] = row
        least, used, way = [high] * (width + 1), [False] * (width + 1), [0] * (width + 1)
        at = 0
        while True:
            used[at] = True
            line, delta, following = match[at], high, 0
            for column in range(1, width + 1):
                if not used[column]:
                    slack = cost[line - 1][column - 1] - row_gain[line] - column_gain[column]
                    if slack < least[column]:
                        least[column], way[column] = slack, at
                    if least[column] < delta:
                        delta, following = least[column], column
            for column in range(width + 1):
                if used[column]:
                    row_gain[match[column]] += delta
                    column_gain[column] -= delta
                else:
                    least[column] -= delta
            at = following
            if match[at] == 0:
                break
        while at:
            before = way[at]
            match[at], at = match[before], before
    return [match[column] - 1 if match[column] else None for column in range(1, width + 1)]
