"""Values in the words of the column they are written into."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.tables.reading import read_book
from addin.core.tables.vocabulary import Vocabulary
from tests.grids import grid

MEMBERS = grid("Đảng viên", ("Họ và tên", "Ngày sinh", "Ngày vào Đảng"), ("Lý Thử", "03/9/1980", "03/02/2005"))
HEADINGS = ("Năm", "Đảng viên", "Cơ quan xếp loại", "Chi bộ đề nghị")


def vocabulary(*sheets, lists=None):
    """The vocabulary of these sheets, and the first table of the second of them; `lists` are words by column."""
    book = read_book((MEMBERS, *sheets))
    lists = lists or {}
    words = Vocabulary(book.layout, (MEMBERS, *sheets), lambda place: lists.get(place.column, ()))
    return words, next(found for found in book.layout if found.sheet == sheets[0].sheet)


def ratings(*levels, agency=None, name="Xếp loại"):
    return grid(name, HEADINGS, *((2024, "Lý Thử", agency, level) for level in levels))


@pytest.mark.parametrize(
    ("used", "wanted", "said"),
    [
        (("HTTNV", "HTTNV", "HTT"), "Hoàn thành tốt nhiệm vụ", "HTTNV"),
        (("HTTNV", "HTXSNV"), "Hoàn thành nhiệm vụ", "HTNV"),
        (("HTT",), "Hoàn thành xuất sắc nhiệm vụ", "HTXS"),
        (("Tốt", "Xuất sắc"), "Không hoàn thành nhiệm vụ", "Không hoàn thành"),
        (("HOÀN THÀNH TỐT",), "Hoàn thành xuất sắc nhiệm vụ", "HOÀN THÀNH XUẤT SẮC"),
        (("Hoàn thành tốt nhiệm vụ",), "Hoàn thành nhiệm vụ", "Hoàn thành nhiệm vụ"),
        ((None,), "Hoàn thành tốt nhiệm vụ", "Hoàn thành tốt nhiệm vụ"),
    ],
)
def test_a_level_is_said_as_most_rows_say_it(used, wanted, said):
    """The word they have for it, else one in their manner, else the law's."""
    words, found = vocabulary(ratings(*used))

    assert words.word(found, "cell_level", wanted) == said


def test_an_empty_column_follows_the_others_of_its_kind_and_the_sheets_before():
    """The agency's column of the same sheet first; where none is filled in, the same column of another sheet."""
    words, found = vocabulary(ratings(None, agency="HTT"))
    assert words.word(found, "cell_level", "Hoàn thành tốt nhiệm vụ") == "HTT"

    words, found = vocabulary(ratings(None), ratings("HTTNV", name="Xếp loại cũ"))
    assert words.word(found, "cell_level", "Hoàn thành tốt nhiệm vụ") == "HTTNV"


def test_the_list_goes_before_what_rows_say():
    """Of several words of the list for one value, the one that is used; what the list lacks stays as it is."""
    lists = {4: ("Hoàn thành xuất sắc", "HTTNV", "HTT", "Không xếp loại")}
    words, found = vocabulary(ratings("HTT", "Tốt", "Tốt"), lists=lists)

    assert words.word(found, "cell_level", "Hoàn thành tốt nhiệm vụ", 2) == "HTT"
    assert words.word(found, "cell_level", "Hoàn thành xuất sắc nhiệm vụ") == "Hoàn thành xuất sắc"
    assert words.word(found, "cell_level", "Hoàn thành nhiệm vụ") == "Hoàn thành nhiệm vụ"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [("kind", "Kiểm tra", "KT"), ("member", "Lý Thử", "Đ/c Lý Thử"), ("degradation", False, "Không"), ("degradation", True, "Có")],
)
def test_kinds_names_and_flags_too(key, value, said):
    """Whatever the column reads as the same value is its word for it."""
    sheet = grid(
        "Kiểm tra",
        ("Năm", "Hình thức", "Đảng viên", "Nội dung", "Biểu hiện suy thoái"),
        (2024, "KT", "Lý Thử", "TD", "Không"),
        (2025, "KT", "Lý Thử", "TD", "Không"),
    )
    words, found = vocabulary(sheet, lists={3: ("Đ/c Lý Thử", "Đ/c Lý Khác"), 5: ("Có", "Không")})

    assert words.word(found, key, value) == said


def test_a_paper_is_called_as_the_register_calls_it():
    """A register of abbreviations gets abbreviations."""
    sheet = grid("Văn bản", ("Loại", "Số", "Ngày", "Trích yếu"), ("QĐ", "01-QĐ/CB", "05/8/2025", "Về kiểm tra"))
    words, found = vocabulary(sheet)

    assert words.word(found, "kind", "Quyết định") == "QĐ"
    assert words.word(found, "kind", "Báo cáo") == "BC"
    assert words.word(found, "title", "về kiểm tra") == "về kiểm tra"


def test_without_a_host_there_are_no_words():
    """A reading of bare rows writes the law's words."""
    _, found = vocabulary(ratings("HTTNV"))

    assert Vocabulary().word(found, "cell_level", "Hoàn thành tốt nhiệm vụ") == "Hoàn thành tốt nhiệm vụ"
    assert Vocabulary().grid(found.sheet) is None
    assert Place.at(found.sheet, "A1").row == 1
