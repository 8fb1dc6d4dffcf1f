"""Every door says the same of the same person: who is on the roll, who is to be rated and why somebody is not."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest
from lxml import etree

from addin.clicks.click import Click
from addin.ribbon import press
from tests.command import sochibo
from tests.hosts.memory_engine.dialog import Person
from tests.hosts.memory_engine.excel import memory_excel
from tests.jobs.persons_book import (
    ABSENT,
    NORMAL,
    NOT_RATED,
    ON,
    PEOPLE,
    RATED,
    ROW_ONLY,
    UNSURE,
    YEAR,
    expected,
    write_book,
)

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(params=[False, True], ids=["judged 31/12", "judged at the meeting"])
def meeting(request):
    return request.param


@pytest.fixture
def book(tmp_path, meeting):
    return write_book(tmp_path / "sổ.xlsx", meeting=meeting)


def answer(*words):
    ran = sochibo(*words, "--on", ON, "--json")
    assert ran.code in (0, 1), ran.err
    return ran.answer


def names_in_square(book, table, found):
    """The members in whose rows squares stand."""
    shown = {row["row"]: row["full_name"] for row in answer("show", book)["tables"][table]}
    return {shown[int(re.sub(r"\D", "", cell))] for cell in found}


def paper(book, kind, tmp_path):
    """All words of one paper."""
    folder = tmp_path / "giấy"
    ran = sochibo("document", book, kind, "--year", YEAR, "--on", ON, "--out", folder)
    assert ran.code == 0, ran.err
    (made,) = folder.glob("*.docx")
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(made.read_bytes())).read("word/document.xml"))
    return "\n".join("".join(run.text or "" for run in line.iter(f"{_WORD}t")) for line in root.iter(f"{_WORD}p"))


def named_in(text):
    return {name for name in PEOPLE if name in text}


def test_rate_lists_whom_the_day_of_the_meeting_finds_on_the_roll(book, meeting):
    """Whoever left by then or came later is not asked about; whoever is exempt, suspended or new is told with the reason."""
    rated = answer("rate", book, "--year", YEAR)["members"]

    assert {one["full_name"] for one in rated if one["status"] == "rated"} == expected(RATED, meeting=meeting)
    assert {one["full_name"] for one in rated if one["status"] == "not_rated"} == expected(NOT_RATED, meeting=meeting)
    assert all(one["why_not"] for one in rated if one["status"] == "not_rated")


def test_what_a_date_leaves_open_is_told_and_takes_no_rating_away(tmp_path):
    """A year alone may lie before or after the meeting of January: rated, provisionally, with the square to complete."""
    rated = {one["full_name"]: one for one in answer("rate", write_book(tmp_path / "sổ.xlsx", meeting=True), "--year", YEAR)["members"]}

    for name, heading in UNSURE.items():
        told = [reason for reason in rated[name]["because"] if reason["rule"] in ("missing.left_cell_on", "missing.status_from")]
        assert [heading in reason["text"] and len(reason["places"]) for reason in told] == [1], name
        assert rated[name]["provisional"]


def test_before_the_vote_the_same_people_can_be_chosen(book, meeting):
    """Nothing is entered of anybody, so everybody rated can still be HTXS."""
    candidates = answer("whatif", book, "--year", YEAR)["candidates"]

    assert {one["full_name"] for one in candidates} == expected(RATED, meeting=meeting)


def test_rows_are_asked_of_those_who_are_rated_and_nobody_else(book, meeting):
    """The checklist and the findings ask for the same rows."""
    wanted = expected(RATED, meeting=meeting) - {NORMAL}

    asked = [item for item in answer("next", book)["items"] if item["id"] == "ratings.member"]
    found = [item for item in answer("check", book)["findings"] if item["code"] == "RAT308"]

    assert names_in_square(book, "members", (item["places"][-1]["cell"] for item in asked)) == wanted
    assert names_in_square(book, "members", (item["cell"] for item in found)) == wanted


def test_a_row_of_somebody_absent_is_told_by_check_and_refused_by_rate(tmp_path, meeting):
    """Both look at the day the year is judged."""
    gone = {"Dương Văn Giáp Tết": {"status": "Chuyển đi", "left_cell_on": date(2026, 1, 5)}}
    path = write_book(tmp_path / "sổ.xlsx", meeting=meeting, more=gone)

    (row,) = (one for one in answer("rate", path, "--year", YEAR)["members"] if one["full_name"] in gone)
    told = [item for item in answer("check", path)["findings"] if item["code"] == "RAT307"]

    assert (row["status"] == "not_rated", len(told)) == ((True, 1) if meeting else (False, 0))


def test_the_figures_count_the_roll_of_the_year_s_last_day(book):
    """Rated or listed as not rated on 31/12: those and nobody else are the members of the year."""
    figures = {item["id"]: item["value"] for item in answer("summarise", book, "--year", YEAR, "--out", book.parent / "ra")["figures"]}
    on_roll = expected(RATED, meeting=False) | expected(NOT_RATED, meeting=False)

    assert figures["members.total"] == len(on_roll)
    assert figures["members.probationary"] == len(on_roll & {"Đặng Văn Mới", "Lý Thị Nửa Năm"})


def test_the_base_of_the_vote_is_the_roll_of_that_day(book, meeting):
    """Full members on the roll, less those away, exempt or suspended then."""
    (one,) = (one for one in answer("rate", book, "--year", YEAR)["members"] if one["full_name"] == NORMAL)
    (told,) = (reason["text"] for reason in one["because"] if reason["rule"] == "vote.majority")

    summoned = expected(RATED, meeting=meeting) - {"Âu Thị Tạm", "Lý Thị Nửa Năm"}
    assert f"của {len(summoned)} đảng viên chính thức được triệu tập" in told


@pytest.mark.parametrize(("kind", "verdict"), [("rating-list", RATED), ("ballot", RATED), ("not-rated-list", NOT_RATED)])
def test_papers_name_the_same_people(book, meeting, tmp_path, kind, verdict):
    """The list of the rated, the ballot and the list of those not rated."""
    assert named_in(paper(book, kind, tmp_path)) == expected(verdict, meeting=meeting)


def test_why_answers_for_everybody_listed_and_for_nobody_else(book, meeting):
    """On the command line and by the button on the row of the member."""
    told = {name: sochibo("rate", book, "--year", YEAR, "--for", name, "--on", ON) for name in PEOPLE}

    assert {name for name, ran in told.items() if ran.code != 0} == expected(ABSENT, meeting=meeting)
    why_not = {one["full_name"]: one["why_not"] for one in answer("rate", book, "--year", YEAR)["members"] if one["why_not"]}
    assert all(why in told[name].out for name, why in why_not.items())
    assert pressed(book) == expected(RATED, meeting=meeting) | expected(NOT_RATED, meeting=meeting)


def pressed(book):
    """Whose reasons are told when the row of each member is selected and “Vì sao?” is pressed."""
    told = set()
    with memory_excel(book.parent) as excel:
        opened = excel.open(book)
        opened.active = next(sheet for sheet in opened.sheets if sheet.name == "Đảng viên")
        for row, name in enumerate(PEOPLE, 2):
            opened.selection = (row, 1, row, 1)
            person = Person()
            press("why", Click(excel.host(book.name), person, ON))
            told |= {name} if any(f"{name}, năm {YEAR}" in text for text in person.told) else set()
    return told


def test_a_row_is_a_sign_that_somebody_gone_at_an_unknown_time_was_there(tmp_path, meeting):
    """Rated provisionally; without the row nobody is asked about him."""
    path = write_book(tmp_path / "sổ.xlsx", meeting=meeting, more={ROW_ONLY: {"status": "Chuyển đi"}})

    (one,) = (one for one in answer("rate", path, "--year", YEAR)["members"] if one["full_name"] == ROW_ONLY)

    assert (one["status"], one["provisional"]) == ("rated", True)
    assert "missing.status_from" in [reason["rule"] for reason in one["because"]]


@pytest.mark.parametrize("on", ["2025-06-01", "2026-01-05", "2030-01-01"])
def test_today_never_changes_a_rating(tmp_path, meeting, on):
    """What counts is the day the year is judged."""
    path = write_book(tmp_path / "sổ.xlsx", meeting=meeting)

    assert sochibo("rate", path, "--year", YEAR, "--on", on, "--json").answer == answer("rate", path, "--year", YEAR)
