"""Whether a paper stands in Văn bản already, entered by hand or by the program: a paper of a year takes one number.

Her title is hardly ever ours: a line is known by its letters, by the words of its matter, by the year it names (else the
year of its day) and by the members it is about.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.tables.numbered import is_own
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import kind_name, own_number, written
from addin.documents.parts.contexts import Context
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.patterns import pattern

_OF_YEAR = pattern(r"năm\s+((?:19|20)\d\d)(?!\s*[-–—]\s*\d|\d)")
_SPAN = pattern(r"((?:19|20)\d\d)\s*[-–—]\s*((?:19|20)\d\d)")
_PART_OF_A_YEAR = pattern(r"\b(?:quý|tháng|tuần)\b")


@dataclass(frozen=True, slots=True)
class Matter:
    """Each of `words` (of those between bars one) stands in the title, none of `never`; without words it is our own title.

    `letters` are those a cell may write instead of the kind's own.
    """

    words: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()


OWN_TITLE = Matter()
YEARLY_PLAN = Matter(("kiểm tra",), never=("đối với", "đồng chí", "chuyên đề", "kỷ luật"), letters=("KH", "CTr"))
"""What a cell calls its yearly plan, whatever its letters."""


def standing(reading: Reading, symbol: str, matter: Matter, request: Request, context: Context) -> Document | None:
    """The line of Văn bản that is the paper asked for, not void; None where there is none."""
    year = request.year or (context.day or request.on).year
    years = (request.first, request.last) if request.first and request.last else (year, year)
    people = People(reading)
    for row in reading.book.documents:
        if is_about(reading.book, row, (symbol, *matter.letters), matter, context.summary) and is_of_years(row, *years) and is_of_people(row, request, people):
            return row
    return None


def is_about(book: Book, row: Document, letters: Sequence[str], matter: Matter, summary: str = "") -> bool:
    """Whether the line is one of the cell's papers of those letters, not void, and of that matter."""
    number = own_number(row)
    if number is None or row.void_reason or number.kind not in letters or not is_own(number, book.settings.symbol):
        return False
    title, own = glossary.fold(row.title or ""), glossary.fold(summary)
    if own and title == own:
        return True
    if not matter.words or any(glossary.fold(word) in title for word in matter.never):
        return False
    return all(any(glossary.fold(word) in title for word in one.split("|")) for one in matter.words)


def is_of_years(row: Document, first: int, last: int) -> bool:
    """By the years its title names, else by its day; a quarter or half a year is no year."""
    title = row.title or ""
    span, named = _SPAN.search(title), _OF_YEAR.search(title.casefold())
    if first != last:
        return span is not None and (int(span[1]), int(span[2])) == (first, last)
    if _PART_OF_A_YEAR.search(title.casefold()):
        return False
    if named is not None:
        return int(named[1]) == first
    return span is None and row.date is not None and row.date.year == first


def register_words(book: Book, row: Document) -> str:
    """`kế hoạch số 01-KH/CB, ngày 15/01/2026`, however the columns part it."""
    number = own_number(row)
    text = written(number.value, number.kind, book.settings.symbol) if number else row.number
    name = kind_name(number.kind).lower() if number else "văn bản"
    return f"{name} số {text}{f', ngày {row.date}' if row.date else ''}"


def is_of_people(row: Document, request: Request, people: People) -> bool:
    """Whether it is of those asked for; a paper of the whole cell is about nobody alone."""
    title = glossary.fold(row.title or "")
    asked = request.members or ((request.name,) if request.name else ())
    if asked:
        return all(any(people.same(name, one) for name in row.subjects) or glossary.fold(people.name(one)) in title for one in asked)
    return glossary.fold("đồng chí") not in title and not any(people.find(name).member for name in row.subjects)
