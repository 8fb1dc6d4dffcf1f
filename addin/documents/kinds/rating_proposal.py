"""Tờ trình đề nghị xếp loại chất lượng đảng viên: the cell proposes, the superior decides."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings import YearRatings, rate
from addin.documents.parts import prose
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.entered_levels import refuse_contradicted, refuse_without_levels
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
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
from addin.documents.parts.standing import Matter

_BASIS = LegalBasis("rating-proposal")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingProposal(Issued):
    """The proposal of one year."""

    addressee: str = word("cấp uỷ cấp trên")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    opening: str = word("câu mở đầu: số đảng viên được và không được xếp loại")
    counts: tuple[str, ...] = words("số đồng chí theo từng mức")
    quota: str = word("câu về giới hạn hoàn thành xuất sắc nhiệm vụ")
    points_heading: str = word("đầu cột điểm; trống khi năm ấy không chấm điểm hoặc chưa ai có điểm")
    members: tuple[MemberLine, ...] = words("đảng viên được xếp loại, mỗi đồng chí một dòng")
    not_rated: tuple[str, ...] = words("đảng viên không xếp loại và lý do; trống khi không có")
    legend: str = word("câu giải thích chữ viết tắt")
    closing: str = word("câu kết")


def build(reading: Reading, request: Request) -> Built:
    """The proposal of one year dated today, and what it lacks."""
    gaps, year = Gaps(), request.needed_year
    ratings = rate(reading, year)
    people = RatedPeople(reading, ratings)
    refuse_without_levels(ratings, people)
    refuse_contradicted(ratings, people)
    lines = member_lines(ratings, people, gaps)
    left_out = len(ratings.members) - len(lines)
    superior = addressee(reading, gaps)
    context = RatingProposal(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"đề nghị xếp loại chất lượng đảng viên năm {year}",
        addressee=superior,
        legal_bases=_BASIS.of_year(reading.book, year, gaps),
        opening=_opening(reading, year, len(lines), left_out, gaps),
        counts=level_counts(ratings),
        quota=quota_sentence(ratings, gaps),
        points_heading=points_heading(lines),
        members=lines,
        not_rated=_not_rated(reading, ratings),
        legend=LEGEND,
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _opening(reading: Reading, year: int, rated: int, left_out: int, gaps: Gaps) -> str:
    """Who met and voted, by which minutes, and how many are proposed."""
    title, named = cell_title(reading.book.settings, gaps), minutes_named(reading, year, gaps)
    present = voted_by(reading, year)
    voted = f" Kết quả biểu quyết theo {named}{f', {present}' if present else ''}." if named else ""
    others = f"; không xếp loại {padded(left_out)} đồng chí" if left_out else ""
    return f"{title} đã họp kiểm điểm, đánh giá, biểu quyết và đề nghị xếp loại {padded(rated)} đảng viên năm {year}{others}.{voted} Cụ thể:"


def _not_rated(reading: Reading, ratings: YearRatings) -> tuple[str, ...]:
    people = RatedPeople(reading, ratings)
    return prose.listed([f"Đồng chí {people.name(one)}: {people.why_not(one)}" for one in ratings.members if not one.is_rated])


KIND = Kind(
    id="rating-proposal",
    title="Tờ trình xếp loại đảng viên",
    context=RatingProposal,
    build=build,
    symbol="TTr",
    series="TTr",
    legal_basis=_BASIS,
    matter=Matter(("xếp loại", "đảng viên")),
)
