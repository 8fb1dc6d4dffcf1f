"""Members with their levels as the rating papers list them, and the sentences that sum them up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from addin import glossary
from addin.core.levels import Level
from addin.core.numerals import padded
from addin.core.ratings import MemberRating, Quota, Reason, Vote, YearRatings
from addin.documents.parts import prose
from addin.documents.parts.contexts import word
from addin.documents.parts.heading import Gaps
from addin.documents.parts.rated_people import RatedPeople

LEVELS = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
_UNKNOWN = "–"
UNCHECKED = "chưa kiểm chứng"
_ASIDES = re.compile(rf" trên số liệu đã nhập| Chỉ là lưu ý\.?|, đếm từ danh sách đảng viên| \({UNCHECKED}\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberLine:
    """One rated member: five opinions, votes, the level proposed."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    posts: str = word("chức vụ Đảng, chính quyền")
    self_level: str = word("mức tự xếp loại (viết tắt)")
    agency_level: str = word("mức cơ quan xếp loại (viết tắt)")
    union_level: str = word("mức đoàn thể xếp loại (viết tắt)")
    committee_level: str = word("mức chi uỷ đề xuất (viết tắt)")
    votes_htxs: str = word("số phiếu HTXS")
    votes_htt: str = word("số phiếu HTT")
    votes_htn: str = word("số phiếu HTN")
    votes_kht: str = word("số phiếu KHT")
    votes_invalid: str = word("số phiếu không hợp lệ")
    votes: str = word("số phiếu HTXS/HTT/HTN/KHT trong một ô")
    level: str = word("mức chi bộ đề nghị, viết đủ chữ")
    note: str = word("ghi chú")


def member_lines(ratings: YearRatings, people: RatedPeople, gaps: Gaps) -> tuple[MemberLine, ...]:
    """The rated members in the order of the sheet."""
    rated = [one for one in ratings.members if one.is_rated]
    return tuple(_line(order, one, ratings, people, gaps) for order, one in enumerate(rated, 1))


def _line(order: int, one: MemberRating, ratings: YearRatings, people: RatedPeople, gaps: Gaps) -> MemberLine:
    row = one.row
    votes = tuple(_votes(getattr(row, f"votes_{level.lower()}") if row else None) for level in LEVELS)
    if one.vote is Vote.NO_MAJORITY:
        gaps.tell(f"Đồng chí {people.name(one)}: chưa mức nào đủ phiếu, chi bộ biểu quyết lại", one.place)
    elif one.provisional:
        gaps.tell(f"Đồng chí {people.name(one)}: mức tạm tính vì còn thiếu dữ liệu", one.place)
    return MemberLine(
        order=str(order),
        full_name=people.name(one),
        posts=people.posts(one),
        self_level=_code(row.self_level if row else None),
        agency_level=_code(row.agency_level if row else None),
        union_level=_code(row.union_level if row else None),
        committee_level=_code(row.committee_level if row else None),
        votes_htxs=votes[0],
        votes_htt=votes[1],
        votes_htn=votes[2],
        votes_kht=votes[3],
        votes_invalid=_votes(row.votes_invalid if row else None),
        votes="/".join(votes) if any(count != _UNKNOWN for count in votes) else _UNKNOWN,
        level=level_words(one.result, ratings.year),
        note=_note(one),
    )


def _code(level: Level | None) -> str:
    return level.value if level else _UNKNOWN


def _votes(count: int | None) -> str:
    return _UNKNOWN if count is None else str(count)


def level_words(level: Level | None, year: int) -> str:
    """A member's level in the words of the year; "chưa có" where the meeting votes again."""
    return glossary.level_words(level.value, year, "member") if level else "chưa có"


def _note(one: MemberRating) -> str:
    if one.vote is Vote.NO_MAJORITY:
        return "biểu quyết lại"
    return "tạm tính" if one.provisional else ""


def level_counts(ratings: YearRatings) -> tuple[str, ...]:
    """`- Hoàn thành tốt nhiệm vụ: 12 đồng chí;` for each level, members without a level apart."""
    counts = Counter(one.result for one in ratings.members if one.is_rated)
    told = [f"{level_words(level, ratings.year)}: {_people(counts[level])}" for level in LEVELS]
    if counts[None]:
        told.append(f"Chưa có mức (biểu quyết lại): {_people(counts[None])}")
    return prose.listed(told)


def _people(count: int) -> str:
    return f"{padded(count)} đồng chí" if count else "không có"


def quota_sentence(quota: Quota, gaps: Gaps) -> str:
    """How many are proposed for the top level and how many may be; told where there are too many, or the cap is doubtful."""
    cap = "chưa xác định" if quota.cap is None else padded(quota.cap)
    doubtful = any(not reason.reference.confidence.is_checked for reason in quota.because if reason.reference)
    if doubtful and quota.cap is not None:
        gaps.tell(f"Giới hạn HTXS là {cap} theo số liệu {UNCHECKED}: đối chiếu văn bản trước khi trình")
    if quota.over:
        gaps.tell(f"Số đề nghị HTXS vượt giới hạn {quota.over_by} đồng chí: chi bộ xem xét, lựa chọn")
    beside = f" {quota.scope}" if quota.scope else ""
    return f"Số đề nghị hoàn thành xuất sắc nhiệm vụ: {padded(quota.proposed_htxs)}; giới hạn: {cap}.{beside}"


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
