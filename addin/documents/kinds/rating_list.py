"""Danh sách xếp loại chất lượng đảng viên: five opinions, votes and the level of record side by side (F26)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.entered_levels import refuse_contradicted, refuse_nobody_rated
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import (
    MemberLine,
    level_counts,
    member_lines,
    points_heading,
    quota_sentence,
)
from addin.documents.parts.rating_minutes import LEGEND, minutes_named, voted_by
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingList(Signed):
    """The list of one year."""

    basis: str = word("câu dẫn biên bản kiểm phiếu; trống khi sổ chưa có")
    legend: str = word("câu giải thích chữ viết tắt")
    points_heading: str = word("đầu cột điểm; trống khi năm ấy không chấm điểm hoặc chưa ai có điểm")
    members: tuple[MemberLine, ...] = words("đảng viên được xếp loại, mỗi đồng chí một dòng")
    counts: tuple[str, ...] = words("số đồng chí theo từng mức")
    quota: str = word("câu về giới hạn hoàn thành xuất sắc nhiệm vụ")


def build(reading: Reading, request: Request) -> Built:
    """The list of one year dated today, and what it lacks."""
    gaps, year = Gaps(), request.needed_year
    ratings = rate(reading, year)
    people = RatedPeople(reading, ratings)
    refuse_nobody_rated(ratings)
    refuse_contradicted(ratings, people)
    lines = member_lines(ratings, people, gaps)
    context = RatingList(
        **signed_fields(reading, request.on, gaps),
        basis=_basis(reading, year, gaps),
        legend=LEGEND,
        summary=f"xếp loại chất lượng đảng viên năm {year}",
        points_heading=points_heading(lines),
        members=lines,
        counts=level_counts(ratings),
        quota=quota_sentence(ratings, gaps),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _basis(reading: Reading, year: int, gaps: Gaps) -> str:
    named = minutes_named(reading, year, gaps)
    return f"(Kèm theo {named}; {voted_by(reading, year)})".replace("; )", ")") if named else ""


KIND = Kind(id="rating-list", title="Danh sách xếp loại đảng viên", context=RatingList, build=build)
