"""Whether the papers of a count fit together, told before anybody signs minutes that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.core.ratings import MemberRating, YearRatings
from addin.core.ratings.votes import ballots_of
from addin.core.tables.rows.ballots import BallotCount
from addin.documents.parts.heading import Gaps
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import level_words
from addin.documents.parts.squares import squares

_AT_MOST = (
    ("returned", "issued"), ("valid", "returned"), ("issued", "present"), ("present", "summoned"), ("summoned", "official"),
)  # fmt: skip


def tell_mismatches(row: BallotCount | None, ratings: YearRatings, people: RatedPeople, gaps: Gaps) -> None:
    """Each contradiction as one gap with its squares, who has no votes at all, whose votes the rules cap; silent where a number is blank."""
    if row is None:
        return
    for text in (*_papers(row), *(_votes(row, one, people) for one in ratings.members if one.is_rated)):
        if text:
            gaps.tell(f"Số phiếu chưa khớp: {text}; sửa sheet Kiểm phiếu hoặc Xếp loại rồi lập lại")
    for one in ratings.members:
        if one.is_rated and (one.row is None or not ballots_of(one.row).total):
            gaps.tell(f"Đồng chí {people.name(one)}: chưa có số phiếu nào", one.place)
        elif one.is_rated and one.voted and one.result is not one.voted:
            gaps.tell(_lowered(one, ratings.year, people), one.place)


def _lowered(one: MemberRating, year: int, people: RatedPeople) -> str:
    """The paper shows the lower level beside votes for a higher one: whoever signs it must know why."""
    voted, result = level_words(one.voted, year), level_words(one.result, year)
    return f"Đồng chí {people.name(one)}: đủ phiếu mức “{voted}” nhưng quy định chỉ cho mức “{result}”, biên bản ghi mức thấp hơn"


def _papers(row: BallotCount) -> Iterator[str]:
    for part, whole in _AT_MOST:
        few, many = getattr(row, part), getattr(row, whole)
        if few is not None and many is not None and few > many:
            names = [glossary.header("ballot_counts", key).lower() for key in (part, whole)]
            yield f"{names[0]} {few}, {names[1]} {many} ({squares((row.place(part), row.place(whole)))})"
    if row.returned is None or row.valid is None or row.invalid is None:
        return
    if row.valid <= row.returned and row.valid + row.invalid != row.returned:
        where = squares((row.place("returned"), row.place("valid"), row.place("invalid")))
        yield f"hợp lệ {row.valid}, không hợp lệ {row.invalid}, thu về {row.returned} ({where})"


def _votes(row: BallotCount, one: MemberRating, people: RatedPeople) -> str:
    """The four columns of a member sum to the valid papers, or to those returned less the spoilt marks."""
    if one.row is None or row.valid is None:
        return ""
    ballots = ballots_of(one.row)
    marked = ballots.marked
    allowed = {row.valid} | ({row.returned - ballots.invalid} if row.returned is not None else set())
    if marked == 0 or marked in allowed:
        return ""
    where = squares((*ballots.places, row.place("valid")))
    return f"đồng chí {people.name(one)} có {marked} phiếu, số phiếu hợp lệ {row.valid} ({where})"
