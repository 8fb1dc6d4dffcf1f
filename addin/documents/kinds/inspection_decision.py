"""Quyết định kiểm tra: of members named in the plan, or one that stands in Kiểm tra made again."""

from __future__ import annotations

from addin.documents.parts.decision import BASIS, REMAKE, SYMBOL, InspectionDecision, built, entries_of
from addin.documents.parts.kind import Kind

build = built

KIND = Kind(
    id="inspection-decision",
    title="Quyết định kiểm tra",
    context=InspectionDecision,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    legal_basis=BASIS,
    remake=REMAKE,
    has_its_number=lambda _, request: bool(request.decision),
    entries=entries_of,
    matter=None,
)
