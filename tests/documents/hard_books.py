"""Workbooks that are hard on a paper: the cycle's book made long, or full of marks, written to a file and read back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from cycle_books import FIRST, SECOND, YEAR, cycle_book
from document_books import SECRETARY, rated, settled_book
from document_contexts import ASKED

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import ROW_TYPES, Book
from addin.core.tables.rows.columns import Kind, columns_of
from addin.documents.catalogue import KINDS
from addin.documents.parts.contexts import Context
from addin.documents.parts.request import Request
from addin.hosts.closed.book import ClosedBook
from tests.builders import row, rows
from tools.workbooks.contents import Contents
from tools.workbooks.making import make

ON = date(YEAR, 12, 15)
LENGTH, MEMBERS, LINES = 300, 60, 20
_WRITTEN = (Kind.TEXT, Kind.LIST, Kind.CODES, Kind.MEMBER, Kind.MEMBERS)
_NUMBERS = frozenset({"decision_no", "conclusion_no", "number", "symbol", "dossier", "superior_plan", "code", "party_post", "member_id", "form"})
_NAMES = frozenset({"subject", "group"})
"""Short texts by which rows find one another."""
_WHOLE = frozenset({"Chi bộ", "Toàn chi bộ"})
"""Words that mean everybody, and would mean nobody when changed."""

Change = Callable[[str], str]


def long(text: str) -> str:
    """The text grown to three hundred letters, still told apart by its beginning."""
    return (f"{text} " + "và rất nhiều chữ nữa của một ô dài trong sổ " * LENGTH)[:LENGTH].strip()


def long_book() -> Book:
    """Sixty rated members; twenty strengths, shortcomings, contents, notes of each sort, tasks, commitments and absent members."""
    seed = replace(cycle_book(), ratings=settled_book().ratings)
    more = [f"Người Bịa Đặt Số {number}" for number in range(len(seed.members) + 1, MEMBERS + 1)]
    model = next(one for one in seed.members if one.full_name == FIRST)
    many = {key: _many(key) for key in ("strengths", "shortcomings", "contents")}
    absent = {"absent": tuple(more[:LINES]), "total": MEMBERS, "present": MEMBERS - LINES}
    return replace(
        seed,
        members=(*seed.members, *(replace(model, full_name=name, source=_source("members", number)) for number, name in enumerate(more, 99))),
        ratings=(*seed.ratings, *(rated(number, name, (0, 8, 0, 0), final_level=Level.HTT) for number, name in enumerate(more, 99))),
        inspections=tuple(replace(one, **many) if one.year == YEAR else one for one in seed.inspections),
        meetings=tuple(replace(one, **absent) for one in seed.meetings),
        supervision_notes=rows("supervision_notes", *_notes()),
        tasks=rows("tasks", *({"member": FIRST, "task": text, "result": "Đạt"} for text in _many("Nhiệm vụ"))),
        commitments=rows("commitments", *({"year": YEAR, "member": FIRST, "text": text, "result": "Đạt"} for text in _many("Cam kết"))),
    )


def _many(what: str) -> tuple[str, ...]:
    return tuple(f"{what} thứ {number}" for number in range(1, LINES + 1))


def _notes() -> Iterator[dict[str, Any]]:
    for number in range(1, LINES + 1):
        for kind in ("Nhân tố mới", "Hạn chế", "Dấu hiệu vi phạm"):
            yield {"noted_on": f"{number}/6/2020", "group": "Tổ đảng 1", "observer": SECRETARY, "member": SECOND, "kind": kind, "text": f"{kind} thứ {number}",
                   "action": "Nhắc trực tiếp", "outcome": "Đã khắc phục"}  # fmt: skip


def _source(table: str, number: int) -> Any:
    return row(table, number).source


def changed(book: Book, change: Change, texts: Change | None = None) -> Book:
    """The book with every name and every text made another, alike wherever they stand; free texts by `texts`."""
    names = ("cell_name", "superior_name", "place")
    settings = replace(book.settings, **{name: change(value) for name in names if (value := getattr(book.settings, name))})
    tables = {table: tuple(_row(table, one, change, texts or change) for one in book.rows(table)) for table in ROW_TYPES}
    return replace(book, settings=settings, **tables)


def _row(table: str, one: Any, change: Change, texts: Change) -> Any:
    columns = [column for column in columns_of(ROW_TYPES[table]) if column.kind in _WRITTEN and column.key not in _NUMBERS]
    return replace(
        one, **{column.field: _changed(getattr(one, column.field), texts if column.kind is Kind.TEXT and column.key not in _NAMES else change) for column in columns}
    )


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    return change(value) if isinstance(value, str) and value not in _WHOLE else value


def written(book: Book, path: Path) -> Reading:
    """The book as a workbook of ours on the disk, understood again."""
    told = {"has_committee": "có", **{name: getattr(book.settings, name) for name in ("cell_name", "superior_name", "place")}}
    tables = {
        table: [{column.key: _square(getattr(one, column.field)) for column in columns_of(row_type)} for one in book.rows(table)]
        for table, row_type in ROW_TYPES.items()
    }
    make(Contents("Sổ bịa đặt", told, tables), path)
    return Reading(read_book(ClosedBook(path, now=None).grids()))


def _square(value: Any) -> Any:
    return value.exact or str(value) if isinstance(value, PartialDate) else value


def asked_of(kind: str, reading: Reading, change: Change) -> Context:
    """The first paper of a kind from that workbook."""
    wish = {"year": YEAR, "first": 2019, "last": 2022, **ASKED.get(kind, {"name": FIRST})}
    if kind == "inspection-decision":
        wish |= {"decision": "35-QĐ/CB"}
    if wish.get("name"):
        wish["name"] = change(wish["name"])
    return KINDS[kind].build(reading, Request(ON, **wish))[0]
