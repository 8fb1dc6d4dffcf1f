"""Tờ trình đề nghị xếp loại chất lượng đảng viên: the cell proposes, the superior decides."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import addressee, issued_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import MemberLine, level_counts, member_lines, quota_sentence
from addin.documents.parts.request import Request

_BASIS = LegalBasis("rating-proposal")


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingProposal(Issued):
    """The proposal of one year."""

    addressee: str = word("cấp uỷ cấp trên")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    opening: str = word("câu mở đầu: số đảng viên được và không được xếp loại")
    counts: tuple[str, ...] = words("số đồng chí theo từng mức")
    quota: str = word("câu về giới hạn hoàn thành xuất sắc nhiệm vụ")
    members: tuple[MemberLine, ...] = words("đảng viên được xếp loại, mỗi đồng chí một dòng")
    closing: str = word("câu kết")


def build(reading: Reading, request: Request) -> Built:
    """The proposal of one year dated today, and what it lacks."""
    gaps, year = Gaps(), request.needed_year
    ratings = rate(reading, year)
    lines = member_lines(ratings, RatedPeople(reading, ratings), gaps)
    left_out = len(ratings.members) - len(lines)
    superior = addressee(reading, gaps)
    context = RatingProposal(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"đề nghị xếp loại chất lượng đảng viên năm {year}",
        addressee=superior,
        legal_bases=_BASIS.of_year(year, gaps),
        opening=(
            f"{cell_title(reading.book.settings, gaps)} đã họp kiểm điểm, đánh giá và đề nghị xếp loại {padded(len(lines))} đảng viên"
            f" năm {year}{f'; không xếp loại {padded(left_out)} đồng chí' if left_out else ''}, cụ thể:"
        ),
        counts=level_counts(ratings),
        quota=quota_sentence(ratings.quota, gaps),
        members=lines,
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


KIND = Kind(
    id="rating-proposal",
    title="Tờ trình xếp loại đảng viên",
    context=RatingProposal,
    build=build,
    symbol="TTr",
    series="TTr",
    legal_basis=_BASIS,
)
