"""Đề cương báo cáo tự kiểm tra: what the member is asked (KT3)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.outline import SelfReport, build_outline
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The outline for one member."""
    return build_outline(reading, request, (INSPECTION, ON_SIGNS))


KIND = Kind(
    id="self-report-outline",
    title="Đề cương báo cáo tự kiểm tra",
    context=SelfReport,
    build=build,
    each=each_member,
)
