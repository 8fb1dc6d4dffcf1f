"""Báo cáo kết quả of the team on one member: findings under each content, remarks, proposal (forms.md §1, KT8)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import settled, word, words
from addin.documents.parts.cycle import findings
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.papers import TeamPaper, team_fields
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultReport(TeamPaper):
    """What the team reports to the cell; a field left empty leaves room to write."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    addressee: str = word("“Chi bộ …”")
    opening: str = word("câu mở đầu: thực hiện quyết định, kế hoạch nào; kiểm tra ai; mốc, thời gian")
    received: str = word("câu về báo cáo đã nhận và nguồn chứng cứ; trống khi sổ chưa ghi")
    topics: tuple[str, ...] = words("các nội dung, mỗi nội dung một tiêu đề có số thứ tự")
    strengths: tuple[str, ...] = words("ưu điểm, mỗi ưu điểm một dòng")
    shortcomings: tuple[str, ...] = words("hạn chế, khuyết điểm, mỗi điểm một dòng")
    proposal: tuple[str, ...] = words("đề nghị: kết luận, yêu cầu khắc phục và hạn")


def build_report(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The report on the member meant."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    row, name = case.row, case.people.name(case.one)
    if not findings.is_concluded(row):
        gaps.tell(f"Sheet Kiểm tra chưa ghi ưu điểm, hạn chế của đồng chí {name}: để dòng chấm cho tổ viết")
    told = findings.contradiction(row)
    if told:
        gaps.tell(told, row.place("conclusion") if row else None)
    context = ResultReport(
        **team_fields(case, gaps, "Chi bộ (để báo cáo)", until=case.concluded_on),
        summary=f"kết quả {case.act.about} đồng chí {name}",
        act=case.act.verb,
        addressee=cell_title(reading.book.settings, gaps),
        opening=_opening(case, gaps),
        received=_received(case),
        topics=_topics(case),
        strengths=findings.strengths(row),
        shortcomings=findings.shortcomings(row),
        proposal=_proposal(case, gaps),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _opening(case: Case, gaps: Gaps) -> str:
    posts = case.people.posts(case.one, case.on)
    who = ", ".join(part for part in (case.people.name(case.one), posts) if part)
    return (
        f"Thực hiện {case.founded_on(gaps)}, {case.act.team} đã tiến hành {case.act.about} đồng chí {who}; "
        f"mốc thời gian {case.act.verb} {case.period(gaps)}; tiến hành {case.duration(gaps)}. Kết quả như sau:"
    )


def _received(case: Case) -> str:
    row = case.row
    if row is None:
        return ""
    parts = [f"{prose.upper_first(case.act.self_report)} nhận {prose.day_words(row.self_report_on)}"] if row.self_report_on else []
    parts += [f"nguồn xem xét: {prose.joined([one.lower() for one in row.evidence])}"] if row.evidence else []
    return f"{prose.upper_first('; '.join(parts))}." if parts else ""


def _topics(case: Case) -> tuple[str, ...]:
    clauses = content_clauses(case.facts.turns[0].contents)
    return tuple(f"{order}. {prose.upper_first(clause)}" for order, clause in enumerate(clauses, 1))


def _proposal(case: Case, gaps: Gaps) -> tuple[str, ...]:
    row, lines = case.row, []
    if row is not None and row.conclusion:
        lines.append(f"Đề nghị Chi bộ xem xét, kết luận: “{row.conclusion}”")
    demand = findings.demand(case, gaps)
    return prose.listed([*lines, *((demand,) if demand else ())])
