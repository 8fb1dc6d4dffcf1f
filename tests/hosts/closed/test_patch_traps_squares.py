"""Traps of a square: formulas, merges, locks, pictures, and rules for what may be entered."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch, patch_with_remarks
from tests.hosts.closed.made_books import (
    OFFICE,
    book_of,
    part,
    parts_of,
    sheet_part,
    workbook_xml,
    zipped,
)
from tests.hosts.closed.trapped import DONE, ONE, calamine, refusal, rows, write


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
