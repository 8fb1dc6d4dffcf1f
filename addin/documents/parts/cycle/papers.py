"""The shapes of the papers a team, a member or a session makes: no number, each signed by its own people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from addin.core.dates import PartialDate
from addin.documents.parts.contexts import BLANK, Context, Headed, word, words
from addin.documents.parts.cycle.case import Case
from addin.documents.parts.heading import Gaps, cell_title, heading_of
from addin.documents.parts.people import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamHeaded(Context):
    """A paper of the team, without a number, signed by its lead."""

    cell_name: str = word("tên chi bộ, chữ in hoa")
    team_name: str = word("“TỔ KIỂM TRA” hoặc “TỔ GIÁM SÁT”")
    lead_name: str = word("họ và tên tổ trưởng")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPaper(TeamHeaded):
    """The same, sent to recipients."""

    recipients: tuple[str, ...] = words("các dòng nơi nhận, trừ dòng cuối")
    archive: str = word("dòng cuối của nơi nhận, ví dụ “Lưu Tổ kiểm tra.”")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPaper(Context):
    """What a member writes to the cell: no head of the cell, no number."""

    addressee: str = word("nơi gửi, ví dụ “Chi bộ Văn phòng Sở 2”")
    full_name: str = word("họ và tên đảng viên")
    party_post: str = word("chức vụ Đảng, đoàn thể; trống khi sổ không có")
    job_title: str = word("chức vụ chính quyền; trống khi sổ không có")
    employer: str = word("đơn vị công tác; trống khi sổ không có")


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionMinutes(Headed):
    """The record of one working session: who was there, what it was about; what was said is written by hand."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    present: tuple[str, ...] = words("thành phần, mỗi đồng chí một dòng")
    purpose: str = word("câu nội dung làm việc")
    topics: tuple[str, ...] = words("các nội dung, mỗi nội dung một dòng")
    chair_name: str = word("họ và tên người chủ trì")
    recorder_name: str = word("họ và tên người ghi biên bản")
    third_capacity: str = word("chữ trên chữ ký thứ ba, ví dụ “ĐẢNG VIÊN ĐƯỢC KIỂM TRA”")
    third_name: str = word("họ và tên người ký thứ ba")


def team_fields(case: Case, gaps: Gaps, *recipients: str, until: PartialDate | None = None) -> dict[str, Any]:
    """Of a paper of the team with recipients, dated on the day it is made, or by hand where its time is over."""
    sent = {"recipients": tuple(f"- {one}," for one in recipients), "archive": f"Lưu {case.act.team}."}
    return {**team_head(case, gaps, until), **sent}


def team_head(case: Case, gaps: Gaps, until: PartialDate | None = None) -> dict[str, Any]:
    """Of any paper of the team; one that must have been there before a day which is past is dated by whoever signs it."""
    day = PartialDate(until.year) if until is not None and case.on > until.last else PartialDate.of(case.on)
    head = heading_of(case.reading.book.settings, "", day, gaps)
    return {
        "cell_name": head.cell_name,
        "place_date": head.place_date,
        "layout": head.layout,
        "day": head.day,
        "team_name": case.act.team.upper(),
        "lead_name": case.lead_name(gaps),
    }


def member_fields(case: Case, gaps: Gaps) -> dict[str, Any]:
    """Of a paper the member writes: it is not dated for him or her."""
    settings = case.reading.book.settings
    head = heading_of(settings, "", PartialDate(_year(case)), gaps)
    found = case.people.find(case.one).member
    roles = case.people.roles(case.one, case.on)
    return {
        "place_date": head.place_date,
        "layout": head.layout,
        "day": None,
        "addressee": cell_title(settings, gaps),
        "full_name": case.people.name(case.one),
        "party_post": ", ".join(roles) or (found.party_post if found else None) or "",
        "job_title": (found.job_title if found else None) or "",
        "employer": (found.employer if found else None) or "",
    }


def _year(case: Case) -> int:
    """The year of today, or of the work where it is over."""
    ends = case.facts.ends_on
    return ends.year if ends is not None and case.on > ends.last else case.on.year


def session_fields(case: Case, gaps: Gaps) -> dict[str, Any]:
    """Of the minutes of a session: the day is written by hand, so is who records."""
    head = heading_of(case.reading.book.settings, "", None, gaps)
    return {**head.bare(), "act": case.act.verb, "recorder_name": BLANK}


def without_order(person: Person) -> str:
    """`Đồng chí …, Bí thư Chi bộ, Tổ trưởng`: the line without its number and end."""
    return person.text.removeprefix(f"{person.order}. ").rstrip(".;")
