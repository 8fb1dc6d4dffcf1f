"""Phiếu biểu quyết thi hành kỷ luật of a cell (KL10)."""

from __future__ import annotations

from addin.core.persons.reading import Reading
from addin.documents.parts.cases.ballots import DisciplineBallot, build_ballot
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.request import Request


def build(reading: Reading, request: Request) -> Built:
    """The ballot on the member asked for."""
    return build_ballot(reading, request, "thi hành kỷ luật")


KIND = Kind(
    id="discipline-ballot",
    title="Phiếu biểu quyết kỷ luật",
    context=DisciplineBallot,
    build=build,
)
