"""Ballots and counts: two counters compared square by square, minutes only when they agree, no voter anywhere."""

from __future__ import annotations

import dataclasses
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.ratings.double_count import double_count, with_sums
from addin.core.tables.reading import read_book
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import RowSource, columns_of
from addin.core.tables.rows.ratings import RatingRow
from addin.core.tables.vocabulary import Vocabulary
from addin.jobs.document import Request
from addin.jobs.opening import Opened
from addin.jobs.tally import tally as run_tally
from tests.command import sochibo
from tests.conftest import ROOT
from tests.grids import grid

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
VOTER_WORDS = ("voter", "cử tri", "người bỏ phiếu", "người bầu")
VOTES = ("votes_htxs", "votes_htt", "votes_htn", "votes_kht", "votes_none", "votes_invalid")
COLUMNS = {"subject": 3, "counter": 4, "htxs": 5, "htt": 6, "htn": 7, "kht": 8, "invalid": 9}


def tally(row, subject, counter, htt, **more):
    source = RowSource("Phiếu đếm", row, COLUMNS)
    return Tally(source=source, year=2025, subject=subject, counter=counter, htt=htt, **more)


def test_equal_counts_are_agreed():
    """A blank figure counts as none."""
    counted = double_count(Reading(Book(tallies=(tally(4, "Lý Thử", 1, 9, htxs=0), tally(5, "Lý Thử", 2, 9)))), 2025)

    assert counted.is_settled
    assert counted.agreed[0].counts == {"htxs": 0, "htt": 9, "htn": 0, "kht": 0, "none": 0, "invalid": 0}


def test_a_difference_names_both_squares():
    """Square by square, so that the papers of that person are counted again."""
    counted = double_count(Reading(Book(tallies=(tally(4, "Lý Thử", 1, 9), tally(5, "Lý Thử", 2, 8, htn=1)))), 2025)

    assert not counted.is_settled
    assert [(item.kind, item.first, item.second, *(place.cell for place in item.places)) for item in counted.differences] == [
        ("htt", 9, 8, "F4", "F5"),
        ("htn", None, 1, "G4", "G5"),
    ]


@pytest.mark.parametrize("counters", [(1,), (2,), (1, 1, 2)])
def test_one_counter_alone_or_twice_is_not_settled(counters):
    """Each counter counts each subject exactly once."""
    rows = tuple(tally(4 + index, "Lý Thử", counter, 9) for index, counter in enumerate(counters))

    counted = double_count(Reading(Book(tallies=rows)), 2025)

    assert [subject for subject, _ in counted.alone] == ["Lý Thử"]
    assert not counted.is_settled


def test_differing_counts_make_no_minutes(tmp_path):
    """mau.xlsx 2024 has one planted difference."""
    ran = sochibo("tally", ROOT / "workbooks" / "mau.xlsx", "--year", 2024, "--out", tmp_path / "out", "--json")

    assert ran.code == 0
    assert ran.answer["settled"] is False
    assert len(ran.answer["differences"]) == 1
    assert not (tmp_path / "out").exists()


def test_agreed_counts_give_minutes_and_fill_the_votes(tmp_path):
    """The sums of the two counters go to the rating rows where these are blank."""
    book = shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")
    shown = sochibo("show", book, "--json").answer
    columns = next(table for table in shown["layout"] if table["table"] == "ratings")["columns"]
    row = next(item for item in shown["tables"]["ratings"] if item["year"] == 2025)
    sochibo("put", book, f"Xếp loại!{columns['votes_htt']}{row['row']}=", "--write")

    ran = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out", "--write", "--json")

    assert ran.code == 0, ran.out
    assert [Path(file).name for file in ran.answer["files"]] == ["Biên bản kiểm phiếu 2025.docx"]
    again = sochibo("show", book, "--json").answer["tables"]["ratings"]
    assert next(item for item in again if item["row"] == row["row"])["votes_htt"] == row["votes_htt"]


def words_of(path):
    """The texts of a paper in reading order."""
    return re.findall(r"<w:t[^>]*>([^<]*)</w:t>", zipfile.ZipFile(path).read("word/document.xml").decode("utf-8"))


def with_votes_blank(tmp_path):
    """The sample with the vote columns of 2025 as they stand before the meeting, and those rows as they were."""
    book = shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx")
    shown = sochibo("show", book, "--json").answer
    columns = next(table for table in shown["layout"] if table["table"] == "ratings")["columns"]
    rows = [row for row in shown["tables"]["ratings"] if row["year"] == 2025]
    sochibo("put", book, *(f"Xếp loại!{columns[key]}{row['row']}=" for row in rows for key in VOTES), "--write")
    return book, rows


