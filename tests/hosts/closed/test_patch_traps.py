"""Each trap of engineering/fidelity.md §5: done right, or refused in words its owner understands."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import Value, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch import patch, patch_with_remarks
from tests.hosts.closed.made_books import (
    MAIN,
    OFFICE,
    SHEET_TYPE,
    book_of,
    part,
    parts_of,
    relations,
    sheet_part,
    workbook_xml,
    zipped,
)

DONE = "Chưa có gì thay đổi."


def write(**squares: Value) -> Writes:
    return Writes(squares=tuple(Write(Place.at("Sổ", cell), value, "thử") for cell, value in squares.items()))


def refusal(data: bytes, **squares: Value) -> str:
    with pytest.raises(RefusedWrite) as refused:
        patch(data, write(**squares))
    assert refused.value.fix
    assert refused.value.message.endswith(DONE)
    return refused.value.message.removesuffix(f". {DONE}")


def calamine(data: bytes) -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)


def rows(inside: str) -> str:
    return f"<sheetData>{inside}</sheetData>"


ONE = rows('<row r="1"><c r="A1"><v>1</v></c></row>')


class TestWholeBook:
    def test_an_encrypted_workbook_is_refused(self):
        """A password to open makes it no zip at all."""
        message = refusal(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), A1=1)

        assert message == "Không ghi vào sổ này: tệp được đặt mật khẩu mở hoặc là bản Excel 97-2003 (.xls)"

    def test_what_is_no_zip_is_refused(self):
        """A text with the wrong ending, or a file cut short."""
        assert refusal(b"Ho ten,Nam sinh", A1=1) == "Không ghi vào sổ này: tệp không phải sổ tính .xlsx hoặc đã hỏng"
        assert refusal(book_of()[:-30], A1=1) == "Không ghi vào sổ này: tệp không phải sổ tính .xlsx hoặc đã hỏng"

    def test_a_damaged_part_is_refused(self):
        """Bytes that do not match their check sum are not built upon."""
        data = bytearray(zipped(parts_of(sheet_part(ONE)), zipfile.ZIP_STORED))
        data[data.index(b"<v>1</v>") + 3] = ord("7")

        assert refusal(bytes(data), A1=1) == "Không ghi vào sổ này: tệp nén bị hỏng một phần"

    def test_a_signed_workbook_is_refused(self):
        """Any change breaks the signature."""
        data = book_of(ONE, _xmlsignatures__sig1_xml="<Signature/>")

        assert refusal(data, A1=1) == "Không ghi vào sổ này: sổ có chữ ký số, sửa một ô là chữ ký mất giá trị"

    def test_a_shared_workbook_is_refused(self):
        """Its log would not know of the change."""
        reason = "Không ghi vào sổ này: sổ đang ở chế độ dùng chung (Shared Workbook) và có nhật ký sửa đổi"

        for name in ("xl/revisions/revisionHeaders.xml", "xl/userNames.xml"):
            assert refusal(zipped(parts_of(sheet_part(ONE), {name: "<x/>"})), A1=1) == reason

    @pytest.mark.parametrize(
        ("kind", "reason"),
        [
            ("application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml", "đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng"),
            ("application/vnd.ms-excel.template.macroEnabled.main+xml", "đây là tệp mẫu (.xltx, .xltm), không phải sổ đang dùng"),
            ("application/vnd.ms-excel.addin.macroEnabled.main+xml", "đây là phần bổ trợ Excel (.xlam), không phải sổ dữ liệu"),
        ],
    )
    def test_templates_and_add_ins_are_read_only(self, kind, reason):
        """They are known by what they say they are, not by their ending."""
        parts = parts_of(sheet_part(ONE))
        parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(f"{SHEET_TYPE}.sheet.main+xml", kind)

        assert refusal(zipped(parts), A1=1) == f"Không ghi vào sổ này: {reason}"

    def test_a_password_for_writing_is_respected(self):
        """The owner asked Excel to ask; a recommendation alone does not stop us."""
        asked = workbook_xml(before='<fileSharing userName="x" reservationPassword="CC1A"/>')
        recommended = workbook_xml(before='<fileSharing readOnlyRecommended="1"/>')

        assert refusal(zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": asked})), A1=1).endswith("sổ đặt mật khẩu cho việc ghi")
        assert calamine(patch(zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": recommended})), write(A1=5)))[0] == [5]

    def test_a_doctype_is_refused(self):
        """No workbook has one; it is how bombs are built."""
        data = zipped(parts_of(sheet_part(ONE), {"xl/workbook.xml": "<!DOCTYPE x>" + workbook_xml()}))

        assert refusal(data, A1=1) == "Không ghi vào sổ này: tệp có khai báo DOCTYPE, sổ tính không có phần này"


class TestPackage:
    def test_part_names_that_differ_by_case_only_are_refused(self):
        """Readers take different ones."""
        data = zipped(parts_of(sheet_part(ONE), {"xl/Worksheets/Sheet1.xml": sheet_part(ONE)}))

        assert refusal(data, A1=1) == "Không ghi vào sổ này: tệp nén có hai phần trùng tên"

    def test_backslash_names_odd_workbook_names_and_order_are_kept(self):
        """Parts are found by relationship, and [Content_Types].xml may stand anywhere."""
        parts = parts_of(sheet_part(ONE))
        odd = {
            "xl\\worksheets\\sheet1.xml": parts["xl/worksheets/sheet1.xml"],
            "xl\\sổ.xml": parts["xl/workbook.xml"],
            "xl\\_rels\\sổ.xml.rels": parts["xl/_rels/workbook.xml.rels"],
            "_rels/.rels": relations(("rId1", "officeDocument", "/xl/sổ.xml")),
            "[Content_Types].xml": str(parts["[Content_Types].xml"]).replace("workbook.xml", "sổ.xml"),
        }
        before = zipped(odd)

        after = patch(before, write(A1=5))

        names = zipfile.ZipFile(io.BytesIO(after)).namelist()
        assert names == zipfile.ZipFile(io.BytesIO(before)).namelist()
        assert "<v>5</v>" in part(after, "xl\\worksheets\\sheet1.xml")

    def test_data_descriptors_are_copied_and_not_written_again(self):
        """Members that were streamed keep their descriptors; the rewritten one needs none."""
        stream = io.BytesIO()

        class Unseekable(io.RawIOBase):
            def writable(self):
                return True

            def write(self, data):
                return stream.write(data)

        with zipfile.ZipFile(Unseekable(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts_of(sheet_part(ONE)).items():
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
        before = stream.getvalue()

        after = patch(before, write(A1=5))

        archive = zipfile.ZipFile(io.BytesIO(after))
        assert archive.testzip() is None
        flags = {info.filename: info.flag_bits & 8 for info in archive.infolist()}
        assert flags.pop("xl/worksheets/sheet1.xml") == 0
        assert set(flags.values()) == {8}
        assert calamine(after)[0] == [5]

    def test_a_zip64_extra_goes_only_with_the_member_rewritten(self):
        """Sizes in the 64-bit field would be wrong for new data, and stay right for the rest."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts_of(sheet_part(ONE)).items():
                with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as member:
                    member.write(content.encode())
        before = stream.getvalue()
        assert before.count(struct.pack("<HH", 1, 16)) == 6

        after = patch(before, write(A1=5))

        assert after.count(struct.pack("<HH", 1, 16)) == 5
        assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None
        assert calamine(after)[0] == [5]

    def test_bytes_before_the_zip_and_its_comment_stay(self):
        """What others put around the archive is not ours."""
        stream = io.BytesIO("trước".encode())
        stream.seek(0, io.SEEK_END)
        with zipfile.ZipFile(stream, "a") as archive:
            archive.comment = "ghi chú".encode()
            for name, content in parts_of(sheet_part(ONE)).items():
                archive.writestr(zipfile.ZipInfo(name), content)

        after = patch(stream.getvalue(), write(A1=5))

        assert after.startswith("trước".encode())
        assert after.endswith("ghi chú".encode())
        assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None


