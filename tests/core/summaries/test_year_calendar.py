"""The year's calendar: each day with its text, its square and what helps; what nobody compared is marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

import pytest

from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.summaries.agenda import open_items
from addin.core.summaries.year_calendar import coming_days, year_calendar
from addin.core.tables.reading import read_book
from addin.core.tables.rows.settings import Term
from addin.jobs.agenda import agenda
from addin.jobs.opening import Opened
from addin.output.telling import box_of, form_of, lines_of
from tests.builders import day, member
from tests.mutations.planting import Cell

UNCHECKED = "(chưa kiểm chứng)"


@pytest.fixture(scope="module")
def book():
    """A whole clean cell, of the tests of mutations."""
    return read_book(tuple(Cell(1, Random(1)).grids()))  # noqa: S311 - seeded on purpose


def days(book, year, identifier):
    return [one for one in year_calendar(Reading(book), year) if one.id == identifier]


def test_a_year_has_its_days_in_order_each_with_a_source(book):
    """From the plan in January to the end of the season."""
    found = year_calendar(Reading(book), 2026)

    assert [one.on for one in found] == sorted(one.on for one in found)
    assert {one.on.year for one in found} == {2026}
    assert all(one.reference for one in found)
    assert {"plan.deadline", "supervision.assignment", "supervision.quarter", "ratings.quarter", "residence.comments", "review.draft", "review.done", "summary.year"} <= {
        one.id for one in found
    }


def test_a_day_of_no_text_is_marked_until_the_cell_enters_its_own(book):
    """Nobody found a central day for the plan; the setting is the cell's own source."""
    (supposed,) = days(book, 2026, "plan.deadline")
    own = replace(book, settings=replace(book.settings, plan_deadline=(15, 2), places={**book.settings.places, "plan_deadline": Place("Thiết lập", 9, 2)}))
    (entered,) = days(own, 2026, "plan.deadline")

    assert (supposed.on, supposed.reference.endswith(UNCHECKED)) == (date(2026, 1, 31), True)
    assert (entered.on, entered.reference) == (date(2026, 2, 15), "mục “Hạn ban hành kế hoạch” ở sheet Thiết lập")


def test_quarters_begin_with_the_second_of_2026_and_only_where_somebody_is_rated_by_them(book):
    """Local until compared with the text."""
    assert days(book, 2025, "ratings.quarter") == []
    assert [one.on for one in days(book, 2026, "ratings.quarter")] == [date(2026, 6, 30), date(2026, 9, 30), date(2026, 12, 31)]
    assert all(one.reference.endswith(UNCHECKED) for one in days(book, 2026, "ratings.quarter"))
    assert days(replace(book, settings=replace(book.settings, quarterly_for="none")), 2026, "ratings.quarter") == []


def test_the_season_of_the_year_and_the_one_that_runs_into_it(book):
    """31/12 by the text; a special unit's 15/01 belongs to the next year."""
    (done,) = days(book, 2026, "review.done")
    special = replace(book, settings=replace(book.settings, other={"Hạn hoàn thành kiểm điểm, đánh giá, xếp loại năm": ("15/01", Place("Thiết lập", 9, 2))}))

    assert (done.on, UNCHECKED in done.reference) == (date(2026, 12, 31), False)
    assert [one.on for one in days(special, 2027, "review.done")] == [date(2027, 1, 15)]
    assert [one.on for one in days(special, 2026, "review.done")] == [date(2026, 1, 15)]


@pytest.mark.parametrize(("status", "expected"), [("Chưa thực hiện", ["plan.starts", "plan.ends"]), ("Hoàn thành", []), ("Huỷ", [])])
def test_the_cells_own_plan_stands_in_its_calendar_until_it_is_done(book, status, expected):
    """With the decision to be made and the square that says when."""
    first = next(item for item in book.plan_items if item.year == 2026)
    item = type(first).read(first.source, {key: value for key, value in vars(first).items() if key != "source"} | {"status": status})
    found = [one for one in year_calendar(Reading(replace(book, plan_items=(item,))), 2026) if one.id in {"plan.starts", "plan.ends"}]

    assert [one.id for one in found] == expected
    if expected:
        assert found[0].places == (item.place("starts_on"),)
        assert found[0].command.name == "decide"
        assert first.members[0] in found[0].text


def test_probation_and_terms_end_in_their_year(book):
    """Twelve months after admission; the last day of a term, with its summary."""
    new = member(20, "Mạc Thị Mới", admitted_on="2026-03-05", official_on=None)
    found = replace(book, members=(*book.members, new), settings=replace(book.settings, terms=(Term(date(2025, 1, 1), date(2027, 6, 30)),)))

    (probation,), (term,) = days(found, 2027, "member.probation"), days(found, 2027, "term.ends")

    assert (probation.on, probation.places) == (date(2027, 3, 5), (new.place("official_on"),))
    assert (term.on, term.command.options) == (date(2027, 6, 30), ("--from", "2025", "--to", "2027"))
    assert days(found, 2026, "member.probation") == []


def test_what_is_waited_for_stands_on_its_day_with_the_square_to_fill(book):
    """A remedy without its date."""
    turn = book.inspections[-1]
    values = {key: value for key, value in vars(turn).items() if key != "source"} | {"remedied_on": None, "remedy_due": day("2026-12-20")}
    waiting = type(turn).read(turn.source, values)
    found = replace(book, inspections=(*book.inspections[:-1], waiting))

    (due,) = days(found, 2026, "inspection.remedy_due")
    item = next(one for one in open_items(Reading(found), date(2026, 12, 1)) if one.id == "inspection.remedy_due")

    assert due.places == item.places == (waiting.place("remedied_on"), waiting.place("remedy_due"))


@pytest.mark.parametrize("on", [date(2026, 1, 10), date(2026, 6, 20), date(2026, 11, 23), date(2027, 1, 5), date(2027, 3, 1)])
def test_every_open_thing_has_a_square_and_a_command(book, on):
    """Whatever the season: what a person must know is put into its square."""
    told = form_of(agenda(Opened("sổ.xlsx", Reading(book)), on).result)

    assert told["items"]
    assert not [item["id"] for item in told["items"] if not item["places"] or not item["command"]]


def test_three_months_ahead_by_default_and_a_whole_year_when_asked(book):
    """A month ahead in a box."""
    on, opened = date(2026, 11, 23), Opened("sổ.xlsx", Reading(book))
    usual, whole = agenda(opened, on).result, agenda(opened, on, year=2027).result

    assert usual.calendar == coming_days(opened.reading, on)
    assert {one.on.year for one in whole.calendar} == {2027}
    assert "Lịch ba tháng tới:" in lines_of(usual)
    assert [line for line in lines_of(whole) if line.startswith("  Tháng ")] == [f"  Tháng {month}/2027" for month in (1, 3, 6, 9, 11, 12)]
    assert any(line.startswith("  01/12/2026: Chuẩn bị kế hoạch kiểm tra, giám sát năm 2027") for line in box_of(usual))
    assert not any(line.startswith("  31/01/2027") for line in box_of(usual))