def test_minutes_made_before_the_sums_stand_in_the_sheet_tell_the_sums(tmp_path):
    """The first count of a meeting: the paper has every vote, and a second run makes the same paper."""
    book, rows = with_votes_blank(tmp_path)

    first = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out", "--write", "--json").answer
    read = docx.Document(first["files"][0]).tables
    again = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out", "--json").answer

    (table,) = [one for one in read if one.rows[0].cells[0].text == "STT"]
    heads, *lines = [[square.text for square in row.cells] for row in table.rows]
    assert heads[:3] + heads[-2:] == ["STT", "Họ và tên", "Chức vụ", "Kết quả", "Ghi chú"]
    assert [line[0] for line in lines] == [str(number) for number in range(1, 12)]
    assert [line[3:9] for line in lines] == [[str(row[key]) for key in VOTES] for row in rows]
    assert again["files"] == first["files"]


def test_what_was_counted_and_has_no_row_or_column_is_said(tmp_path):
    """The minutes tell it, the rating sheet will not: the secretary reads which row and which column."""
    book, _ = with_votes_blank(tmp_path)
    layout = sochibo("show", book, "--json").answer["layout"]
    invalid = next(table for table in layout if table["table"] == "ratings")["columns"]["votes_invalid"]
    sochibo("put", book, "Xếp loại!A113=", f"Xếp loại!{invalid}3=", "--write")

    ran = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out")

    assert ran.out.splitlines()[1:3] == [
        "Sheet “Xếp loại” chưa có dòng năm 2025 của Nguyễn Thị An Lành nên không ghi được số phiếu; thêm dòng rồi kiểm phiếu lại.",
        "Sheet “Xếp loại” chưa có cột “Phiếu không hợp lệ” nên không ghi được số phiếu vào đó; thêm cột rồi kiểm phiếu lại.",
    ]


def test_a_year_without_any_row_gets_one_a_member_counted(tmp_path):
    """Who filled in only the counters' sheet has minutes, rows and levels by one command; a second run writes nothing."""
    book = tmp_path / "sổ.xlsx"
    sochibo("new", book)
    people = ("Đinh Văn Một", "Lò Thị Hai")
    members = [f"Đảng viên!{column}{row}={value}" for row, name in enumerate(people, 4) for column, value in (("B", name), ("C", "1980-03-05"), ("I", "2005-02-03"), ("J", "2006-02-03"))]
    counts = [
        f"Phiếu đếm!{column}{row}={value}"
        for row, (name, counter) in enumerate([(name, counter) for name in people for counter in (1, 2)], 4)
        for column, value in zip("ABCDEFGHIJ", (2025, "2025-12-18", name, counter, 0, 2, 0, 0, 0, 0), strict=True)
    ]
    meeting = [f"Kiểm phiếu!{column}4={value}" for column, value in zip("ABDEFGHIJ", (2025, "2025-12-18", 2, 2, 2, 2, 2, 2, 0), strict=True)]
    sochibo("put", book, *members, *counts, *meeting, "--write")

    first = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out", "--write", "--json")
    again = sochibo("tally", book, "--year", 2025, "--out", tmp_path / "out")

    assert first.code == 0, first.err
    rated = sochibo("rate", book, "--year", 2025, "--json").answer["members"]
    assert [(one["full_name"], one["sheet"], one["level"], one["level_from"]) for one in rated] == [(name, "Xếp loại", "HTT", "vote") for name in people]
    assert "Sẽ ghi" not in again.out


def test_rows_of_a_year_without_a_sheet_are_told_where_they_will_stand():
    """Another sheet of several years at the end of the workbook is not theirs: what is said is true of the new sheet."""
    headings = ["Họ và tên", "Tự xếp loại", "Phiếu HTXS", "Phiếu HTT", "Phiếu HTN", "Phiếu KHT", "Phiếu không hợp lệ", "Chi bộ đề nghị"]
    roll = grid("DSĐV", ["Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Ngày chính thức"], ["Lò Thị Hai", "5/3/1980", "3/2/2005", "3/2/2006"])
    last_year = grid("XL 2025", headings, ["Lò Thị Hai", "HTT", 0, 3, 0, 0, 0, "HTT"])
    over_years = grid("Theo dõi XL", ["Họ và tên", "2023", "2024"], ["Lò Thị Hai", "HTT", "HTT"])
    counts = grid(
        "Phiếu đếm",
        ["Năm", "Ngày họp", "Đối tượng", "Lượt đếm", "HTXS", "HTT", "HTN", "KHT", "Không có phiếu", "Không hợp lệ"],
        *([2026, "20/11/2026", "Lò Thị Hai", counter, 0, 3, 0, 0, 0, 0] for counter in (1, 2)),
    )
    grids = (roll, last_year, over_years, counts)
    book = read_book(grids)

    outcome = run_tally(Opened("sổ.xlsx", Reading(book, Vocabulary(book.layout, grids))), Request(date(2026, 11, 28), year=2026))

    assert {append.sheet for append in outcome.effects.writes.appends} == {"XL 2026"}
    assert (outcome.result.no_place.sheet, outcome.result.no_place.subjects, outcome.result.no_place.columns) == ("XL 2026", (), ())


