"""When and by whom a decision still to be made is carried out, and what is refused before it is drafted.

What the check of the workbook would call an error once the decision stands in Kiểm tra is refused here: a paper
that contradicts the workbook is not made.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core.dates import PartialDate, vn_date
from addin.core.numerals import padded
from addin.core.tables.rows.settings import Settings
from addin.documents.parts.decision_facts import Facts
from addin.documents.parts.people import People
from addin.documents.parts.prose import joined
from addin.documents.parts.request import Terms
from addin.errors import Misuse

_LEAST_TEAM = 2
_ASK_DATES = "Ghi ngày khác: --starts, --ends, hoặc sửa “Tiến hành từ”, “Tiến hành đến” của dòng kế hoạch."
_ASK_TEAM = "Ghi --team “Tổ trưởng;Thành viên”, người đứng đầu là tổ trưởng (hoặc --lead)."
_DATES_AGAIN = "Bấm lại nút và ghi ngày khác, hoặc sửa “Tiến hành từ”, “Tiến hành đến” của dòng kế hoạch."
_DUE_AGAIN = "Bấm lại nút và ghi hạn khác."
_TEAM_AGAIN = "Bấm lại nút và ghi “Tổ trưởng; Thành viên”, người đứng đầu là tổ trưởng."


def with_terms(facts: Facts, terms: Terms) -> Facts:
    """What a person said goes before what the plan says."""
    lead = terms.lead or (terms.team[0] if terms.team else None)
    return replace(
        facts,
        starts_on=_day(terms.starts_on) or facts.starts_on,
        ends_on=_day(terms.ends_on) or facts.ends_on,
        self_report_due=_day(terms.report_due) or facts.self_report_due,
        team_lead=lead or facts.team_lead,
        team=terms.team or facts.team,
    )


def _day(day: date | None) -> PartialDate | None:
    return PartialDate.of(day) if day else None


def refuse_contradictions(facts: Facts, settings: Settings, people: People, on: date) -> None:
    """Misuse with one sentence for the first thing that cannot stand in a decision of that day."""
    _refuse_days(facts, settings, on)
    _refuse_team(facts, settings, people)
    if not any(turn.contents for turn in facts.turns):
        raise Misuse(
            f"Kế hoạch năm {facts.year} chưa ghi nội dung {facts.act} nên chưa ra được quyết định.",
            "Ghi cột Nội dung của dòng kế hoạch rồi ra quyết định.",
        )


def _refuse_days(facts: Facts, settings: Settings, on: date) -> None:
    starts, ends, due, act = facts.starts_on, facts.ends_on, facts.self_report_due, facts.act.capitalize()
    if starts is not None and starts < on:
        raise Misuse(f"{act} bắt đầu ngày {starts}, trước ngày quyết định {vn_date(on)}.", _ASK_DATES, by_button=_DATES_AGAIN)
    if starts is not None and ends is not None and ends < starts:
        raise Misuse(f"{act} bắt đầu ngày {starts} lại kết thúc ngày {ends}.", _ASK_DATES, by_button=_DATES_AGAIN)
    if due is not None and (due < on or (ends is not None and due > ends)):
        raise Misuse(
            f"Hạn nộp báo cáo {due} không nằm giữa ngày quyết định và ngày kết thúc {facts.act}.",
            "Ghi hạn khác: --report-due.",
            by_button=_DUE_AGAIN,
        )
    first, last, most = starts.exact if starts else None, ends.exact if ends else None, settings.inspection_max_days
    if first and last and (last - first).days > most:
        raise Misuse(f"{act} {(last - first).days} ngày ({starts} – {ends}), quá {most} ngày.", _ASK_DATES, by_button=_DATES_AGAIN)


def _refuse_team(facts: Facts, settings: Settings, people: People) -> None:
    """A team nobody named is no contradiction: the paper leaves room for it and says so."""
    team = list(facts.team)
    if facts.team_lead and not any(people.same(facts.team_lead, name) for name in team):
        team.insert(0, facts.team_lead)
    for name in team:
        if people.find(name).candidates:
            raise Misuse(f"“{name}” trong tổ {facts.act} có thể là nhiều đảng viên.", "Ghi mã đảng viên, hoặc tên kèm năm sinh trong ngoặc.")
    inspected = [name for name in team if any(people.same(name, turn.member) for turn in facts.turns)]
    if inspected:
        raise Misuse(f"{joined(inspected)} vừa {facts.act} vừa được {facts.act} trong một quyết định.", f"Cử người khác. {_ASK_TEAM}", by_button=f"Cử người khác. {_TEAM_AGAIN}")
    if team and len(team) < _LEAST_TEAM and settings.has_committee is not False:
        raise Misuse(f"Tổ {facts.act} mới có {padded(len(team))} đồng chí ({team[0]}), chưa thành tổ.", _ASK_TEAM, by_button=_TEAM_AGAIN)
