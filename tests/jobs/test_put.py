"""`put`: what a word on the command line means in a square."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from addin.core.grids import SquareError, Uncached
from addin.errors import Misuse, RefusedWrite
from addin.jobs.put import put, value_of
from addin.output.put import form
from tests.grids import grid


@dataclass
class Book:
    name: str = "so.xlsx"

    def grids(self):
        return (grid("Đảng viên", ("Họ và tên", SquareError("#REF!")), ("Lý Thử", Uncached())), grid("a=b!c", ("x",)))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None), ("TRUE", True), ("FALSE", False), ("true", "true"), ("2019-09-03", date(2019, 9, 3)),
        ("8", 8), ("-8", -8), ("8.5", 8.5), ("1e3", "1e3"), ("1e400", "1e400"), ("12E3", "12E3"), ("0", 0), ("0.5", 0.5), ("012", "012"), ("-01", "-01"),
        ("001080012345", "001080012345"), ("123456789012345", 123456789012345), ("9704366612345678901", "9704366612345678901"), ("0.1234567890123456", "0.1234567890123456"), ("8,5", "8,5"), ("'8", "8"), ("'", ""),
        ("=1+1", "=1+1"), ("03/9/2019", "03/9/2019"), ("hai\ndòng", "hai\ndòng"),
    ],
)  # fmt: skip
def test_the_word_decides_the_kind(text, value):
    """Leading zeros and Vietnamese forms stay text; an apostrophe makes anything text."""
    read = value_of(text)

    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    ("assignment", "sheet", "cell", "before", "after"),
    [
        ("Đảng viên!A2=Võ Ví Dụ", "Đảng viên", "A2", "Lý Thử", "Võ Ví Dụ"),
        ("'Đảng viên'!b1=", "Đảng viên", "B1", "#REF!", None),
        ("Đảng viên!B2=a=b!C1", "Đảng viên", "B2", "(công thức)", "a=b!C1"),
        ("a=b!c!A1=2019-09-03", "a=b!c", "A1", "x", "2019-09-03"),
        ("Đảng viên!Z99=1", "Đảng viên", "Z99", None, 1),
    ],
)
def test_an_assignment_names_one_square_of_one_sheet(assignment, sheet, cell, before, after):
    """The sheet's own name may hold = and !; what stood there is shown before."""
    outcome = put(Book(), [assignment])

    assert form(outcome.result)["writes"] == [{"sheet": sheet, "cell": cell, "before": before, "after": after}]
    assert [str(write.place.cell) for write in outcome.effects.writes.squares] == [cell]


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        ("A2=1", "“A2=1” không đúng dạng SHEET!Ô=GIÁ TRỊ."),
        ("Đảng viên!A0=1", "“Đảng viên!A0=1” không đúng dạng SHEET!Ô=GIÁ TRỊ."),
        ("Lạ!A1=1", "Sổ không có sheet “Lạ”."),
        ("Đảng viên!A1=2019-02-30", "Không có ngày “2019-02-30”."),
    ],
)
def test_what_cannot_be_meant_is_misuse(assignment, message):
    """Nothing is written, not even the assignments before it."""
    with pytest.raises(Misuse) as refused:
        put(Book(), ["Đảng viên!A2=x", assignment])

    assert refused.value.message == message


@pytest.mark.parametrize("cell", ["ZZ3", "B20001"])
def test_a_square_nobody_could_read_afterwards_is_refused(cell):
    """Exit 4, as every write that cannot be."""
    with pytest.raises(RefusedWrite) as refused:
        put(Book(), [f"Đảng viên!{cell}=x"])

    assert refused.value.message == f"Ô {cell} ngoài giới hạn 20000 dòng, 200 cột."
