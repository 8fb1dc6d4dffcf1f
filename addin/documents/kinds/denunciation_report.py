"""Báo cáo kết quả giải quyết tố cáo: I lý lịch, II nội dung tố cáo, III thẩm tra, IV nhận xét, đề nghị. No accuser (forms.md §3)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.cases.denunciations import accusation_of
from addin.documents.parts.contexts import BLANK, settled, word, words
from addin.documents.parts.cycle.curriculum import curriculum
from addin.documents.parts.cycle.papers import TeamPaper
from addin.documents.parts.heading import Gaps, cell_title, heading_of
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.people import People
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class DenunciationReport(TeamPaper):
    """What the team found on each content."""

    addressee: str = word("“Chi bộ …”")
    opening: str = word("câu mở đầu")
    curriculum: tuple[str, ...] = words("sơ lược lý lịch, mỗi mục một dòng")
    content: str = word("nội dung tố cáo")
    conclusion: tuple[str, ...] = words("kết luận đã ghi; trống khi sổ chưa ghi")


def build(reading: Reading, request: Request) -> Built:
    """The report on the latest denunciation against the member asked for."""
    gaps = Gaps()
    accusation, people = accusation_of(reading, request, gaps), People(reading)
    name = people.name(accusation.member)
    head = heading_of(reading.book.settings, "", PartialDate.of(request.on), gaps)
    concluded = [accusation.conclusion] if accusation.conclusion else []
    concluded += ["Nội dung tố cáo không có cơ sở"] if accusation.is_unfounded and not concluded else []
    context = DenunciationReport(
        place_date=head.place_date,
        layout=head.layout,
        day=head.day,
        cell_name=head.cell_name,
        team_name="TỔ GIẢI QUYẾT TỐ CÁO",
        lead_name=BLANK,
        recipients=("- Chi bộ (để báo cáo),",),
        archive="Lưu hồ sơ tố cáo.",
        summary=f"kết quả giải quyết tố cáo đối với đồng chí {name}",
        addressee=cell_title(reading.book.settings, gaps),
        opening=f"Ngày nhận đơn: {prose.day_words(accusation.received_on)}. Tổ giải quyết tố cáo báo cáo kết quả thẩm tra, xác minh như sau:",
        curriculum=curriculum(reading, accusation.member, request.on, gaps),
        content=accusation.content.rstrip(" ."),
        conclusion=prose.listed([prose.upper_first(text) for text in concluded]),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


KIND = Kind(id="denunciation-report", title="Báo cáo giải quyết tố cáo", context=DenunciationReport, build=build)
