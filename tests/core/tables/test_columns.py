"""Row types: frozen, blank by default, equal by what their squares hold."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, replace

import pytest

from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import RowSource, columns_of
from addin.core.tables.rows.members import Member

HERE = RowSource("Đảng viên", 5, {"full_name": 2})


@pytest.mark.parametrize("row_type", ROW_TYPES.values(), ids=ROW_TYPES)
def test_a_row_without_values_is_blank_in_every_column(row_type):
    """None, or () where a square may hold several."""
    row = row_type(source=HERE)

    assert all(getattr(row, column.field) == (() if column.is_plural else None) for column in columns_of(row_type))


def test_rows_are_frozen_and_compare_by_their_values():
    """Where a row stands is no part of what it says; blank is blank, given or not."""
    row = Member(source=HERE, full_name="Lý Thử", note=None)
    same = Member(source=RowSource("DS", 9, {}), full_name="Lý Thử")

    assert row == same
    assert hash(row) == hash(same)
    assert row != replace(row, full_name="Võ Ví Dụ")
    assert repr(row) == "Member(full_name='Lý Thử')"
    with pytest.raises(FrozenInstanceError):
        row.full_name = "khác"
    with pytest.raises(FrozenInstanceError):
        del row.full_name


def test_an_unknown_column_is_refused():
    """A slip in a test or a rule is a TypeError, not a silent attribute."""
    with pytest.raises(TypeError, match="Member has no fullname"):
        Member(source=HERE, fullname="Lý Thử")


def test_a_row_survives_the_way_to_another_process():
    """Batches send books between workers."""
    row = Member(source=HERE, full_name="Lý Thử")

    sent = pickle.loads(pickle.dumps(row))  # noqa: S301 - our own bytes

    assert (sent, sent.source) == (row, HERE)
    assert str(sent.place("full_name")) == "'Đảng viên'!B5"
    assert str(sent.place("note")) == "'Đảng viên'!5"
