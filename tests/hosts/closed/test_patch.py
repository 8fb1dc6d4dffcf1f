"""What a patch sets, and that it leaves the rest as it was."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import RowAppend, Value, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch, patch_with_remarks
from tests.hosts.closed.made_books import STYLES, book_of, part, parts_of, sheet_part, workbook_xml, zipped


def write(**squares: Value) -> Writes:
    return Writes(squares=tuple(Write(Place.at("Sổ", cell), value, "thử") for cell, value in squares.items()))


def append(after_row: int, *values: Value) -> RowAppend:
    return RowAppend("Sổ", after_row, tuple(enumerate(values, 1)), "thử")


def calamine(data: bytes, sheet: str = "Sổ") -> list[list[object]]:
    return CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)


def openpyxl_sheet(data: bytes, sheet: str = "Sổ"):
    return openpyxl.load_workbook(io.BytesIO(data))[sheet]


@pytest.mark.parametrize("value", ["Đồng chí Ệ <&> \"'", 12, -3.5, 0.1, 1e-9, True, False])
def test_a_value_is_read_back_by_two_readers(value):
    """Text, numbers and flags come back as they went in."""
    data = patch(book_of(), write(B2=value))

    assert calamine(data)[1][1] == value
    assert openpyxl_sheet(data)["B2"].value == value


def test_everything_but_the_sheet_stays_byte_for_byte():
    """The other members keep their bytes, their compressed bytes and their order."""
    before = book_of('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')

    after = patch(before, write(A1=2))

    old, new = zipfile.ZipFile(io.BytesIO(before)), zipfile.ZipFile(io.BytesIO(after))
    assert new.namelist() == old.namelist()
    assert [info.date_time for info in new.infolist()] == [info.date_time for info in old.infolist()]
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]
    assert part(after) == part(before).replace("<v>1</v>", "<v>2</v>")


def test_the_same_patch_gives_the_same_bytes():
    """Nothing of the day, the machine or chance goes in."""
    writes = Writes(write(A1="x", C3=date(2019, 9, 3)).squares, (append(5, "a", 1),))

    assert patch(book_of(), writes) == patch(book_of(), writes)


def test_nothing_to_write_gives_the_same_bytes():
    """An empty patch, and a blank for a square that is not there, change nothing."""
    data = book_of()

    assert patch(data, Writes()) == data
    assert patch(data, write(H9=None)) == data


def test_a_blank_takes_the_value_and_leaves_the_style():
    """Emptying a square keeps how it looks."""
    data = patch(book_of('<sheetData><row r="1"><c r="A1" s="3" t="s"><v>0</v></c></row></sheetData>'), write(A1=None))

    assert '<c r="A1" s="3"/>' in part(data)


def test_new_squares_stand_in_the_order_of_rows_and_columns():
    """Squares and rows are put where they belong between those that are there."""
    data = book_of('<sheetData><row r="2"><c r="B2"><v>1</v></c><c r="D2"><v>2</v></c></row><row r="5"/></sheetData>')

    after = part(patch(data, write(A2=9, C2=9, E2=9, A1=9, A4=9, A5=9, A7=9)))

    assert after.count("<v>9</v>") == 7
    order = [after.index(f'r="{cell}"') for cell in ("A1", "A2", "B2", "C2", "D2", "E2", "A4", "A5", "A7")]
    assert order == sorted(order)


def test_dimension_and_spans_grow_only_where_they_are():
    """The sheet's dimension and a row's spans follow a square outside them; none is invented."""
    inside = '<dimension ref="B2:C3"/><sheetData><row r="2" spans="2:3"><c r="B2"><v>1</v></c></row></sheetData>'

    after = part(patch(book_of(inside), write(E2=1, F9=2)))

    assert '<dimension ref="B2:F9"/>' in after
    assert '<row r="2" spans="2:5">' in after
    assert '<row r="9"><c r="F9">' in after
    assert "dimension" not in part(patch(book_of(), write(E2=1)))


def test_a_new_square_looks_like_its_row_or_column():
    """Style comes from the row that has one, else from the column."""
    inside = (
        '<cols><col min="2" max="3" width="9" style="3"/></cols>'
        '<sheetData><row r="1" s="2" customFormat="1"/><row r="2" s="2"/></sheetData>'
    )

    after = part(patch(book_of(inside), write(B1=1, B2=1, C4=1, D4=1)))

    assert '<c r="B1" s="2"><v>1</v>' in after
    assert '<c r="B2" s="3"><v>1</v>' in after
    assert '<c r="C4" s="3"><v>1</v>' in after
    assert '<c r="D4"><v>1</v>' in after


class TestDates:
    def test_a_square_that_shows_dates_keeps_its_style(self):
        """No style is added where the square has a date format."""
        before = book_of('<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c></row></sheetData>')

        data = patch(before, write(A1=date(2019, 9, 3)))

        assert calamine(data)[0][0] == date(2019, 9, 3)
        assert part(data, "xl/styles.xml") == STYLES

    def test_a_square_takes_the_date_style_of_the_one_above(self):
        """Else the square above says how dates look in this column."""
        before = book_of('<sheetData><row r="1"><c r="A1" s="1"><v>5</v></c></row></sheetData>')

        data = patch(before, write(A2=date(2019, 9, 3)))

        assert '<c r="A2" s="1"><v>43711</v></c>' in part(data)
        assert part(data, "xl/styles.xml") == STYLES

    def test_else_one_style_is_added_behind_the_last(self):
        """The square's own style with dd/mm/yyyy, once however many squares need it."""
        before = book_of('<sheetData><row r="1"><c r="A1" s="4"><v>5</v></c><c r="B1" s="4"/></row></sheetData>')

        data = patch(before, write(A1=date(2019, 9, 3), B1=date(2020, 1, 1)))

        assert openpyxl_sheet(data)["A1"].number_format == "dd/mm/yyyy"
        assert openpyxl_sheet(data)["A1"].protection.locked is False
        assert 'cellXfs count="6"' in part(data, "xl/styles.xml")
        assert part(patch(data, write(A1=date(2021, 1, 1))), "xl/styles.xml") == part(data, "xl/styles.xml")

    def test_a_workbook_of_1904_counts_from_there(self):
        """Day 0 is 1904-01-01 where the workbook says so."""
        workbook = workbook_xml(before='<workbookPr date1904="1"/>')
        before = zipped(parts_of(sheet_part("<sheetData/>"), {"xl/workbook.xml": workbook}))

        data = patch(before, write(A1=date(2019, 9, 3)))

        assert "<v>42249</v>" in part(data)
        assert calamine(data)[0][0] == date(2019, 9, 3)
        assert openpyxl_sheet(data)["A1"].value == datetime(2019, 9, 3)

    def test_a_date_excel_cannot_hold_is_refused(self):
        """Before 1900 there is no day number."""
        with pytest.raises(RefusedWrite) as refused:
            patch(book_of(), write(A1=date(1890, 5, 19)))

        assert refused.value.message == (
            "Không ghi vào 'Sổ'!A1: Excel không chứa được ngày trước năm 1900. Chưa có gì thay đổi."
        )
        assert refused.value.fix == "Kiểm tra lại ngày, hoặc ghi ở dạng chữ."

    def test_a_workbook_without_styles_gets_a_style_sheet(self):
        """Then a date is still shown as one."""
        parts = parts_of(sheet_part("<sheetData/>"))
        del parts["xl/styles.xml"]
        parts["xl/_rels/workbook.xml.rels"] = str(parts["xl/_rels/workbook.xml.rels"]).replace("styles.xml", "missing.xml")
        parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace("/xl/styles.xml", "/xl/missing.xml")

        data = patch(zipped(parts), write(A1=date(2019, 9, 3)))

        assert calamine(data)[0][0] == date(2019, 9, 3)


