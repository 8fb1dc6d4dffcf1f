"""Numbers of papers: one place writes them, reads them, says which series they count in and which are used."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from addin.core.dates import PartialDate
from addin.core.tables.numbered import numbers_used, voided
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import RowSource
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.settings import Settings, Term
from addin.core.tables.series import (
    Series,
    kind_name,
    read_number,
    series_of,
    series_to_issue,
    written,
)
from addin.errors import Misuse

TERM = Term(date(2022, 7, 1), date(2025, 6, 30))
SETTINGS = Settings(terms=(TERM,))
IN_TERM = Series("QĐ", "20220701-20250630")


def row(made, line, **values):
    return made(source=RowSource("S", line, {}), **values)


def document(line, text, day, **more):
    return row(Document, line, number=text, date=PartialDate.of(day) if day else None, **more)


BOOK = Book(
    settings=SETTINGS,
    documents=(
        document(2, "05-QĐ/CB", date(2023, 3, 1)),
        document(3, "07", date(2024, 3, 1), kind="Quyết định"),
        document(4, "09", date(2024, 3, 1), kind="Quyết định kiểm tra", void_reason="ghi nhầm"),
        document(5, "31-BC/CB", date(2024, 3, 1)),
        document(6, "40-QĐ/CB", date(2020, 3, 1)),
        document(7, "11-QĐ/CB", None),
    ),
    inspections=(
        row(Inspection, 2, decision_no="12", decision_date=PartialDate(2024, 5, 2)),
        row(Inspection, 3, decision_no="20-KH/CB", decision_date=PartialDate(2024, 5, 2), conclusion_no="03-TB/CB"),
    ),
)


@pytest.mark.parametrize(
    ("number", "code", "text"), [(7, "QĐ", "07-QĐ/CB"), (123, "TTr", "123-TTr/CB"), (None, "BC", "……-BC/CB")]
)
def test_a_number_is_written_one_way(number, code, text):
    """Padded below ten; room where nobody has taken it; read back it is itself."""
    assert written(number, code, "CB") == text
    read = read_number(text)
    assert read is None if number is None else (read.value, read.kind, read.organisation) == (number, code, "CB")


def test_the_workbook_tells_which_numbers_of_a_series_are_used():
    """Of the term, wherever a sheet names them; one without a day counts, so that no number is given twice."""
    assert numbers_used(BOOK, IN_TERM) == {5: "05-QĐ/CB", 7: "07", 9: "09", 11: "11-QĐ/CB", 12: "12"}
    assert numbers_used(BOOK, Series("BC", IN_TERM.period)) == {31: "31-BC/CB"}
    assert numbers_used(BOOK, Series("KH", IN_TERM.period)) == {20: "20-KH/CB"}
    assert numbers_used(BOOK, Series("TB", IN_TERM.period)) == {3: "03-TB/CB"}
    assert voided(BOOK, IN_TERM) == {9}


@pytest.mark.parametrize(
    ("numbering", "day", "period"),
    [
        ("term", date(2022, 7, 1), "20220701-20250630"),
        ("term", date(2025, 6, 30), "20220701-20250630"),
        ("term", date(2025, 7, 1), "2025"),
        ("year", date(2025, 6, 30), "2025"),
        ("continuous", date(2025, 6, 30), "liên tục"),
    ],
)
def test_the_series_of_a_day_follows_the_setting(numbering, day, period):
    """A day outside every term counts by its year."""
    assert series_of("QĐ", day, replace(SETTINGS, numbering=numbering)) == Series("QĐ", period)


def test_no_new_number_is_given_out_of_a_term():
    """Entered ones are counted there, new ones are not: the secretary enters the term first."""
    with pytest.raises(Misuse) as told:
        series_to_issue("QĐ", date(2025, 7, 1), SETTINGS)

    assert told.value.message == "Chưa khai nhiệm kỳ có ngày 01/7/2025, nên chưa biết dãy số văn bản."
    assert series_to_issue("QĐ", date(2025, 6, 30), SETTINGS) == IN_TERM
    assert kind_name("QĐ") == "Quyết định"
