"""Old fonts, mojibake, look-alikes and invisible characters: read right, reported once, the sheet left as it is."""

from __future__ import annotations

import unicodedata

import pytest

from addin.core.tables.reading import read_book
from addin.core.tables.squares.letters import clear_grid
from tests.grids import grid

HEAD = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Quê quán")


def messages(book, *rules):
    return [(item.rule, item.place.cell, item.message) for item in book.unreadable if item.rule in rules]


def test_columns_in_tcvn3_are_read_and_reported_once_with_a_sample():
    """Headings too; `Tó` goes with its column, and a lone heading with the columns beside it."""
    rows = grid(
        "Đảng viên",
        ("Hä vµ tªn", "Ngµy sinh", "Ngµy vµo §¶ng"),
        ("NguyÔn V¨n MÉu", "03/9/1980", "2000"),
        ("Lª Hoµng Tó", "1981", "2001"),
    )

    book = read_book([rows])

    assert [row.full_name for row in book.members] == ["Nguyễn Văn Mẫu", "Lê Hoàng Tú"]
    assert messages(book, "SHT140") == [
        ("SHT140", "A1", "Cột A dùng mã chữ cũ TCVN3: “Hä vµ tªn” được đọc là “Họ và tên”."),
        ("SHT140", "B1", "Cột B dùng mã chữ cũ TCVN3: “Ngµy sinh” được đọc là “Ngày sinh”."),
        ("SHT140", "C1", "Cột C dùng mã chữ cũ TCVN3: “Ngµy vµo §¶ng” được đọc là “Ngày vào Đảng”."),
    ]
    assert rows.values[1][0] == "NguyÔn V¨n MÉu"


def test_a_column_in_vni_is_read_and_reported():
    """Even where every letter is one that Vietnamese has too."""
    rows = grid("Đảng viên", HEAD, ("Nguyeãn Vaên Maãu", 1980, 2000, "Xaõ A"), ("Leâ Vaên Ba", 1981, 2001, "Xã B"))

    book = read_book([rows])

    assert [row.full_name for row in book.members] == ["Nguyễn Văn Mẫu", "Lê Văn Ba"]
    assert [row.hometown for row in book.members] == ["Xã A", "Xã B"]
    assert messages(book, "SHT140")[0] == (
        "SHT140", "A2", "Cột A dùng mã chữ cũ VNI: “Nguyeãn Vaên Maãu” được đọc là “Nguyễn Văn Mẫu”.",
    )  # fmt: skip


@pytest.mark.parametrize(("fonts", "name"), [({}, "Lý Tó"), ({1: frozenset({".VnTime"})}, "Lý Tú")])
def test_the_font_is_evidence_where_the_words_prove_nothing(fonts, name):
    """All letters of `Tó` are good Unicode: only the font tells."""
    rows = grid("Đảng viên", ("Ho va ten", "Ngay sinh", "Ngay vao Dang"), ("Lý Tó", 1980, 2000), fonts=fonts)

    book = read_book([rows])

    assert book.members[0].full_name == name
    assert len(messages(book, "SHT140")) == len(fonts)


def test_a_unicode_sheet_set_in_an_old_font_is_left_alone():
    """Names typed anew in Unicode often keep the old font."""
    rows = grid("Đảng viên", HEAD, ("Nguyễn Văn Mẫu", 1980, 2000, "Xã A"), fonts={1: frozenset({".VnTime"})})

    assert clear_grid(rows) == (rows, [])


CLEAN = ["Nguyễn Thị Ỷ Lan", "Hoà Bình – “xã”", "có gì? Không", "23-QĐ/CB", "½ ngày", "a@b.vn/?x=1", "Xoã tóc, loà xoà", "Quý II…", "≥ 50 %"]


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_costs_nothing_and_is_no_finding(text):
    """The very grid comes back."""
    rows = grid("Đảng viên", (text,))

    cleared, odd = clear_grid(rows)

    assert cleared is rows or cleared == rows
    assert odd == []


ODD = [
    ("Nguyá»…n VÄƒn A", "Nguyễn Văn A", "SHT141", "“Nguyá»…n” bị lỗi mã chữ; được đọc là “Nguyễn Văn A”."),
    ("Nguy?n Văn A", "Nguy?n Văn A", "SHT141", "“Nguy?n” có dấu ? thay cho chữ đã mất."),
    ("Nguуễn Văn A", "Nguyễn Văn A", "SHT142", "“Nguуễn” có chữ cái lạ trông giống chữ Việt; được đọc là “Nguyễn Văn A”."),
    ("Ðỗ Văn A", "Đỗ Văn A", "SHT142", "“Ðỗ” có chữ cái lạ trông giống chữ Việt; được đọc là “Đỗ Văn A”."),
    ("Lê\u200b Văn A", "Lê Văn A", "SHT142", "Ô có ký tự ẩn U+200B; đã bỏ qua khi đọc."),
    ("Lê Văn\u202e A", "Lê Văn A", "SHT142", "Ô có ký tự ẩn U+202E; đã bỏ qua khi đọc."),
    ("Lê\x0b Văn A", "Lê Văn A", "SHT142", "Ô có ký tự ẩn U+000B; đã bỏ qua khi đọc."),
]


@pytest.mark.parametrize(("written", "name", "code", "message"), ODD)
def test_odd_letters_are_flagged_at_the_square_and_read_as_meant(written, name, code, message):
    """What can be known is read right, what is lost stays, and both are said."""
    book = read_book([grid("Đảng viên", HEAD, (written, 1980, 2000, "Xã A"))])

    assert book.members[0].full_name == name
    assert messages(book, "SHT140", "SHT141", "SHT142") == [(code, "A2", message)]


def test_odd_letters_outside_the_tables_are_nobody_s_business():
    """Titles, notes below, and sheets that are not ours."""
    ours = grid("Đảng viên", ("Nguy?n",), HEAD, ("Lý Thử", 1980, 2000, "Xã A"), (), (), ("Nguy?n",))
    other = grid("Linh tinh", ("Nguy?n", "Lê\u200b"))

    assert messages(read_book([ours, other]), "SHT140", "SHT141", "SHT142") == []


def test_decomposed_letters_are_composed_silently():
    """macOS writes NFD; nobody need know."""
    rows = [tuple(unicodedata.normalize("NFD", text) for text in HEAD), (unicodedata.normalize("NFD", "Nguyễn Hoà"), 1980, 2000, "Xã A")]

    book = read_book([grid("Đảng viên", *rows)])

    assert (book.members[0].full_name, book.unreadable) == ("Nguyễn Hoà", ())