class TestMarkup:
    def test_strict_files_keep_their_namespace(self):
        """openpyxl shows no sheet of such a file; the patch does not care."""
        strict = "http://purl.oclc.org/ooxml"
        parts = {
            name: str(content).replace(MAIN, f"{strict}/spreadsheetml/main").replace(OFFICE, f"{strict}/officeDocument/relationships")
            for name, content in parts_of(sheet_part(ONE)).items()
        }

        after = patch(zipped(parts), write(A1=5, B1="chữ"))

        assert calamine(after)[0] == [5, "chữ"]
        assert "schemas.openxmlformats.org/spreadsheetml" not in part(after)

    def test_prefixes_are_used_again(self):
        """New elements carry the prefix of the sheet's rows."""
        sheet = f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>'

        after = patch(zipped(parts_of(sheet)), write(A1="một", A3=2))

        assert '<x:c r="A1" t="inlineStr"><x:is><x:t>một</x:t></x:is></x:c>' in part(after)
        assert calamine(after) == [["một"], [""], [2]]

    @pytest.mark.parametrize(("codec", "mark"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-16-le", b""), ("utf-16-be", b""), ("utf-8", b"\xef\xbb\xbf")])
    def test_the_encoding_and_its_mark_stay(self, codec, mark):
        """A UTF-16 part is decoded, changed and written as it was."""
        declared = '<?xml version="1.0" encoding="UTF-16"?>' if "16" in codec else ""
        sheet = mark + (declared + sheet_part(ONE)).encode(codec)

        after = patch(zipped(parts_of(sheet)), write(A1="Ệ"))

        data = zipfile.ZipFile(io.BytesIO(after)).read("xl/worksheets/sheet1.xml")
        assert data.startswith(mark + "<".encode(codec))
        assert "<t>Ệ</t>" in data[len(mark) :].decode(codec)

    def test_a_narrow_encoding_takes_letters_as_references(self):
        """Vietnamese letters in a part declared Latin-1."""
        sheet = b'<?xml version="1.0" encoding="ISO-8859-1"?>' + sheet_part(ONE).encode("latin-1")

        after = patch(zipped(parts_of(sheet)), write(A1="Ệ"))

        assert "<t>&#7878;</t>" in part(after)
        assert openpyxl.load_workbook(io.BytesIO(after))["Sổ"]["A1"].value == "Ệ"

    def test_rows_and_squares_without_r_are_counted(self):
        """Each stands one after the one before."""
        data = book_of(rows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))

        after = patch(data, write(B1=20, B2=40, A3=50))

        assert calamine(after) == [[1, 20], [3, 40], [50, ""]]
        assert "<row><c><v>1</v></c><c><v>20</v></c></row>" in part(after)

    def test_an_insert_before_a_square_without_r_is_refused(self):
        """Readers would count on differently."""
        data = book_of(rows('<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>2</v></c><c><v>3</v></c></row>'))

        assert refusal(data, B1=1) == "Không ghi vào 'Sổ'!B1: phía sau có ô không ghi địa chỉ nên không chèn ô mới được"
        assert calamine(patch(data, write(F1=9)))[0] == [1, "", "", 2, 3, 9]

    @pytest.mark.parametrize("inside", ['<row r="2"/><row r="1"/>', '<row r="1"/><row r="1"/>'])
    def test_rows_repeated_or_out_of_order_are_refused(self, inside):
        """Which one holds is unknown."""
        assert refusal(book_of(rows(inside)), A9=1).endswith("các dòng bị lặp hoặc không theo thứ tự")

    @pytest.mark.parametrize("inside", ['<c r="B1"/><c r="A1"/>', '<c r="B1"/><c r="B1"/>', '<c r="B7"/>'])
    def test_squares_repeated_or_out_of_order_are_refused(self, inside):
        """The same inside a row that is written to."""
        message = refusal(book_of(rows(f'<row r="1">{inside}</row>')), C1=1)

        assert message.endswith("các ô trong dòng bị lặp hoặc không theo thứ tự")

    def test_an_empty_sheet_and_an_empty_row_are_opened(self):
        """Self-closing elements get an inside."""
        assert calamine(patch(book_of("<sheetData/>"), write(A1=1)))[0] == [1]
        after = part(patch(book_of(rows('<row r="1" ht="30" customHeight="1"/>')), write(A1=1)))
        assert '<row r="1" ht="30" customHeight="1"><c r="A1"><v>1</v></c></row>' in after

    def test_comments_and_cdata_are_not_taken_for_squares(self):
        """What looks like a square inside them is text, and both stay."""
        hidden = '<!-- <row r="1"><c r="A1"><f>1</f></c></row> -->'
        data = book_of(
            rows(f'{hidden}<row r="2"><c r="A2" t="inlineStr"><is><t><![CDATA[</c><c r="B2">]]></t></is></c><c r="C2"><v>1</v></c></row>')
        )

        after = patch(data, write(A1=7, C2=8))

        assert hidden in part(after)
        assert '<![CDATA[</c><c r="B2">]]>' in part(after)
        assert '<c r="C2"><v>8</v></c>' in part(after)
        assert openpyxl.load_workbook(io.BytesIO(after))["Sổ"]["A1"].value == 7


class TestFormulas:
    @pytest.mark.parametrize(
        "formula",
        ["<f>1+1</f>", '<f t="shared" ref="A1:A3" si="0">B1+1</f>', '<f t="shared" si="0"/>', '<f t="array" ref="A1">1</f>', "<f/>"],
    )
    def test_a_formula_is_never_written_over(self, formula):
        """Not a plain one, not the first of a shared one, not a share of it."""
        data = book_of(rows(f'<row r="1"><c r="A1">{formula}<v>2</v></c></row>'))

        assert refusal(data, A1=1) == "Không ghi vào 'Sổ'!A1: ô này có công thức"
        assert refusal(data, A1=None) == "Không ghi vào 'Sổ'!A1: ô này có công thức"

    @pytest.mark.parametrize(
        "formula",
        ['<f t="array" ref="A1:B3">C1:D3</f>', '<f t="dataTable" ref="A1:B3" dt2D="1" dtr="1" r1="E1" r2="E2"/>'],
    )
    def test_the_range_of_an_array_or_data_table_is_refused(self, formula):
        """Its other squares hold values only, and are the formula's all the same; so do those a dynamic array fills."""
        data = book_of(rows(f'<row r="1"><c r="A1" cm="1">{formula}<v>2</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'))

        assert refusal(data, B3=1) == (
            "Không ghi vào 'Sổ'!B3: ô này thuộc vùng kết quả của một công thức mảng hoặc bảng dữ liệu (What-If)"
        )
        assert "<v>7</v>" in part(patch(data, write(C3=7)))

    def test_a_calculation_is_asked_for_where_there_are_formulas(self):
        """Totals are worked out again at the next opening; the chain and the stored results stay."""
        sheet = rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c></row>')
        parts = parts_of(sheet_part(sheet), {"xl/calcChain.xml": "<calcChain/>"})
        parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
            "</Relationships>", f'<Relationship Id="rId9" Type="{OFFICE}/calcChain" Target="calcChain.xml"/></Relationships>'
        )

        after = patch(zipped(parts), write(A1=5))

        assert '</sheets><calcPr fullCalcOnLoad="1"/></workbook>' in part(after, "xl/workbook.xml")
        assert part(after, "xl/calcChain.xml") == "<calcChain/>"
        assert "<f>A1*2</f><v>2</v>" in part(after)

    def test_the_way_of_calculating_stays_as_it_was(self):
        """Manual calculation stays manual; the wish is only added, once."""
        sheet = sheet_part(rows('<row r="1"><c r="B1"><f>A1</f></c></row>'))
        workbook = workbook_xml(after='<definedNames><definedName name="x">1</definedName></definedNames><calcPr calcMode="manual"/><extLst/>')
        before = zipped(parts_of(sheet, {"xl/workbook.xml": workbook}))

        after = part(patch(before, write(A1=5)), "xl/workbook.xml")

        assert after == workbook.replace('calcMode="manual"', 'calcMode="manual" fullCalcOnLoad="1"')

    def test_without_formulas_the_workbook_part_stays(self):
        """There is nothing to work out."""
        assert part(patch(book_of(ONE), write(A1=5)), "xl/workbook.xml") == workbook_xml()

    def test_a_new_calcpr_follows_the_names(self):
        """The schema has it behind definedNames and before the extensions."""
        sheet = sheet_part(rows('<row r="1"><c r="B1"><f>A1</f></c></row>'))
        workbook = workbook_xml(after='<definedNames><definedName name="x">1</definedName></definedNames><extLst/>')

        after = part(patch(zipped(parts_of(sheet, {"xl/workbook.xml": workbook})), write(A1=5)), "xl/workbook.xml")

        assert '</definedNames><calcPr fullCalcOnLoad="1"/><extLst/>' in after