class TestText:
    def test_what_xml_cannot_hold_is_escaped(self):
        """Control characters and what looks like an escape are written so that Excel shows them again."""
        data = patch(book_of(), write(A1="a\x01b_x0041_c\rd"))

        assert "a_x0001_b_x005F_x0041_c_x000D_d" in part(data)
        assert calamine(data)[0][0] == "a\x01b_x0041_c\rd"

    def test_white_space_is_kept(self):
        """Leading, trailing and line-break space survives."""
        data = patch(book_of(), write(A1="  hai dòng\n\tở đây "))

        assert openpyxl_sheet(data)["A1"].value == "  hai dòng\n\tở đây "

    def test_text_is_never_a_formula(self):
        """An equals sign at the front stays a letter."""
        data = patch(book_of(), write(A1="=1+1"))

        assert "<f>" not in part(data)
        assert calamine(data)[0][0] == "=1+1"

    def test_text_over_the_limit_is_refused(self):
        """The limit counts UTF-16 units, as Excel does."""
        assert "🙂" in part(patch(book_of(), write(A1="🙂" * 16_383)))

        with pytest.raises(RefusedWrite) as refused:
            patch(book_of(), write(A1="🙂" * 16_384))

        assert refused.value.message == (
            "Không ghi vào 'Sổ'!A1: nội dung dài quá 32767 ký tự, Excel không chứa được. Chưa có gì thay đổi."
        )

    def test_a_number_too_long_for_excel_is_refused(self):
        """Better told than rounded: identity numbers are text."""
        with pytest.raises(RefusedWrite, match="Excel sẽ làm tròn"):
            patch(book_of(), write(A1=12345678901234567890))

    @pytest.mark.parametrize(("value", "shown"), [(0.1 + 0.2, "0.30000000000000004"), (116.87999999999998, "116.87999999999998"), (3.0, "3"), (1e300, "1e+300")])
    def test_numbers_take_their_shortest_exact_form(self, value, shown):
        """Nothing is rounded to fifteen digits."""
        assert f"<v>{shown}</v>" in part(patch(book_of(), write(A1=value)))


