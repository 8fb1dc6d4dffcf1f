"""`whatif`: before the vote, who can still be HTXS under the cap, and what would change it."""

from __future__ import annotations

from addin.core.numerals import padded
from addin.core.ratings import Candidate, Change
from addin.core.ratings import whatif as ask
from addin.glossary import level_words
from addin.jobs.answers import place_form, plain
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome, Told
from addin.jobs.reasons import reason_form


def whatif(opened: Opened, year: int) -> Outcome[Told]:
    """Facts in the order of facts; the meeting decides."""
    opened.require("members")
    asked = ask(opened.reading, year)
    answer = {
        "workbook": opened.name,
        "year": year,
        "cap": asked.quota.cap,
        "fits": asked.fits,
        "selections": asked.selections,
        "candidates": [_candidate_form(candidate) for candidate in asked.candidates],
        "changes": [_change_form(change) for change in asked.changes],
        "notes": list(asked.notes),
    }
    cap = "chưa xác định" if asked.quota.cap is None else f"{padded(asked.quota.cap)} đồng chí"
    lines = [f"Trước khi bỏ phiếu năm {year}: {padded(len(asked.candidates))} đồng chí còn có thể xuất sắc, giới hạn {cap}."]
    for candidate in asked.candidates:
        doubt = "" if candidate.is_certain else " (còn thiếu dữ liệu)"
        lines.append(f"• {candidate.full_name}{doubt}")
        lines += [f"    – {fact.text}" for fact in candidate.facts]
    lines += [_change_line(change, year) for change in asked.changes]
    lines += asked.notes
    return Outcome(Told(answer, tuple(lines)))


def _candidate_form(candidate: Candidate) -> dict[str, object]:
    return {
        "full_name": candidate.full_name,
        "certain": candidate.is_certain,
        "facts": [reason_form(fact) for fact in candidate.facts],
    }


def _change_form(change: Change) -> dict[str, object]:
    return {
        "full_name": change.full_name,
        "what": change.what,
        "from": plain(change.from_level),
        "to": plain(change.to_level),
        "places": [place_form(place) for place in change.places],
    }


def _change_line(change: Change, year: int) -> str:
    goes_to = f" → {level_words(change.to_level.value, year, 'member')}" if change.to_level else ""
    return f"• {change.full_name}: {change.what}{goes_to}"
