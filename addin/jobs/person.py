"""`person`: one member's whole record, made on request; the log keeps which row of the list it was made of, and no name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.jobs.document import DocumentResult, document
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome

KIND = "member-record"


def person(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[DocumentResult]:
    """Misuse where nobody of the list is meant, or several are."""
    opened.require("members")
    found = People(opened.reading).meant(request.needed_name).source
    outcome = document(opened, KIND, request, templates)
    told = {"person": {"sheet": found.sheet, "row": found.row}}
    return replace(outcome, effects=replace(outcome.effects, logged=told))