class TestAppending:
    ROWS = '<sheetData><row r="1"><c r="A1" s="2" t="str"><v>Họ tên</v></c></row><row r="2"><c r="A2" s="3"><v>1</v></c><c r="B2" s="1"><v>2</v></c></row></sheetData>'

    def test_a_row_is_added_below_and_looks_like_the_row_above(self):
        """Values go into the empty row; a blank one gets the look only."""
        after = part(patch(book_of(self.ROWS), Writes(appends=(append(2, 7, None),))))

        assert '<row r="3"><c r="A3" s="3"><v>7</v></c><c r="B3" s="1"/></row>' in after

    def test_headings_do_not_lend_their_look(self):
        """The first row under a bold heading is not bold."""
        rows = self.ROWS[: self.ROWS.index('<row r="2">')] + "</sheetData>"

        after = part(patch(book_of(rows), Writes(appends=(append(1, 7),))))

        assert '<c r="A2"><v>7</v></c>' in after

    def test_rows_after_the_same_row_go_one_below_the_other(self):
        """In the order they are given."""
        data = patch(book_of(self.ROWS), Writes(appends=(append(2, "một"), append(2, "hai"), append(3, "ba"))))

        assert [row[0] for row in calamine(data)[2:]] == ["một", "hai", "ba"]

    def test_a_filled_row_is_never_written_over(self):
        """A totals row or a signature under the table stops the whole patch."""
        rows = self.ROWS.replace("</sheetData>", '<row r="3"><c r="B3" t="str"><v>Cộng</v></c></row></sheetData>')

        with pytest.raises(RefusedWrite) as refused:
            patch(book_of(rows), Writes(appends=(append(2, 7),)))

        assert refused.value.message == (
            "Không ghi vào 'Sổ'!B3: dòng này đã có dữ liệu nên không thêm dòng mới vào đây được. Chưa có gì thay đổi."
        )
        assert refused.value.fix == "Trong Excel chèn thêm dòng trống dưới bảng rồi chạy lại."

    def test_style_alone_does_not_fill_a_row(self):
        """A prepared empty row, all borders and no values, takes the new row and keeps its own look."""
        rows = self.ROWS.replace("</sheetData>", '<row r="3"><c r="A3" s="4"/><c r="B3" s="4"/></row></sheetData>')

        assert '<c r="A3" s="4"><v>7</v></c>' in part(patch(book_of(rows), Writes(appends=(append(2, 7),))))


def test_all_or_nothing():
    """One refused square refuses the patch, and it is named."""
    before = book_of('<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row></sheetData>')

    with pytest.raises(RefusedWrite) as refused:
        patch(before, write(B1="trước", A1="công thức", C1="sau"))

    assert refused.value.message == "Không ghi vào 'Sổ'!A1: ô này có công thức. Chưa có gì thay đổi."
    assert refused.value.fix == "Sửa công thức trong Excel, hoặc xoá công thức rồi chạy lại."


def test_two_values_for_one_square_are_refused():
    """Which one was meant is not ours to guess."""
    twice = Writes(squares=(*write(A1=1).squares, *write(A1=2).squares))

    with pytest.raises(RefusedWrite, match="hai giá trị khác nhau cho cùng một ô"):
        patch(book_of(), twice)


def test_an_unknown_sheet_is_named_with_those_there_are():
    """A slip in the sheet's name is easy to mend."""
    with pytest.raises(RefusedWrite) as refused:
        patch(book_of(), Writes(squares=(Write(Place("Sô", 1, 1), 1, "thử"),)))

    assert refused.value.message == "Không ghi vào 'Sô'!A1: sổ không có trang tính này. Chưa có gì thay đổi."
    assert refused.value.fix == "Chọn một trong các trang tính: Sổ."


def test_how_many_squares_were_set_is_told():
    """The count goes into the backup's record."""
    writes = Writes(write(A1=1, B1=2).squares, (append(4, 1, 2, 3),))

    assert patch_with_remarks(book_of(), writes).square_count == 5
