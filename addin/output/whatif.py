"""Tells who can still be HTXS under the cap, and what would change it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from addin.core.numerals import padded
from addin.core.ratings.whatif import Candidate, Change
from addin.jobs.whatif import WhatIfResult
from addin.output.forms import place_form, plain
from addin.output.reasons import reason_form
from addin.output.values import level_shown


def form(result: WhatIfResult) -> dict[str, Any]:
    """`{"workbook", "year", "cap", "fits", "selections", "candidates", "changes", "notes"}`."""
    asked = result.asked
    return {
        "workbook": result.workbook,
        "year": asked.year,
        "cap": asked.quota.cap,
        "fits": asked.fits,
        "selections": asked.selections,
        "candidates": [_candidate_form(candidate) for candidate in asked.candidates],
        "changes": [_change_form(change) for change in asked.changes],
        "notes": list(asked.notes),
    }


def lines(result: WhatIfResult) -> Iterator[str]:
    """The cap, each candidate with the facts, what would change, what to know."""
    asked = result.asked
    cap = "chưa xác định" if asked.quota.cap is None else f"{padded(asked.quota.cap)} đồng chí"
    yield f"Trước khi bỏ phiếu năm {asked.year}: {padded(len(asked.candidates))} đồng chí còn có thể xuất sắc, giới hạn {cap}."
    if asked.quota.scope:
        yield asked.quota.scope
    for candidate in asked.candidates:
        yield f"• {candidate.full_name}{_doubt(candidate)}"
        yield from (f"    – {fact.text}" for fact in candidate.facts)
    yield from _change_lines(asked.changes, asked.year)
    yield from asked.notes


box = lines


def _doubt(candidate: Candidate) -> str:
    if candidate.is_weighed:
        return " (cấp có thẩm quyền xem xét)"
    return "" if candidate.is_certain else " (giả định: còn thiếu căn cứ)"


def _candidate_form(candidate: Candidate) -> dict[str, Any]:
    return {
        "full_name": candidate.full_name,
        "certain": candidate.is_certain,
        "facts": [reason_form(fact) for fact in candidate.facts],
    }


def _change_form(change: Change) -> dict[str, Any]:
    return {
        "full_name": change.full_name,
        "what": change.what,
        "from": plain(change.from_level),
        "to": plain(change.to_level),
        "places": [place_form(place) for place in change.places],
    }


def _change_lines(changes: Iterable[Change], year: int) -> Iterator[str]:
    """One line for all of whom the same is said."""
    same: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        goes_to = f" → {level_shown(change.to_level, year)}" if change.to_level else ""
        same.setdefault((change.what, goes_to), []).append(change.full_name)
    for (what, goes_to), names in same.items():
        yield f"• {'; '.join(names)}: {what}{goes_to}"
