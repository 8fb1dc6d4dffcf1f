"""A command that writes is offered only for the empty square of the column that is to be filled, never over a name or anything else."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime

import pytest

from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.summaries.agenda import open_items
from addin.core.tables.reading import read_book
from addin.core.tables.vocabulary import Vocabulary
from addin.hosts.closed.book import ClosedBook
from addin.jobs.agenda import agenda
from addin.jobs.opening import Opened
from addin.output import agenda as told
from tests.conftest import ROOT
from tests.grids import grid
from tests.proof import count

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
COLUMNS = {
    "plan.missing": "members", "plan.next": "members",
    "inspection.self_report_due": "self_report_on", "inspection.ends_on": "conclusion", "inspection.remedy_due": "remedied_on",
    "supervision.none": "noted_on", "supervision.gap": "noted_on",
    "ratings.member": "member", "ratings.final": "final_level", "ratings.quarter": "quarters",
    "discipline.due": "member", "member.probation": "official_on", "denunciation.open": "conclusion", "review.remedy_plan": "number",
}  # fmt: skip
"""Which column each thing to do is done in; a new kind that offers a square is to be added here."""
DAYS = [date(year, month, 28) for year in (2019, 2020, 2021, 2026) for month in (2, 6, 11, 12)]
NAMES = ("Đinh Văn Một", "Lò Thị Hai", "Giàng A Ba")


@pytest.fixture(scope="module")
def sample() -> list[Grid]:
    return list(ClosedBook(SAMPLE, now=datetime(2026, 11, 28)).grids())


def read(grids) -> Reading:
    book = read_book(grids)
    return Reading(book, Vocabulary(book.layout, grids))


def wrongly_offered(reading: Reading, grids, on: date) -> list[str]:
    """Offers whose square holds something, or stands in another column."""
    squares = {one.sheet: one for one in grids}
    wrong = []
    for item in open_items(reading, on):
        place = item.to_fill
        if place is None:
            continue
        columns = {found.columns.get(COLUMNS[item.id]) for found in reading.book.layout if found.sheet == place.sheet}
        if squares[place.sheet].at(place.row, place.column) is not None or place.column not in columns or item.command is not None:
            wrong.append(f"{item.id} {place}")
    return wrong


def spoiled(grids: list[Grid], chance: random.Random) -> list[Grid]:
    """Without some sheets, with totals below others, with squares emptied and written in."""
    made = []
    for one in grids:
        lot = chance.random()
        if lot < 0.15 and one.sheet != "Đảng viên":
            continue
        values = [list(line) for line in one.values]
        if lot < 0.4:
            values.append([None, "Tổng cộng", *(["đã họp"] * 4)])
        for line in values[6:]:
            for column in range(2, len(line)):
                if chance.random() < 0.05:
                    line[column] = chance.choice([None, "đã nộp", None])
        made.append(replace(one, values=tuple(map(tuple, values))))
    return made


def test_the_sample_offers_no_square_that_holds_anything(sample):
    """On days of every season."""
    reading = read(sample)

    assert [wrong for on in DAYS for wrong in wrongly_offered(reading, sample, on)] == []


def test_nor_do_books_with_sheets_gone_totals_below_and_squares_spoiled(sample):
    """Whatever is left of the sample."""
    wrong = []
    for seed in range(count(6, 200)):
        chance = random.Random(seed)  # noqa: S311 - test data, no secret
        grids = spoiled(sample, chance)
        wrong += [f"{seed}: {one}" for on in chance.sample(DAYS, 4) for one in wrongly_offered(read(grids), grids, on)]

    assert wrong == []


def cell(*sheets):
    headings = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức", "Tổ đảng", "Giữ chức vụ lãnh đạo, quản lý")
    people = grid("Đảng viên", headings, *((name, "05/3/1980", "03/02/2005", "03/02/2006", "Tổ 1", "x") for name in NAMES))
    return [people, *sheets]


def helping(grids, on, identifier) -> list[str | None]:
    form = told.form(agenda(Opened("sổ.xlsx", read(grids)), on).result)
    return [one["command"] for one in form["items"] if one["id"] == identifier]


RATINGS = ("Năm", "Đảng viên", "Điểm tiêu chí chung", "Xếp loại quý")
DONE = tuple((2025, name, 20, None) for name in NAMES)


def test_quarters_are_put_into_the_row_of_the_rating_and_into_no_name():
    """Without a row of the year, or with a result that stands there, no square is offered: the rating makes the row."""
    on = date(2026, 11, 28)
    without, with_row = cell(grid("Xếp loại", RATINGS, *DONE)), cell(grid("Xếp loại", RATINGS, *DONE, (2026, NAMES[0], 20, None)))
    held = cell(grid("Xếp loại", RATINGS, *DONE, (2026, NAMES[0], 20, "HTT")))

    assert helping(without, on, "ratings.quarter") == helping(cell(), on, "ratings.quarter") == ["rate --year 2026"] * 2
    assert helping(with_row, on, "ratings.quarter") == ['put "Xếp loại!D5=…" --write'] * 2
    assert [one for one in helping(held, on, "ratings.quarter") if "put" in one] == []


def test_discipline_without_its_sheet_is_not_put_over_the_conclusion():
    """The square the conclusion stands in is shown, and nothing offered to write there."""
    headings = ("Số quyết định", "Năm", "Hình thức", "Đảng viên", "Nội dung", "Kết luận", "Ngày kết luận")
    turn = ("01-QĐ/CB", 2026, "Kiểm tra", NAMES[1], "Tu dưỡng", "Vi phạm phải kỷ luật", "05/6/2026")

    assert helping(cell(grid("Kiểm tra", headings, turn)), date(2026, 11, 28), "discipline.due") == [None]


def test_a_total_below_the_table_is_not_written_into():
    """The row below the records is offered only where it is empty."""
    headings = ("Ngày", "Tổ đảng", "Người giám sát", "Đảng viên", "Loại", "Nội dung ghi nhận")
    line = ("05/3/2024", "Tổ 1", NAMES[0], NAMES[1], "Ưu điểm", "Tốt")
    groups = grid("Tổ đảng", ("Tổ đảng", "Tổ trưởng", "Từ ngày"), ("Tổ 1", NAMES[0], "01/01/2020"))
    free, total = (cell(groups, grid("Giám sát", headings, line, *below)) for below in ((), ((None, "Tổng cộng", None, "1"),)))

    assert helping(free, date(2026, 11, 28), "supervision.gap") == ['put "Giám sát!A3=…" --write']
    assert helping(total, date(2026, 11, 28), "supervision.gap") == [None]
