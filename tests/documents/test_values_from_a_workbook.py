"""What stands in the squares of a workbook prints as it stands, in every kind of paper: marks of XML and of templates, letters in parts, breaks, tabs."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest
from cycle_books import FIRST
from document_books import SUBJECTS
from hard_books import asked_of, changed, long_book, written
from layout_marks import Paper

from addin.documents.catalogue import KINDS
from addin.documents.parts.contexts import plain

EVERY = pytest.mark.parametrize("kind", sorted(KINDS))
MARK = '&<b>"q"{{f}}{%if%}{#h#}‹ữ›'
"""Behind the last word of a name: a column of longer ones would be no column of names."""
WORDS = "R&D; <w:p/> {{ f }} {% for x in y %} ‹i› %d \\1 Nguyễn"
"""Behind what may be long."""


def hostile(name: str) -> str:
    """A name or an item of a list, with its letters in parts."""
    return unicodedata.normalize("NFD", f"{name}{MARK}")


def broken(text: str) -> str:
    """A square of words over three lines, with a tab."""
    return unicodedata.normalize("NFD", f"{text}\r\n{WORDS}".replace(" {{", "\t{{").replace(" ‹", "\n‹"))


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """A workbook on the disk whose every text is hostile."""
    return written(changed(long_book(), hostile, broken), tmp_path_factory.mktemp("sổ") / "sổ & {{b}}.xlsx")


def strings(value: object) -> Iterator[str]:
    """All a context prints, lists and records too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif is_dataclass(value):
        for item in fields(value):
            if "meaning" in item.metadata:
                yield from strings(getattr(value, item.name))


def test_the_workbook_was_understood(reading):
    """Else the rest would prove nothing."""
    book = reading.book

    assert {f"{name}{MARK}" for name in SUBJECTS} <= {one.full_name for one in book.members}
    assert f"{FIRST}{MARK}" in {one.member for one in book.inspections}
    assert any(WORDS in plain(one.text or "") for one in book.supervision_notes)


@EVERY
def test_what_stands_in_a_square_prints_as_it_stands(kind, reading):
    """Word for word, composed and on one line; nothing of it is read as a mark."""
    context = asked_of(kind, reading, lambda name: f"{name}{MARK}")

    text = Paper(kind, context).text

    marks = [mark for mark in (MARK, MARK.upper(), WORDS) if any(mark in value for value in strings(context))]
    assert marks
    assert all(mark in text for mark in marks)
    assert unicodedata.is_normalized("NFC", text)
    assert not any(left in text for left in ("&amp;", "&lt;", "\t", "\r", "None"))
    assert text.count("<") == text.count("<b>") + text.count("<B>") + text.count("<w:p/>")
