"""`check --mark`: the findings sheet and the notes come, follow the corrections, and can be undone."""

from __future__ import annotations

import shutil
import subprocess

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import Note, Writes
from addin.hosts.closed.patch.patching import patch
from tests.command import sochibo
from tests.conftest import ROOT
from tests.hosts.closed.noted import members, seen

SAMPLE = ROOT / "workbooks" / "mau.xlsx"
DAY = "2026-11-23"
SHEET = "Lỗi dữ liệu"


@pytest.fixture
def book(tmp_path):
    """A copy of the sample, in a folder of its own."""
    return shutil.copy(SAMPLE, tmp_path / "sổ chi bộ.xlsx")


def mark(book):
    return sochibo("check", book, "--mark", "--on", DAY)


def findings(book):
    """Square and rule of every finding on one square, as the command answers."""
    answer = sochibo("check", book, "--on", DAY, "--json").answer
    return {(one["sheet"], one["cell"], one["code"]) for one in answer["findings"] if one["cell"][:1].isalpha() and one["cell"][-1:].isdigit()}


def our_notes(book):
    return {square: text for square, (author, text) in seen(book.read_bytes()).items() if author == "Sổ Chi bộ"}


def test_every_finding_on_a_square_is_noted_there(book):
    """With its severity, its code, and what to do; nothing else of the workbook's own sheets changes."""
    before = seen(book.read_bytes())

    ran = mark(book)

    notes = our_notes(book)
    assert f"Sẽ ghi chú vào {len(notes)} ô." in ran.out
    for sheet, cell, code in findings(book):
        assert f" {code}: " in notes[sheet, cell]
        assert " → " in notes[sheet, cell]
    assert {(sheet, cell) for sheet, cell, _ in findings(book)} == set(notes)
    assert {square: note for square, note in seen(book.read_bytes()).items() if square not in notes} == before
    assert SHEET in openpyxl.load_workbook(book).sheetnames


def test_the_list_is_read_without_colours_and_leads_to_its_squares(book):
    """A number, the severity in words, a link from each square to the place, arrows to filter by, headings that stay."""
    mark(book)

    sheet = openpyxl.load_workbook(book)[SHEET]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert [row[0] for row in rows] == list(range(1, len(rows) + 1))
    assert {row[1] for row in rows} <= {"Lỗi", "Cảnh báo", "Lưu ý"}
    assert sheet.auto_filter.ref == f"A3:J{len(rows) + 3}"
    assert f"hidden=\"1\">'{SHEET}'!$A$3:$J${len(rows) + 3}</definedName>" in members(book.read_bytes())["xl/workbook.xml"].decode()
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.freeze_panes == "A4"
    longest = max(range(4, len(rows) + 4), key=lambda number: len(sheet.cell(number, 7).value))
    assert sheet.row_dimensions[longest].height >= 15 * (len(sheet.cell(longest, 7).value) // 40)
    for number, row in enumerate(rows, 4):
        assert all(cell.border.bottom.style == "thin" and cell.alignment.wrap_text for cell in sheet[number])
        link = sheet.cell(number, 5).hyperlink
        assert (link is None) is (not row[4])
        if link is not None:
            assert link.location == f"'{row[3]}'!{row[4] if row[4][0].isalpha() else f'A{row[4]}'}"
            assert link.tooltip == f"Đến {'ô ' if row[4][0].isalpha() else 'dòng '}{row[4]}, sheet “{row[3]}”"
            assert sheet.cell(number, 5).font.u == "single"


def test_above_the_list_stands_what_must_be_done_before_the_next_paper(book):
    """As the command says it, in a sentence that runs over the squares beside it."""
    ran = mark(book)

    sheet = openpyxl.load_workbook(book)[SHEET]
    counted, must = sheet["A1"].value.split(". ", 1)
    assert counted.removeprefix("Kiểm tra đến 23/11/2026: ") in ran.out
    assert must in ran.out.splitlines()
    assert not sheet["A1"].alignment.wrap_text
    assert [cell.value for cell in sheet[1]][1:] == [None] * 9


def test_marking_twice_is_marking_once(book):
    """The same bytes, and no second backup."""
    mark(book)
    once = book.read_bytes()

    ran = mark(book)

    assert ran.code == 1
    assert book.read_bytes() == once
    assert len(list((book.parent / "Sao lưu").glob("*.xlsx"))) == 1


def test_a_corrected_square_loses_its_note_and_undo_brings_it_back(book):
    """Mark, correct, mark again, undo twice: the marked workbook, then the corrected one's predecessor."""
    mark(book)
    marked = book.read_bytes()
    wrong = Place.at("Đảng viên", "J17")
    assert "MEM204" in our_notes(book)[wrong.sheet, wrong.cell]

    sochibo("put", book, f"{wrong.sheet}!{wrong.cell}=2004-09-02", "--write")
    corrected = book.read_bytes()
    mark(book)

    assert "MEM204" not in our_notes(book).get((wrong.sheet, wrong.cell), "")
    assert "Đã hoàn tác «Danh sách lỗi dữ liệu»" in sochibo("undo", book).out
    assert book.read_bytes() == corrected
    assert "MEM204" in our_notes(book)[wrong.sheet, wrong.cell]
    sochibo("undo", book)
    assert book.read_bytes() == marked


def test_a_persons_note_stays_and_that_is_told(book):
    """The finding of that square is in the findings sheet only."""
    workbook = openpyxl.load_workbook(book)
    workbook["Đảng viên"]["J17"].comment = openpyxl.comments.Comment("Đã hỏi đảng uỷ", "Bà Bịa")
    workbook.save(book)

    ran = mark(book)

    assert seen(book.read_bytes())["Đảng viên", "J17"] == ("Bà Bịa", "Đã hỏi đảng uỷ")
    assert "Lưu ý: Trang tính «Đảng viên»: ô J17 đã có ghi chú của người dùng nên giữ nguyên" in ran.out


def test_without_our_notes_the_cells_own_sheets_are_what_they_were(book):
    """Only the findings sheet and its style are left."""
    before = members(book.read_bytes())
    mark(book)

    after = members(patch(book.read_bytes(), Writes(notes=())))

    assert {name for name in before if before[name] != after[name]} <= {
        "[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/workbook.xml", "xl/styles.xml",
    }
    assert [name for name in after if name not in before] == [f"xl/worksheets/sheet{len(openpyxl.load_workbook(SAMPLE).sheetnames) + 1}.xml"]


@pytest.mark.libreoffice
def test_marks_come_back_after_a_save_in_libreoffice(book, tmp_path):
    """It drops our name as author; the notes are still ours, none is doubled and none is taken for a person's."""
    mark(book)
    noted = set(our_notes(book))

    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "lai"), str(book)],
        check=True, capture_output=True, timeout=180,
    )
    again = tmp_path / "lai" / book.name
    ran = mark(again)

    assert "đã có ghi chú của người dùng" not in ran.out
    assert noted <= set(our_notes(again))


def test_a_note_of_one_job_does_not_touch_the_marks_of_others(book):
    """The hidden names that mark our sheets are as they were."""
    mark(book)
    names = members(book.read_bytes())["xl/workbook.xml"]

    after = patch(book.read_bytes(), Writes(notes=(Note(Place.at("Đảng viên", "B4"), "lỗi"),)))

    assert members(after)["xl/workbook.xml"] == names
    assert b"_sochibo" in names
