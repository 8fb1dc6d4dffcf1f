"""`rate --for`: one member's page, with residence and supervision as evidence that judges nothing."""

from __future__ import annotations

from datetime import datetime

from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import open_book
from addin.jobs.why import why, why_of_rows
from addin.output.telling import box_of
from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"


def test_the_page_has_the_reasons_of_the_rating_and_the_evidence():
    """The first reasons are those of `rate`; the evidence names its squares."""
    rated = sochibo("rate", SAMPLE, "--year", 2020, "--json").answer
    member = next(item for item in rated["members"] if item["status"] == "rated")

    page = sochibo("rate", SAMPLE, "--year", 2020, "--for", member["full_name"], "--json").answer

    told = [reason["text"] for reason in page["because"]]
    assert told[: len(member["because"])] == [reason["text"] for reason in member["because"]]
    evidence = {reason["rule"]: reason for reason in page["because"] if reason["rule"].startswith("evidence.")}
    assert evidence["evidence.residence"]["text"].startswith("Nơi cư trú nhận xét: ")
    assert evidence["evidence.supervision"]["text"].startswith("Ghi nhận giám sát trong năm: ")
    assert all(reason["places"] for reason in evidence.values())


def test_a_name_that_means_two_or_nobody_is_misuse():
    """Asked with the way out."""
    assert sochibo("rate", SAMPLE, "--year", 2020, "--for", "Không Ai").code == 2
    assert sochibo("rate", ROOT / "workbooks" / "mau.xlsx", "--year", 2025, "--for", "Nguyễn Văn Hai").code == 2


def test_two_of_one_name_are_told_apart_by_their_rows():
    """The button's way: a row is a person, a name may be two."""
    opened = open_book(ClosedBook(ROOT / "workbooks" / "mau.xlsx", now=datetime(2026, 3, 1)))
    first, second = (member for member in opened.book.members if member.full_name == "Nguyễn Văn Hai")

    (page,) = why_of_rows(opened, 2025, frozenset({second.place()})).result.pages

    assert page.rating.member is second
    assert page.rating.member is not first


def test_both_doors_give_the_same_reasons():
    """`rate --for` by name, the button by row."""
    opened = open_book(ClosedBook(SAMPLE, now=datetime(2026, 3, 1)))
    member = opened.book.members[0]

    by_name = why(opened, 2025, member.full_name).result
    by_row = why_of_rows(opened, 2025, frozenset({member.place()})).result

    assert by_name == by_row
    assert box_of(by_row)[1:] != ()
