"""Báo cáo kết quả kiểm tra, giám sát nhiều năm: 2015-2020 is six calendar years and is said to be six."""

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
class TermReport(InspectionReport):
    """The report of several years."""


def build(reading: Reading, request: Request) -> Built:
    """The report dated today on those years, ends included, and what it lacks."""
    return report(TermReport, KIND.symbol, reading, Span(*request.needed_span), request)


KIND = Kind(
    id="term-report",
    title="Báo cáo tổng kết nhiệm kỳ",
    context=TermReport,
    build=build,
    symbol="BC",
    series="BC",
    entries=accepted_limitations,
    matter=Matter(("kiểm tra", "giám sát", "kết quả|tổng kết|công tác"), never=("tổ đảng", "chuyên đề")),
)
