"""Biên bản of a working session: the plan made known, with the member, with others, the conclusion made known (KT4, 6, 7, 11)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, settled
from addin.documents.parts.cycle import findings
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.papers import SessionMinutes, session_fields, without_order
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built
from addin.documents.parts.people import People
from addin.documents.parts.request import Request

PLAN, MEMBER, OTHERS, NOTICE = "plan", "member", "others", "notice"


def build_session(reading: Reading, request: Request, acts: tuple[Act, ...], variant: str) -> Built:
    """The minutes of one session on one member's case."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    name = case.people.name(case.one)
    chair = _secretary(case, gaps) if variant == NOTICE else case.lead_name(gaps)
    context = SessionMinutes(
        **session_fields(case, gaps),
        summary=_summary(case, variant),
        present=_present(case, variant, gaps),
        purpose=_purpose(case, variant, gaps),
        topics=_topics(case, variant, gaps),
        chair_name=chair,
        third_capacity="ĐẠI DIỆN TỔ CHỨC, CÁ NHÂN" if variant == OTHERS else case.act.member.upper(),
        third_name=BLANK if variant == OTHERS else name,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _secretary(case: Case, gaps: Gaps) -> str:
    """At the end a representative of the cell speaks, not the team."""
    return People(case.reading).signer(case.on, gaps).name


def _summary(case: Case, variant: str) -> str:
    whom = f"đồng chí {case.names[0]}"
    return {
        PLAN: f"triển khai kế hoạch {case.act.verb} đối với {whom}",
        MEMBER: f"làm việc với {case.act.member}, {whom}",
        OTHERS: f"làm việc với tổ chức, cá nhân có liên quan đến nội dung {case.act.verb} đối với {whom}",
        NOTICE: f"triển khai Thông báo kết luận {case.act.verb} đối với {whom}",
    }[variant]


def _present(case: Case, variant: str, gaps: Gaps) -> tuple[str, ...]:
    """The team, or the cell's representative; then the other side."""
    team = [without_order(person) for person in case.team(gaps)]
    subject = without_order(case.people.person(case.one, 1, case.on, gaps, prose.upper_first(case.act.member)))
    ours = [f"Đại diện Chi bộ: đồng chí {_secretary(case, gaps)}"] if variant == NOTICE else team or [f"Đồng chí {BLANK}"]
    return prose.listed([*ours, *([] if variant == OTHERS else [subject])])


def _purpose(case: Case, variant: str, gaps: Gaps) -> str:
    founded = case.founded_on(gaps)
    return {
        PLAN: f"{case.act.team} triển khai {founded}, với các nội dung sau:",
        MEMBER: f"{case.act.team} làm việc với đồng chí {case.names[0]} theo {founded}, về các nội dung sau:",
        OTHERS: f"{case.act.team} thẩm tra, xác minh theo {founded}, về các nội dung sau:",
        NOTICE: f"Đại diện Chi bộ công bố Thông báo kết luận {_number(case)}, gồm các yêu cầu sau:",
    }[variant]


def _number(case: Case) -> str:
    row = case.row
    if row is None or not row.conclusion_no:
        return f"số {BLANK}"
    return f"số {row.conclusion_no}" + (f", {prose.day_words(row.conclusion_date)}" if row.conclusion_date else "")


def _topics(case: Case, variant: str, gaps: Gaps) -> tuple[str, ...]:
    contents = [prose.upper_first(clause) for clause in case.contents(gaps)]
    if variant == NOTICE:
        demand = findings.demand(case, gaps)
        return prose.listed([demand]) if demand else ()
    if variant == PLAN:
        due = case.facts.self_report_due
        contents += [f"Mốc thời gian {case.act.verb}: {case.period(gaps)}", f"Thời gian tiến hành: {case.duration(gaps)}"]
        contents += [f"Hạn gửi {case.act.self_report}: {prose.day_words(due)}"] if due else []
    return prose.listed(contents)
