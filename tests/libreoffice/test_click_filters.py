"""Real clicks on a workbook a person filtered, hid rows in, sorted: the buttons write where they mean, and take back what they wrote."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from addin.hosts.closed.book import ClosedBook
from addin.jobs.check import check
from addin.jobs.marking import FINDINGS_SHEET
from addin.jobs.opening import open_book
from addin.jobs.rate import rate
from tests.libreoffice.clicking import NAME, SAMPLE

pytestmark = pytest.mark.libreoffice

RATED, HEADING, LAST = "Xếp loại", 3, 128
FIRST_ROW_OF_2026 = 124


@pytest.fixture
def opened(tmp_path):
    """The same workbook as a closed file, read."""
    return open_book(ClosedBook(Path(shutil.copy(SAMPLE, tmp_path / NAME)), now=datetime(2026, 1, 5)))


def squares(office, sheet):
    return {(row, column): value for row, column, value in office("values")[sheet]["squares"]}


def by_name(office):
    """To one person of 2026, as the arrows of the heading do."""
    wanted = squares(office, RATED)
    column = next(column for (row, column), value in wanted.items() if row == HEADING and value == "Đảng viên")
    office("filter", sheet=RATED, area=f"A{HEADING}:AT{LAST}", column=column - 1, wanted=wanted[FIRST_ROW_OF_2026 + 2, column])


def by_hand(office):
    office("hide", sheet=RATED, rows=[FIRST_ROW_OF_2026 + 1, FIRST_ROW_OF_2026 + 3])


@pytest.mark.parametrize("hide", [by_name, by_hand])
def test_rate_refused_accepted_and_taken_back_where_rows_are_hidden(office, opened, hide):
    """Every row of the year gets its own words, seen or not; a no writes nothing; the undo button tells how many squares."""
    before, steps = office("values"), len(office("steps_to_undo"))
    wanted = rate(opened, 2026).effects.writes
    hide(office)
    unseen = office("hidden", sheet=RATED, last=LAST)
    office("select", sheet=RATED, area=f"A{FIRST_ROW_OF_2026 + (2 if hide is by_name else 0)}")

    office("press", button="rate", answers=["No", "OK"])
    refused = office("values")
    office("press", button="rate", answers=["Yes", "OK"])
    after = squares(office, RATED)
    (told,) = office("press", button="undo", answers=["OK"])
    taken_back, still_unseen = office("values"), office("hidden", sheet=RATED, last=LAST)
    while len(office("steps_to_undo")) > steps:
        office("undo")

    added = [value for row in wanted.appends for _, value in row.values if value not in (None, "")]
    count = sum(one.value != one.before for one in wanted.squares) + len(added)
    assert wanted.squares
    assert refused == before
    assert {(one.place.row, one.place.column): after.get((one.place.row, one.place.column)) for one in wanted.squares} == {
        (one.place.row, one.place.column): one.value for one in wanted.squares
    }
    assert told.startswith(f"Đã hoàn tác lần ghi gần nhất vào sổ «{NAME}»: {count} ô")
    assert taken_back == before
    assert still_unseen == unseen != []
    assert office("values") == before


def test_findings_filtered_corrected_and_checked_again(office, opened):
    """The second list holds the findings of now alone, all of them seen."""
    before, steps = office("values"), len(office("steps_to_undo"))
    office("press", button="check", answers=["Yes", "OK"])
    first = office("values")[FINDINGS_SHEET]["squares"]
    rows = max(row for row, _, _ in first)
    codes = [value for row, column, value in first if column == 2 and row > 1]
    office("filter", sheet=FINDINGS_SHEET, area=f"A1:H{rows}", column=1, wanted=codes[-1])
    assert office("hidden", sheet=FINDINGS_SHEET, last=rows)

    office("press", button="check", answers=["Yes", "OK"])

    found = check(opened, date.today(), mark=True).effects.writes.sheets[0].rows
    filled = [[r, c, v] for r, row in enumerate(found, 1) for c, v in enumerate(row, 1) if v not in (None, "")]
    second, unseen = office("values")[FINDINGS_SHEET]["squares"], office("hidden", sheet=FINDINGS_SHEET, last=rows)
    while len(office("steps_to_undo")) > steps:
        office("undo")
    assert second == filled
    assert unseen == []
    assert office("values") == before


def test_undo_after_a_sort_names_the_sort(office, opened):
    """Nothing is taken back; LibreOffice's own list is the way."""
    before, steps = office("values"), len(office("steps_to_undo"))
    office("select", sheet=RATED, area=f"A{FIRST_ROW_OF_2026}")
    office("press", button="rate", answers=["Yes", "OK"])
    office("sort", sheet=RATED, area=f"A{FIRST_ROW_OF_2026}:AT{LAST}", column=3)
    held = office("values")

    (told,) = office("press", button="undo", answers=["OK"])

    assert "(mà là “Sort”)" in told
    assert office("values") == held
    while len(office("steps_to_undo")) > steps:
        office("undo")
    assert office("values") == before
