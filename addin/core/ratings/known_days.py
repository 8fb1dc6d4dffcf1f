"""Until which day a workbook is known to be kept: `--on` never changes a rating, so time is told by what is entered.

A rating is judged on its meeting, else on 31/12. Asked for in November, with no meeting yet, a task due in December has
no result because it is not due: the last day that something entered has happened on says how far the year has come.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import PartialDate, year_end
from addin.core.persons.rated import judged_on
from addin.core.persons.reading import Reading

_HAPPENED = {
    "tasks": ("done_on",),
    "inspections": ("decision_date", "self_report_on", "remedied_on", "conclusion_date"),
    "supervision_notes": ("noted_on",),
    "disciplines": ("decision_date",),
    "documents": ("date",),
    "meetings": ("held_on",),
    "disseminations": ("date",),
    "residence_comments": ("requested_on", "received_on"),
    "proposals": ("date",),
    "ratings": ("final_date",),
}
"""Dates that are entered once they have come (rules "Ngày ở tương lai")."""


def known_to(reading: Reading, year: int) -> date:
    """The last day, no later than the judged one, that is known to have come by what the workbook tells; the judged one once anybody is rated."""
    book, judged = reading.book, judged_on(reading.book, year)
    is_rated = any(row.year is not None and (row.year > year or (row.year == year and (row.cell_level or row.final_level))) for row in book.ratings)
    if is_rated or judged != year_end(year):
        return judged
    days = [day.first for day in _days(reading)]
    return judged if any(day > judged for day in days) else max((day for day in days if day < judged), default=date.min)


def _days(reading: Reading) -> Iterator[PartialDate]:
    """A result without its day was entered when the task was due."""
    for table, keys in _HAPPENED.items():
        for row in reading.book.rows(table):
            yield from (day for key in keys if (day := getattr(row, key)) is not None)
    yield from (task.due_on for task in reading.book.tasks if task.due_on is not None and task.done_on is None and task.result is not None)
