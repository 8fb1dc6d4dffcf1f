"""A whole sheet of ours: added behind the others, known again, replaced; the cell's own sheets never."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import SheetReplace, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.made_books import (
    MAIN,
    OFFICE,
    STYLES,
    book_of,
    part,
    parts_of,
    sheet_part,
    workbook_xml,
    zipped,
)

NAME = "Sổ Chi bộ – phát hiện"
ROWS = (("Mã", "Ngày", "Nội dung"), ("MEM204", date(2019, 9, 3), "dòng một\ndòng hai"), ("=1+1", None, True))
NEW = SheetReplace(NAME, ROWS, widths=(10, 12.5, 40))
BEFORE = book_of('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')


def put(data: bytes, new: SheetReplace = NEW) -> bytes:
    return patch(data, Writes(sheets=(new,)))


def refusal(data: bytes, new: SheetReplace = NEW) -> str:
    with pytest.raises(RefusedWrite) as refused:
        put(data, new)
    return refused.value.message.removesuffix(". Chưa có gì thay đổi.")


def test_a_sheet_is_added_behind_the_others():
    """Two readers see its values; the sheet that was there is the same byte for byte."""
    after = put(BEFORE)

    assert CalamineWorkbook.from_filelike(io.BytesIO(after)).sheet_names == ["Sổ", NAME]
    sheet = openpyxl.load_workbook(io.BytesIO(after))[NAME]
    assert [[square.value for square in line] for line in sheet.iter_rows()] == [
        ["Mã", "Ngày", "Nội dung"],
        ["MEM204", datetime(2019, 9, 3), "dòng một\ndòng hai"],
        ["=1+1", None, True],
    ]
    old, new = zipfile.ZipFile(io.BytesIO(BEFORE)), zipfile.ZipFile(io.BytesIO(after))
    assert new.namelist() == [*old.namelist(), "xl/worksheets/sheet2.xml"]
    assert part(after) == part(BEFORE)


def test_it_is_easy_to_read():
    """Headings bold and frozen, widths as asked, text wrapped, dates day first, one page wide on A4."""
    sheet = openpyxl.load_workbook(io.BytesIO(put(BEFORE)))[NAME]

    assert sheet["A1"].font.b is True
    assert sheet["A1"].font.name == "Times New Roman"
    assert sheet["A2"].font.b is not True
    assert sheet.freeze_panes == "A2"
    assert [sheet.column_dimensions[letter].width for letter in "ABC"] == [10, 12.5, 40]
    assert sheet["C2"].alignment.wrap_text is True
    assert sheet["B2"].number_format == "dd/mm/yyyy"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage is True


def test_formulas_only_where_they_are_asked_for():
    """Without the wish an equals sign is a letter."""
    with_formulas = part(put(BEFORE, SheetReplace(NAME, ROWS, formulas=True)), "xl/worksheets/sheet2.xml")
    without = part(put(BEFORE), "xl/worksheets/sheet2.xml")

    assert "<f>1+1</f></c>" in with_formulas
    assert "<f>" not in without


def test_formulas_are_worked_out_at_the_next_opening():
    """They come without results."""
    assert 'fullCalcOnLoad="1"' in part(put(BEFORE, SheetReplace(NAME, ROWS, formulas=True)), "xl/workbook.xml")
    assert "calcPr" not in part(put(BEFORE), "xl/workbook.xml")


def test_the_same_sheet_again_changes_nothing():
    """No second sheet, no new styles, the same bytes."""
    once = put(BEFORE)

    assert put(once) == once


def test_a_sheet_of_ours_is_replaced_whole():
    """Old rows are gone; its place and part stay."""
    once = put(BEFORE)

    twice = put(once, SheetReplace(NAME, (("Mã",), ("INS301",))))

    assert CalamineWorkbook.from_filelike(io.BytesIO(twice)).get_sheet_by_name(NAME).to_python() == [["Mã"], ["INS301"]]
    assert zipfile.ZipFile(io.BytesIO(twice)).namelist() == zipfile.ZipFile(io.BytesIO(once)).namelist()


def test_what_a_person_arranged_on_it_is_carried_over():
    """Page set-up and notes stay with the sheet."""
    once = put(BEFORE)
    path = "xl/worksheets/sheet2.xml"
    arranged = part(once, path).replace('orientation="landscape" fitToHeight="0"/>', 'orientation="portrait"/><legacyDrawing r:id="rId1"/>')
    members = {name: zipfile.ZipFile(io.BytesIO(once)).read(name) for name in zipfile.ZipFile(io.BytesIO(once)).namelist()}
    members[path] = arranged.encode()

    twice = part(put(zipped(members), SheetReplace(NAME, (("Mã",),))), path)

    assert 'orientation="portrait"/><headerFooter>' in twice
    assert '</headerFooter><legacyDrawing r:id="rId1"/></worksheet>' in twice


def test_a_sheet_of_ours_is_known_after_another_program_saved():
    """openpyxl writes the whole workbook anew and the mark is still there."""
    book = openpyxl.load_workbook(io.BytesIO(put(BEFORE)))
    book.create_sheet("Trước", 0)
    book[NAME].title = "Đổi tên"
    stream = io.BytesIO()
    book.save(stream)

    after = put(stream.getvalue(), SheetReplace("Đổi tên", (("mới",),)))

    assert openpyxl.load_workbook(io.BytesIO(after))["Đổi tên"]["A1"].value == "mới"
    assert refusal(stream.getvalue(), SheetReplace("Trước", ROWS)).endswith("không phải do chương trình tạo ra")


def test_a_sheet_of_the_cells_own_is_never_replaced():
    """Whatever its name, and however it is spelt."""
    for name in ("Sổ", "SỔ", "So\u0302\u0309"):
        with pytest.raises(RefusedWrite) as refused:
            put(BEFORE, SheetReplace(name, ROWS))
        assert refused.value.message == (
            "Không ghi vào 'Sổ': trang tính này là của sổ, không phải do chương trình tạo ra. Chưa có gì thay đổi."
        )
        assert refused.value.fix == "Đổi tên trang tính đang có trong Excel, hoặc chọn tên khác cho bảng kết quả."


def test_a_table_a_person_put_on_it_stops_the_replacement():
    """It would no longer fit the new squares."""
    once = put(BEFORE)
    members = {name: zipfile.ZipFile(io.BytesIO(once)).read(name) for name in zipfile.ZipFile(io.BytesIO(once)).namelist()}
    members["xl/worksheets/_rels/sheet2.xml.rels"] = (
        f'<Relationships><Relationship Id="rId1" Type="{OFFICE}/table" Target="../tables/table1.xml"/></Relationships>'
    ).encode()

    assert refusal(zipped(members)).endswith("đã có bảng (Table) hoặc bảng tổng hợp (Pivot) do người dùng thêm")


def test_a_locked_structure_takes_no_new_sheet():
    """Replacing the content of one that is there is no change of structure."""
    locked = zipped(parts_of(sheet_part("<sheetData/>"), {"xl/workbook.xml": workbook_xml(before='<workbookProtection lockStructure="1"/>')}))
    ours = put(book_of())
    members = {name: zipfile.ZipFile(io.BytesIO(ours)).read(name) for name in zipfile.ZipFile(io.BytesIO(ours)).namelist()}
    members["xl/workbook.xml"] = members["xl/workbook.xml"].replace(b"<sheets>", b'<workbookProtection lockStructure="1"/><sheets>')

    assert refusal(locked) == "Không ghi vào sổ này: cấu trúc sổ đang khoá nên không thêm trang tính được"
    assert "INS301" in part(put(zipped(members), SheetReplace(NAME, (("INS301",),))), "xl/worksheets/sheet2.xml")


@pytest.mark.parametrize("name", ["", "x" * 32, "a/b", "a:b", "[a]", "'a"])
def test_a_name_excel_does_not_take_is_refused(name):
    """At most 31 letters, without the signs of addresses."""
    assert refusal(BEFORE, SheetReplace(name, ROWS)).endswith("tên trang tính không hợp lệ")


def test_ids_and_part_names_are_free_ones():
    """Even where numbers were used out of order and another part sits at the next name."""
    sheets = '<sheet name="Sổ" sheetId="7" r:id="rId1"/>'
    before = zipped(parts_of(sheet_part("<sheetData/>"), {"xl/workbook.xml": workbook_xml(sheets=sheets), "xl/worksheets/Sheet2.xml": "<x/>"}))

    workbook = part(put(before), "xl/workbook.xml")

    assert f'name="{NAME}" sheetId="8" r:id="rId3"/>' in workbook
    assert "xl/worksheets/sheet3.xml" in zipfile.ZipFile(io.BytesIO(put(before))).namelist()


def test_names_the_cell_defined_stay():
    """Ours joins them, hidden and bound to its sheet."""
    names = '<definedNames><definedName name="Vung" localSheetId="0">Sổ!$A$1</definedName></definedNames>'
    before = zipped(parts_of(sheet_part("<sheetData/>"), {"xl/workbook.xml": workbook_xml(after=names)}))

    workbook = part(put(before), "xl/workbook.xml")

    assert (
        names.replace("</definedNames>", '<definedName name="_sochibo" localSheetId="1" hidden="1">"sochibo"</definedName>')
        in workbook
    )


def test_prefixed_and_strict_workbooks_get_their_own_kind():
    """The entry takes the list's prefix, the part the file's namespaces."""
    strict = "http://purl.oclc.org/ooxml"
    workbook = workbook_xml().replace("<", "<x:").replace("<x:/", "</x:").replace("xmlns=", "xmlns:x=")
    parts = {
        name: str(content).replace(MAIN, f"{strict}/spreadsheetml/main").replace(OFFICE, f"{strict}/officeDocument/relationships")
        for name, content in parts_of(sheet_part("<sheetData/>"), {"xl/workbook.xml": workbook}).items()
    }

    after = put(zipped(parts))

    assert "<x:sheet xmlns:r=" in part(after, "xl/workbook.xml")
    assert f'<worksheet xmlns="{strict}/spreadsheetml/main"' in part(after, "xl/worksheets/sheet2.xml")
    assert CalamineWorkbook.from_filelike(io.BytesIO(after)).get_sheet_by_name(NAME).to_python()[1][0] == "MEM204"


def test_removed_formulas_take_the_calculation_chain_with_them():
    """A chain that names squares without formulas makes Excel repair the workbook."""
    once = put(BEFORE, SheetReplace(NAME, ROWS, formulas=True))
    members = {name: zipfile.ZipFile(io.BytesIO(once)).read(name) for name in zipfile.ZipFile(io.BytesIO(once)).namelist()}
    members["xl/calcChain.xml"] = b'<calcChain><c r="A3" i="2"/></calcChain>'
    relation = f'<Relationship Id="rId9" Type="{OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>'.encode()
    members["xl/_rels/workbook.xml.rels"] = members["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", relation)
    override = b'<Override PartName="/xl/calcChain.xml" ContentType="x"/></Types>'
    members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", override)

    after = put(zipped(members))

    assert "xl/calcChain.xml" not in zipfile.ZipFile(io.BytesIO(after)).namelist()
    assert "calcChain" not in part(after, "[Content_Types].xml")
    assert "calcChain" not in part(after, "xl/_rels/workbook.xml.rels")


def test_squares_of_a_new_sheet_can_be_written_in_the_same_patch():
    """Sheets come first, then squares."""
    writes = Writes(squares=(Write(Place(NAME, 5, 1), "ghi chú", "thử"),), sheets=(NEW,))

    assert openpyxl.load_workbook(io.BytesIO(patch(BEFORE, writes)))[NAME]["A5"].value == "ghi chú"


def test_styles_are_added_behind_the_last_one():
    """The ones that were there keep their numbers."""
    styles = part(put(BEFORE), "xl/styles.xml")

    kept = STYLES[STYLES.index("<cellXfs") :].partition(">")[2].partition("</cellXfs>")[0]
    assert kept in styles
    assert styles.count("dd/mm/yyyy") == 1


@pytest.mark.libreoffice
def test_libreoffice_shows_the_sheet_and_works_out_its_formula(tmp_path):
    """Text on two lines, a date day first, and the result of a formula that came without one."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(put(BEFORE, SheetReplace(NAME, ROWS, formulas=True)))

    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to",
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,2", "--outdir", str(tmp_path), str(path),
        ],
        check=True, capture_output=True, timeout=120,
    )

    shown = "".join(file.read_text(encoding="utf-8") for file in tmp_path.glob("*.csv"))
    assert shown == 'Mã,Ngày,Nội dung\nMEM204,03/09/2019,"dòng một\ndòng hai"\n2,,TRUE\n'
