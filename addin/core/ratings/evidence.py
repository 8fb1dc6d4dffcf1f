"""What residence comments and supervision notes say of a member in a year: shown beside the reasons (F56, R61–R63).

No rule that was read lets them change a ceiling by themselves, so they are told as evidence and judge nothing.
"""

from __future__ import annotations

from addin.core.numerals import padded
from addin.core.persons.roster import Roster
from addin.core.ratings.results import MemberRating
from addin.core.reasons import Reason
from addin.core.tables.rows.book import Book
from addin.glossary.choices import NoteKind

_KINDS = (NoteKind.STRENGTH, NoteKind.POSITIVE_FACTOR, NoteKind.SHORTCOMING, NoteKind.SIGN_OF_VIOLATION)


def evidence(book: Book, roster: Roster, rating: MemberRating, year: int) -> tuple[Reason, ...]:
    """One reason for the residence comment, one for the year's notes; none where nothing was entered."""
    if rating.member is None:
        return ()
    return (*_residence(book, roster, rating, year), *_supervision(book, roster, rating, year))


def _residence(book: Book, roster: Roster, rating: MemberRating, year: int) -> tuple[Reason, ...]:
    return tuple(
        Reason("evidence.residence", f"Nơi cư trú nhận xét: {row.level}.", None, (row.place("level"),))
        for row in book.residence_comments
        if row.year == year and row.level and roster.find(row.member or "").member is rating.member
    )


def _supervision(book: Book, roster: Roster, rating: MemberRating, year: int) -> tuple[Reason, ...]:
    notes = [
        row
        for row in book.supervision_notes
        if row.noted_on and row.noted_on.year == year and roster.find(row.member or "").member is rating.member
    ]
    counts = [(kind, sum(1 for row in notes if row.told_kind == kind)) for kind in _KINDS]
    told = ", ".join(f"{kind.lower()} {padded(count)}" for kind, count in counts if count)
    if not told:
        return ()
    return (Reason("evidence.supervision", f"Ghi nhận giám sát trong năm: {told}.", None, tuple(row.place("kind") for row in notes)),)
