"""Members with their levels as the rating papers list them, and the sentences that sum them up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import number_text, padded
from addin.core.ratings import MemberRating, Reason, Vote, YearRatings
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, word
from addin.documents.parts.heading import Gaps
from addin.documents.parts.rated_people import RatedPeople

LEVELS = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
_UNKNOWN = "–"
UNCHECKED = "chưa kiểm chứng"
_ASIDES = re.compile(rf" trên số liệu đã nhập| Chỉ là lưu ý\.?|, đếm từ danh sách đảng viên| \({UNCHECKED}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One rated member: five opinions, votes, what was counted, the level of record."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    posts: str = word("chức vụ Đảng, chính quyền")
    self_level: str = word("mức tự xếp loại (viết tắt)")
    agency_level: str = word("mức cơ quan xếp loại (viết tắt)")
    union_level: str = word("mức đoàn thể xếp loại (viết tắt)")
    committee_level: str = word("mức chi uỷ đề xuất (viết tắt)")
    points: str = word("tổng điểm; “–” khi chưa chấm đủ hai nhóm")
    votes_htxs: str = word("số phiếu HTXS")
    votes_htt: str = word("số phiếu HTT")
    votes_htn: str = word("số phiếu HTN")
    votes_kht: str = word("số phiếu KHT")
    votes_none: str = word("số phiếu chưa đánh giá")
    votes_invalid: str = word("số phiếu không hợp lệ")
    votes: str = word("số phiếu HTXS/HTT/HTN/KHT trong một ô")
    counted: str = word("mức đủ phiếu, viết đủ chữ; “không mức nào đủ phiếu”; trống khi chưa có phiếu")
    level: str = word("mức xếp loại đã ghi nhận, viết đủ chữ; trống khi chưa có")
    note: str = word("ghi chú")


def member_lines(ratings: YearRatings, people: RatedPeople, gaps: Gaps) -> tuple[MemberLine, ...]:
    """The rated members in the order of the sheet; who has no level yet keeps a blank square."""
    rated = [one for one in ratings.members if one.is_rated]
    for one in rated:
        if one.vote is Vote.NO_MAJORITY and one.level is None:
            gaps.tell(f"Đồng chí {people.name(one)}: chưa mức nào đủ phiếu, chi bộ biểu quyết lại", one.place)
    blank = [people.name(one) for one in rated if one.vote is Vote.NONE and one.level is None]
    if blank:
        gaps.tell(f"Chưa có mức, để trống: {'; '.join(blank)}")
    for one in rated:
        if one.level is not None and one.ceiling is not None and one.level.rank > one.ceiling.rank:
            seen, allowed = level_words(one.level, ratings.year), level_words(one.ceiling, ratings.year)
            gaps.tell(f"Đồng chí {people.name(one)}: mức “{seen}” cao hơn mức quy định cho phép “{allowed}”, chi bộ xem lại", one.place)
    lacking = [people.name(one) for one in rated if one.level is not None and one.provisional]
    if lacking:
        gaps.tell(f"Đã có mức khi còn thiếu căn cứ: {'; '.join(lacking)}")
    return tuple(_line(order, one, ratings.year, people) for order, one in enumerate(rated, 1))


def points_heading(lines: Iterable[MemberLine]) -> str:
    """The heading of the column of points; empty where nobody has any."""
    return "Điểm" if any(line.points != _UNKNOWN for line in lines) else ""


def _line(order: int, one: MemberRating, year: int, people: RatedPeople) -> MemberLine:
    row = one.row
    votes = tuple(_votes(getattr(row, f"votes_{level.lower()}") if row else None) for level in LEVELS)
    return MemberLine(
        order=str(order),
        full_name=people.name(one),
        posts=people.posts(one),
        self_level=_code(row.self_level if row else None),
        agency_level=_code(row.agency_level if row else None),
        union_level=_code(row.union_level if row else None),
        committee_level=_code(row.committee_level if row else None),
        points=_UNKNOWN if (points := people.points(one)) is None else number_text(points),
        votes_htxs=votes[0],
        votes_htt=votes[1],
        votes_htn=votes[2],
        votes_kht=votes[3],
        votes_none=_votes(row.votes_none if row else None),
        votes_invalid=_votes(row.votes_invalid if row else None),
        votes="/".join(votes) if any(count != _UNKNOWN for count in votes) else _UNKNOWN,
        counted="không mức nào đủ phiếu" if one.vote is Vote.NO_MAJORITY else level_words(one.voted, year),
        level=level_words(one.level, year),
        note="biểu quyết lại" if one.vote is Vote.NO_MAJORITY and one.level is None else "",
    )


def _code(level: Level | None) -> str:
    return level.value if level else _UNKNOWN


def _votes(count: int | None) -> str:
    return _UNKNOWN if count is None else str(count)


def level_words(level: Level | None, year: int) -> str:
    """A member's level in the words of the year; blank where there is none."""
    return glossary.level_words(level.value, year, "member") if level else ""


