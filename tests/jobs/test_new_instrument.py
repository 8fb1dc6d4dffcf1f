"""An instrument of 2027, invented here: one list says it, and headings, reasons, papers and frozen years follow together."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from addin.core import regulations
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.regulations import citations, law, store
from addin.core.summaries.review_season import calendar
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.documents.parts.heading import Gaps
from addin.documents.parts.legal_basis import LegalBasis
from addin.glossary import header
from tests.command import sochibo
from tests.conftest import ROOT
from tests.grids import grid
from tools.regulations import compile_folder, rendered

FOLDER = ROOT / "addin" / "core" / "regulations"
INSTRUMENT = """
999-QD-TW-2027:
  kind: Quy định
  number: 999-QĐ/TW
  title: về kiểm điểm, xếp loại (thử)
  issuer: Bộ Chính trị
  issued: 2027-02-01
  effective_from: 2027-02-01
  replaces: [366-QD-TW-2025, 43-HD-BTCTW-2025]
  replaces_confidence: verified
  confidence: verified
"""
BASIS = """  2027-02-01:
    value: [999-QD-TW-2027]
    at: {instrument: 999-QD-TW-2027}
    confidence: verified
checked_on"""
CACHES = (store.compiled, regulations.instruments, law._entry_on, law._series)
MEMBERS = ("full_name", "birth_date", "admitted_on", "official_on")
RATINGS = ("year", "member", "points_general", "points_tasks", "tasks_assigned", "tasks_done", "votes_htt")


@pytest.fixture
def year_2027(tmp_path, monkeypatch):
    """The regulations with the invented instrument: its entry, its line of the basis, its numbers."""
    folder = shutil.copytree(FOLDER, tmp_path / "regulations", ignore=shutil.ignore_patterns("*.py", "__pycache__", "*.json"))
    register = folder / "instruments.yaml"
    register.write_text(register.read_text(encoding="utf-8") + INSTRUMENT.lstrip("\n"), encoding="utf-8")
    basis = folder / "basis" / "rating.yaml"
    basis.write_text(basis.read_text(encoding="utf-8").replace("checked_on", BASIS), encoding="utf-8")
    for path in (folder / "rating" / "points").glob("*.yaml"):
        value = "  2027-02-01: {value: 91, at: {instrument: 999-QD-TW-2027, article: 3}, confidence: verified}\nchecked_on"
        path.write_text(path.read_text(encoding="utf-8").replace("checked_on", value), encoding="utf-8")
    compiled = tmp_path / "compiled.json"
    compiled.write_text(rendered(compile_folder(folder)), encoding="utf-8")
    monkeypatch.setattr(store, "COMPILED", compiled)
    forget()
    yield
    monkeypatch.undo()
    forget()


def forget():
    for cache in CACHES:
        cache.cache_clear()


def rated(year):
    """One member with 30 + 60 points, HTT by the numbers of 2026."""
    return Reading(
        read_book(
            [
                grid("Đảng viên", tuple(header("members", key) for key in MEMBERS), ("Lý Thử", date(1980, 1, 1), date(2005, 1, 1), date(2006, 1, 1))),
                grid("Xếp loại", tuple(header("ratings", key) for key in RATINGS), (year, "Lý Thử", 28, 60, 10, 10, 9)),
            ]
        )
    )


def test_headings_reasons_and_papers_name_it_from_its_year_on(year_2027):
    """And the year before keeps what it had."""
    before, after = rate(rated(2026), 2026), rate(rated(2027), 2027)
    cited = [{reason.reference.instrument for reason in one.members[0].because if reason.reference} for one in (before, after)]
    papers = LegalBasis("rating-proposal")

    assert (before.regime.id, after.regime.id) == ("qd366", "qd366")
    assert (before.regime.numbers, after.regime.numbers) == ("366-QĐ/TW, 43-HD/BTCTW", "999-QĐ/TW")
    assert "366-QD-TW-2025" in cited[0]
    assert "999-QD-TW-2027" not in cited[0]
    assert "999-QD-TW-2027" in cited[1]
    assert [line[:32] for line in papers.of_year(Book(), 2027, Gaps())] == ["- Căn cứ Quy định số 999-QĐ/TW, "]
    assert not any("999-QĐ/TW" in line for line in papers.of_year(Book(), 2026, Gaps()))


def test_the_command_the_frozen_year_and_the_season_name_it(year_2027, tmp_path):
    """What a secretary reads and what stays in the workbook."""
    book = shutil.copy(ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx", tmp_path / "sổ.xlsx")
    layout = next(one for one in sochibo("show", book, "--json").answer["layout"] if one["table"] == "ratings")
    row = next(one for one in sochibo("show", book, "--json").answer["tables"]["ratings"] if one["sheet"] == layout["sheet"])
    sochibo("put", book, f"{layout['sheet']}!{layout['columns']['year']}{row['row']}=2027", "--write")

    told = sochibo("rate", book, "--year", "2027").out
    frozen = sochibo("freeze", book, "--year", "2027", "--reason", "thử", "--on", "2028-01-10", "--write", "--json").answer

    assert "999-QĐ/TW" in told.splitlines()[0]
    assert "366-QĐ/TW" not in told.splitlines()[0]
    assert frozen["rules"] == "999-QĐ/TW"
    assert all("366" not in day.reference for day in calendar(rated(2027), date(2027, 12, 1)) if day.id == "review.meeting")


def test_every_number_of_a_rating_year_stands_in_an_instrument_of_its_basis():
    """So that nobody changes the one and forgets the other; what is carried over or guides a part is named here."""
    elsewhere = {"MAC-DINH", "THUC-TE"}
    carried = {year: {"20-HD-BTCTW-2008"} for year in (2011, 2012, 2013)}
    parts = {year: {"02-HD-BTCTW-2026"} for year in range(2026, 2031)}
    paths = [path for path in store.compiled()["parameters"] if path.startswith("rating.")]

    for year in range(2008, 2031):
        known = {one.id for one in citations.rating_basis(year)} | elsewhere | carried.get(year, set()) | parts.get(year, set())
        values = [regulations.in_force(date(year, 12, 31)).find(path) for path in paths]

        assert {value.reference.instrument for value in values if value} <= known, year
