"""Biên bản of making the conclusion known to the member: the cell's representative chairs (KT11)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.papers import SessionMinutes
from addin.documents.parts.cycle.sessions import NOTICE, build_session
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The minutes of one member."""
    return build_session(reading, request, (INSPECTION, ON_SIGNS), NOTICE)


KIND = Kind(
    id="notice-minutes",
    title="Biên bản triển khai Thông báo kết luận",
    context=SessionMinutes,
    build=build,
    template="working-minutes",
    each=each_member,
)
