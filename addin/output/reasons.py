"""How a reason is told: one line for a person, one object for `--json`."""

from __future__ import annotations

from typing import Any

from addin.core.ratings import Reason
from addin.output.forms import place_form, reference_form


def reason_line(reason: Reason, squares: int = 0) -> str:
    """The text with its reference, and so many of the squares it rests on."""
    places = ", ".join(str(place) for place in reason.places[:squares])
    return f"{reason.cited}{f' ({places})' if places else ''}"


def reason_form(reason: Reason) -> dict[str, Any]:
    """`{"rule", "text", "reference", "places"}` of design.md §4."""
    return {
        "rule": reason.rule,
        "text": reason.text,
        "reference": reference_form(reason.reference),
        "places": [place_form(place) for place in reason.places],
    }