def test_a_year_nobody_counted_says_what_to_do(tmp_path):
    """No rows, no minutes."""
    ran = sochibo("tally", ROOT / "workbooks" / "mau.xlsx", "--year", 2023, "--out", tmp_path / "out")

    assert ran.code == 2
    assert ran.err == (
        "Sheet Phiếu đếm chưa có dòng nào của năm 2023.\n→ Nhập số đếm của hai người kiểm phiếu, hoặc chọn năm khác.\n"
    )
    assert not (tmp_path / "out").exists()


def test_a_rated_member_nobody_counted_is_told(tmp_path):
    """Dashes on the minutes are no count: who has no votes, on the sheet or by both counters, is named with the row."""
    book, _ = with_votes_blank(tmp_path)
    counts = sochibo("show", book, "--json").answer["tables"]["tallies"]
    lines = [one["row"] for one in counts if one["year"] == 2025 and one["subject"] == "Lê Thị Cần Mẫn"]
    sochibo("put", book, *(f"Phiếu đếm!C{line}=" for line in lines), "--write")

    ran = sochibo("document", book, "count-minutes", "--year", 2025, "--out", tmp_path / "out")

    assert "Lưu ý: Đồng chí Lê Thị Cần Mẫn: chưa có số phiếu nào ('Xếp loại'!115)." in ran.out.splitlines()
    assert ran.out.count("chưa có số phiếu nào") == 1


def test_a_ballot_without_anybody_to_vote_on_is_not_made(tmp_path):
    """A blank workbook gives no paper with an empty list, but the sentence why."""
    ran = sochibo("ballots", ROOT / "workbooks" / "so-trang.xlsx", "--year", 2025, "--out", tmp_path / "out")

    assert ran.code == 2
    assert ran.err.startswith("Chưa lập văn bản: năm 2025 sổ chưa có đảng viên nào được xếp loại.")
    assert not (tmp_path / "out").exists()


def test_sums_change_the_rows_of_their_year_only():
    """What the minutes read is the workbook with the sums in it, every other row as it was."""
    rows = tuple(RatingRow(source=RowSource("Xếp loại", row, {}), year=year, member="Lý Thử") for row, year in ((4, 2024), (5, 2025)))
    book = Book(ratings=rows, tallies=(tally(4, "Lý Thử", 1, 9), tally(5, "Lý Thử", 2, 9)))

    before, after = with_sums(Reading(book), double_count(Reading(book), 2025)).book.ratings

    assert before is rows[0]
    assert [getattr(after, key) for key in VOTES] == [0, 9, 0, 0, 0, 0]


def test_no_schema_of_votes_has_room_for_a_voter():
    """The proof that can be grepped: no key, heading or variant of the vote tables names who voted."""
    for row_type, table in ((BallotCount, "ballot_counts"), (Tally, "tallies"), (RatingRow, "ratings")):
        words = {column.key for column in columns_of(row_type)} | set(glossary.headers(table))
        assert not [word for word in words if any(voter in word for voter in VOTER_WORDS)]
    assert {field.name for field in dataclasses.fields(Tally)} == {
        "source", "year", "meeting_on", "subject", "counter", "htxs", "htt", "htn", "kht", "none", "invalid",
    }  # fmt: skip


def test_a_planted_voter_column_is_an_error(tmp_path):
    """Somebody adds "Người bỏ phiếu" to the counts: that is an error at its heading."""
    book = shutil.copy(SAMPLE, tmp_path / "sổ.xlsx")
    sochibo("put", book, "Phiếu đếm!K3=Người bỏ phiếu", "--write")

    ran = sochibo("check", book, "--on", "2026-11-23", "--json")

    assert ran.code == 1
    assert [(found["code"][:3], found["cell"]) for found in ran.answer["findings"] if found["severity"] == "error"] == [("BAL", "K3")]


def test_ballots_and_minutes_carry_no_name_of_an_author(tmp_path):
    """Neither the properties nor the text of a ballot tells who made or marked it."""
    sochibo("ballots", SAMPLE, "--year", 2025, "--out", tmp_path)
    sochibo("tally", SAMPLE, "--year", 2025, "--out", tmp_path)

    files = sorted(tmp_path.glob("*.docx"))
    assert len(files) == 3
    for file in files:
        parts = zipfile.ZipFile(file)
        core = parts.read("docProps/core.xml").decode("utf-8") if "docProps/core.xml" in parts.namelist() else ""
        assert not re.search(r"<(dc:creator|cp:lastModifiedBy)>[^<]", core)
        assert not [name for name in parts.namelist() if "comments" in name or "people" in name]
