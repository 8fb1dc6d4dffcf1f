"""The second sample: every sheet, every stage, every regime, and faults planted where it says."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest

from addin.core import catalogue
from addin.core.levels import Level
from addin.core.persons.reading import Reading
from addin.core.ratings.results import Status, Vote
from addin.core.ratings.year import rate
from addin.core.tables.rows.book import ROW_TYPES
from tests.workbooks.reading import FOLDER, MODEL, book_of
from tools.workbooks.model.faults import FAULTS, Planted

BOOK = book_of(MODEL)
READING = Reading(BOOK)
TODAY = date(2026, 11, 20)
FOUND = {(finding.rule, finding.place) for finding in (*BOOK.unreadable, *catalogue.run(READING, TODAY))}


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_sheet_has_rows(table: str) -> None:
    """Whatever a command needs is there to try it on."""
    assert BOOK.rows(table)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.code} {fault.place}")
def test_planted_fault_is_found_at_its_square(fault: Planted) -> None:
    """`check` reports the code at the very square that holds the fault."""
    assert (fault.code, fault.place) in FOUND


def test_planted_faults_are_listed_on_the_sheet() -> None:
    """Who opens the workbook can read what is wrong on purpose, and where."""
    sheet = openpyxl.load_workbook(FOLDER / MODEL)["Giả định"]
    listed = {(row[1], row[2]) for row in sheet.iter_rows(min_row=4, values_only=True)}

    for fault in FAULTS:
        assert (str(fault.place), f"Kiểm tra dữ liệu phải báo mã {fault.code}.") in listed


def test_every_setting_that_can_be_entered_is() -> None:
    """All settings are read without a complaint."""
    assert len(BOOK.settings.places) == 20
    assert BOOK.settings.htxs_allocated == {2024: 2}
    assert BOOK.settings.quota_rate_raised is not None
    assert BOOK.settings.quota_rate_raised.document == "15-CV/ĐU, ngày 10/12/2025"


def test_inspections_stand_at_every_stage() -> None:
    """Planned, decided, running, report late, ended without conclusion, concluded, remedy overdue, signs of violation."""
    rows = BOOK.inspections
    started = [row for row in rows if row.starts_on and row.starts_on.first <= TODAY]
    planned = [row for row in BOOK.plan_items if row.starts_on and row.starts_on.first > TODAY and row.status == "Chưa thực hiện"]

    assert planned
    assert any(row.starts_on and row.starts_on.first > TODAY for row in rows)
    assert any(row.ends_on and row.ends_on.first > TODAY for row in started)
    assert any(row.self_report_due and row.self_report_due.last < TODAY and not row.self_report_on for row in started)
    assert any(row.ends_on and row.ends_on.last < TODAY and not row.conclusion for row in started)
    assert any(row.remedied_on for row in rows)
    assert any(row.remedy_due and row.remedy_due.last < TODAY and not row.remedied_on for row in rows)
    assert {row.kind for row in rows} == {"Kiểm tra", "Giám sát chuyên đề", "Kiểm tra dấu hiệu vi phạm"}
    assert {row.conclusion for row in rows if row.conclusion} == {
        "Tốt", "Có hạn chế", "Vi phạm chưa đến mức kỷ luật", "Vi phạm phải kỷ luật",
    }  # fmt: skip


@pytest.mark.parametrize("year", [2017, 2018, 2021, 2024, 2025])
def test_each_regime_has_a_lowest_level(year: int) -> None:
    """The lowest level follows from that year's own rules, not from what was typed."""
    assert Level.KHT in {member.result for member in rate(READING, year).members}


def test_each_regime_is_filled() -> None:
    """Ratings of the cell stand for every year and for every level of both scales."""
    assert [row.year for row in BOOK.cell_years] == list(range(2016, 2026))
    assert {row.level for row in BOOK.cell_years} == {Level.TSVM, Level.YK, Level.HTXS, Level.HTT, Level.HTN, Level.KHT}


def test_a_ceiling_holds_even_when_voted_higher() -> None:
    """Months of sickness bound the level in 2020; from 2025 only the late task does, and the sickness is said."""
    for year in (2020, 2025):
        member = next(one for one in rate(READING, year).members if one.full_name == "Bùi Thị Ốm")
        assert (member.ceiling, member.result) == (Level.HTN, Level.HTN)
        assert ("note.sick" in [reason.rule for reason in member.because]) is (year == 2025)


def test_vote_without_majority_gives_no_result() -> None:
    """Votes shared by two levels decide nothing."""
    member = next(one for one in rate(READING, 2024).members if one.member and one.member.member_id == "ML06")

    assert (member.vote, member.voted, member.result) == (Vote.NO_MAJORITY, None, None)


def test_cap_is_exceeded_once() -> None:
    """In 2022 more were proposed than the cap allows."""
    assert [year for year in range(2016, 2026) if rate(READING, year).quota.over] == [2022]


def test_new_exempt_and_suspended_members_are_not_rated_in_2026() -> None:
    """Admitted under six months, exempt, suspended: each with its reason."""
    left_out = {one.full_name: one.why_not for one in rate(READING, 2026).members if one.status is Status.NOT_RATED}

    assert set(left_out) == {"Ngô Văn Mới", "Đặng Văn Miễn", "Lý Văn Treo"}
    assert all(left_out.values())


def test_leader_with_a_failed_quarter_cannot_be_excellent() -> None:
    """One quarter KHT bars HTXS for the year, though points and unit would allow it."""
    deputy = next(one for one in rate(READING, 2026).members if one.full_name == "Trần Văn Bền")

    assert deputy.ceiling is Level.HTT


def test_two_members_share_a_name_and_keep_their_numbers() -> None:
    """The other sheets name them by number."""
    twins = [row.member_id for row in BOOK.members if row.full_name == "Nguyễn Văn Hai"]

    assert twins == ["ML06", "ML07"]
    assert {row.member for row in BOOK.ratings} >= set(twins)


def test_conduct_that_must_not_stand_in_a_real_cell_s_sample_stands_here() -> None:
    """Discipline of both kinds, a denunciation found groundless, a cleared signal, a member to protect."""
    assert {(row.duty_related, row.self_detected) for row in BOOK.disciplines} == {
        (False, False), (False, True), (True, False),
    }  # fmt: skip
    assert [row.cleared for row in BOOK.denunciations] == [True, None]
    assert any(row.cleared for row in BOOK.warnings)
    assert {row.kind for row in BOOK.supervision_notes} == {"Ưu điểm", "Nhân tố mới", "Hạn chế", "Dấu hiệu vi phạm"}
