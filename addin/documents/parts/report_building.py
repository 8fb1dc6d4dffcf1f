"""Builds the context of a report from a reading: the figures of its years are worked out once."""

from __future__ import annotations

from typing import TypeVar

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.summaries import summarise
from addin.documents.parts import report_assessment as assessment
from addin.documents.parts import report_chapters as chapters
from addin.documents.parts.contexts import BLANK, settled
from addin.documents.parts.heading import Gaps, cell_title, heading_of, superior_committee
from addin.documents.parts.inspection_report import InspectionReport
from addin.documents.parts.kind import Entry
from addin.documents.parts.known_figures import KnownFigures
from addin.documents.parts.people import People
from addin.documents.parts.report_material import Material, Span
from addin.documents.parts.report_results import discipline, results
from addin.documents.parts.request import Request
from addin.errors import PaperRefused
from addin.glossary.choices import LessonKind

ReportType = TypeVar("ReportType", bound=InspectionReport)


def report(
    kind: type[ReportType], symbol: str, reading: Reading, span: Span, request: Request
) -> tuple[ReportType, tuple[str, ...]]:
    """The context of a report dated today from the figures of its years, with the limitations accepted, and what it lacks."""
    gaps, on = Gaps(), request.on
    book, figures = reading.book, summarise(reading, span.first, span.last, on)
    known = KnownFigures(figures, gaps)
    material = Material(book, known, span, gaps, on)
    head = heading_of(book.settings, symbol, PartialDate.of(on), gaps)
    signer = People(reading).signer(on, gaps)
    superior = superior_committee(book.settings)
    context = kind(
        **head.fields(),
        summary=f"kết quả công tác kiểm tra, giám sát {span.words}",
        recipients=(f"- {superior},",) if superior else (),
        signer_post=signer.post,
        signer_name=signer.name,
        opening=f"{cell_title(book.settings, gaps)} báo cáo kết quả công tác kiểm tra, giám sát {span.words} như sau:",
        leadership=chapters.leadership(material),
        inspections=chapters.inspections(material),
        supervision=chapters.supervision(material),
        results=results(material),
        discipline=discipline(material),
        strengths=assessment.strengths(material),
        limitations=assessment.listed_texts(material, "reports.limitations", request.limitations),
        causes=assessment.listed_texts(material, "reports.lessons"),
        directions=assessment.directions(material),
        proposals=assessment.proposals(material),
    )
    _refuse_empty(context, span)
    return settled(context, book.members), tuple(gaps.told)


def _refuse_empty(context: InspectionReport, span: Span) -> None:
    """How many members there are is no report."""
    told = (
        context.inspections, context.supervision, context.results, context.discipline, context.strengths,
        context.limitations, context.causes, context.directions, context.proposals,
    )  # fmt: skip
    if all(line.strip(" .") in ("", BLANK) for part in told for line in part):
        raise PaperRefused(
            f"Chưa lập báo cáo: sổ chưa có số liệu kiểm tra, giám sát, xếp loại nào của {span.words}.",
            "Nhập ở các sheet Kế hoạch, Kiểm tra, Giám sát, Xếp loại, Chi bộ, Bài học rồi lập lại.",
        )


def accepted_limitations(_reading: Reading, request: Request, _number: str) -> tuple[Entry, ...]:
    """Rows of Bài học: what a person accepted into an issued report, the workbook knows."""
    year = request.year or request.last
    return tuple(Entry("lessons", {"year": year, "kind": LessonKind.SHORTCOMING, "text": text}) for text in request.limitations)
