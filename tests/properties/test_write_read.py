"""Whatever is written into a square is read back the same, by readers that are not ours."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as any_
from openpyxl.utils.escape import unescape
from python_calamine import CalamineWorkbook

from addin.core.places import Place
from addin.core.writes import RowAppend, Value, Write, Writes
from addin.hosts.closed.patch.patching import patch
from tests.hosts.closed.made_books import book_of, parts_of, sheet_part, workbook_xml, zipped
from tests.proof import count

pytestmark = pytest.mark.proof

FILLED = (
    '<dimension ref="A1:C3"/><sheetData><row r="1" spans="1:3"><c r="A1" s="3"><v>1</v></c><c r="C1" t="b"><v>1</v></c></row>'
    '<row r="2" s="2" customFormat="1"/><row r="3"><c r="B3" t="inlineStr"><is><t>giữ</t></is></c></row></sheetData>'
)
BOOK = book_of(FILLED)
BOOK_1904 = zipped(parts_of(sheet_part(FILLED), {"xl/workbook.xml": workbook_xml(before='<workbookPr date1904="1"/>')}))
LETTERS = any_.characters(blacklist_categories=("Cs",), blacklist_characters="\ufffe\uffff")
TEXTS = any_.one_of(
    any_.text(LETTERS, min_size=1, max_size=60),
    any_.text(any_.sampled_from("_x0041&<>\"' \t\n\r=ệĐ\u0300\u200b"), min_size=1, max_size=30),
)
NUMBERS = any_.one_of(
    any_.integers(-(2**53), 2**53),
    any_.floats(allow_nan=False, allow_infinity=False, min_value=-1e300, max_value=1e300, allow_subnormal=False),
)
DATES = any_.dates(date(1904, 1, 2), date(2400, 12, 31))
SQUARES = any_.builds(Place, any_.just("Sổ"), any_.integers(1, 12), any_.integers(1, 30))


def write(place: Place, value: Value) -> Writes:
    return Writes(squares=(Write(place, value, "thử"),))


def calamine(data: bytes) -> dict[Place, object]:
    lines = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Sổ").to_python(skip_empty_area=False)
    return {Place("Sổ", row, column): value for row, line in enumerate(lines, 1) for column, value in enumerate(line, 1) if value != ""}


def openpyxl_square(data: bytes, place: Place) -> object:
    return openpyxl.load_workbook(io.BytesIO(data))["Sổ"][place.cell].value


@given(SQUARES, TEXTS)
@settings(deadline=None, max_examples=count(150, 3_000))
def test_any_text_is_read_back(place, value):
    """Letters, marks, control characters, and text that looks like an escape or a formula."""
    data = patch(BOOK, write(place, value))

    assert calamine(data)[place] == value
    assert unescape(openpyxl_square(data, place)) == value


@given(SQUARES, NUMBERS)
@settings(deadline=None, max_examples=count(150, 3_000))
def test_any_number_is_read_back(place, value):
    """To the last digit."""
    data = patch(BOOK, write(place, value))

    assert calamine(data)[place] == value
    assert openpyxl_square(data, place) == value


@given(SQUARES, DATES, any_.sampled_from([BOOK, BOOK_1904]))
@settings(deadline=None, max_examples=count(100, 2_000))
def test_any_date_is_read_back_as_a_date(place, value, book):
    """In workbooks that count from 1900 and from 1904, in squares with and without a date style."""
    data = patch(book, write(place, value))

    assert calamine(data)[place] == value
    assert openpyxl_square(data, place) == datetime(value.year, value.month, value.day)


@given(SQUARES, any_.one_of(TEXTS, NUMBERS, DATES, any_.booleans(), any_.none()))
@settings(deadline=None, max_examples=count(150, 3_000))
def test_no_other_square_changes(place, value):
    """Before and after agree everywhere else, in values and in parts."""
    data = patch(BOOK, write(place, value))

    before, after = calamine(BOOK), calamine(data)
    before.pop(place, None)
    after.pop(place, None)
    assert after == before
    old, new = zipfile.ZipFile(io.BytesIO(BOOK)), zipfile.ZipFile(io.BytesIO(data))
    changed = {name for name in old.namelist() if old.read(name) != new.read(name)}
    assert changed <= {"xl/worksheets/sheet1.xml", "xl/styles.xml"}


@given(any_.dictionaries(SQUARES, any_.one_of(TEXTS, NUMBERS, any_.booleans()), min_size=1, max_size=12))
@settings(deadline=None, max_examples=count(60, 1_200))
def test_many_writes_at_once_equal_one_after_the_other(values):
    """Their order does not matter."""
    listed = tuple(Write(place, value, "thử") for place, value in values.items())

    at_once = patch(BOOK, Writes(squares=listed))

    one_by_one = BOOK
    for one in reversed(listed):
        one_by_one = patch(one_by_one, Writes(squares=(one,)))
    assert calamine(at_once) == calamine(one_by_one)
    assert at_once == patch(BOOK, Writes(squares=tuple(reversed(listed))))


@given(any_.lists(any_.tuples(TEXTS, NUMBERS), min_size=1, max_size=8))
@settings(deadline=None, max_examples=count(60, 1_200))
def test_rows_added_are_read_back_in_their_order(rows):
    """One below the other, under what was there."""
    appends = tuple(RowAppend("Sổ", 3, ((1, text), (2, number)), "thử") for text, number in rows)

    found = calamine(patch(BOOK, Writes(appends=appends)))

    assert [(found[Place("Sổ", 4 + at, 1)], found[Place("Sổ", 4 + at, 2)]) for at in range(len(rows))] == rows
