"""Kế hoạch kiểm tra khi có dấu hiệu vi phạm: what the signs are is the contents of the row (DH1)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import ON_SIGNS
from addin.documents.parts.cycle.plan import SYMBOL, CasePlan, build_plan, lacks_contents
from addin.documents.parts.cycle.standing import stands_in_case
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The plan, without its number."""
    return build_plan(reading, request, (ON_SIGNS,))


KIND = Kind(
    id="signs-inspection-plan",
    title="Kế hoạch kiểm tra khi có dấu hiệu vi phạm",
    context=CasePlan,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    template="inspection-plan",
    stands=stands_in_case("signs-inspection-plan", SYMBOL, (ON_SIGNS,)),
    lacks=lacks_contents,
)
