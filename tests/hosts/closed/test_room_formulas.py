"""References in formulas when rows come in behind row 10 of "XL 2025", and formulas filled down."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from addin.hosts.closed.patch.room.formulas import ends_at, names_sheet, shifted, translated
from addin.hosts.closed.patch.room.inserted import Inserted

HERE = "XL 2025"
ONE = Inserted(HERE, 10, 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("D10+D11", "D10+D12"),
        ("$D$11+D$11+$D11", "$D$12+D$12+$D12"),
        ("SUM(D4:D10)", "SUM(D4:D11)"),
        ("SUM(d4:d10)", "SUM(d4:d11)"),
        ("SUM(D4:D9)", "SUM(D4:D9)"),
        ("SUM(D10:D10)", "SUM(D10:D11)"),
        ("SUM(A10:C10)", "SUM(A10:C10)"),
        ('COUNTIF($I$4:$I$10,"HTTNV")', 'COUNTIF($I$4:$I$11,"HTTNV")'),
        ("SUM(D4:D12)", "SUM(D4:D13)"),
        ("SUM('XL 2025'!D4:D10)+'xl 2025'!D11", "SUM('XL 2025'!D4:D11)+'xl 2025'!D12"),
        ("Khác!D11+'Sổ của tôi'!D11", "Khác!D11+'Sổ của tôi'!D11"),
        ("SUM('XL 2024:XL 2025'!D11)", "SUM('XL 2024:XL 2025'!D11)"),
        ("[1]Sheet1!D11+'[so.xlsx]XL 2025'!D11", "[1]Sheet1!D11+'[so.xlsx]XL 2025'!D11"),
        ('"D11 ""D12"""&D11', '"D11 ""D12"""&D12'),
        ("SUM(Bang1[D11])+Bang1[[#Totals],[D11]]+Bang1[@[Cột D11]]", "SUM(Bang1[D11])+Bang1[[#Totals],[D11]]+Bang1[@[Cột D11]]"),
        ("LOG10(D11)+ATAN2(D11,D12)", "LOG10(D12)+ATAN2(D12,D13)"),
        ("XYZ123+ABCD11+diem_D11+D11.x", "XYZ123+ABCD11+diem_D11+D11.x"),
        ("SUM(11:12)+SUM($11:$11)", "SUM(12:13)+SUM($12:$12)"),
        ("SUM(D:D)+SUM($A:$C)", "SUM(D:D)+SUM($A:$C)"),
        ("D11#+@D11", "D12#+@D12"),
        ("SUM(D1048576:D11)", "SUM(D1048576:D12)"),
        ("VLOOKUP(B11,DATA!$A$1:$B$10,2,0)", "VLOOKUP(B12,DATA!$A$1:$B$10,2,0)"),
    ],
)  # fmt: skip
def test_what_stands_below_is_followed(before, after):
    """And a range that ended with the last record reaches over the new one; everything else stays letter for letter."""
    assert shifted(before, ONE, HERE) == after


@pytest.mark.parametrize(
    ("before", "row", "after"),
    [
        ("SUM(D$4:D10)", 10, "SUM(D$4:D10)"),
        ("RANK(D10,D$4:D$10)", 10, "RANK(D10,D$4:D$11)"),
        ("RANK(D5,D$4:D$10)", 5, "RANK(D5,D$4:D$11)"),
    ],
)
def test_a_running_total_stays_with_its_row(before, row, after):
    """A rank among all grows with all."""
    assert shifted(before, ONE, HERE, row) == after


def test_on_another_sheet_only_references_by_name_move():
    """A formula elsewhere that names no sheet means its own; a name of the workbook has none."""
    assert shifted("D11+'XL 2025'!D11", ONE, "Tổng hợp") == "D11+'XL 2025'!D12"
    assert shifted("'XL 2025'!$D$4:$D$10", ONE, None) == "'XL 2025'!$D$4:$D$11"
    assert shifted("D11", ONE, None) == "D11"
    assert names_sheet("1+'xl 2025'!A1", HERE)
    assert not names_sheet("1+A1+\"'XL 2025'!A1\"", HERE)


def test_below_headings_alone_nothing_grows():
    """A range that ends with the heading row is about headings."""
    assert shifted("COUNTA(D9:D10)+D11", Inserted(HERE, 10, 3, grows=False), HERE) == "COUNTA(D9:D10)+D14"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("D10+$D10+D$10+$D$10", "D12+$D12+D$10+$D$10"),
        ('SUM(D4:D10)&"D10"', 'SUM(D6:D12)&"D10"'),
        ("SUM(3:4)+SUM($3:4)+SUM(A:A)", "SUM(5:6)+SUM($3:6)+SUM(A:A)"),
        ("D1048576", "#REF!"),
        ("Bang1[[#This Row],[D1]]+'Sổ 1'!A1", "Bang1[[#This Row],[D1]]+'Sổ 1'!A3"),
    ],
)  # fmt: skip
def test_filled_down_as_excel_fills(before, after):
    """`$` holds, texts and structured references stay."""
    assert translated(before, 2) == after


def test_filled_to_the_right():
    """For shares of one formula in one row."""
    assert translated("A1+$A1+Z$2+B:B", 0, 1) == "B1+$A1+AA$2+C:C"


def test_which_totals_must_reach_over_a_row_added_below():
    """Ranges downwards that end there; not one square, not a range along the row, not another sheet's."""
    assert ends_at("SUM(D4:D10)", 10)
    assert ends_at("COUNTIF($D10:$D10,1)", 10)
    assert not ends_at("D10+SUM(A10:C10)+SUM(D4:D9)+SUM(Khác!D4:D10)", 10)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 50), st.integers(1, 5))
def test_rows_keep_their_order_and_only_those_below_move(one, other, after, count):
    """Whatever the rows: a square keeps meaning the same square."""
    inserted = Inserted(HERE, after, count)

    moved = shifted(f"A{one}+B{other}", inserted, HERE)

    assert moved == f"A{one + count * (one > after)}+B{other + count * (other > after)}"
    assert translated(moved, 0) == moved
