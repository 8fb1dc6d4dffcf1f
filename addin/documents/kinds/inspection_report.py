"""Báo cáo kết quả kiểm tra of the team on one member (KT8)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.results import ResultReport, build_report
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The report on one member."""
    return build_report(reading, request, (INSPECTION,))


KIND = Kind(
    id="inspection-report",
    title="Báo cáo kết quả kiểm tra",
    context=ResultReport,
    build=build,
    each=each_member,
)
