"""Which rows of Kiểm tra are one case, and which lines of Văn bản are its papers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.summaries.procedures import Stage
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import is_same, own_number, paper_number


def cases_of(rows: Iterable[Inspection]) -> tuple[tuple[Inspection, ...], ...]:
    """Rows of one kind, year and decision (or, without one, of one member), in the order of the sheet."""
    groups: dict[tuple[object, ...], list[Inspection]] = {}
    for row in rows:
        if row.member:
            groups.setdefault((row.kind, row.year, glossary.fold(row.decision_no) if row.decision_no else row.member), []).append(row)
    return tuple(tuple(group) for group in groups.values())


def papers_of_case(reading: Reading, rows: Sequence[Inspection]) -> tuple[Document, ...]:
    """Papers that belong to the case: by a number Kiểm tra names, the dossier, or a member they name in the year; void ones are none."""
    first, key = rows[0], reading.roster.key
    members = {key(row.member or "") for row in rows}

    def belongs(document: Document) -> bool:
        if document.void_reason or document.date is None:
            return False
        if _is_numbered_as(document, rows):
            return True
        if document.dossier and first.decision_no and glossary.fold(first.decision_no) in glossary.fold(document.dossier):
            return True
        named = {key(name) for name in document.subjects}
        return bool(named & members) and first.year is not None and first.year <= document.date.year <= first.year + 1

    return tuple(document for document in reading.book.documents if belongs(document))


def _is_numbered_as(document: Document, rows: Sequence[Inspection]) -> bool:
    """The decision itself, and the notices of its conclusions: number and day are those of a row."""
    number = own_number(document)
    if number is None:
        return False
    named = [pair for row in rows for pair in ((row.decision_no, row.decision_date), (row.conclusion_no, row.conclusion_date))]
    return any(day == document.date and (other := paper_number(text or "")) is not None and is_same(number, other) for text, day in named)


def folded_title(document: Document) -> str:
    """Kind and heading, as stages and lists look for words in them."""
    return glossary.fold(f"{document.kind or ''} {document.title or ''}")


def is_paper_of(document: Document, stage: Stage) -> bool:
    """Whether the heading has every word of the stage."""
    title = folded_title(document)
    return bool(stage.words) and all(glossary.fold(word) in title for word in stage.words)
