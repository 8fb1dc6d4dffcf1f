"""Kế hoạch kiểm tra of a decision or a planned member (KT1)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import INSPECTION
from addin.documents.parts.cycle.plan import SYMBOL, CasePlan, build_plan, lacks_contents
from addin.documents.parts.cycle.standing import stands_in_case
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The plan, without its number."""
    return build_plan(reading, request, (INSPECTION,))


KIND = Kind(
    id="inspection-plan",
    title="Kế hoạch kiểm tra",
    context=CasePlan,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    stands=stands_in_case("inspection-plan", SYMBOL, (INSPECTION,)),
    lacks=lacks_contents,
)
