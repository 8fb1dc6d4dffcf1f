"""A list of members that was read in part: one error, no figure, no paper, and nothing that only follows from it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.documents.parts.request import Request
from addin.errors import RollNotWhole
from addin.hosts.closed.read.reading import read_workbook
from addin.jobs.check import check
from addin.jobs.document import document
from addin.jobs.freeze import freeze
from addin.jobs.opening import Opened
from addin.jobs.rate import rate
from addin.jobs.summarise import Interval, summarise
from addin.jobs.whatif import whatif
from addin.resources import shipped

ON = date(2019, 11, 28)
SHEET = "Đảng viên"
WORKBOOK = "chi-bo-van-phong-so-2.xlsx"
DAMAGES = {
    "rows gone": lambda values: values[:3],
    "rows cleared": lambda values: values[:3] + tuple((None,) * 12 for _row in values[3:]),
    "one row left": lambda values: values[:4],
    "two blank rows": lambda values: values[:4] + ((None,),) * 2 + values[4:],
    "many blank rows": lambda values: values[:12] + ((None,),) * 200 + values[12:],
    "names cleared": lambda values: values[:3] + tuple((row[0], None, *row[2:]) for row in values[3:]),
}


@pytest.fixture(scope="module")
def grids() -> tuple[Grid, ...]:
    """The sample's sheets as read."""
    return read_workbook(shipped("workbooks") / WORKBOOK).grids


def opened(grids, damage=None) -> Opened:
    """The sample, its list of members damaged."""
    changed = [replace(grid, values=damage(grid.values)) if damage and grid.sheet == SHEET else grid for grid in grids]
    return Opened(WORKBOOK, Reading(read_book(changed)))


@pytest.mark.parametrize("damage", DAMAGES)
def test_one_error_says_it_and_nothing_that_follows(grids, damage):
    """The whole sample gives some findings of its own; the damaged one those and the one that matters."""
    sound = Counter(found.rule for found in check(opened(grids), ON).findings)
    told = Counter(found.rule for found in check(opened(grids, DAMAGES[damage]), ON).findings)

    assert told["SHT119"] == 1
    assert {rule for rule in told - sound if rule not in {"SHT106", "SHT119", "MEM101", "MEM102", "MEM103"}} == set()


@pytest.mark.parametrize("damage", DAMAGES)
def test_figures_and_papers_stop(grids, damage):
    """Exit 3, with the place and what to do."""
    book = opened(grids, DAMAGES[damage])
    jobs = (
        lambda: rate(book, 2019),
        lambda: whatif(book, 2019),
        lambda: summarise(book, Interval(2019, 2019), ON),
        lambda: document(book, "rating-list", Request(on=ON, year=2019)),
        lambda: freeze(book, None, 2019, "thử", ON),
    )
    for job in jobs:
        with pytest.raises(RollNotWhole) as told:
            job()
        assert told.value.message.startswith(f"'{SHEET}'!")
        assert told.value.exit_code == 3


def test_a_whole_list_stops_nothing(grids):
    """Three of the people named in the sample are guests and leavers."""
    assert rate(opened(grids), 2019).result.ratings.members
