"""`next` names whose probation is over and who has no day of full membership, until it is entered or prolonged."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.summaries.agenda import open_items
from addin.core.summaries.to_do import State
from addin.core.tables.rows.book import Book
from tests.builders import NAME, member

NEW = {"admitted_on": "2025-09-05", "official_on": None}


def waiting(on, **values):
    return [item for item in open_items(Reading(Book(members=(member(2, **NEW | values),))), on) if item.id == "member.probation"]


@pytest.mark.parametrize("note", [None, "ĐV dự bị", "ĐT 0912.000.111"])
def test_a_member_past_probation_is_named_with_the_square_to_fill(note):
    """Whatever a note says of other things."""
    (item,) = waiting(date(2026, 11, 28), note=note)

    assert item.text == f"{NAME} hết thời gian dự bị ngày 05/9/2026, chưa có ngày chính thức: xét công nhận đảng viên chính thức."
    assert (item.state, item.due, item.to_fill) == (State.LATE, date(2026, 9, 5), item.places[0])


@pytest.mark.parametrize(
    ("on", "values"),
    [
        (date(2026, 9, 5), {}),
        (date(2026, 11, 28), {"official_on": "2026-09-05"}),
        (date(2026, 11, 28), {"note": "Kéo dài thời gian dự bị"}),
        (date(2026, 11, 28), {"status": "Chuyển đi", "status_from": "2026-10-01"}),
        (date(2026, 11, 28), {"admitted_on": None}),
    ],
)
def test_nobody_is_named_who_does_not_wait(on, values):
    """Not yet over, confirmed, prolonged, gone, or of an unknown day."""
    assert waiting(on, **values) == []
