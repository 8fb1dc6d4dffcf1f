"""The button that recognises a workbook lists the columns used for nothing, and takes what is written of them."""

from __future__ import annotations

import pytest

from tests.hosts.excel_model.workbook import Square
from tests.ribbon.pressing import sheet_of


@pytest.fixture
def column(book):
    """A column of the cell's own right of the member list, full of what they are good at; the letter of it."""
    squares = sheet_of(book, "Đảng viên").squares
    headings = next(row for (row, _column), square in sorted(squares.items()) if square.value == "Họ và tên")
    at = max(column for (row, column), square in squares.items() if row == headings and square.value) + 1
    squares[headings, at] = Square("Sở trường")
    for row in range(headings + 1, headings + 7):
        squares[row, at] = Square(f"Đàn tính {row}")
    return at


def shown(click):
    """What the person was asked to write, and what was told."""
    code, person = click("adopt")
    return code, person, [text for text, _proposed in click.lines]


def test_unused_columns_are_listed_and_a_blank_line_teaches_nothing(click, column):
    """Once, with a number each and an example that may be written as it stands."""
    click.will_write("")

    code, person, asked = shown(click)

    assert code == 0
    assert len(asked) == 1
    assert "1. Đảng viên!" in asked[0]
    assert "“Sở trường”" in asked[0]
    assert "sẽ được nhớ" not in person.told[0]


def test_what_is_written_of_a_column_is_remembered(click, book, column):
    """By its number and the heading of our own workbook, in any spelling."""
    click.will_write("1 = nơi cư trú")

    code, _person, asked = shown(click)

    settings = sheet_of(book, "Thiết lập").squares
    learned = next(square.value for square in settings.values() if isinstance(square.value, str) and "“Sở trường”" in square.value)
    assert (code, len(asked)) == (0, 1)
    assert "Nơi cư trú=" in learned


def test_a_line_that_cannot_be_meant_is_asked_again(click, column):
    """With what was not understood; giving up teaches nothing."""
    click.will_write("1 = màu tóc", False)

    code, person, asked = shown(click)

    assert code == 0
    assert len(asked) == 2
    assert asked[1].startswith("Không rõ “1 = màu tóc”.")
    assert "sẽ được nhớ" not in person.told[0]
