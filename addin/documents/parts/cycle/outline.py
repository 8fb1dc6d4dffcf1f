"""Đề cương báo cáo tự kiểm tra: questions under each content, and what the workbook has of the member (forms.md §1, KT3)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import settled, word, words
from addin.documents.parts.cycle import records
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.papers import MemberPaper, member_fields
from addin.documents.parts.cycle.questions import Topic, topics_of
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReport(MemberPaper):
    """The outline of a member's report, or the report prepared for the member to write."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    report: str = word("tên báo cáo, ví dụ “báo cáo tự kiểm tra”")
    period: str = word("mốc thời gian được xem xét")
    report_due: str = word("hạn gửi báo cáo; trống khi không có")
    topics: tuple[Topic, ...] = words("các nội dung, mỗi nội dung một tiêu đề và các câu gợi ý hoặc việc đã ghi trong sổ")


def build_outline(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The outline: every content with its questions."""
    return _built(reading, request, acts, is_outline=True)


def build_self_report(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The report with the member's own data under each content; all judgement is left to the member."""
    return _built(reading, request, acts, is_outline=False)


def _built(reading: Reading, request: Request, acts: tuple[Act, ...], *, is_outline: bool) -> Built:
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    codes = case.facts.turns[0].contents if len(case.facts.turns) == 1 else ()
    topics = topics_of(codes)
    due = case.facts.self_report_due
    context = SelfReport(
        **member_fields(case, gaps),
        summary=_summary(case, gaps, is_outline=is_outline),
        act=case.act.verb,
        report=case.act.self_report,
        period=case.period(gaps),
        report_due=f"ngày {due}" if due and due.day else str(due or ""),
        topics=topics if is_outline else tuple(_prepared(case, code, topic) for code, topic in zip(_areas(codes), topics, strict=True)),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _summary(case: Case, gaps: Gaps, *, is_outline: bool) -> str:
    """`báo cáo tự kiểm tra theo …`; behind the word BÁO CÁO without it."""
    report = case.act.self_report if is_outline else case.act.self_report.removeprefix("báo cáo").strip()
    return f"{report} theo {case.founded_on(gaps)}".strip()


def _areas(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The code an area goes by: what ties NQ4, CT05 and NG is one."""
    return tuple(dict.fromkeys("NG" if code in {"NQ4", "CT05", "NG"} else code for code in codes))


def _prepared(case: Case, code: str, topic: Topic) -> Topic:
    """What the workbook has under a content: commitments under TD, tasks under CM, comments under CT213."""
    first = case.facts.period_from.year if case.facts.period_from else case.facts.year
    last = case.facts.period_to.year if case.facts.period_to else case.facts.year
    kept = {"TD": records.commitments, "CM": records.tasks, "CT213": records.residence}.get(code)
    return replace(topic, points=kept(case.reading, case.one, first, last) if kept else ())
