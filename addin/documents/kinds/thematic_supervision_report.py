"""Báo cáo kết quả giám sát chuyên đề of the team on one member (GS8)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import SUPERVISION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.results import ResultReport, build_report
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The report on one member."""
    return build_report(reading, request, (SUPERVISION,))


KIND = Kind(
    id="thematic-supervision-report",
    title="Báo cáo kết quả giám sát chuyên đề",
    context=ResultReport,
    build=build,
    template="inspection-report",
    each=each_member,
)