def level_counts(ratings: YearRatings, *, to_fill: bool = False) -> tuple[str, ...]:
    """`- Hoàn thành tốt nhiệm vụ: 12 đồng chí;` for each level of record, members without one apart.

    Where nobody has a level nothing is said of any: room is left where the paper is filled in by hand (`to_fill`).
    """
    levels = [one.level for one in ratings.members if one.is_rated]
    if any(levels):
        return _counts(levels, ratings.year, "Chưa có mức")
    if to_fill:
        return prose.listed([f"{level_words(level, ratings.year)}: {BLANK} đồng chí" for level in LEVELS])
    return prose.listed([f"Chưa có mức: {_people(len(levels))}"])


def voted_counts(ratings: YearRatings) -> tuple[str, ...]:
    """The same of what was counted."""
    counted = [one for one in ratings.members if one.is_rated and one.vote is not Vote.NONE]
    return _counts((one.voted for one in counted), ratings.year, "Không mức nào đủ phiếu")


def _counts(levels: Iterable[Level | None], year: int, without: str) -> tuple[str, ...]:
    counts = Counter(levels)
    told = [f"{level_words(level, year)}: {_people(counts[level])}" for level in LEVELS]
    if counts[None]:
        told.append(f"{without}: {_people(counts[None])}")
    return prose.listed(told)


def _people(count: int) -> str:
    return f"{padded(count)} đồng chí" if count else "không có"


def quota_sentence(ratings: YearRatings, gaps: Gaps) -> str:
    """How many have the top level and how many may; told where there are too many, or the cap is doubtful."""
    quota, top = ratings.quota, sum(1 for one in ratings.members if one.is_rated and one.level is Level.HTXS)
    if not any(one.level for one in ratings.members if one.is_rated):
        return ""
    told = f"Số đồng chí hoàn thành xuất sắc nhiệm vụ: {padded(top)}"
    waiting = sum(1 for one in ratings.members if one.is_rated and one.level is None)
    if waiting and quota.base != "rated" and not quota.allocated:
        gaps.tell(f"Còn {padded(waiting)} đồng chí chưa có mức nên văn bản chưa ghi giới hạn hoàn thành xuất sắc nhiệm vụ")
        return f"{told}."
    doubtful = any(not reason.reference.confidence.is_checked for reason in quota.because if reason.reference)
    if doubtful and quota.cap is not None:
        gaps.tell(f"Giới hạn HTXS là {padded(quota.cap)} theo số liệu {UNCHECKED}: đối chiếu văn bản trước khi trình")
    if quota.over:
        gaps.tell(f"Số đề nghị HTXS vượt giới hạn {quota.over_by} đồng chí: chi bộ xem xét, lựa chọn")
    if quota.cap is None:
        gaps.tell("Chưa xác định được giới hạn hoàn thành xuất sắc nhiệm vụ: văn bản không ghi giới hạn")
        return f"{told}."
    beside = f" {quota.scope}" if quota.scope else ""
    return f"{told}; giới hạn theo quy định: {padded(quota.cap)}.{beside}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonLine:
    """One reason: what it says, the regulation, the squares."""

    order: str = word("số thứ tự")
    text: str = word("lý do")
    reference: str = word("quy định")
    squares: str = word("các ô trong sổ")


def reason_texts(reasons: Iterable[Reason], gaps: Gaps) -> tuple[str, ...]:
    """The reasons as a superior reads them: the regulation in brackets, our own remarks told to the secretary instead."""
    told = []
    for reason in reasons:
        cited = f" ({reason.reference})" if reason.reference else ""
        if UNCHECKED in f"{reason.text}{cited}":
            gaps.tell(f"Lý do dựa trên quy định {UNCHECKED}: {reason.text.rstrip(' .;')}")
        if reason.rule.startswith("regime."):
            continue
        told.append(_ASIDES.sub("", reason.text).rstrip(" .;") + cited.replace(f" ({UNCHECKED})", ""))
    return prose.listed(prose.unique(told))


def cited(reference: object, gaps: Gaps) -> str:
    """A regulation as an outgoing paper names it: that it is unchecked is told to the secretary."""
    text = str(reference)
    if UNCHECKED in text:
        gaps.tell(f"Quy định {UNCHECKED}: {text.replace(f' ({UNCHECKED})', '')}")
    return text.replace(f" ({UNCHECKED})", "")
