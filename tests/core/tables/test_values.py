"""Squares by kind: every form offices write, and what is flagged."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest

from addin.core.grids import SquareError, Uncached
from addin.core.tables.reading import read_book
from addin.core.tables.rows.columns import Column, Kind
from addin.core.tables.squares.faults import FAULTS
from addin.core.tables.squares.values import read_value
from tests.grids import grid

VALUES = [
    # numbers
    (Kind.NUMBER, "points", "8,5", Decimal("8.5"), None),
    (Kind.NUMBER, "points", "8.5", Decimal("8.5"), None),
    (Kind.NUMBER, "points", "1.234,5", Decimal("1234.5"), None),
    (Kind.NUMBER, "points", 27.5, Decimal("27.5"), None),
    (Kind.NUMBER, "points", 0.1, Decimal("0.1"), None),
    (Kind.NUMBER, "points", "1,234.5", None, "SHT122"),
    (Kind.NUMBER, "points", True, None, "SHT124"),
    (Kind.NUMBER, "points", time(8, 30), None, "SHT124"),
    (Kind.NUMBER, "points", timedelta(hours=30), None, "SHT124"),
    (Kind.NUMBER, "points", date(2019, 9, 3), None, "SHT124"),
    (Kind.NUMBER, "points", SquareError("#N/A"), None, "SHT120"),
    (Kind.NUMBER, "points", Uncached(), None, "SHT121"),
    (Kind.NUMBER, "points", " \u00a0", None, None),
    # percentages
    (Kind.NUMBER, "unit_done_pct", 0.8, Decimal("0.8"), None),
    (Kind.NUMBER, "unit_done_pct", 80, Decimal("0.8"), None),
    (Kind.NUMBER, "unit_done_pct", "80 %", Decimal("0.8"), None),
    (Kind.NUMBER, "unit_done_pct", "120%", Decimal("1.2"), None),
    (Kind.NUMBER, "unit_done_pct", 1, Decimal(1), None),
    (Kind.NUMBER, "unit_done_pct", 1.2, Decimal("0.012"), "SHT125"),
    (Kind.NUMBER, "unit_done_pct", 2, Decimal("0.02"), None),
    (Kind.NUMBER, "unit_done_pct", -0.1, None, "SHT122"),
    # whole numbers and years
    (Kind.INT, "tasks_done", 9.0, 9, None),
    (Kind.INT, "tasks_done", "9", 9, None),
    (Kind.INT, "tasks_done", 9.5, None, "SHT123"),
    (Kind.INT, "tasks_done", -1, None, "SHT123"),
    (Kind.INT, "tasks_done", False, None, "SHT124"),
    (Kind.INT, "year", "Năm 2019", 2019, None),
    (Kind.INT, "year", 2019.0, 2019, None),
    (Kind.INT, "year", date(2019, 1, 1), 2019, None),
    (Kind.INT, "year", date(1905, 7, 11), 2019, "SHT115"),
    (Kind.INT, "year", 19, None, "SHT116"),
    (Kind.INT, "year", 1899, None, "SHT116"),
    (Kind.INT, "year", 1900, 1900, None),
    (Kind.INT, "year", 2101, None, "SHT116"),
    (Kind.INT, "year", "2019-2020", None, "SHT116"),
    (Kind.INT, "year", True, None, "SHT124"),
    # digits that are names
    (Kind.DIGITS, "id_number", "001080012345", "001080012345", None),
    (Kind.DIGITS, "id_number", "'001 080 012 345", "001080012345", None),
    (Kind.DIGITS, "id_number", 1080012345.0, "001080012345", "SHT135"),
    (Kind.DIGITS, "id_number", 79080001234, "079080001234", "SHT135"),
    (Kind.DIGITS, "id_number", 123456789, "123456789", "SHT135"),
    (Kind.DIGITS, "id_number", "1,08E+11", None, "SHT135"),
    (Kind.DIGITS, "id_number", date(2019, 9, 3), None, "SHT124"),
    (Kind.DIGITS, "party_card", "00123456", "00123456", None),
    (Kind.DIGITS, "party_card", 123456, "123456", "SHT135"),
    # flags: blank is unknown
    *((Kind.FLAG, "breach", text, True, None) for text in ("x", "X", "có", "1", True)),
    *((Kind.FLAG, "breach", text, False, None) for text in ("không", "0", "KHÔNG", False)),
    (Kind.FLAG, "breach", None, None, None),
    (Kind.FLAG, "breach", "chắc vậy", None, "SHT131"),
    # names
    (Kind.MEMBER, "member", "Đ/c  Nguyễn Văn A", "Nguyễn Văn A", None),
    (Kind.MEMBER, "member", date(2019, 9, 3), None, "SHT124"),
    (Kind.MEMBER, "member", True, None, "SHT124"),
    (Kind.MEMBERS, "members", "đồng chí A;\n- ông B", ("A", "B"), None),
    # texts
    (Kind.TEXT, "note", 12.0, "12", None),
    (Kind.TEXT, "note", True, "TRUE", None),
    (Kind.TEXT, "note", date(2019, 9, 3), "03/9/2019", None),
    (Kind.TEXT, "note", SquareError("#REF!"), None, "SHT120"),
    (Kind.LIST, "team", "A; B\n• C", ("A", "B", "C"), None),
    (Kind.LIST, "team", None, (), None),
]


@pytest.mark.parametrize(("kind", "key", "raw", "value", "code"), VALUES)
def test_a_square_is_typed_by_its_column_or_flagged(kind, key, raw, value, code):
    """Never dropped, blanked or turned into another value without a word."""
    read, problem = read_value(Column(key, kind), raw)

    assert read == value
    assert type(read) is type(value)
    assert (problem[0].code if problem else None) == code


@pytest.mark.parametrize(
    ("raw", "iso", "code"),
    [
        ("03/9/2019 00:00:00", "2019-09-03", None),
        ("ngày 3/9/2019.", "2019-09-03", None),
        ("tháng 9/2019", "2019-09", None),
        ("T9/2019", "2019-09", None),
        ("tháng 9 năm 2019", "2019-09", None),
        ("Năm 2019", "2019", None),
        ("SN 1980", "1980", None),
        ("0/2019", None, "SHT110"),
        ("29/02/2019", None, "SHT110"),
        ("29/02/2020", "2020-02-29", None),
        ("12/13/2019", None, "SHT112"),
        ("13/13/2019", None, "SHT110"),
        ("13/12/2019", "2019-12-13", None),
        ("3/9/49", "2049-09-03", "SHT111"),
        ("3/9/50", "1950-09-03", "SHT111"),
        ("3/9/1899", "1899-09-03", "SHT114"),
        ("3/9/1900", "1900-09-03", None),
        ("3/9/2101", "2101-09-03", "SHT114"),
        (datetime(2019, 9, 3, 8, 30), "2019-09-03", None),
        (date(1905, 6, 2), "1980", "SHT115"),
        (60, None, "SHT110"),
        (61, "1900-03-01", "SHT113"),
        (43711, "2019-09-03", "SHT113"),
        (73051, None, "SHT110"),
        (1899, "1905-03-13", "SHT113"),
        (1900, "1900", None),
        (time(8), None, "SHT110"),
    ],
)
def test_dates_at_their_boundaries(raw, iso, code):
    """Days, months, years, serials, and the year that hides in a date format."""
    read, problem = read_value(Column("birth_date", Kind.DATE), raw)

    assert (read.iso if read else None) == iso
    assert (problem[0].code if problem else None) == code


def test_true_and_one_are_two_things():
    """What is kept for one square never answers for another type."""
    column = Column("tasks_done", Kind.INT)

    assert read_value(column, 1)[0] == 1
    assert read_value(column, True)[0] is None
    assert read_value(column, 1.0)[0] == 1


def test_error_values_and_uncached_formulas_are_told_in_every_known_column():
    """A broken score is never "no score", whatever the column's kind."""
    rows = grid(
        "Xếp loại",
        ("Năm", "Đảng viên", "Điểm tiêu chí chung", "Tự xếp loại", "Lý do", "Xếp loại quý", "Kết luận suy thoái"),
        (2025, "Lý Thử", *[SquareError("#REF!")] * 5),
        (2025, "Võ Ví Dụ", *[Uncached()] * 5),
    )

    book = read_book([rows])

    assert [(item.rule, item.place.cell) for item in book.unreadable if item.rule != "SHT105"] == [
        *(("SHT120", f"{letter}2") for letter in "CDEFG"),
        *(("SHT121", f"{letter}3") for letter in "CDEFG"),
    ]


def test_every_fault_has_its_own_code_and_a_way_out():
    """Codes are stable, unique, and each says what to do."""
    codes = [fault.code for fault in FAULTS]

    assert codes == sorted(set(codes))
    assert all(fault.fix.endswith(".") and fault.title for fault in FAULTS)
