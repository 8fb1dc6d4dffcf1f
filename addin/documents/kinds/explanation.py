"""Giải thích mức xếp loại of one member: rule, article, squares, votes (F30). No level without its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.ratings import LevelFrom, MemberRating, Vote, YearRatings, labels, rate
from addin.core.ratings.whatif import whatif
from addin.core.regulations import instrument
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.next_steps import next_steps
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import ReasonLine, level_words
from addin.documents.parts.request import Request
from addin.documents.parts.squares import squares
from addin.errors import Misuse
from addin.glossary import person_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation(Signed):
    """Why one member has one level."""

    full_name: str = word("họ và tên đảng viên")
    posts: str = word("chức vụ Đảng, chính quyền")
    regime: str = word("các văn bản áp dụng")
    standing: str = word("câu về mức cao nhất được phép, kết quả phiếu, mức đề nghị")
    reasons: tuple[ReasonLine, ...] = words("các lý do, mỗi lý do một dòng")
    actions: tuple[str, ...] = words("cần làm gì để tốt hơn: mỗi điều kiện chưa đạt, mỗi số liệu còn thiếu một dòng")


def build(reading: Reading, request: Request) -> Built:
    """The explanation for the member meant by the name; Misuse where nobody of that year is meant."""
    name, year = request.needed_name, request.needed_year
    gaps, ratings = Gaps(), rate(reading, year)
    one = _meant(ratings, reading.roster, name)
    named = RatedPeople(reading, ratings)
    if one.lacking:
        gaps.tell(f"Còn thiếu căn cứ: {labels(one.lacking)}", one.place)
    context = Explanation(
        **signed_fields(reading, request.on, gaps),
        summary=f"mức xếp loại chất lượng năm {year} của đồng chí {named.name(one)}",
        full_name=named.name(one),
        posts=named.posts(one) or "đảng viên",
        regime="; ".join(instrument(each).cite() for each in ratings.regime.instruments),
        standing=_standing(one, year),
        reasons=tuple(
            ReasonLine(
                order=str(order),
                text=reason.text,
                reference=str(reason.reference) if reason.reference else "",
                squares=squares(reason.places),
            )
            for order, reason in enumerate(one.because, 1)
        ),
        actions=next_steps(one, whatif(reading, year).changes),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _meant(ratings: YearRatings, roster: Roster, name: str) -> MemberRating:
    match = roster.find(name)
    if match.candidates:
        raise Misuse(f"Có nhiều đồng chí tên {name}.", "Ghi mã đảng viên, hoặc thêm ngày sinh sau tên.")
    for one in ratings.members:
        is_same = one.member is match.member if match.member else person_key(one.full_name) == person_key(name)
        if is_same:
            return one
    raise Misuse(f"Năm {ratings.year} không có đồng chí {name} để xếp loại.", "Kiểm tra họ tên ở sheet Đảng viên và Xếp loại.")


_GIVEN_BY = {"final": "cấp trên quyết định", "cell": "chi bộ đề nghị", "vote": "chi bộ biểu quyết"}


def _standing(one: MemberRating, year: int) -> str:
    if not one.is_rated:
        return f"Không xếp loại: {one.why_not}"
    votes = {
        Vote.NONE: "chưa kiểm phiếu",
        Vote.MAJORITY: f"chi bộ biểu quyết mức “{level_words(one.voted, year)}”",
        Vote.NO_MAJORITY: "chưa mức nào đủ phiếu",
    }
    counted = "" if one.recorded.source is LevelFrom.VOTE else f" {votes[one.vote]};"
    return f"Mức cao nhất quy định cho phép: “{level_words(one.ceiling, year)}”;{counted} {_told(one, year)}."


def _told(one: MemberRating, year: int) -> str:
    """The level of record and who gave it; else our proposal, or why there is none."""
    if one.level is not None:
        return f"{_GIVEN_BY[one.recorded.source]}: “{level_words(one.level, year)}”"
    if one.vote is Vote.NO_MAJORITY:
        return "chưa có mức, chi bộ biểu quyết lại"
    if one.result is not None:
        return f"dự kiến của chương trình: “{level_words(one.result, year)}”"
    if one.lacking:
        return f"chưa đủ căn cứ để dự kiến: thiếu {labels(one.lacking)}"
    return "cấp có thẩm quyền xem xét nên chương trình không dự kiến mức"


KIND = Kind(id="explanation", title="Giải thích mức xếp loại", context=Explanation, build=build)
