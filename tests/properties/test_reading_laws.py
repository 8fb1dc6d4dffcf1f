"""Laws of reading: spelling, Unicode form, order of columns and repetition change nothing."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from addin import glossary
from addin.core.persons.roster import Roster
from addin.core.tables.reading import read_book
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from tests.grids import grid
from tests.proof import count

pytestmark = pytest.mark.proof

HEADINGS = [(table, folded, key) for table in ROW_TYPES for folded, key in glossary.headers(table).items()]
HALVES = {"birth_date_male": "birth_date", "birth_date_female": "birth_date"}
CHANCE = st.randoms(use_true_random=False)
NAMES = ["Nguyễn Thị Hoà", "Trần Văn Thuỷ", "Lê Quý Uyên", "Đỗ Hoàng Yến", "Phạm Khoẻ"]
TONES = [("oà", "òa"), ("uỷ", "ủy"), ("oẻ", "ỏe"), ("uý", "úy")]


def spelled(text, chance):
    """The same heading as somebody else would type it."""
    text = chance.choice([str, str.upper, str.lower, str.capitalize])(text)
    text = chance.choice(["", " ", "\n"]) + text.replace(" ", chance.choice([" ", "  ", "\u00a0", " \n"])) + chance.choice(["", ":", " ", "."])
    for older, newer in TONES:
        text = text.replace(older, newer) if chance.random() < 0.5 else text.replace(newer, older)
    return unicodedata.normalize(chance.choice(["NFC", "NFD"]), text)


@given(st.sampled_from(HEADINGS), CHANCE)
@settings(max_examples=count(400, 8_000), deadline=None)
def test_any_spelling_of_any_known_heading_gives_its_key(heading, chance):
    """Among the table's required headings, under the table's name, in whatever spelling."""
    table, folded, key = heading
    others = [column.key for column in columns_of(ROW_TYPES[table]) if column.required and column.key != HALVES.get(key, key)]
    row = [*(glossary.header(table, other) for other in others), spelled(folded, chance)]
    if len(row) < 2:
        row.insert(0, glossary.header(table, next(item.key for item in columns_of(ROW_TYPES[table]) if item.key != key)))

    book = read_book([grid(glossary.sheet_name(table), row, ("x",) * len(row))])

    assert [(found.table, found.columns.get(key)) for found in book.layout] == [(table, len(row))]


def members(chance, count=4):
    """Rows of plausible members, by key."""
    return [
        {
            "full_name": chance.choice(["", "Đ/c ", "đồng chí "]) + chance.choice(NAMES),
            "birth_date": chance.choice([1980, "03/9/1980", date(1980, 9, 3), "9/1980"]),
            "admitted_on": chance.choice(["19/5/2005", date(2005, 5, 19), "2005", "31/02/2005"]),
            "group": chance.choice(["Tổ đảng 1", "Tổ đảng 2"]),
            "gender": chance.choice(["Nam", "nữ", None]),
            "note": chance.choice(["Hoà giải viên", None]),
        }
        for _ in range(count)
    ]


def sheet(rows, keys, form=None):
    lines = [tuple(glossary.header("members", key) for key in keys), *(tuple(row[key] for key in keys) for row in rows)]
    if form:
        lines = [tuple(unicodedata.normalize(form, raw) if isinstance(raw, str) else raw for raw in line) for line in lines]
    return grid("Đảng viên", *lines)


def facts(book):
    """Rows and findings by key, without their squares."""
    column_keys = {column: key for key, column in book.layout[0].columns.items()}
    told = sorted((item.rule, item.place.row, column_keys.get(item.place.column, ""), item.message) for item in book.unreadable)
    return book.members, told


@given(CHANCE)
@settings(max_examples=count(60, 1_200), deadline=None)
def test_composed_and_decomposed_text_give_the_same_rows(chance):
    """NFD from a Mac, NFC from Windows."""
    rows = members(chance)
    keys = list(rows[0])

    assert facts(read_book([sheet(rows, keys, "NFD")])) == facts(read_book([sheet(rows, keys, "NFC")]))


@given(CHANCE)
@settings(max_examples=count(60, 1_200), deadline=None)
def test_the_place_of_the_tone_mark_changes_no_one(chance):
    """Hoà is Hòa: rows differ in the letters as written, and every name still finds the same member."""
    rows = members(chance, 1)
    other = [{**row, "full_name": row["full_name"].replace("oà", "òa").replace("uỷ", "ủy").replace("oẻ", "ỏe")} for row in rows]

    book = read_book([sheet(rows, list(rows[0]))])

    assert Roster(book.members).find(other[0]["full_name"]).member is book.members[0]


@given(CHANCE)
@settings(max_examples=count(60, 1_200), deadline=None)
def test_the_order_of_columns_changes_only_places(chance):
    """Sheets keep their columns in any order."""
    rows = members(chance)
    keys = list(rows[0])
    shuffled = chance.sample(keys, len(keys))

    one, other = read_book([sheet(rows, keys)]), read_book([sheet(rows, shuffled)])

    assert facts(one) == facts(other)
    assert [member.place("group").column for member in other.members] == [shuffled.index("group") + 1] * len(rows)


@given(CHANCE)
@settings(max_examples=count(30, 600), deadline=None)
def test_reading_twice_equals_reading_once(chance):
    """Nothing is remembered from one workbook to the next."""
    rows = members(chance)
    keys = list(rows[0])

    assert read_book([sheet(rows, keys)]) == read_book([sheet(rows, keys)])


RAWS = st.one_of(
    st.none(), st.booleans(), st.integers(-10, 10**13), st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.dates(), st.times(), st.datetimes(), st.text(max_size=30),
    st.sampled_from(["Họ và tên", "Ngày sinh", "Ngày vào Đảng", "STT", "Tổ đảng", "Tổng cộng", "T/M CHI BỘ", "Mục", "Giá trị", "I"]),
)  # fmt: skip


@given(st.lists(st.lists(RAWS, max_size=6), max_size=12), st.sampled_from(["Đảng viên", "Sheet1", "Kiểm tra 2019", "Thiết lập"]))
@settings(max_examples=count(150, 3_000), deadline=None)
def test_no_sheet_breaks_the_reader(rows, name):
    """Whatever stands in the squares, reading ends with a book; every finding names a square of the sheet."""
    head = ("STT", "Họ và tên", "Ngày sinh", "Ngày vào Đảng", "Số định danh", "Lãnh đạo, quản lý")

    book = read_book([grid(name, *rows), grid("DS", head, *rows)])

    assert all(item.place.sheet in {name, "DS"} for item in book.unreadable)
    assert all(row.source.row <= len(rows) + 1 for row in book.members)
