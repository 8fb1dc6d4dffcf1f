"""An invented kind of paper, whole in one module: what adding one takes (docs/developing.md)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Entry, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.request import Request

_BASIS = LegalBasis("inspection-programme")


@dataclass(frozen=True, slots=True, kw_only=True)
class TreePlanting(Issued):
    """Who plants how many trees."""

    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    task: str = word("câu giao trồng cây")


def build(reading: Reading, request: Request) -> Built:
    """The plan of one year for one member, and what it lacks."""
    gaps = Gaps()
    context = TreePlanting(
        **issued_fields(reading, KIND.symbol, request.on, gaps),
        summary=f"trồng cây năm {request.needed_year}",
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps),
        task=f"Giao đồng chí {request.needed_name} trồng 05 cây, trong đó 12,5% là cây ăn quả.",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def entries(_: Reading, request: Request, number: str) -> tuple[Entry, ...]:
    """The task, in the sheet of tasks."""
    return (Entry("plan_items", {"year": request.needed_year, "members": request.needed_name, "superior_plan": number}),)


KIND = Kind(
    id="tree-planting",
    title="Kế hoạch trồng cây",
    context=TreePlanting,
    build=build,
    symbol="KH",
    series="KH",
    legal_basis=_BASIS,
    entries=entries,
)
