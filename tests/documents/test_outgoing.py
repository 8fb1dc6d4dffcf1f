"""What leaves the cell holds no mark of ours: for every kind, both samples, every year they tell of."""

from __future__ import annotations

from datetime import date

import pytest
from document_contexts import ASKED

from addin.core.persons.reading import Reading
from addin.core.tables.reading import read_book
from addin.documents.catalogue import KINDS
from addin.documents.parts.request import Request
from addin.errors import Misuse
from addin.hosts.closed.book import ClosedBook
from tests.conftest import ROOT

MARKS = ("chưa kiểm chứng", "tạm tính", "chưa xác định", "chưa rõ", "None", "số liệu đã nhập", "Xếp loại!", "xlsx")
BOOKS = ("mau", "chi-bo-van-phong-so-2")
INTERNAL = {"explanation", "inspection-decision"}
"""The explanation is for one member and shows its squares; decisions are asked for by number."""
BY_DECISION = sorted(kind for kind, asked in ASKED.items() if "decision" in asked)
BY_NAME = sorted(kind for kind, asked in ASKED.items() if "name" in asked and "decision" not in asked)


@pytest.fixture(scope="module", params=BOOKS)
def reading(request):
    host = ClosedBook(ROOT / "workbooks" / f"{request.param}.xlsx", now=None)
    return Reading(read_book(host.grids()))


@pytest.mark.parametrize("kind", sorted(KINDS.keys() - INTERNAL - set(BY_DECISION) - set(BY_NAME)))
def test_no_outgoing_paper_carries_a_mark_of_ours(reading, kind):
    """Built for each year of the ratings; what is refused is no paper."""
    years = sorted({row.year for row in reading.book.ratings if row.year})
    made = 0
    for year in years:
        asked = Request(date(year + 1, 1, 15), year=year, first=year - 3, last=year)
        try:
            context, _ = KINDS[kind].build(reading, asked)
        except Misuse:
            continue
        made += 1
        told = repr(context).casefold()
        assert not [mark for mark in MARKS if mark.casefold() in told.replace("none=", "").replace("day=none", "")], (kind, year)
        assert kind == "term-report" or "chưa có số liệu" not in told, (kind, year)  # a term names its years without figures
    assert made or kind == "not-rated-list", kind


@pytest.mark.parametrize("kind", BY_DECISION)
def test_no_paper_of_a_case_carries_a_mark_of_ours(reading, kind):
    """Built for every decision of both samples and each member of it."""
    for number, year in {(row.decision_no, row.year) for row in reading.book.inspections if row.decision_no}:
        try:
            asked = KINDS[kind].each(reading, Request(date((year or 2025) + 1, 1, 15), year=year, decision=number))
        except Misuse:
            continue
        for one in asked:
            try:
                context, _ = KINDS[kind].build(reading, one)
            except Misuse:
                continue
            told = repr(context).casefold().replace("day=none", "")
            assert not [mark for mark in MARKS if mark.casefold() in told], (kind, number, one.name)


@pytest.mark.parametrize("kind", BY_NAME)
def test_no_paper_of_one_person_carries_a_mark_of_ours(reading, kind):
    """Built for every member, or every group, of both samples and the last two years; notes quote people, who may write "chưa rõ"."""
    names = {one.group if kind == "group-leader-report" else one.full_name for one in reading.book.members}
    for year in (2024, 2025):
        for name in sorted(name for name in names if name):
            try:
                context, _ = KINDS[kind].build(reading, Request(date(year + 1, 1, 15), year=year, name=name))
            except Misuse:
                continue
            told = repr(context).casefold().replace("day=none", "")
            assert not [mark for mark in MARKS if mark != "chưa rõ" and mark.casefold() in told], (kind, name)
