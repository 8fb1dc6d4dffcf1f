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
from addin.core.tables.recognition.choosing import HALVES, Choice
from addin.core.tables.recognition.heading_words import candidates, meanings
from addin.core.tables.recognition.headings import Heading
from addin.core.tables.squares import faults

_NEAR = 0.84


@dataclass(frozen=True, slots=True)
class NearHeading:
    """A heading that is used for nothing until a person says which of `keys` it is."""

    column: int
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """Key → column as far as that is certain; `rivals` and `near` are what a person must settle."""

    places: Mapping[str, int]
    titles: Mapping[str, str]
    unknown: tuple[tuple[int, str], ...]
    rivals: tuple[tuple[str, tuple[int, ...]], ...]
    near: tuple[NearHeading, ...]
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
            if len(candidates(key)) == 1:
                fitting[key].append(heading)
    narrowed = {key: _narrowed(table, key, headings) for key, headings in fitting.items()}
    places = {key: headings[0].column for key, headings in narrowed.items() if len(headings) == 1}
    rivals = {key: headings for key, headings in narrowed.items() if len(headings) > 1}
    texts = {heading.column: heading.text for heading in block.headings}
    unknown = tuple(
        (heading.column, heading.text)
        for heading in block.headings
        if not _is_sure(heading, table) and glossary.fold(heading.text) not in glossary.ignored_headings()
    )
    near = (*_near_misses(table, unknown, places), *_ambiguous(choice, places))
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
) -> Iterator[NearHeading]:
    """Headings that nearly name a key which has no column yet."""
    taken = {HALVES.get(key, key) for key in places}
    plain = {
        glossary.fold_plain(folded): key
        for folded, key in glossary.headers(table).items()
        if HALVES.get(key, key) not in taken
    }
    for column, text in unknown:
        if table in meanings(text):
            continue
        best = difflib.get_close_matches(glossary.fold_plain(text), plain, n=1, cutoff=_NEAR)
        if best:
            yield NearHeading(column, text, (plain[best[0]],))


def _is_sure(heading: Heading, table: str) -> bool:
    return any(len(candidates(key)) == 1 for key in heading.keys.get(table, ()))


def _ambiguous(choice: Choice, places: Mapping[str, int]) -> Iterator[NearHeading]:
    """Headings that may be several columns, of which those without one of their own are offered."""
    for heading in choice.block.headings:
        keys = heading.keys.get(choice.table, ())
        if keys and not _is_sure(heading, choice.table):
            offered = tuple(key for key in candidates(keys[0]) if key not in places)
            if offered:
                yield NearHeading(heading.column, heading.text, offered)


def _near_finding(grid: Grid, row: int, item: NearHeading, table: str) -> Finding:
    names = [f"“{heading_of(table, key)}”" for key in item.keys]
    many = ", ".join(names[:-1]) + f" hoặc {names[-1]}"
    is_ambiguous = table in meanings(item.text) or len(names) > 1
    says = f"có thể là {many if len(names) > 1 else names[0]}" if is_ambiguous else f"gần giống {names[0]}"
    return faults.NEAR_HEADING.at(grid.place(row, item.column), f"Cột “{item.text}” {says} nhưng chưa được dùng.")
