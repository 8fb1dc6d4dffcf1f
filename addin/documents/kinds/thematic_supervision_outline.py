"""Đề cương báo cáo of a member under thematic supervision (GS3)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import SUPERVISION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.outline import SelfReport, build_outline
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The outline for one member."""
    return build_outline(reading, request, (SUPERVISION,))


KIND = Kind(
    id="thematic-supervision-outline",
    title="Đề cương báo cáo của đảng viên được giám sát",
    context=SelfReport,
    build=build,
    template="self-report-outline",
    each=each_member,
)
