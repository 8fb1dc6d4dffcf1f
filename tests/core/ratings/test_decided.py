"""What the superior wrote without a level in it: never replaced by the level the cell proposed."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import YearRatings, rate
from addin.core.summaries.summary import summarise
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import CellYear
from tests.builders import row
from tests.grids import grid

YEAR = 2024
NAMES = tuple(f"Lý Thứ {letter}" for letter in "ABCDEFGH")
DECIDED = Place("XL 2024", 2, 4)


def reading(word: str) -> Reading:
    """Eight members all proposed HTT; the superior decides HTT for all but the first."""
    members = [(at, name, "05/3/1980", "03/02/2005") for at, name in enumerate(NAMES, 1)]
    levels = [(at, name, "HTT", word if at == 1 else "HTT") for at, name in enumerate(NAMES, 1)]
    lists = grid("DS ĐV", ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng"), *members)
    ratings = grid(f"XL {YEAR}", ("STT", "Họ và tên", "Chi bộ đề nghị", "Cấp trên quyết định"), *levels)
    return Reading(read_book([lists, ratings]))


def rated(word: str) -> YearRatings:
    return rate(reading(word), YEAR)


@pytest.mark.parametrize("word", ["Không xếp loại", "Không XL", "Chưa XL", "Miễn", "KXL", "kxl", "Chưa đánh giá"])
def test_who_the_superior_does_not_rate_is_not_rated(word: str) -> None:
    first, *others = rated(word).members
    assert not first.is_rated
    assert first.level is None
    assert first.why_not == "Cấp trên quyết định không xếp loại."
    assert first.because[0].places == (DECIDED,)
    assert [one.level for one in others] == ["HTT"] * 7


def test_words_nobody_knows_are_a_finding_and_no_level() -> None:
    read = reading("Đẹp")
    first = rate(read, YEAR).members[0]
    assert [finding.place for finding in read.book.unreadable if finding.rule == "SHT132"] == [DECIDED]
    assert first.is_rated
    assert first.level is None
    assert first.provisional
    assert [reason.places for reason in first.because if reason.rule == "missing.decision"] == [(DECIDED,)]


def test_a_blank_is_no_decision_and_the_cell_s_level_stands() -> None:
    first = rated("").members[0]
    assert (first.level, first.recorded.source) == ("HTT", "cell")


@pytest.mark.parametrize("word", ["Không xếp loại", "Đẹp"])
def test_the_year_s_figures_do_not_count_the_cell_s_level_either(word: str) -> None:
    figures = {one.id: one.value for one in summarise(reading(word), YEAR, YEAR, date(YEAR, 12, 31)).figures}
    assert figures["ratings.by_level"] == {"2024": {"HTXS": 0, "HTT": 7, "HTN": 0, "KHT": 0}}


def test_the_cell_the_superior_does_not_rate_has_no_level_either() -> None:
    entered = row(CellYear, 2, year=YEAR, self_level="HTT")
    square = entered.place("level")
    cell = rate(Reading(Book(cell_years=(entered,), said_none=frozenset({square}))), YEAR).party_cell
    assert cell.level is None
    assert [reason.places for reason in cell.because if reason.rule == "decided.not_rated"] == [(square,)]
