"""Findings that need a rating to be seen: a vote or result above what the year's rules allow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from addin.core import computed
from addin.core.findings import Finding
from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.errors import SochiboError
from addin.glossary import level_words

if TYPE_CHECKING:
    from addin.core.ratings import MemberRating, YearRatings


def rating_findings(reading: Reading, on: date) -> tuple[Finding, ...]:
    """Over every year that has rating rows, up to the day's."""
    years = sorted({row.year for row in reading.book.ratings if row.year and row.year <= on.year})
    return tuple(found for year in years for found in _of_year(reading, year))


def _of_year(reading: Reading, year: int) -> tuple[Finding, ...]:
    from addin.core.ratings import rate  # noqa: PLC0415 - a workbook without ratings starts without them

    try:
        return findings_of(rate(reading, year))
    except SochiboError:
        return ()


def findings_of(ratings: YearRatings) -> tuple[Finding, ...]:
    """RAT320–RAT324 of one year."""
    found = [item for member in ratings.members for item in _member(member, ratings.year)]
    return (*found, *_quota(ratings))


def _member(member: MemberRating, year: int) -> Iterator[Finding]:
    row = member.row
    if row is None or member.ceiling is None:
        return
    reference = member.because[0].reference if member.because else None
    for heading, key, level, what in (
        (computed.VOTED_ABOVE_CEILING, "votes_htxs", member.voted, "Mức được biểu quyết"),
        (computed.PROPOSED_ABOVE_CEILING, "cell_level", row.cell_level, "Mức chi bộ đề nghị"),
        (computed.DECIDED_ABOVE_CEILING, "final_level", row.final_level, "Mức cấp trên quyết định"),
    ):
        if level is not None and level.rank > member.ceiling.rank:
            message = f"{what} “{_words(level, year)}” cao hơn mức có thể “{_words(member.ceiling, year)}”."
            yield heading.at(row.place(key), message, reference=reference)
    if member.vote == "no_majority":
        message = "Không mức nào đạt quá tỷ lệ phiếu cần thiết."
        yield computed.NO_MAJORITY.at(row.place("votes_htxs"), message)


def _quota(ratings: YearRatings) -> Iterator[Finding]:
    quota = ratings.quota
    if quota.over and ratings.members:
        places = [member.row.place("cell_level") for member in ratings.members if member.row and member.result is Level.HTXS]
        reference = quota.because[0].reference if quota.because else None
        message = f"Dự kiến {padded(quota.proposed_htxs)} đảng viên Hoàn thành xuất sắc, giới hạn {padded(quota.cap or 0)}."
        at = places[0] if places else ratings.members[0].place
        yield computed.OVER_THE_CAP.at(at, message, reference=reference, related=tuple(places[1:]))


def _words(level: Level, year: int) -> str:
    return level_words(level.value, year, "member")
