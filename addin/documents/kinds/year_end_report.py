"""Báo cáo tổng kết công tác kiểm tra, giám sát năm (documents.md §5 no. 17)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts.inspection_report import InspectionReport
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.report_building import accepted_limitations, report
from addin.documents.parts.report_material import Span
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter


@dataclass(frozen=True, slots=True, kw_only=True)
class YearEndReport(InspectionReport):
    """The report of one year."""


def build(reading: Reading, request: Request) -> Built:
    """The report dated today on that one year, and what it lacks."""
    return report(YearEndReport, KIND.symbol, reading, Span(request.needed_year, request.needed_year), request)


KIND = Kind(
    id="year-end-report",
    title="Báo cáo tổng kết năm",
    context=YearEndReport,
    build=build,
    symbol="BC",
    series="BC",
    entries=accepted_limitations,
    matter=Matter(("kiểm tra", "giám sát", "kết quả|tổng kết|công tác"), never=("tổ đảng", "chuyên đề")),
)
