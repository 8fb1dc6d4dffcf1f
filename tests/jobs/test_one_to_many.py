"""One wish, one paper a member: numbers are taken together, distinct and without a gap; files are told apart by the name."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime

import pytest

from addin.core.tables.series import paper_number
from addin.core.writes import Write, Writes
from addin.documents.parts.request import Request
from addin.errors import Misuse
from addin.hosts.closed.book import ClosedBook
from addin.jobs.carry_out import carry_out
from addin.jobs.document import document
from addin.jobs.opening import open_book
from tests.conftest import ROOT

ON = date(2026, 11, 28)


@pytest.fixture
def host(tmp_path):
    """A copy of the office's sample."""
    path = tmp_path / "so.xlsx"
    shutil.copy(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", path)
    return ClosedBook(path, now=datetime(2026, 11, 28, 8))


def numbers(opened, kind: str) -> list[int]:
    """The numbers of a kind that stand in the workbook for papers made by us."""
    found = (paper_number(row.number or "") for row in opened.reading.book.documents if row.file)
    return [number.value for number in found if number and number.kind == kind]


def test_the_members_of_one_decision_have_one_paper_each_and_numbers_in_a_row(host, tmp_path):
    """Five minutes of one decision: five numbers behind one another, each line with its member and dossier."""
    opened = open_book(host)
    before = numbers(opened, "BB")

    outcome = document(opened, "conference-minutes", Request(ON, decision="40-QĐ/CB", year=2021))
    made = carry_out(outcome, host, tmp_path / "out", issuing=True).made

    after = open_book(ClosedBook(host.path, now=None))
    new = [number for number in numbers(after, "BB") if number not in before]
    lines = [row for row in after.reading.book.documents if row.file and row.dossier == "40-QĐ/CB"]
    assert outcome.result.papers == len(made) == len(new) == 5
    assert sorted(new) == list(range(min(new), min(new) + 5))
    assert len({row.subject for row in lines}) == 5


def test_asked_again_no_member_gets_a_second_number(host, tmp_path):
    """What was issued says its number."""
    wish = Request(ON, decision="40-QĐ/CB", year=2021)
    carry_out(document(open_book(host), "conference-minutes", wish), host, tmp_path / "out", issuing=True)
    again = ClosedBook(host.path, now=datetime(2026, 11, 28, 9))

    with pytest.raises(Misuse, match="số"):
        carry_out(document(open_book(again), "conference-minutes", wish), again, tmp_path / "out", issuing=True)

    assert len(numbers(open_book(ClosedBook(host.path, now=None)), "BB")) == 5


def test_everybody_on_the_roll_has_a_letter_of_his_or_her_own(host, tmp_path):
    """A base cell of two dozen: as many files as members with a place of residence."""
    opened = open_book(host)
    base = replace(opened.reading.book.settings, is_base_cell=True)
    opened = replace(opened, reading=opened.reading.changed(settings=base))

    made = carry_out(document(opened, "residence-request", Request(ON, year=2026)), None, tmp_path / "out").made

    members = [one for one in opened.reading.roll(ON).active if one.residence]
    assert len({paper.path for paper in made}) == len(members) > 10


def test_a_decision_that_is_issued_stands_in_its_row(tmp_path):
    """The vote was entered without a number: Kỷ luật gets the one that was taken, and asked again none is taken."""
    path = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", path)
    host = ClosedBook(path, now=datetime(2026, 11, 28, 8))
    row = next(one for one in open_book(host).reading.book.disciplines if one.form == "Khiển trách")
    host.apply(Writes(squares=(Write(row.place("decision_no"), None, "để trống"),)))
    host = ClosedBook(path, now=datetime(2026, 11, 28, 9))
    wish = Request(ON, name=row.member, year=row.decision_date.year)

    outcome = document(open_book(host), "discipline-decision", wish)
    carry_out(outcome, host, tmp_path / "out", issuing=True)

    after = open_book(ClosedBook(path, now=None))
    entered = next(one for one in after.reading.book.disciplines if one.member == row.member and one.form == row.form)
    assert paper_number(entered.decision_no or "").kind == "QĐ"
    assert outcome.effects.planned.squares[0].value == "……-QĐ/CB"
    assert document(after, "discipline-decision", wish).effects.papers[0].numbering is None


def test_a_notice_that_is_issued_stands_in_the_members_row_alone(tmp_path):
    """Number into Kiểm tra, the day that was entered stays; the other members of the decision keep their squares."""
    path = tmp_path / "mau.xlsx"
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", path)
    rows = [one for one in open_book(ClosedBook(path, now=None)).reading.book.inspections if one.conclusion_no and one.conclusion]
    row, other = rows[0], rows[1]
    ClosedBook(path, now=datetime(2026, 11, 28, 8)).apply(Writes(squares=(Write(row.place("conclusion_no"), None, "để trống"),)))
    host = ClosedBook(path, now=datetime(2026, 11, 28, 9))
    kind = "conclusion-notice" if row.kind != "Giám sát chuyên đề" else "thematic-supervision-notice"

    carry_out(document(open_book(host), kind, Request(ON, name=row.member, decision=row.decision_no, year=row.year)), host, tmp_path / "out", issuing=True)

    after = {one.source.row: one for one in open_book(ClosedBook(path, now=None)).reading.book.inspections}
    entered = after[row.source.row]
    assert paper_number(entered.conclusion_no or "").kind == "TB"
    assert entered.conclusion_date == row.conclusion_date
    assert after[other.source.row].conclusion_no == other.conclusion_no
