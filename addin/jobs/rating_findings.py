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
from addin.core.ratings.decided import UNRATED
from addin.errors import SochiboError
from addin.glossary import level_words

if TYPE_CHECKING:
    from addin.core.places import Place
    from addin.core.ratings import MemberRating, YearRatings
    from addin.core.tables.rows.ratings import RatingRow

_LEVEL_KEYS = {"final": "final_level", "cell": "cell_level", "vote": "votes_htxs", "none": "proposed_level"}


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
    """RAT320–RAT324 and RAT327–RAT330 of one year."""
    found = [item for member in ratings.members for item in _member(member, ratings.year)]
    return (*found, *_quota(ratings), *_cell_against_vote(ratings), *_voted_lacking(ratings), *_outdated(ratings))


def unfinished(ratings: YearRatings) -> tuple[Finding, ...]:
    """RAT331, for who seals a year: warned, not refused, for the year is kept as it is."""
    found = [one for one in ratings.members if one.is_rated and one.level is None]
    if not found:
        return ()
    names = "; ".join(one.full_name for one in found)
    message = f"Năm {ratings.year} còn {padded(len(found))} đồng chí chưa có mức: {names}."
    return (computed.RATED_WITHOUT_LEVEL.at(found[0].place, message, related=tuple(one.place for one in found[1:])),)


def _member(member: MemberRating, year: int) -> Iterator[Finding]:
    row = member.row
    if row is None:
        return
    if member.ceiling is None:
        yield from _exempt(member, row)
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
    yield from _vote_not_followed(member, row, year)


def _exempt(member: MemberRating, row: RatingRow) -> Iterator[Finding]:
    """A level for somebody the rules of the year do not rate counts nowhere; who has left is told by RAT307, and the superior may well not follow the cell."""
    key = "final_level" if row.final_level else "cell_level" if row.cell_level else None
    if key is not None and not any(reason.rule in ("left", UNRATED) for reason in member.because):
        message = f"{member.full_name}: {member.why_not} Mức đã ghi không được tính."
        yield computed.RATED_THOUGH_EXEMPT.at(row.place(key), message)


def _vote_not_followed(member: MemberRating, row: RatingRow, year: int) -> Iterator[Finding]:
    """What the cell entered is its vote, or the lower level the rules leave of it."""
    if row.cell_level is None or member.vote == "none" or row.cell_level in {member.voted, member.result}:
        return
    counted = f"biểu quyết “{_words(member.voted, year)}”" if member.voted else "biểu quyết không mức nào đủ phiếu"
    message = f"Chi bộ đề nghị “{_words(row.cell_level, year)}”, {counted}."
    yield computed.VOTE_NOT_FOLLOWED.at(row.place("cell_level"), message, related=(row.place("votes_htxs"),))


def _cell_against_vote(ratings: YearRatings) -> Iterator[Finding]:
    """The cell's rating of itself is its vote, once there is one."""
    cell = ratings.party_cell
    row = cell.row
    if row is None or row.self_level is None or cell.vote == "none" or row.self_level in {cell.voted, cell.result}:
        return
    counted = f"biểu quyết “{_words(cell.voted, ratings.year, 'party_cell')}”" if cell.voted else "biểu quyết không mức nào đủ phiếu"
    message = f"Chi bộ tự xếp loại “{_words(row.self_level, ratings.year, 'party_cell')}”, {counted}."
    yield computed.VOTE_NOT_FOLLOWED.at(row.place("self_level"), message)


def _voted_lacking(ratings: YearRatings) -> Iterator[Finding]:
    """The vote stands, what it should have rested on is still blank."""
    for one in ratings.members:
        if one.lacking and one.voted and one.row:
            labels = ", ".join(dict.fromkeys(f"“{blank.label}”" for blank in one.lacking))
            message = f"Năm {ratings.year}: “{one.full_name}” đã đủ phiếu khi còn thiếu {labels}."
            yield computed.VOTED_LACKING.at(one.row.place("votes_htxs"), message)


def _outdated(ratings: YearRatings) -> Iterator[Finding]:
    """What we wrote is no longer what we would write."""
    for one in ratings.members:
        if one.row and one.row.proposed_level not in {None, one.result}:
            message = f"Năm {ratings.year}: dự kiến của “{one.full_name}” không còn theo số liệu, số phiếu hiện có."
            yield computed.PROPOSAL_OUTDATED.at(one.row.place("proposed_level"), message)


def _quota(ratings: YearRatings) -> Iterator[Finding]:
    quota = ratings.quota
    if quota.over and ratings.members:
        places = [_level_place(member.row, member) for member in ratings.members if member.row and member.counted is Level.HTXS]
        reference = quota.because[0].reference if quota.because else None
        message = f"Đang tính {padded(quota.proposed_htxs)} đảng viên Hoàn thành xuất sắc (đã ghi, biểu quyết hoặc dự kiến), giới hạn {padded(quota.cap or 0)}."
        at = places[0] if places else ratings.members[0].place
        yield computed.OVER_THE_CAP.at(at, message, reference=reference, related=tuple(places[1:]))


def _level_place(row: RatingRow, member: MemberRating) -> Place:
    """Where the level that counts stands."""
    return row.place(_LEVEL_KEYS[member.recorded.source])


def _words(level: Level, year: int, subject: str = "member") -> str:
    return level_words(level.value, year, subject)