class TestSquares:
    def test_a_picture_in_a_square_is_replaced_and_told(self):
        """Rich value marks go with the value they belonged to."""
        data = book_of(rows('<row r="1"><c r="A1" s="3" t="e" vm="1" cm="1" ph="1"><v>#VALUE!</v></c></row>'))

        patched = patch_with_remarks(data, write(A1="mới"))

        assert '<c r="A1" s="3" t="inlineStr"><is><t>mới</t></is></c>' in part(patched.data)
        assert patched.remarks == ("'Sổ'!A1: ảnh hoặc kiểu dữ liệu đặc biệt trong ô đã được thay bằng giá trị mới.",)

    def test_rich_text_gives_way_and_the_style_stays(self):
        """The runs were the old text's."""
        data = book_of(rows('<row r="1"><c r="A1" s="3" t="inlineStr"><is><r><rPr><b/></rPr><t>cũ</t></r></is></c></row>'))

        assert '<c r="A1" s="3" t="inlineStr"><is><t>mới</t></is></c>' in part(patch(data, write(A1="mới")))

    def test_only_the_first_square_of_a_merge_is_written(self):
        """The others show nothing."""
        data = book_of(f'{ONE}<mergeCells count="1"><mergeCell ref="A1:C2"/></mergeCells>')

        assert refusal(data, B2=1) == "Không ghi vào 'Sổ'!B2: ô này nằm trong vùng gộp của ô A1"
        assert calamine(patch(data, write(A1=9)))[0][0] == 9

    def test_a_locked_square_is_refused_and_an_unlocked_one_written(self):
        """A file write goes past protection, so we keep to it; it is never taken off."""
        inside = rows('<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="4"><v>1</v></c></row>') + '<sheetProtection sheet="1" objects="1"/>'

        assert refusal(book_of(inside), A1=2) == "Không ghi vào 'Sổ'!A1: ô này bị khoá vì trang tính đang được bảo vệ"
        assert '<sheetProtection sheet="1" objects="1"/>' in part(patch(book_of(inside), write(B1=2)))

    def test_protection_that_is_off_locks_nothing(self):
        """The element alone does not protect."""
        assert calamine(patch(book_of(f'{ONE}<sheetProtection objects="1"/>'), write(A1=2)))[0] == [2]

    def test_a_chart_sheet_first_in_the_book_is_not_a_sheet_to_write(self):
        """Sheets are chosen by name and known by their relationship."""
        sheets = '<sheet name="Biểu đồ" sheetId="2" r:id="rId3"/><sheet name="Sổ" sheetId="1" r:id="rId1"/>'
        parts = parts_of(sheet_part(ONE), {"xl/workbook.xml": workbook_xml(sheets=sheets), "xl/chartsheets/sheet1.xml": "<chartsheet/>"})
        parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
            "</Relationships>", f'<Relationship Id="rId3" Type="{OFFICE}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>'
        )

        assert "<v>5</v>" in part(patch(zipped(parts), write(A1=5)))
        with pytest.raises(RefusedWrite) as refused:
            patch(zipped(parts), Writes(squares=(Write(Place("Biểu đồ", 1, 1), 1, "thử"),)))
        assert refused.value.message == (
            f"Không ghi vào 'Biểu đồ'!A1: đây là trang biểu đồ, hộp thoại hoặc macro, không có ô để ghi. {DONE}"
        )

    def test_an_address_outside_the_sheet_is_refused(self):
        """Row 0 means a whole row's note, never a square."""
        with pytest.raises(RefusedWrite, match="địa chỉ không phải một ô của trang tính"):
            patch(book_of(), Writes(squares=(Write(Place("Sổ", 0, 1), 1, "thử"),)))


