"""Báo cáo kết quả kiểm tra khi có dấu hiệu vi phạm: I sơ lược lý lịch, II nội dung, III thẩm tra, IV đề nghị (DH)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import settled, word, words
from addin.documents.parts.cycle import findings
from addin.documents.parts.cycle.acts import ON_SIGNS
from addin.documents.parts.cycle.case import case_of, each_member
from addin.documents.parts.cycle.curriculum import curriculum
from addin.documents.parts.cycle.papers import TeamPaper, team_fields
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class SignsReport(TeamPaper):
    """What the team found on the signs of violation."""

    addressee: str = word("“Chi bộ …”")
    opening: str = word("câu mở đầu: thực hiện quyết định, kế hoạch nào; kiểm tra ai")
    curriculum: tuple[str, ...] = words("sơ lược lý lịch, mỗi mục một dòng")
    signs: tuple[str, ...] = words("nội dung dấu hiệu vi phạm, mỗi nội dung một dòng")
    strengths: tuple[str, ...] = words("ưu điểm, mỗi điểm một dòng")
    shortcomings: tuple[str, ...] = words("khuyết điểm, vi phạm, mỗi điểm một dòng")
    proposal: tuple[str, ...] = words("đề nghị kết luận; trống khi sổ chưa ghi")


def build(reading: Reading, request: Request) -> Built:
    """The report on one member."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, (ON_SIGNS,))
    row, name = case.row, case.people.name(case.one)
    proposal = [f"Đề nghị Chi bộ xem xét, kết luận: “{row.conclusion}”"] if row and row.conclusion else []
    demand = findings.demand(case, gaps)
    context = SignsReport(
        **team_fields(case, gaps, "Chi bộ (để báo cáo)", until=case.concluded_on),
        summary=f"kết quả {case.act.about} đồng chí {name}",
        addressee=cell_title(reading.book.settings, gaps),
        opening=f"Thực hiện {case.founded_on(gaps)}, {case.act.team} báo cáo kết quả {case.act.about} đồng chí {name} như sau:",
        curriculum=curriculum(reading, case.one, request.on, gaps),
        signs=prose.listed([prose.upper_first(clause) for clause in content_clauses(case.facts.turns[0].contents)]),
        strengths=findings.strengths(row),
        shortcomings=findings.shortcomings(row),
        proposal=prose.listed([*proposal, *([demand] if demand else [])]),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


KIND = Kind(
    id="signs-inspection-report",
    title="Báo cáo kiểm tra khi có dấu hiệu vi phạm",
    context=SignsReport,
    build=build,
    each=each_member,
)
