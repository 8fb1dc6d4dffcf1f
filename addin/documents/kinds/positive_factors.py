"""Danh sách nhân tố mới, tích cực of a year, from notes of supervision and from what was seen early (R2, R42): ours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.errors import PaperRefused
from addin.glossary.choices import NoteKind, WarningKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorLine:
    """One factor, whose it is, when it was seen and what was done of it."""

    order: str = word("số thứ tự")
    subject: str = word("cá nhân, tập thể")
    text: str = word("nhân tố mới, việc làm tích cực")
    seen: str = word("ngày ghi nhận")
    spread: str = word("đã phát huy, nhân rộng; trống khi chưa ghi")


@dataclass(frozen=True, slots=True, kw_only=True)
class PositiveFactors(Signed):
    """The list of one year."""

    factors: tuple[FactorLine, ...] = words("các nhân tố mới, mỗi nhân tố một dòng")
    total: str = word("câu tổng số")


def build(reading: Reading, request: Request) -> Built:
    """The list of a year; PaperRefused where nothing was noted."""
    gaps, year = Gaps(), request.needed_year
    found = sorted((*_noted(reading, year), *_seen(reading, year)), key=lambda line: line.order)
    if not found:
        raise PaperRefused(
            f"Chưa lập danh sách: năm {year} sổ chưa ghi nhân tố mới nào.", "Ghi ở sheet Giám sát (loại Nhân tố mới) hoặc sheet Cảnh báo rồi lập lại."
        )
    lines = tuple(replace(line, order=str(order)) for order, line in enumerate(found, 1))
    context = PositiveFactors(
        **signed_fields(reading, request.on, gaps),
        summary=f"nhân tố mới, việc làm tích cực năm {year}",
        factors=lines,
        total=f"Tổng số: {padded(len(lines))} nhân tố mới, đề nghị Chi bộ xem xét biểu dương, nhân rộng.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _noted(reading: Reading, year: int) -> Iterator[FactorLine]:
    people = People(reading)
    for row in reading.book.supervision_notes:
        if row.told_kind == NoteKind.POSITIVE_FACTOR and row.noted_on is not None and row.noted_on.year == year:
            spread = "; ".join(part for part in (row.action, row.outcome) if part)
            yield FactorLine(order=row.noted_on.iso, subject=people.name(row.member or ""), text=row.text or "", seen=str(row.noted_on), spread=spread)


def _seen(reading: Reading, year: int) -> Iterator[FactorLine]:
    people = People(reading)
    for row in reading.book.warnings:
        if row.kind == WarningKind.POSITIVE_FACTOR and row.seen_on is not None and row.seen_on.year == year and not row.cleared:
            spread = "; ".join(part for part in (row.action, row.outcome) if part)
            yield FactorLine(order=row.seen_on.iso, subject=people.name(row.subject or ""), text=row.text or "", seen=str(row.seen_on), spread=spread)


KIND = Kind(id="positive-factors", title="Danh sách nhân tố mới", context=PositiveFactors, build=build)
