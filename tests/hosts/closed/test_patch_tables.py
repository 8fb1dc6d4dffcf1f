"""Tables (ListObjects): their headings and totals are theirs, and a row added below joins them."""

from __future__ import annotations

import io

import openpyxl
import pytest

from addin.core.places import Place
from addin.core.writes import RowAppend, Value, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.closed.patch.patching import patch, patch_with_remarks
from tests.hosts.closed.made_books import MAIN, part, parts_of, relations, sheet_part, zipped

ROWS = (
    '<sheetData><row r="2"><c r="B2" t="inlineStr"><is><t>Họ tên</t></is></c><c r="C2" t="inlineStr"><is><t>Số</t></is></c></row>'
    '<row r="3"><c r="B3" t="inlineStr"><is><t>An</t></is></c><c r="C3" s="3"><v>1</v></c></row>{more}</sheetData>'
    '{after}<tableParts count="1"><tablePart r:id="rId1"/></tableParts>'
)


def table_xml(attributes: str = 'ref="B2:C3" totalsRowShown="0"', columns: str = "") -> str:
    listed = columns or '<tableColumn id="1" name="Họ tên"/><tableColumn id="2" name="Số"/>'
    return (
        f'<table xmlns="{MAIN}" id="1" name="Bang1" displayName="Bang1" {attributes}><autoFilter ref="B2:C3"/>'
        f'<tableColumns count="2">{listed}</tableColumns></table>'
    )


def book(table: str, more: str = "", after: str = "") -> bytes:
    sheet = sheet_part(ROWS.format(more=more, after=after))
    parts = parts_of(
        sheet,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relations(("rId1", "table", "../tables/table1.xml")),
            "xl/tables/table1.xml": table,
        },
    )
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml"
    parts["[Content_Types].xml"] = str(parts["[Content_Types].xml"]).replace(
        "</Types>", f'<Override PartName="/xl/tables/table1.xml" ContentType="{kind}"/></Types>'
    )
    return zipped(parts)


def row(after_row: int, *values: Value) -> Writes:
    return Writes(appends=(RowAppend("Sổ", after_row, tuple(enumerate(values, 2)), "thử"),))


def refusal(data: bytes, writes: Writes) -> str:
    with pytest.raises(RefusedWrite) as refused:
        patch(data, writes)
    return refused.value.message.removesuffix(". Chưa có gì thay đổi.")


def test_a_row_below_makes_the_table_and_its_filter_longer():
    """And nothing else of the table's part changes."""
    after = patch(book(table_xml()), row(3, "Bình", 2))

    assert part(after, "xl/tables/table1.xml") == table_xml().replace("B2:C3", "B2:C4")
    sheet = openpyxl.load_workbook(io.BytesIO(after))["Sổ"]
    assert sheet.tables["Bang1"].ref == "B2:C4"
    assert [square.value for square in sheet[4]] == [None, "Bình", 2]
    assert '<c r="C4" s="3"><v>2</v></c>' in part(after)


def test_two_rows_make_it_two_longer():
    """Each joins the table as the one before left it."""
    first, second = row(3, "Bình", 2).appends + row(3, "Chi", 3).appends

    after = patch(book(table_xml()), Writes(appends=(first, second)))

    assert 'ref="B2:C5"' in part(after, "xl/tables/table1.xml")


def test_no_row_goes_under_a_totals_row():
    """The table could not take it."""
    totals = book(table_xml('ref="B2:C3" totalsRowCount="1"'))

    assert refusal(totals, row(3, "x")) == "Không ghi vào 'Sổ'!B4: bảng Bang1 có dòng tổng ngay bên dưới"


def test_squares_of_a_totals_row_are_refused():
    """Its label stands in the table's part too."""
    totals = book(table_xml('ref="B2:C3" totalsRowCount="1"'))

    message = refusal(totals, Writes(squares=(Write(Place("Sổ", 3, 2), "Cộng", "thử"),)))

    assert message == "Không ghi vào 'Sổ'!B3: ô này thuộc dòng tổng của bảng Bang1"


def test_a_heading_is_refused_unless_it_stays_the_same():
    """The sheet's text must equal the column's name."""
    heading = Place("Sổ", 2, 2)

    assert refusal(book(table_xml()), Writes(squares=(Write(heading, "Tên", "thử"),))) == (
        "Không ghi vào 'Sổ'!B2: ô này là tiêu đề cột của bảng Bang1"
    )
    assert refusal(book(table_xml()), Writes(squares=(Write(heading, None, "thử"),))).endswith("tiêu đề cột của bảng Bang1")
    assert "Họ tên" in part(patch(book(table_xml()), Writes(squares=(Write(heading, "Họ tên", "thử"),))))


def test_anything_under_the_table_stops_the_row():
    """Even in a column of the table for which no value is given."""
    filled = book(table_xml(), more='<row r="4"><c r="C4"><v>9</v></c></row>')

    assert refusal(filled, row(3, "x")) == (
        "Không ghi vào 'Sổ'!C4: dòng này đã có dữ liệu nên không thêm dòng mới vào đây được"
    )


def test_a_protected_sheet_keeps_its_tables_as_long_as_they_are():
    """Excel does not let them grow either."""
    protected = book(table_xml(), after='<sheetProtection sheet="1"/>')

    assert refusal(protected, row(3, "x")).endswith("trang tính đang được bảo vệ nên bảng không nối dài được")


def test_a_table_fed_from_outside_takes_no_row():
    """The next refresh would lose it."""
    fed = book(table_xml('ref="B2:C3" tableType="queryTable"'))

    assert refusal(fed, row(3, "x")) == "Không ghi vào 'Sổ'!B4: bảng Bang1 lấy dữ liệu từ nguồn ngoài"


def test_columns_that_a_formula_fills_are_told():
    """The new row has no formula of its own."""
    columns = '<tableColumn id="1" name="Họ tên"/><tableColumn id="2" name="Số"><calculatedColumnFormula>1</calculatedColumnFormula></tableColumn>'

    patched = patch_with_remarks(book(table_xml(columns=columns)), row(3, "Bình"))

    assert patched.remarks == ("Bảng Bang1: cột C có công thức, hãy kéo công thức xuống dòng mới.",)


def test_a_row_beside_the_table_leaves_it_alone():
    """Only columns of the table make it longer."""
    beside = Writes(appends=(RowAppend("Sổ", 3, ((5, "ngoài bảng"),), "thử"),))

    assert part(patch(book(table_xml()), beside), "xl/tables/table1.xml") == table_xml()
