"""Builds the context of a report from a reading: the figures of its years are worked out once."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.core.summaries import summarise
from addin.documents.parts import report_chapters as chapters
from addin.documents.parts.contexts import settled
from addin.documents.parts.figure_words import figure_words
from addin.documents.parts.heading import Gaps, cell_title, heading_of, superior_committee
from addin.documents.parts.inspection_report import FigureLine, InspectionReport, SourceLine
from addin.documents.parts.known_figures import KnownFigures
from addin.documents.parts.people import People
from addin.documents.parts.report_material import Material, Span
from addin.documents.parts.report_results import discipline, results
from addin.documents.parts.squares import squares

if TYPE_CHECKING:
    from addin.core.summaries.figures import Figure, Figures

_NO_SQUARE = "không có ô nào"
_ALWAYS = frozenset(
    {
        "members.total", "members.official", "members.probationary", "inspections.turns", "inspections.persons",
        "inspections.decision_count", "inspections.coverage", "supervision.notes", "supervision.members_never_noted",
        "shortcomings.by_kind", "remedies.due", "remedies.done", "remedies.overdue", "ratings.by_level",
        "cell_years.levels", "rewards", "disseminations.by_channel", "plan.items", "plan.done", "plan.late",
    }
)  # fmt: skip

ReportType = TypeVar("ReportType", bound=InspectionReport)


def report(
    kind: type[ReportType], symbol: str, reading: Reading, span: Span, on: date
) -> tuple[ReportType, tuple[str, ...]]:
    """The context of a report dated `on` from the figures of its years, and what it lacks."""
    gaps = Gaps()
    book, figures = reading.book, summarise(reading, span.first, span.last, on)
    known = KnownFigures(figures, gaps)
    material = Material(book, known, span, gaps)
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
        strengths=chapters.strengths(material),
        limitations=chapters.listed_texts(material, "reports.limitations"),
        causes=chapters.listed_texts(material, "reports.lessons"),
        directions=chapters.directions(material),
        proposals=chapters.proposals(material),
        figures=_figure_lines(figures),
        sources=_source_lines(figures),
    )
    return settled(context, book.members), tuple(gaps.told)


def _shown(figures: Figures) -> tuple[Figure, ...]:
    """What the tables hold: figures somebody entered, and those every report must speak of."""
    told = (figure for figure in figures.figures if not figure.id.startswith("interval."))
    return tuple(figure for figure in told if figure.value is not None or figure.id in _ALWAYS)


def _figure_lines(figures: Figures) -> tuple[FigureLine, ...]:
    return tuple(
        FigureLine(order=str(order), label=figure.label, value=figure_words(figure))
        for order, figure in enumerate(_shown(figures), 1)
    )


def _source_lines(figures: Figures) -> tuple[SourceLine, ...]:
    """Figures without squares say so: no square speaks of them."""
    return tuple(
        SourceLine(order=str(order), label=figure.label, squares=squares(figure.places) or _NO_SQUARE)
        for order, figure in enumerate(_shown(figures), 1)
    )
