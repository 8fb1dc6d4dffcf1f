"""A task nobody can have finished yet is evidence that lacks, whatever day is asked; one that is past due stays undone."""

from __future__ import annotations

import pytest

from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.supervision import Task
from tests.builders import NAME, member, rating, row
from tests.core.ratings.rating_books import settings

YEAR = 2026
MET = {"held_on": "2026-11-20", "kind": "Thường kỳ"}


def task(number, due, **values):
    return row(Task, number, member=NAME, task=f"Việc {number}", due_on=due, **values)


def rated(*tasks, meetings=(MET,), ballots=(), ratings=()):
    """The one member of a cell whose last meeting was on 20/11/2026."""
    book = Book(
        settings=settings(),
        members=(member(2),),
        tasks=tasks,
        meetings=tuple(row(Meeting, number, **one) for number, one in enumerate(meetings, 2)),
        ballot_counts=tuple(row(BallotCount, number, **one) for number, one in enumerate(ballots, 2)),
        ratings=tuple(ratings),
    )
    (one,) = rate(Reading(book), YEAR).members
    return one


def lacking(one):
    return {missing.key for missing in one.lacking}


def test_a_task_due_in_december_lacks_in_november():
    """“Không hoàn thành: 0%” is said of nobody; what is missing is told, at the square of its result."""
    one = rated(task(2, "2026-12-20"))

    assert (one.ceiling, one.result, one.provisional) == (Level.HTXS, None, True)
    assert {"tasks_done", "tasks_late", "tasks_over"} <= lacking(one)
    assert next(missing.place.column for missing in one.lacking if missing.key == "tasks_done") == task(2, "2026-12-20").place("result").column


@pytest.mark.parametrize(
    "later",
    [
        {"meetings": ({"held_on": "2027-01-05", "kind": "Thường kỳ"},)},
        {"meetings": ({"held_on": "2026-12-21", "kind": "Thường kỳ"},)},
        {"ballots": ({"year": YEAR, "meeting_on": "2026-12-25", "subject": NAME},)},
        {"ratings": (rating(YEAR, 2, cell_level="HTN"),)},
    ],
    ids=["next year", "after the day", "rating meeting", "rated"],
)
def test_once_its_day_is_over_it_is_undone(later):
    """By the meeting that rates, by anything that happened later, by a level somebody gave."""
    one = rated(task(2, "2026-12-20"), **later)

    assert one.ceiling is Level.KHT
    assert "tasks_done" not in lacking(one)


def test_a_task_past_due_without_a_result_stays_undone():
    """Due in June, the cell met in November."""
    assert rated(task(2, "2026-06-30")).ceiling is Level.KHT


def test_what_the_law_excludes_even_at_the_best_is_excluded():
    """Two of three past due: the third cannot save the level; one of three and it can."""
    lost = rated(task(2, "2026-06-30"), task(3, "2026-06-30"), task(4, "2026-12-20"))
    open_ = rated(task(2, "2026-06-30"), task(3, "2026-06-20", done_on="2026-06-20", result="Vượt mức"), task(4, "2026-12-20"))

    assert lost.ceiling is Level.KHT
    assert any("33,3%" in reason.text or "33%" in reason.text for reason in lost.because)
    assert open_.ceiling not in (Level.KHT, Level.HTXS)
    assert "tasks_done" in lacking(open_)


def test_a_result_is_what_it_is_whatever_the_day():
    """Done before its day, or said not to be met, nothing waits."""
    done = rated(task(2, "2026-12-20", done_on="2026-11-10", result="Vượt mức"))
    unmet = rated(task(2, "2026-12-20", result="Không đạt"))

    assert "tasks_done" not in lacking(done)
    assert (unmet.ceiling, "tasks_done" in lacking(unmet)) == (Level.KHT, False)
