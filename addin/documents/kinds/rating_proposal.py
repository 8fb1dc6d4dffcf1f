"""Tờ trình đề nghị xếp loại chất lượng đảng viên: the cell proposes, the superior decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.numerals import padded
from addin.core.ratings import rate
from addin.core.tables.rows.book import Book
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.paper_fields import addressee, issued_fields, rating_bases
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import MemberLine, level_counts, member_lines, quota_sentence


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


def context_of(book: Book, year: int, on: date, *, number: int | None = None) -> tuple[RatingProposal, tuple[str, ...]]:
    """The proposal dated `on`, and what it lacks; without `number` it leaves room for one."""
    gaps = Gaps()
    ratings = rate(book, year)
    lines = member_lines(ratings, RatedPeople(book, ratings), gaps)
    left_out = len(ratings.members) - len(lines)
    superior = addressee(book, gaps)
    context = RatingProposal(
        **issued_fields(book, "TTr", on, gaps, number=number),
        summary=f"đề nghị xếp loại chất lượng đảng viên năm {year}",
        addressee=superior,
        legal_bases=rating_bases("rating-proposal", year, gaps),
        opening=(
            f"{cell_title(book.settings, gaps)} đã họp kiểm điểm, đánh giá và đề nghị xếp loại {padded(len(lines))} đảng viên"
            f" năm {year}{f'; không xếp loại {padded(left_out)} đồng chí' if left_out else ''}, cụ thể:"
        ),
        counts=level_counts(ratings),
        quota=quota_sentence(ratings.quota, gaps),
        members=lines,
        closing=f"Chi bộ kính trình {superior} xem xét, quyết định.",
    )
    return settled(context, book.members), tuple(gaps.told)
