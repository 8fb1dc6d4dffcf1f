"""A frozen year is written by no command, in a sentence that names it and the way out; other years go on (F65)."""

from __future__ import annotations

import json
import shutil
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.tables.freezing import FrozenYear, Reach, seal_of
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.settings import Settings
from addin.core.writes import RowAppend, Write, Writes
from tests import builders
from tests.command import sochibo
from tests.conftest import ROOT
from tests.grids import grid

YEAR, DAY = 2025, "2026-02-01"
OPEN_IT = "Cần sửa thì mở khoá trước, kèm lý do: sochibo unfreeze"


@pytest.fixture(scope="module")
def sealed(tmp_path_factory):
    """The sample with 2025 frozen, the votes of one rating not entered yet."""
    book = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path_factory.mktemp("khoá") / "sổ.xlsx"))
    rating, layout = row_of("ratings", YEAR)
    assert sochibo("put", book, f"Xếp loại!{layout['columns']['votes_htt']}{rating}=", "--write").code == 0
    shutil.rmtree(book.parent / "Nhật ký")
    shutil.rmtree(book.parent / "Sao lưu")
    ran = sochibo("freeze", book, "--year", YEAR, "--reason", "đã có quyết định", "--on", DAY, "--write")
    assert ran.code == 0, ran.err
    return book


@pytest.fixture
def book(sealed, tmp_path):
    return Path(shutil.copy(sealed, tmp_path / "sổ.xlsx"))


@cache
def sample():
    """The sample as it is understood: rows and columns stand in each copy where they stand here."""
    return sochibo("show", ROOT / "workbooks" / "mau.xlsx", "--json").answer


def row_of(table, year):
    """The first row of a year in a table of the sample, and its column letters."""
    answer = sample()
    layout = next(one for one in answer["layout"] if one["table"] == table)
    return next(one["row"] for one in answer["tables"][table] if str(one.get("year") or one.get("noted_on") or one.get("date"))[:4] == str(year)), layout


def refused(book, *words):
    """Exit 4, nothing changed, no number taken; the sentence."""
    before = book.read_bytes()
    ran = sochibo(words[0], book, *words[1:])
    assert (ran.code, book.read_bytes()) == (4, before), ran
    assert not (book.parent / "Sổ số văn bản").exists()
    assert not (book.parent / "Văn bản").exists()
    said, way_out = ran.err.splitlines()
    assert said.startswith("Năm 2025 đã khoá ngày 01/02/2026 nên chưa ghi gì: "), said
    assert way_out.startswith(f"→ {OPEN_IT}"), way_out
    return said


@pytest.mark.parametrize("writing", [(), ("--write",)], ids=["shown", "written"])
def test_put_refuses_the_squares_of_the_year_and_names_them(book, writing):
    """Ratings by their year, notes by their day; also where nothing would be written yet."""
    rating, ratings = row_of("ratings", YEAR)
    note, notes = row_of("supervision_notes", YEAR)
    vote, text = f"{ratings['columns']['final_level']}{rating}", f"{notes['columns']['text']}{note}"

    said = refused(book, "put", f"Xếp loại!{vote}=HTNV", f"Giám sát!{text}=Sửa", *writing)

    assert said.endswith(f": ô {vote} ở sheet “Xếp loại”, ô {text} ở sheet “Giám sát”.")


def test_put_refuses_a_row_that_would_become_one_of_the_year(book):
    """The year typed into a row of another year, or a day of it in a new row."""
    rating, ratings = row_of("ratings", 2024)
    _, notes = row_of("supervision_notes", YEAR)
    new = notes["last_row"] + 1

    refused(book, "put", f"Xếp loại!{ratings['columns']['year']}{rating}={YEAR}", "--write")
    refused(book, "put", f"Giám sát!{notes['columns']['noted_on']}{new}=2025-05-06", "--write")


def test_put_refuses_the_seal_itself_and_the_heading_of_what_was_sealed(book):
    """Neither is a way round."""
    _, ratings = row_of("ratings", YEAR)
    sheet = openpyxl.load_workbook(book)["Thiết lập"]
    seal = next(row[0].row for row in sheet.iter_rows(max_col=1) if row[0].value == f"Khoá năm {YEAR}")

    assert refused(book, "put", f"Thiết lập!A{seal}=", "--write").endswith("là dấu khoá của năm ấy.")
    refused(book, "put", f"Thiết lập!B{seal}=", "--write")
    refused(book, "put", f"Xếp loại!{ratings['columns']['final_level']}{ratings['heading_rows'][-1]}=Khác", "--write")


@pytest.mark.parametrize(
    "words",
    [
        ("tally", "--year", str(YEAR)),
        ("document", "rating-proposal", "--year", str(YEAR), "--on", "2025-12-31"),
        ("summarise", "--year", str(YEAR), "--on", "2025-12-31"),
        ("void", "05-QĐ/CB", "--reason", "ghi nhầm", "--year", str(YEAR), "--on", DAY),
    ],
    ids=lambda words: words[0],
)  # fmt: skip
def test_no_command_writes_into_the_year(book, words):
    """Counts, papers of a day in the year with their rows, numbers withdrawn."""
    refused(book, *words, "--write")


def test_other_years_and_lists_are_written_as_ever(book):
    """The year before, the list of members, the settings."""
    rating, ratings = row_of("ratings", 2024)
    ran = sochibo("put", book, f"Xếp loại!{ratings['columns']['final_level']}{rating}=HTNV", "Đảng viên!B4=Nguyễn Văn Khác", "Thiết lập!C2=x", "--write")

    assert ran.code == 0, ran.err


