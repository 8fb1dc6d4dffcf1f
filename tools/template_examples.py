"""An example of every field of every template, taken from papers made of our own sample workbooks: never invented beside them.

Each kind is asked of both samples for their years, decisions and people, the richest first, until every field has shown something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from itertools import chain, islice
from typing import Any

from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.documents import catalogue
from addin.documents.parts.contexts import BLANK, placeholders
from addin.documents.parts.kind import Kind, numbered
from addin.documents.parts.request import Request
from addin.errors import Misuse
from addin.hosts.closed.book import ClosedBook
from addin.resources import shipped

_DAY = datetime(2026, 1, 1)  # noqa: DTZ001 - the workbooks' own day, in no zone
_SAMPLES = ("chi-bo-van-phong-so-2.xlsx", "mau.xlsx")
_MOST_PAPERS, _LONGEST, _NUMBER = 60, 70, 5


def samples() -> tuple[Reading, ...]:
    """Both sample workbooks, understood once; behind them the first as a base cell, whose letters to places of residence are its own."""
    readings = [Reading(read_book(ClosedBook(shipped("workbooks") / name, now=_DAY).grids())) for name in _SAMPLES]
    base = readings[0].changed(settings=replace(readings[0].book.settings, is_base_cell=True))
    return (*readings, base)


def examples(stem: str, readings: tuple[Reading, ...]) -> Mapping[str, str]:
    """One example a field, by the field's name; a field no paper of the samples fills has none."""
    kinds = [kind for kind in catalogue.KINDS.values() if kind.stem == stem]
    wanted = set(placeholders(kinds[0].context))
    found: dict[str, str] = {}
    with_gaps: dict[str, str] = {}
    papers = (_papers(reading, kind) for kind in kinds for reading in readings)
    for context in chain.from_iterable(papers):
        for name, text in _shown(context, ""):
            (with_gaps if BLANK[:2] in text else found).setdefault(name, text)
        if found.keys() >= wanted:
            break
    return {**with_gaps, **found}


def _papers(reading: Reading, kind: Kind) -> Iterator[Any]:
    settings = reading.book.settings
    of_the_cell = kind.as_set(settings)
    for wish in islice(_wishes(reading, kind), _MOST_PAPERS):
        try:
            context = kind.build(reading, wish)[0]
        except Misuse:
            continue
        yield numbered(context, of_the_cell, _NUMBER, settings) if of_the_cell.symbol else context


def _wishes(reading: Reading, kind: Kind) -> Iterator[Request]:
    book = reading.book
    years = sorted({year for year in (*(row.year for row in book.ratings), *(row.year for row in book.plan_items)) if year}, reverse=True)
    decisions = {row.decision_no: row.year for row in book.inspections if row.decision_no}
    names = [name for name in (*(row.member for row in book.disciplines), *(row.member for row in book.denunciations)) if name]
    seeds = [Request(date(year, 12, 15), year=year, first=year - 3, last=year) for year in years]
    seeds += [Request(date((year or 2025), 12, 15), year=year, decision=number) for number, year in decisions.items()]
    seeds += [Request(date(year, 12, 15), year=year, name=name) for year in years[:3] for name in (*names, *(one.full_name for one in book.members if one.full_name))]
    seeds += [Request(date(2025, 12, 15), name=name) for name in names]
    variants: list[str | None] = [*(key for key, _ in kind.variants)] or [None]
    for seed in seeds:
        for variant in variants:
            try:
                yield from islice(kind.each(reading, replace(seed, variant=variant)), 3)
            except Misuse:
                continue


def _shown(value: Any, prefix: str) -> Iterator[tuple[str, str]]:
    """Field and text of all a context prints; of a list the first line, of its records each part."""
    for item in fields(value):
        if "meaning" not in item.metadata:
            continue
        held, name = getattr(value, item.name), f"{prefix}{item.name}"
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, str) and one.strip(" .…"):
                yield name, _short(one)
            elif is_dataclass(one):
                yield name, "nhiều dòng"
                yield from _shown(one, f"{name}.")


def _short(text: str) -> str:
    cut = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]}…"
    return cut.replace("|", "\\|")
