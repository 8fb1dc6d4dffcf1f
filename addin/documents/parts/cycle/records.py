"""What the workbook has of one member that a self-report or a review may rest on: commitments, tasks, comments, remedies."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.code_wording import shortcoming_clause
from addin.documents.parts.people import People


def commitments(reading: Reading, name: str, first: int, last: int) -> tuple[str, ...]:
    """What the member committed to in those years, with the result where one is entered."""
    people = People(reading)
    return prose.listed(
        [
            f"Năm {row.year}: {row.text}" + (f" ({row.result.lower()})" if row.result else "")
            for row in reading.book.commitments
            if row.year is not None and first <= row.year <= last and row.text and row.member and people.same(row.member, name)
        ]
    )


def tasks(reading: Reading, name: str, first: int, last: int) -> tuple[str, ...]:
    """The tasks of those years: what, until when, done when, with which result."""
    people, lines = People(reading), []
    for row in reading.book.tasks:
        day = row.assigned_on or row.due_on or row.done_on
        if day is None or not first <= day.year <= last or not row.task or not row.member or not people.same(row.member, name):
            continue
        parts = [row.task, *_when("hạn", row.due_on), *_when("hoàn thành", row.done_on), *((row.result.lower(),) if row.result else ())]
        lines.append(f"{parts[0]} ({'; '.join(parts[1:])})" if parts[1:] else parts[0])
    return prose.listed(lines)


def _when(what: str, day: PartialDate | None) -> Iterator[str]:
    if day is not None:
        yield f"{what} {prose.day_words(day)}"


def named_shortcomings(reading: Reading, name: str, before: int) -> tuple[str, ...]:
    """Shortcomings that inspections of earlier years named, and whether they were put right."""
    people, lines = People(reading), []
    for row in reading.book.inspections:
        if row.year is None or row.year > before or not row.shortcomings or not row.member or not people.same(row.member, name):
            continue
        told = prose.joined([shortcoming_clause(code) for code in row.shortcomings])
        state = f"đã khắc phục {prose.day_words(row.remedied_on)}" if row.remedied_on else "chưa ghi ngày khắc phục"
        lines.append(f"Năm {row.year}: {told}; {state}")
    return prose.listed(lines)


def residence(reading: Reading, name: str, first: int, last: int) -> tuple[str, ...]:
    """The comments of the place of residence."""
    people = People(reading)
    return prose.listed(
        [
            f"Nơi cư trú nhận xét năm {row.year}: {row.level}"
            for row in reading.book.residence_comments
            if row.year is not None and first <= row.year <= last and row.level and row.member and people.same(row.member, name)
        ]
    )
