"""Which column holds which key: the canonical heading wins, two that fit are a finding, near misses are offered."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterator, Mapping

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import column_letters
from addin.core.records import dataclass
from addin.core.tables import faults
from addin.core.tables.choosing import HALVES, Choice
from addin.core.tables.headings import Heading

_NEAR = 0.84


@dataclass(frozen=True, slots=True)
class Columns:
    """Key → column as far as that is certain; `rivals` and `near` are what a person must settle."""

    places: Mapping[str, int]
    titles: Mapping[str, str]
    unknown: tuple[tuple[int, str], ...]
    rivals: tuple[tuple[str, tuple[int, ...]], ...]
    near: tuple[tuple[int, str, str], ...]
    findings: tuple[Finding, ...]


def heading_of(table: str, key: str) -> str:
    """The canonical heading; both halves of a split birth date are the birth date."""
    return glossary.header(table, HALVES.get(key, key))


def choose_columns(grid: Grid, choice: Choice) -> Columns:
    """The columns of the table a choice of headings stands for."""
    table, block = choice.table, choice.block
    fitting: dict[str, list[Heading]] = defaultdict(list)
    for heading in block.headings:
        for key in heading.keys.get(table, ()):
            fitting[key].append(heading)
    narrowed = {key: _narrowed(table, key, headings) for key, headings in fitting.items()}
    places = {key: headings[0].column for key, headings in narrowed.items() if len(headings) == 1}
    rivals = {key: headings for key, headings in narrowed.items() if len(headings) > 1}
    texts = {heading.column: heading.text for heading in block.headings}
    unknown = tuple(
        (heading.column, heading.text)
        for heading in block.headings
        if table not in heading.keys and glossary.fold(heading.text) not in glossary.ignored_headings()
    )
    near = tuple(_near_misses(table, unknown, places)) if unknown else ()
    findings = [_two_columns(grid, choice, key, headings) for key, headings in rivals.items()]
    findings += [_near_finding(grid, block.last, item, table) for item in near]
    return Columns(
        places,
        {key: texts[column] for key, column in places.items()},
        unknown,
        tuple((key, tuple(item.column for item in headings)) for key, headings in rivals.items()),
        near,
        tuple(findings),
    )


def _narrowed(table: str, key: str, headings: list[Heading]) -> list[Heading]:
    """Of several headings for a key: those that mean nothing else, of these the canonical one."""
    if len(headings) == 1:
        return headings
    alone = [item for item in headings if len(item.keys[table]) == 1] or headings
    canonical = glossary.fold(heading_of(table, key))
    exact = [item for item in alone if glossary.fold(item.text) == canonical]
    return exact if len(exact) == 1 else alone


def _two_columns(grid: Grid, choice: Choice, key: str, headings: list[Heading]) -> Finding:
    names = ", ".join(f"“{item.text}” (cột {column_letters(item.column)})" for item in headings)
    first, *others = (grid.place(choice.block.last, item.column) for item in headings)
    message = f"Cả hai cột {names} đều có thể là “{heading_of(choice.table, key)}”."
    return faults.TWO_COLUMNS.at(first, message, related=tuple(others))


def _near_misses(
    table: str, unknown: tuple[tuple[int, str], ...], places: Mapping[str, int]
) -> Iterator[tuple[int, str, str]]:
    """Column, its heading and the key it nearly names, where that key has no column yet."""
    taken = {HALVES.get(key, key) for key in places}
    plain = {
        glossary.fold_plain(folded): key
        for folded, key in glossary.headers(table).items()
        if HALVES.get(key, key) not in taken
    }
    for column, text in unknown:
        best = difflib.get_close_matches(glossary.fold_plain(text), plain, n=1, cutoff=_NEAR)
        if best:
            yield column, text, plain[best[0]]


def _near_finding(grid: Grid, row: int, item: tuple[int, str, str], table: str) -> Finding:
    column, text, key = item
    message = f"Cột “{text}” gần giống “{heading_of(table, key)}” nhưng chưa được dùng."
    return faults.NEAR_HEADING.at(grid.place(row, column), message)
