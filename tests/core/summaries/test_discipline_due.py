"""`next` says whom an inspection found to have to be disciplined, and when the law of the day lets it wait."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.summaries.agenda import open_items
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.inspections import Inspection
from tests.builders import NAME, member, row

CONCLUDED = row(Inspection, 2, year=2025, kind="Kiểm tra", member=NAME, conclusion="Vi phạm phải kỷ luật", conclusion_date="2025-03-20")


def due(on, disciplines=()):
    """What is said of discipline on a day."""
    book = Book(members=(member(2),), inspections=(CONCLUDED,), disciplines=tuple(disciplines))
    return [item.text for item in open_items(Reading(book), on) if item.id == "discipline.due"]


def test_a_conclusion_waits_for_its_decision_and_the_law_says_when_it_may():
    """The cases are those of the day asked about."""
    (text,) = due(date(2025, 4, 1))

    assert text.startswith(f"Xem xét kỷ luật đồng chí {NAME} theo kết luận ngày 20/3/2025. Chưa xem xét khi đang mang thai, nghỉ thai sản,")
    assert "69-QĐ/TW" in text


def test_before_69_a_mother_of_an_infant_was_no_case():
    """102-QĐ/TW has two cases only."""
    (text,) = due(date(2022, 7, 5))

    assert "Chưa xem xét khi đang mang thai, ốm nặng đang điều trị tại bệnh viện (" in text


@pytest.mark.parametrize(("signed", "count"), [("2025-03-19", 1), ("2025-03-20", 0), ("2025-05-01", 0)])
def test_a_decision_from_the_day_of_the_conclusion_settles_it(signed, count):
    """An older one is on something else."""
    decided = row(Discipline, 2, member=NAME, form="Khiển trách", decision_date=signed)

    assert len(due(date(2025, 6, 1), [decided])) == count
