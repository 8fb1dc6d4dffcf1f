"""`document --all-due`: what the stages call for, numbered together, nothing stopped by what is not ready."""

from __future__ import annotations

import shutil
from datetime import date, datetime

import pytest

from addin.core.tables.series import paper_number
from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.due import due
from addin.jobs.opening import open_book
from tests.conftest import ROOT

ON = date(2026, 11, 28)


@pytest.fixture
def book(tmp_path):
    """A copy of the sample, at its own day."""
    path = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", path)
    return path


def host(path):
    return ClosedBook(path, now=datetime(2026, 11, 28, 8))


def opened(path):
    return open_book(host(path))


def test_papers_of_open_cases_and_of_the_season_are_made_together(book):
    """The leaders' reports, and of each decision the papers of its stages; what lacks its data is named with the columns."""
    result = due(opened(book), ON).result
    kinds = [one.kind for one in result.papers]

    assert kinds.count("group-leader-report") == 2
    assert {"team-schedule", "self-report", "working-minutes", "inspection-report", "thematic-supervision-outline"} <= set(kinds)
    assert "conference-minutes" not in kinds
    assert any(told.startswith("Trích biên bản hội nghị chi bộ (Kiểm tra chấp hành theo Quyết định 04-QĐ/CB") and "“Kết luận”" in told for told in result.left_out)


def test_issued_together_their_numbers_are_distinct_and_stand_in_the_workbook(book, tmp_path):
    """Numbered ones go through the register; done again there is nothing of the year left to number."""
    outcome = due(opened(book), ON)

    made = carry_out(outcome, host(book), tmp_path / "out", issuing=True).made

    rows = opened(book).reading.book.documents
    numbers = [(number.kind, number.value) for row in rows if row.file and (number := paper_number(row.number or ""))]
    assert len(made) == len(outcome.effects.papers)
    assert len(numbers) == len(set(numbers)) == sum(1 for paper in outcome.effects.papers if paper.numbering)


def test_a_day_with_nothing_due_makes_nothing(book):
    """Long before the first decision."""
    result = due(opened(book), date(2014, 5, 1)).result

    assert [one for one in result.papers if one.kind != "supervision-assignment"] == []
