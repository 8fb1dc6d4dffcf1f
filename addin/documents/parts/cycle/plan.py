"""Kế hoạch kiểm tra, giám sát of one or more members: team, tasks, contents, times, the six steps (forms.md §1, KT1)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, Issued, settled, word, words
from addin.documents.parts.cycle.acts import SUPERVISION, Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.heading import Gaps, superior_committee
from addin.documents.parts.kind import Built
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import Person
from addin.documents.parts.request import Request

SYMBOL = "KH"


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlan(Issued):
    """The plan of one inspection or supervision; purpose and place are left to be written."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    opening: str = word("câu mở đầu: thực hiện quyết định, kế hoạch nào")
    subjects: tuple[Person, ...] = words("đảng viên được kiểm tra, giám sát, mỗi đồng chí một dòng")
    team: tuple[Person, ...] = words("tổ trưởng và các thành viên, mỗi đồng chí một dòng")
    contents: tuple[str, ...] = words("các nội dung, mỗi nội dung một dòng")
    period: str = word("mốc thời gian được xem xét")
    duration: str = word("thời gian tiến hành")
    report: str = word("báo cáo đảng viên phải gửi, ví dụ “báo cáo tự kiểm tra”")
    report_due: str = word("hạn gửi báo cáo; trống khi không có")
    committee: str = word("“Chi uỷ” hoặc “Bí thư Chi bộ”: ai theo dõi, chỉ đạo")


def build_plan(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The plan of a decision, or of a member named in the plan of the year."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    context = CasePlan(
        **{**issued_fields(reading, SYMBOL, request.on, gaps), "recipients": recipients(case)},
        summary=case.summary,
        act=case.act.verb,
        opening=f"Thực hiện {case.founded_on(gaps)}, Chi bộ xây dựng kế hoạch {case.act.verb} như sau:",
        subjects=case.subjects(gaps),
        team=case.team(gaps),
        contents=prose.listed([prose.upper_first(clause) for clause in case.contents(gaps)]),
        period=case.period(gaps),
        duration=case.duration(gaps),
        report=case.act.self_report,
        report_due=_report_due(case, gaps),
        committee="Chi uỷ" if reading.book.settings.has_committee else "Bí thư Chi bộ",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def recipients(case: Case) -> tuple[str, ...]:
    """The superior's inspection committee, the members concerned, the team."""
    superior = superior_committee(case.reading.book.settings)
    who = f"- Uỷ ban Kiểm tra {superior} (để báo cáo)," if superior else ""
    return tuple(line for line in (who, "- Các đồng chí đảng viên trong Chi bộ,", f"- {prose.upper_first(case.act.member)},") if line)


def _report_due(case: Case, gaps: Gaps) -> str:
    """Of an inspection always; under supervision only where its day is entered."""
    due = case.facts.self_report_due
    if due is None and case.act is SUPERVISION:
        return ""
    if due is None:
        gaps.tell(f"Chưa có hạn nộp {case.act.self_report}")
    return prose.day_words(due)


def lacks_contents(_reading: Reading, _request: Request, context: CasePlan) -> str:
    """A plan that does not say what about is none."""
    is_empty = all(line.strip(" .-") == BLANK for line in context.contents)
    return f"sheet Kế hoạch, Kiểm tra chưa ghi nội dung {context.act}" if is_empty else ""
