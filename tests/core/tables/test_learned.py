"""A confirmed layout: written down, read back, followed where its headings went."""

from __future__ import annotations

import pytest

from addin.core.tables.reading import read_book
from addin.core.tables.recognition.layout_text import (
    ignored_setting,
    ignored_sheet,
    layout_setting,
    parse_layout,
)
from addin.core.tables.rows.book import ROW_TYPES, FoundTable
from addin.core.tables.rows.columns import columns_of
from tests.grids import grid

SHEETS = ["DS 2024", "Đảng viên 'cũ'", 'Sổ "A"', "A; B", "x @ y", "a=b", "=1+1", "Tổ 1, 2 @ 3", "“DS”", "Bố cục: x"]


def layout(sheet, table="members", **columns):
    return FoundTable(table, sheet, (5, 6), 7, 6, columns, confirmed=True, titles={key: f"Tựa {key}" for key in columns})


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_layout_survives_the_way_through_its_text(sheet):
    """Whatever the sheet's name holds."""
    found = layout(sheet, full_name=2, birth_date=27, admitted_on=5)

    assert parse_layout(*layout_setting(found)) == found
    assert ignored_sheet(ignored_setting(sheet)[0]) == sheet


@pytest.mark.parametrize("table", ROW_TYPES)
def test_every_key_of_every_table_survives(table):
    """Halves of a split birth date and compound columns too."""
    keys = [column.key for column in columns_of(ROW_TYPES[table])]
    keys += ["birth_date_male", "birth_date_female"] if table == "members" else []
    found = layout("S", table, **{key: number for number, key in enumerate(keys, 1)})

    assert parse_layout(*layout_setting(found)) == found


@pytest.mark.parametrize("title", ["Họ\nvà tên", "Tên; họ", "“Tên”", "a=B “c”"])
def test_a_title_is_kept_so_that_it_is_found_again(title):
    """Line breaks, semicolons and quotation marks cannot stay in the text; the words suffice."""
    found = FoundTable("members", "S", (1,), 2, 1, {"full_name": 1, "birth_date": 2}, confirmed=True, titles={"full_name": title, "birth_date": "Sinh"})
    settings = grid("Thiết lập", ("Mục", "Giá trị"), layout_setting(found))

    book = read_book([settings, grid("S", ("thêm", title, "Sinh"), ("x", "Lý Thử", 1980))])

    assert [row.full_name for row in book.members] == ["Lý Thử"]
    assert book.layout[0].columns == {"full_name": 2, "birth_date": 3}


@pytest.mark.parametrize("value", ["", "cột A", "dòng 1", "dòng 2-1; Họ và tên=B", "dòng 1-1; Lạ=B", "dòng 1-1; Họ và tên=12"])
def test_a_layout_nobody_can_read_is_told_at_its_square(value):
    """A person may have edited it."""
    settings = grid("Thiết lập", ("Mục", "Giá trị"), ("Bố cục: Đảng viên @ DS", value or "x"))

    (found,) = [item for item in read_book([settings]).unreadable if item.rule == "SHT137"]

    assert (found.place.cell, found.message) == ("B2", "Không đọc được bố cục “Bố cục: Đảng viên @ DS”.")


SETTINGS = grid(
    "Thiết lập",
    ("Mục", "Giá trị"),
    ("Bố cục: Đảng viên @ DS", "dòng 1-1; Họ và tên=A “Ai”; Ngày sinh=B “Bao giờ”; Ngày vào Đảng=C “Vào”"),
)


@pytest.mark.parametrize(
    ("rows", "columns", "heading_row"),
    [
        ([("Ai", "Bao giờ", "Vào"), ("Lý Thử", 1980, 2000)], {"full_name": 1, "birth_date": 2, "admitted_on": 3}, 1),
        ([("Mới", "Vào", "Ai", "Bao giờ"), ("x", 2000, "Lý Thử", 1980)], {"full_name": 3, "birth_date": 4, "admitted_on": 2}, 1),
        ([("DANH SÁCH",), (), ("Ai", "Bao giờ", "Vào"), ("Lý Thử", 1980, 2000)], {"full_name": 1, "birth_date": 2, "admitted_on": 3}, 3),
        ([("Ai", "Vào", "Bao giờ", "Vào"), ("Lý Thử", 1999, 1980, 2000)], {"full_name": 1, "birth_date": 3, "admitted_on": 2}, 1),
    ],
    ids=["unmoved", "columns moved", "rows inserted", "a heading doubled"],
)
def test_a_confirmed_layout_follows_its_headings(rows, columns, heading_row):
    """Inserted rows and moved columns ask nothing; of two equal headings the nearest is taken."""
    book = read_book([SETTINGS, grid("DS", *rows)])

    assert (dict(book.layout[0].columns), book.layout[0].heading_rows) == (columns, (heading_row,))
    assert [row.full_name for row in book.members] == ["Lý Thử"]


def test_a_lost_heading_and_a_lost_sheet_are_told():
    """The rest of the layout still holds."""
    book = read_book([SETTINGS, grid("DS", ("Ai", "Lúc nào", "Vào"), ("Lý Thử", 1980, 2000))])
    gone = read_book([SETTINGS, grid("DS khác", ("x",))])

    assert [(item.rule, str(item.place), item.message) for item in book.unreadable if item.rule == "SHT107"] == [
        ("SHT107", "'DS'!1", "Cột đã xác nhận cho “Ngày sinh” không còn tiêu đề như lúc lưu.")
    ]
    assert [(item.rule, str(item.place), item.message) for item in gone.unreadable if item.rule == "SHT107"] == [
        ("SHT107", "'Thiết lập'!B2", "Bố cục đã lưu cho sheet “DS” nhưng sổ không có sheet này.")
    ]


def test_a_sheet_once_refused_is_never_read_nor_asked_about():
    """“Không đọc” wins over its headings."""
    settings = grid("Thiết lập", ("Mục", "Giá trị"), ignored_setting("DS"))
    rows = grid("DS", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Lý Thử", 1980, 2000))

    book = read_book([settings, rows])

    assert (book.members, [item.rule for item in book.unreadable]) == ((), ["SHT105"])


def test_a_sheet_of_another_office_with_the_same_headings_is_no_settings_sheet():
    """Mục | Giá trị alone is any list of amounts."""
    book = read_book([grid("Dự toán", ("Mục", "Giá trị"), ("Văn phòng phẩm", 2_000_000))])

    assert (book.settings.other, book.settings.cell_name) == ({}, None)


def test_a_setting_written_twice_is_told():
    """The last one counts, and the first is named beside it."""
    settings = grid("Thiết lập", ("Mục", "Giá trị"), ("Tên chi bộ", "A"), ("Tên chi bộ", "B"))

    book = read_book([settings])

    assert book.settings.cell_name == "B"
    assert [(item.rule, item.place.cell, item.related[0].cell) for item in book.unreadable if item.rule == "SHT137"] == [("SHT137", "B3", "B2")]
