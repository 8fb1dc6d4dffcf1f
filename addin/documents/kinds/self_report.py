"""Báo cáo tự kiểm tra prepared for the member: identity and own data; the member writes and signs (KT5, GS5)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS, SUPERVISION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.outline import SelfReport, build_self_report
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The report of one member, to be written."""
    return build_self_report(reading, request, (INSPECTION, ON_SIGNS, SUPERVISION))


KIND = Kind(
    id="self-report",
    title="Báo cáo tự kiểm tra",
    context=SelfReport,
    build=build,
    each=each_member,
)
