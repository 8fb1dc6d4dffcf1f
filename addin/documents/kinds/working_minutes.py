"""Biên bản of a working session: the plan made known, with the member, with others (KT4, KT6, KT7)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.papers import SessionMinutes
from addin.documents.parts.cycle.sessions import MEMBER, OTHERS, PLAN, build_session
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The minutes of the session asked for, the first where none is."""
    return build_session(reading, request, (INSPECTION, ON_SIGNS), KIND.variant(request))


KIND = Kind(
    id="working-minutes",
    title="Biên bản làm việc",
    context=SessionMinutes,
    build=build,
    each=each_member,
    variants=(
        (PLAN, "Biên bản triển khai kế hoạch kiểm tra"),
        (MEMBER, "Biên bản làm việc với đảng viên"),
        (OTHERS, "Biên bản làm việc với tổ chức, cá nhân"),
    ),
)
