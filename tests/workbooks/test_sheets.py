"""Every sheet is complete: name, headings, drop-downs, formats, frozen headings, A4."""

from __future__ import annotations

from typing import TYPE_CHECKING

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from addin.core.tables.rows.settings import Settings
from tests.workbooks.reading import FOLDER, NAMES, book_of

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_WORKBOOKS = {name: openpyxl.load_workbook(FOLDER / name) for name in NAMES}
_EACH = [(name, table) for name in NAMES for table in ROW_TYPES]
_OWN_FORMATS = {Kind.DATE: "dd/mm/yyyy", Kind.DIGITS: "@", Kind.TEXT: "@", Kind.INT: "0"}
_HELPED = frozenset({Kind.DATE, Kind.INT, Kind.NUMBER, Kind.FLAG, Kind.CHOICE, Kind.LEVEL, Kind.MEMBER,
                     Kind.MEMBERS, Kind.CODES, Kind.LIST, Kind.CHOICES, Kind.LEVELS, Kind.RESTRICTED})  # fmt: skip


def _sheet(name: str, table: str) -> Worksheet:
    return _WORKBOOKS[name][glossary.sheet_name(table)]


@pytest.mark.parametrize("name", NAMES)
def test_sheets_stand_in_the_order_of_the_dictionary(name: str) -> None:
    """Hướng dẫn, Thiết lập, every table, Danh mục; the samples end with Giả định."""
    expected = ["Hướng dẫn", "Thiết lập", *map(glossary.sheet_name, ROW_TYPES), "Danh mục"]

    found = _WORKBOOKS[name].sheetnames

    assert found == (expected if name == "so-trang.xlsx" else [*expected, "Giả định"])


@pytest.mark.parametrize("name", NAMES)
def test_guide_says_what_each_sheet_is_for(name: str) -> None:
    """The first sheet lists every other with one sentence and a link."""
    guide = _WORKBOOKS[name]["Hướng dẫn"]
    said = {row[0].value: row[1].value for row in guide.iter_rows(min_row=5)}

    for sheet in _WORKBOOKS[name].sheetnames[1:]:
        assert said[sheet]
    for table in ROW_TYPES:
        assert said[glossary.sheet_name(table)] == glossary.about(table)
    links = {row[0].hyperlink.location for row in guide.iter_rows() if row[0].hyperlink}
    assert links == {f"'{sheet}'!A1" for sheet in _WORKBOOKS[name].sheetnames[1:]}


@pytest.mark.parametrize(("name", "table"), _EACH)
def test_headings_are_the_canonical_ones(name: str, table: str) -> None:
    """Row 3 holds the glossary's headings in the dictionary's order, required ones underlined."""
    columns = columns_of(ROW_TYPES[table])
    row = _sheet(name, table)[3]

    assert [cell.value for cell in row] == [glossary.header(table, column.key) for column in columns]
    assert [bool(cell.font.underline) for cell in row] == [column.required for column in columns]


@pytest.mark.parametrize(("name", "table"), _EACH)
def test_columns_carry_formats_and_drop_downs(name: str, table: str) -> None:
    """Dates, numbers and names that are digits keep their format; whatever has a choice offers it."""
    sheet = _sheet(name, table)
    helped = {str(area) for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges}

    for number, column in enumerate(columns_of(ROW_TYPES[table]), start=1):
        letter = get_column_letter(number)
        if column.kind in _OWN_FORMATS:
            assert sheet.column_dimensions[letter].width >= 8
        assert any(area.startswith(f"{letter}4:") for area in helped) == (column.kind in _HELPED), column.key


@pytest.mark.parametrize("table", ROW_TYPES)
def test_filled_squares_have_the_format_of_their_column(table: str) -> None:
    """What the sample writes is typed: real dates as dd/mm/yyyy, digits as text with their zeros."""
    sheet = _sheet("mau.xlsx", table)

    for number, column in enumerate(columns_of(ROW_TYPES[table]), start=1):
        for row in range(4, sheet.max_row + 1):
            cell = sheet.cell(row, number)
            if cell.value is not None and column.kind in _OWN_FORMATS:
                assert cell.number_format == _OWN_FORMATS[column.kind], cell.coordinate


@pytest.mark.parametrize(("name", "table"), _EACH)
def test_sheet_is_ready_to_fill_and_print(name: str, table: str) -> None:
    """Headings stay in view and repeat on each A4 page, which is as wide as the sheet needs."""
    sheet = _sheet(name, table)

    assert sheet.freeze_panes is not None
    assert sheet.freeze_panes.endswith("4")
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert "&P/&N" in sheet.oddFooter.center.text
    assert sheet.auto_filter.ref is not None
    assert not sheet.merged_cells.ranges
    assert not sheet.tables


@pytest.mark.parametrize("name", NAMES)
def test_every_table_is_recognised_and_nothing_is_doubtful(name: str) -> None:
    """Read as the product reads it: each sheet its own table, no heading unknown, in row 3."""
    book = book_of(name)

    assert [(found.table, found.heading_rows) for found in book.layout] == [(table, (3,)) for table in ROW_TYPES]
    assert all(not found.unknown for found in book.layout)
    for table, row_type in ROW_TYPES.items():
        found = next(one for one in book.layout if one.table == table)
        assert set(found.columns) == {column.key for column in columns_of(row_type)}


def test_blank_workbook_holds_no_rows_and_no_findings() -> None:
    """The blank workbook is empty, and reading it finds nothing wrong."""
    book = book_of("so-trang.xlsx")

    assert all(not book.rows(table) for table in ROW_TYPES)
    assert book.unreadable == ()
    assert book.settings == Settings()


@pytest.mark.parametrize("name", NAMES)
def test_settings_sheet_names_every_setting(name: str) -> None:
    """Each setting has its row, its heading of the glossary and a note."""
    rows = list(_WORKBOOKS[name]["Thiết lập"].iter_rows(min_row=4, values_only=True))

    assert {glossary.settings_headers()[glossary.fold(row[0])] for row in rows} == set(
        glossary.settings_headers().values()
    )
    assert all(row[2] for row in rows)
