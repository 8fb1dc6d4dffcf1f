"""Kế hoạch giám sát chuyên đề: the inspection's plan with the words of supervision (GS1)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cycle.acts import SUPERVISION
from addin.documents.parts.cycle.plan import SYMBOL, CasePlan, build_plan, lacks_contents
from addin.documents.parts.cycle.standing import stands_in_case
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The plan, without its number."""
    return build_plan(reading, request, (SUPERVISION,))


KIND = Kind(
    id="thematic-supervision-plan",
    title="Kế hoạch giám sát chuyên đề",
    context=CasePlan,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    template="inspection-plan",
    stands=stands_in_case("thematic-supervision-plan", SYMBOL, (SUPERVISION,)),
    lacks=lacks_contents,
)
