"""Laws of the whole catalogue, over books nobody would write by hand."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin import glossary
from addin.core import catalogue
from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import Kind, RowSource, columns_of
from tests.proof import count

pytestmark = pytest.mark.proof

TODAY = date(2026, 11, 23)
NAMES = [
    "Trần Văn An",
    "Lê Thị Bình",
    "Đ/c Lê Thị Bình",
    "Chi bộ",
    "Toàn chi bộ",
    "Tổ 1",
    "Đỗ Văn Em",
    "Phạm Minh Châu",
]
TEXTS = [
    "05-QĐ/CB",
    "Số: 5/QĐ-CB",
    "Kế hoạch",
    "kiểm tra năm",
    "Quy định số 30 ngày 26/7/2016",
    "Tổ 1",
    "a",
    "{}|%s\n",
]


def _value(kind, choices, chance):
    if chance.random() < 0.3:
        return () if kind in (Kind.MEMBERS, Kind.LIST, Kind.CODES, Kind.CHOICES, Kind.LEVELS) else None
    day = PartialDate(chance.choice([1954, 2016, 2019, 2026, 2030]), chance.choice([None, 2, 12]))
    options = {
        Kind.DATE: [
            day,
            PartialDate(2020, 2, 29),
            PartialDate(2026, 11, 23),
            PartialDate(9999, 12, 31),
            PartialDate(1, 1, 1),
        ],
        Kind.INT: [0, 1, 2, 2016, 2025, 2026, 9999, 10**12],
        Kind.NUMBER: [Decimal(0), Decimal("0.5"), Decimal(101), Decimal(-1)],
        Kind.FLAG: [True, False],
        Kind.MEMBER: NAMES,
        Kind.RESTRICTED: ["Phạm Minh Châu", "Đỗ Văn Em"],
        Kind.LEVEL: list(Level),
        Kind.LEVELS: [(Level.HTT,), tuple(Level)],
        Kind.MEMBERS: [(NAMES[0],), tuple(NAMES)],
        Kind.LIST: [("a", "b")],
        Kind.CODES: [("TD", "HC2"), ("X9", "lời")],
        Kind.CHOICES: [_choices(kind, choices)],
        Kind.CHOICE: _choices(kind, choices),
        Kind.DIGITS: ["079080001234", "12", "x"],
        Kind.TEXT: [*TEXTS, *NAMES],
    }
    return chance.choice(options[kind])


def _choices(kind, choices):
    return glossary.canonical_choices(choices) if kind in (Kind.CHOICE, Kind.CHOICES) else (None,)


def _book(chance):
    tables, layout = {}, []
    for table, row_type in ROW_TYPES.items():
        columns = columns_of(row_type)
        places = {column.key: number for number, column in enumerate(columns, 1)}
        rows = [
            row_type(
                source=RowSource(glossary.sheet_name(table), number, places),
                **{column.field: _value(column.kind, column.choices, chance) for column in columns},
            )
            for number in range(2, 2 + chance.randrange(6))
        ]
        tables[table] = tuple(rows)
        layout.append(
            FoundTable(table, glossary.sheet_name(table), (1,), 2, len(rows) + 1, places, ((99, "Cử tri"),))
        )
    return Book(layout=tuple(layout), **tables)


@settings(max_examples=count(60, 1_200), deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_no_book_breaks_a_rule(seed):
    """Whatever is blank, odd or contradictory, every rule answers, and answers the same twice."""
    book = _book(random.Random(seed))  # noqa: S311 - test data, no secret

    found = catalogue.run(Reading(book), TODAY)

    assert found == catalogue.run(Reading(book), TODAY)
    assert all(finding.place.sheet and finding.message for finding in found)


@settings(max_examples=count(30, 600), deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_no_finding_repeats_the_accuser(seed):
    """The accuser of a denunciation is in no finding, wherever else the workbook writes the name."""
    book = _book(random.Random(seed))  # noqa: S311 - test data, no secret
    accuser = "Nguyễn Thị Kín Đáo"
    rows = tuple(
        type(row)(
            source=row.source, member=row.member, content=f"Đơn của {accuser} về tài sản", accuser=accuser
        )
        for row in book.denunciations
    )
    restricted = Book(layout=book.layout, members=book.members, denunciations=rows)

    found = catalogue.run(Reading(restricted), TODAY)

    assert sum(finding.rule == "DEN401" for finding in found) == len(rows)
    assert not any(
        accuser in text for finding in found for text in (finding.message, finding.fix, repr(finding))
    )


def test_no_finding_repeats_an_identification_number():
    """Messages say how many digits or which row, never the number."""
    source = RowSource("Đảng viên", 2, {"id_number": 1, "full_name": 2})
    rows = tuple(
        ROW_TYPES["members"](
            source=RowSource("Đảng viên", row, source.columns), full_name=name, id_number="07908000123"
        )
        for row, name in ((2, "Trần Văn An"), (3, "Lê Thị Bình"))
    )

    found = catalogue.run(Reading(Book(members=rows)), TODAY)

    assert {finding.rule for finding in found} == {"MEM205", "MEM303"}
    assert not any("07908000123" in finding.message for finding in found)
