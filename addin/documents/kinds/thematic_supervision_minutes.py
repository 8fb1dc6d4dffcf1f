"""Biên bản of a session of a thematic supervision (GS4, GS6, GS7, GS11)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import SUPERVISION
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.papers import SessionMinutes
from addin.documents.parts.cycle.sessions import MEMBER, NOTICE, OTHERS, PLAN, build_session
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The minutes of the session asked for, the first where none is."""
    return build_session(reading, request, (SUPERVISION,), KIND.variant(request))


KIND = Kind(
    id="thematic-supervision-minutes",
    title="Biên bản giám sát chuyên đề",
    context=SessionMinutes,
    build=build,
    template="working-minutes",
    each=each_member,
    variants=(
        (PLAN, "Biên bản triển khai kế hoạch giám sát"),
        (MEMBER, "Biên bản làm việc với đảng viên được giám sát"),
        (OTHERS, "Biên bản thẩm tra với tổ chức, cá nhân"),
        (NOTICE, "Biên bản triển khai Thông báo kết luận giám sát"),
    ),
)
