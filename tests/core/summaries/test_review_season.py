"""The deadlines of HD 43 in `next` and its calendar, around each day, and quarters from Quý II/2026."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.summaries.agenda import open_items
from addin.core.summaries.review_season import calendar
from addin.core.summaries.to_do import State
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.ratings import CellYear
from tests.builders import NAME, member, rating, row
from tests.core.ratings.rating_books import settings

OTHER = "Trần Thị Hai"


def season(on, *, meeting=None, ratings=(), cell=(), documents=(), own=None, members=None):
    """The checklist's items by id, and the calendar."""
    book = Book(
        settings=settings(**(own or {})),
        members=members or (member(2), member(3, OTHER)),
        meetings=(row(Meeting, 2, held_on=meeting, kind="Kiểm điểm"),) if meeting else (),
        ratings=tuple(ratings),
        cell_years=tuple(cell),
        documents=tuple(documents),
    )
    reading = Reading(book)
    return {item.id: item for item in open_items(reading, on)}, calendar(reading, on)


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2025, 12, 1), State.DUE), (date(2025, 12, 10), State.DUE), (date(2025, 12, 11), State.LATE), (date(2025, 12, 15), State.LATE)],
)
def test_the_draft_report_goes_out_three_working_days_before_the_meeting(on, state):
    """A meeting on Monday 15/12/2025: Wednesday 10/12 is the last day."""
    items, _ = season(on, meeting="2025-12-15")

    assert (items["review.draft"].due, items["review.draft"].state) == (date(2025, 12, 10), state)
    assert "ít nhất 3 ngày làm việc trước hội nghị ngày 15/12/2025" in items["review.draft"].text


def test_a_sent_report_and_a_meeting_held_leave_nothing_to_send():
    """The register shows the report; after the meeting the plan of remedies is due (Điều 8)."""
    report = row(Document, 2, kind="Báo cáo", title="Báo cáo kiểm điểm tập thể năm 2025", date="2025-12-08")

    sent, _ = season(date(2025, 12, 9), meeting="2025-12-15", documents=[report])
    held, _ = season(date(2025, 12, 16), meeting="2025-12-15")

    assert "review.draft" not in sent
    assert "review.draft" not in held


def test_without_a_meeting_the_day_is_counted_from_the_end_of_the_season():
    """31/12/2025 is a Wednesday: three working days before is Friday 26/12."""
    items, days = season(date(2025, 11, 3))

    assert items["review.draft"].due == date(2025, 12, 26)
    assert "Định ngày hội nghị kiểm điểm năm 2025" in items["review.draft"].text
    assert [(day.id, day.on) for day in days] == [("review.draft", date(2025, 12, 26)), ("review.done", date(2025, 12, 31))]


@pytest.mark.parametrize(
    ("on", "state"), [(date(2025, 11, 30), None), (date(2025, 12, 1), State.DUE), (date(2025, 12, 31), State.DUE), (date(2026, 1, 1), State.LATE)]
)
def test_members_and_cell_are_rated_before_31_12(on, state):
    """Members first, the cell after; late from the day after."""
    items, _ = season(on, meeting="2025-12-15", ratings=[rating(2025, 2, cell_level="HTT")])

    found = items.get("review.members"), items.get("review.party_cell")
    assert [item and item.state for item in found] == [state, state]
    assert state is None or (found[0].due == date(2025, 12, 31) and "01 đảng viên" in found[0].text)


def test_a_special_unit_has_its_own_day():
    """Before 15/01 of the next year, entered in Thiết lập by the name of the deadline."""
    own = {"other": {"Hạn hoàn thành kiểm điểm, đánh giá, xếp loại năm": "15/01"}}

    items, days = season(date(2026, 1, 5), meeting="2026-01-12", ratings=[rating(2025, 2, cell_level="HTT")], own=own)

    assert items["review.members"].due == date(2026, 1, 15)
    assert items["review.draft"].due == date(2026, 1, 7)
    assert days[-1].on == date(2026, 1, 15)


def test_a_cell_rated_before_its_members_is_told_the_order():
    """Điều 12: members before the cell."""
    cell = row(CellYear, 2, year=2025, self_level="HTT")

    items, _ = season(date(2025, 12, 1), ratings=[rating(2025, 2, cell_level="HTT")], cell=[cell])

    assert items["review.order"].text == "Chi bộ đã xếp loại khi còn 01 đảng viên chưa có mức: xếp loại đảng viên trước, chi bộ sau (Điều 12)."


def test_years_before_the_guidance_have_no_calendar():
    """2024 was rated by HD 25, whose days nobody read."""
    items, days = season(date(2024, 12, 20), meeting="2024-12-25")

    assert days == ()
    assert not [key for key in items if key.startswith("review.")]


def leaders(**values):
    """A leader and a plain member."""
    return (member(2, is_leader=True, **values), member(3, OTHER, is_leader=False))


@pytest.mark.parametrize(
    ("on", "quarterly_for", "names"),
    [
        (date(2026, 3, 20), "leaders", None),  # Quý I/2026: the first is Quý II
        (date(2026, 6, 20), "leaders", [NAME]),
        (date(2026, 6, 20), "all", [NAME, OTHER]),
        (date(2026, 6, 20), "none", None),
    ],
)
def test_a_quarter_that_ends_is_due_for_whom_the_setting_names(on, quarterly_for, names):
    """Leaders from Quý II/2026; others where the superior says so."""
    items, _ = season(on, members=leaders(), own={"quarterly_for": quarterly_for})

    found = items.get("ratings.quarter")
    assert (found is None) is (names is None)
    if names:
        assert found.due == date(2026, 6, 30)
        assert found.text.startswith(f"Quý II/2026: {', '.join(names)} tự đánh giá")


def test_a_quarter_over_without_a_result_is_missing():
    """Two quarters are over, one result is entered."""
    items, _ = season(date(2026, 10, 10), members=leaders(), ratings=[rating(2026, 2, quarters=["HTT"])])

    assert items["ratings.quarter"].text == f"Nhập kết quả xếp loại Quý III/2026 của {NAME}."
    assert items["ratings.quarter"].state is State.MISSING


def test_the_calendar_says_how_long_a_review_takes_and_who_has_longer():
    """HD 43 mục 2 and 4: a day at least; special units before 15/01, until the cell enters a day of its own."""
    _, days = season(date(2025, 12, 1), meeting="2025-12-15")
    _, own = season(date(2025, 12, 1), own={"other": {"rating.deadlines.year_end": "15/01", "rating.deadlines.review_days": "2"}}, meeting="2025-12-15")
    told, told_own = ({day.id: day.text for day in found} for found in (days, own))

    assert "Kiểm điểm một tập thể, cá nhân ít nhất 01 ngày" in told["review.meeting"]
    assert "ít nhất 02 ngày" in told_own["review.meeting"]
    assert "Đơn vị đặc thù hoàn thành trước ngày 15/01/2026" in told["review.done"]
    assert "Đơn vị đặc thù" not in told_own["review.done"]
