"""A run understands a workbook once: one roster of its members, each year rated once, each span summed up once."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest

from addin.core.persons.roster import Roster
from addin.core.ratings import year as rating
from addin.core.summaries import summary
from addin.hosts.closed.book import ClosedBook
from addin.jobs import opening
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


@pytest.fixture
def worked_out(monkeypatch):
    """What was worked out: rosters by their members, ratings by rows and year, figures by rows and span."""
    counts, kept_alive = Counter(), []

    def counted(owner, name, what, rows_of):
        original = getattr(owner, name)

        def wrapped(*asked):
            kept_alive.append(rows_of(asked))
            counts[what, id(rows_of(asked)), *map(str, asked[1:] if what != "roster" else ())] += 1
            return original(*asked)

        monkeypatch.setattr(owner, name, wrapped)

    counted(Roster, "__init__", "roster", lambda asked: asked[1])
    counted(rating, "_rated_year", "ratings", lambda asked: asked[0].book)
    counted(summary, "_figures", "figures", lambda asked: asked[0].book)
    return counts


def asked_for(counts, what):
    return [count for (named, *_), count in counts.items() if named == what]


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("next",),
        ("rate", "--year", 2020),
        ("rate", "--year", 2020, "--for", "Nguyễn Văn An"),
        ("whatif", "--year", 2020),
        ("summarise", "--from", 2015, "--to", 2020),
        ("document", "rating-list", "--year", 2020),
        ("document", "count-minutes", "--year", 2020),
        ("document", "reward-proposal", "--year", 2020),
        ("document", "year-end-report", "--year", 2020),
        ("decide", "--decision", "23-QĐ/CB"),
    ],
    ids=lambda words: " ".join(map(str, words[:2])),
)
def test_one_command_works_nothing_out_twice(worked_out, tmp_path, words):
    """The second asking gets the first answer."""
    folder = ("--out", tmp_path) if words[0] in ("summarise", "document", "decide") else ()
    sochibo(words[0], SAMPLE, *words[1:], *folder, "--on", "2026-11-23")

    assert worked_out
    assert set(worked_out.values()) == {1}
    assert len(asked_for(worked_out, "roster")) == 1


def test_the_whole_demonstration_understands_its_workbook_once(worked_out, tmp_path):
    """Check, checklist, two years rated, two decisions, two summaries."""
    assert sochibo("demo", tmp_path).code == 0

    assert set(worked_out.values()) == {1}
    assert len(asked_for(worked_out, "roster")) == 1
    assert len(asked_for(worked_out, "ratings")) >= 2


def test_what_cannot_be_worked_out_is_asked_again():
    """A year no instrument covers raises each time: nothing half done is kept."""
    opened = opening.open_book(ClosedBook(SAMPLE, now=datetime(2026, 11, 23, 8)))
    asked = []

    def refuses(understood, day):
        asked.append((understood, day))
        raise LookupError(day)

    for _ in range(2):
        with pytest.raises(LookupError):
            opened.reading.once(refuses, date(2025, 12, 31))

    assert len(asked) == 2