def test_fix_leaves_the_year_alone_and_says_so(sealed, tmp_path):
    """A space too many in a row of the year stays; one in the list of members goes."""
    book = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", tmp_path / "sổ.xlsx"))
    rating, ratings = row_of("ratings", YEAR)
    workbook = openpyxl.load_workbook(book)
    square = workbook["Xếp loại"][f"{ratings['columns']['member']}{rating}"]
    square.value = f"{square.value} "
    workbook["Đảng viên"]["B4"].value += " "
    workbook.save(book)
    assert sochibo("freeze", book, "--year", YEAR, "--reason", "xong", "--on", DAY, "--write").code == 0

    ran = sochibo("fix", book, "--write")

    after = openpyxl.load_workbook(book)
    assert ran.code == 0, ran.err
    assert "Để nguyên 1 ô của năm đã khoá." in ran.out
    assert after["Xếp loại"][square.coordinate].value.endswith(" ")
    assert not after["Đảng viên"]["B4"].value.endswith(" ")


def test_opened_with_a_reason_it_is_written_again_and_the_log_says_who_opened_it_why(book):
    """The reason stays in the log when the year is frozen again; a member named in it does not."""
    rating, ratings = row_of("ratings", YEAR)
    name = sample()["tables"]["members"][0]["full_name"]
    put = ("put", book, f"Xếp loại!{ratings['columns']['final_level']}{rating}=HTNV", "--write")

    assert sochibo(*put).code == 4
    assert sochibo("unfreeze", book, "--year", YEAR, "--reason", f"nhập nhầm mức của {name}", "--on", DAY, "--write").code == 0
    assert sochibo(*put).code == 0
    assert sochibo("freeze", book, "--year", YEAR, "--reason", "xong", "--on", DAY, "--write").code == 0
    assert sochibo(*put).code == 4

    log = (book.parent / "Nhật ký" / "sổ.xlsx.jsonl").read_text("utf-8")
    told = [(one["command"], one.get("year"), one.get("reason")) for one in map(json.loads, log.splitlines())]
    assert told == [("unfreeze", YEAR, "nhập nhầm mức của …"), ("put", None, None), ("freeze", YEAR, "xong")]
    assert name not in log


def frozen_book(*sheets):
    """Sheets as they are read, with 2024 frozen in the settings."""
    read = read_book(sheets)
    sealed = FrozenYear(2024, date(2025, 1, 20), "quy định", seal_of(read, 2024), "xong")
    return read_book([*sheets, grid("Thiết lập", ("Mục", "Giá trị"), sealed.setting)])


NAMES = ("Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường", "Phạm Thị Dung")


def test_a_sheet_of_the_year_is_the_years_from_its_headings_down():
    """A cell with a sheet a year: also a new row, but not the title, nor the sheet of another year."""
    rows = [["XẾP LOẠI NĂM 2024"], ["STT", "Họ và tên", "Chi bộ đề nghị", "Cấp trên quyết định"], *([n, name, "HTTNV", "HTTNV"] for n, name in enumerate(NAMES, 1))]
    other = [["XẾP LOẠI NĂM 2023"], *rows[1:]]
    reach = Reach(frozen_book(grid("XL 2024", *rows), grid("XL 2023", *other)))

    def owned(sheet, cell, value="HTNV"):
        return [one.year.year for one in reach.of(Writes((Write(Place.at(sheet, cell), value, "put"),)))]

    assert (owned("XL 2024", "D4"), owned("XL 2024", "B9"), owned("XL 2024", "B2"), owned("XL 2024", "H4")) == ([2024],) * 4
    assert (owned("XL 2024", "A1"), owned("XL 2023", "D4")) == ([], [])
    appends = [RowAppend(sheet, 6, ((2, "Vũ Văn Em"), (3, "HTNV")), "thêm") for sheet in ("XL 2024", "XL 2023")]
    assert [one.place for one in reach.of(Writes(appends=tuple(appends)))] == [Place("XL 2024", 7)]


def test_of_columns_a_year_only_that_of_the_year_is_frozen():
    """A list of members with a column of levels for each year."""
    rows = [["STT", "Họ và tên", "Ngày sinh", "Xếp loại 2023", "Xếp loại 2024"], *([n, name, "01/02/1980", "HTTNV", "HTNV"] for n, name in enumerate(NAMES, 1))]
    reach = Reach(frozen_book(grid("DS", *rows)))

    def owned(cell):
        return [one.year.year for one in reach.of(Writes((Write(Place.at("DS", cell), "HTXSNV", "put"),)))]

    assert (owned("E3"), owned("E1")) == ([2024], [2024])
    assert (owned("D3"), owned("D1"), owned("B3"), owned("C3")) == ([], [], [], [])


def test_what_goes_on_after_the_year_can_be_entered():
    """An inspection of the year whose remedy is due in the next is work of the next."""
    going, over = (builders.row("inspections", n, year=2024, decision_date="05/3/2024", remedy_due=due) for n, due in ((2, "31/3/2025"), (3, "31/12/2024")))
    frozen = FrozenYear(2024, date(2025, 1, 20), "quy định", None, "xong")
    book = Book(settings=Settings(other={frozen.setting[0]: (frozen.setting[1], Place("Thiết lập", 2, 2))}), inspections=(going, over))
    wanted = Writes(tuple(Write(row.place("remedied_on"), date(2025, 2, 1), "put") for row in (going, over)))

    assert [one.place for one in Reach(book).of(wanted)] == [over.place("remedied_on")]