class TestValidations:
    LIST = '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A1:A9 C1"><formula1>"Nam,Nữ"</formula1></dataValidation></dataValidations>'

    def test_a_value_off_the_list_is_refused(self):
        """Excel would not have taken it; blank is always taken."""
        assert refusal(book_of(ONE + self.LIST), A1="nam giới") == (
            "Không ghi vào 'Sổ'!A1: giá trị «nam giới» trái điều kiện nhập của ô (được chọn: Nam; Nữ)"
        )
        assert "Nữ" in part(patch(book_of(ONE + self.LIST), write(C1="Nữ", A1=None)))

    def test_numbers_outside_their_limits_are_refused(self):
        """Whole numbers between figures."""
        rule = '<dataValidations><dataValidation type="whole" showErrorMessage="1" sqref="A1"><formula1>0</formula1><formula2>30</formula2></dataValidation></dataValidations>'

        assert "«31»" in refusal(book_of(ONE + rule), A1=31)
        assert "«1.5»" in refusal(book_of(ONE + rule), A1=1.5)
        assert calamine(patch(book_of(ONE + rule), write(A1=30)))[0] == [30]

    def test_a_rule_of_newer_excel_is_kept_to(self):
        """The x14 form hides in the extensions."""
        rule = (
            '<extLst><ext><x14:dataValidations xmlns:x14="y" xmlns:xm="z"><x14:dataValidation type="list" showErrorMessage="1">'
            '<x14:formula1><xm:f>"a,b"</xm:f></x14:formula1><xm:sqref>A1</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>'
        )

        assert "được chọn: a; b" in refusal(book_of(ONE + rule), A1="c")

    @pytest.mark.parametrize("asked", ["$Z$1:$Z$3", "'Sổ'!$Z$1:$Z$3", "Sổ!Z1:Z3", "Danh_sach"])
    def test_a_list_taken_from_a_range_is_kept_to(self, asked):
        """The range is looked up, on whatever sheet, also by its name; shared, rich and inline texts and numbers."""
        squares = rows(
            '<row r="1"><c r="A1"/><c r="Z1" t="s"><v>1</v></c></row>'
            '<row r="2"><c r="Z2" t="inlineStr"><is><t>Tốt &amp; đủ</t></is></c></row><row r="3"><c r="Z3"><v>5</v></c></row>'
        )
        names = "<definedNames><definedName name=\"Danh_sach\">'Sổ'!$Z$1:$Z$3</definedName></definedNames>"
        parts = parts_of(
            sheet_part(squares + self.LIST.replace('"Nam,Nữ"', asked)),
            {
                "xl/sharedStrings.xml": "<sst><si><t>khác</t></si><si><r><t>Xuất </t></r><r><t>sắc</t></r><rPh><t>x</t></rPh></si></sst>",
                "xl/workbook.xml": workbook_xml(after=names),
            },
        )
        parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace(
            "</Relationships>", f'<Relationship Id="rId3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
        )

        assert refusal(zipped(parts), A1="Kém").endswith("(được chọn: Xuất sắc; Tốt & đủ; 5)")
        for value in ("Xuất sắc", "Tốt & đủ", 5):
            assert patch(zipped(parts), write(A1=value)) != zipped(parts)

    def test_a_rule_that_only_warns_or_cannot_be_judged_lets_pass(self):
        """A warning is no refusal, and a formula is not worked out here."""
        warns = self.LIST.replace('showErrorMessage="1"', 'showErrorMessage="1" errorStyle="warning"')
        asks = self.LIST.replace('"Nam,Nữ"', "OFFSET($Z$1,0,0,3)")

        assert calamine(patch(book_of(ONE + warns), write(A1="khác")))[0] == ["khác"]
        assert calamine(patch(book_of(ONE + asks), write(A1="khác")))[0] == ["khác"]


def test_check_sums_of_the_new_member_are_right():
    """The directory and the local header say the same."""
    after = patch(book_of(ONE), write(A1=5))

    info = zipfile.ZipFile(io.BytesIO(after)).getinfo("xl/worksheets/sheet1.xml")
    data = zipfile.ZipFile(io.BytesIO(after)).read(info)
    local = struct.unpack_from("<4s5H3L", after, info.header_offset)
    assert local[6:9] == (zlib.crc32(data), info.compress_size, len(data))
