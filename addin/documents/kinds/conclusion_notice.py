"""Thông báo kết luận kiểm tra to one member (KT10)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION, ON_SIGNS
from addin.documents.parts.cycle.case import each_member
from addin.documents.parts.cycle.notice import SYMBOL, ConclusionNotice, build_notice, has_its_number, squares
from addin.documents.parts.cycle.standing import stands_in_case
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The notice to one member."""
    return build_notice(reading, request, (INSPECTION, ON_SIGNS))


KIND = Kind(
    id="conclusion-notice",
    title="Thông báo kết luận kiểm tra",
    context=ConclusionNotice,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    has_its_number=has_its_number,
    squares=squares,
    each=each_member,
    stands=stands_in_case("conclusion-notice", SYMBOL, (INSPECTION, ON_SIGNS)),
)
