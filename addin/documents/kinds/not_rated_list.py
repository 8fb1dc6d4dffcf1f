"""Danh sách đảng viên không xếp loại, each with the reason (F11)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.documents.parts import prose
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import cited
from addin.documents.parts.request import Request
from addin.errors import PaperRefused

_OUT_OF_REVIEW = frozenset({"exempt", "suspended"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRatedLine:
    """One member who is not rated, and why."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    posts: str = word("chức vụ Đảng, chính quyền")
    admitted: str = word("ngày kết nạp")
    unreviewed: str = word("“x” khi được miễn hoặc bị đình chỉ sinh hoạt; người khác để trống cho chi bộ đánh dấu")
    unrated: str = word("“x”: chưa xếp loại")
    reason: str = word("lý do không xếp loại")
    reference: str = word("quy định")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRatedList(Signed):
    """The list of one year."""

    members: tuple[NotRatedLine, ...] = words("đảng viên không xếp loại, mỗi đồng chí một dòng")
    total: str = word("câu tổng số")


def build(reading: Reading, request: Request) -> Built:
    """The list of one year dated today, and what it lacks."""
    gaps, year = Gaps(), request.needed_year
    ratings = rate(reading, year)
    people = RatedPeople(reading, ratings)
    left_out = [one for one in ratings.members if not one.is_rated]
    if not left_out:
        raise PaperRefused(
            f"Chưa lập danh sách: năm {year} không có đảng viên nào thuộc diện không xếp loại.",
            "Xem lại tình trạng, ngày vào Đảng ở sheet Đảng viên nếu có người thuộc diện này.",
        )
    lines = tuple(
        NotRatedLine(
            order=str(order),
            full_name=people.name(one),
            posts=people.posts(one),
            admitted=str(one.member.admitted_on or "") if one.member else "",
            unreviewed="x" if _OUT_OF_REVIEW & {reason.rule for reason in one.because} else "",
            unrated="x",
            reason=prose.upper_first(people.why_not(one)),
            reference="; ".join(cited(reason.reference, gaps) for reason in one.because if reason.reference),
        )
        for order, one in enumerate(left_out, 1)
    )
    total = f"Tổng số: {padded(len(lines))} đồng chí."
    context = NotRatedList(
        **signed_fields(reading, request.on, gaps),
        summary=f"đảng viên chưa kiểm điểm, xếp loại chất lượng năm {year}",
        members=lines,
        total=total,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


KIND = Kind(id="not-rated-list", title="Danh sách không xếp loại", context=NotRatedList, build=build)
