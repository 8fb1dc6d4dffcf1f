"""Kế hoạch chi tiết, lịch làm việc of the team: who does what, when; hours and places are written by hand (KT2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import settled, word, words
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.papers import TeamPaper, team_fields
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.people import Person
from addin.documents.parts.prose import joined, upper_first
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """One of the team and the work left to be written beside the name."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    role: str = word("Tổ trưởng hoặc Thành viên")


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One day of the schedule."""

    day: str = word("ngày đã ghi trong sổ; trống khi để viết tay")
    partner: str = word("làm việc với ai")
    content: str = word("nội dung")
    who: str = word("người thực hiện")


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSchedule(TeamPaper):
    """The detailed plan of the team."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    opening: str = word("câu mở đầu: thực hiện quyết định, kế hoạch nào")
    subjects: tuple[Person, ...] = words("đảng viên được kiểm tra, giám sát, mỗi đồng chí một dòng")
    report: str = word("báo cáo đảng viên phải gửi")
    duties: tuple[Duty, ...] = words("phân công trong tổ, mỗi đồng chí một dòng")
    sessions: tuple[Session, ...] = words("lịch làm việc, mỗi buổi một dòng")


def build(reading: Reading, request: Request) -> Built:
    """The schedule of a case."""
    gaps = Gaps()
    case = case_of(reading, request, gaps)
    team = case.team(gaps)
    context = TeamSchedule(
        **team_fields(case, gaps, upper_first(case.act.member), f"Thành viên {case.act.team}", until=case.facts.starts_on),
        summary=f"chi tiết {case.summary}",
        act=case.act.verb,
        opening=f"Thực hiện {case.founded_on(gaps)}, {case.act.team} phân công và lập lịch làm việc như sau:",
        subjects=case.subjects(gaps),
        report=case.act.self_report,
        duties=tuple(Duty(order=one.order, full_name=one.full_name, role=one.role) for one in team),
        sessions=tuple(_sessions(case)),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _sessions(case: Case) -> Iterator[Session]:
    """The days the workbook has, in the order of the process; the others stand open between them."""
    facts, verb, team = case.facts, case.act.verb, f"{case.act.team}"
    members = joined([f"đồng chí {name}" for name in case.names]) if len(case.names) <= 3 else f"các {case.act.member}"
    yield Session(day=_day(facts.starts_on), partner=upper_first(members), content=f"Triển khai kế hoạch {verb}, giao đề cương", who=team)
    yield Session(day=_day(facts.self_report_due), partner=upper_first(members), content=f"Nhận {case.act.self_report}", who=f"Thư ký {case.act.team}")
    yield Session(day="", partner=upper_first(members), content="Làm việc về nội dung cần làm rõ, nghe giải trình", who=team)
    yield Session(day="", partner="Tổ chức, cá nhân có liên quan", content="Thẩm tra, xác minh (nếu cần)", who="")
    yield Session(day=_day(facts.ends_on), partner="Chi bộ", content=f"Báo cáo kết quả {verb}", who="Tổ trưởng")


def _day(day: PartialDate | None) -> str:
    return str(day or "")


KIND = Kind(id="team-schedule", title="Kế hoạch chi tiết, lịch làm việc của tổ", context=TeamSchedule, build=build)
