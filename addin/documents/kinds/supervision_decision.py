"""Quyết định giám sát chuyên đề: the inspection's decision with the words of supervision; one template serves both."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.decision import (
    REMAKE,
    SUPERVISION_BASIS,
    SYMBOL,
    InspectionDecision,
    built,
    entries_of,
)
from addin.documents.parts.kind import Built, Entry, Kind
from addin.documents.parts.request import Request
from addin.glossary.choices import InspectionKind

_SUPERVISION = InspectionKind.THEMATIC_SUPERVISION


def build(reading: Reading, request: Request) -> Built:
    """One that stands in Kiểm tra, or the next from the plan of the year."""
    return built(reading, request, _SUPERVISION)


def _entries(reading: Reading, request: Request, number: str) -> tuple[Entry, ...]:
    return entries_of(reading, request, number, _SUPERVISION)


KIND = Kind(
    id="supervision-decision",
    title="Quyết định giám sát chuyên đề",
    context=InspectionDecision,
    build=build,
    symbol=SYMBOL,
    series=SYMBOL,
    legal_basis=SUPERVISION_BASIS,
    template="inspection-decision",
    remake=REMAKE,
    has_its_number=lambda _, request: bool(request.decision),
    entries=_entries,
    matter=None,
)
