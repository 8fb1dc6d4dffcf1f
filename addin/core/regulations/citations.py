"""Which instruments a document dated that day rests on, and how its Căn cứ lines read.

The lists themselves are dated values (`basis/*.yaml`), so a new regulation is one more line there. Nothing
here adds the closing `;` or `.`: the document does. `found` reads citations back out of text (parsing.py).
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from addin.core.regulations.instruments import Instrument, instrument
from addin.core.regulations.law import NotInForce, in_force
from addin.core.regulations.parsing import Cited, find_cited

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "BASIS_OF_KIND", "Cited", "basis", "find_cited", "for_contents", "for_decision",
    "for_inspection_decision", "lines", "rating_basis",
]  # fmt: skip

_INSPECTION = (
    "inspection-programme", "annual-plan", "inspection-decision", "inspection-plan", "team-schedule",
    "self-report-outline", "self-report", "working-minutes", "inspection-report", "conference-minutes",
    "conclusion-notice", "notice-minutes", "dossier-contents", "signs-inspection-plan", "signs-inspection-report",
    "denunciation-acceptance", "denunciation-report", "year-end-report", "term-report", "positive-factors",
)  # fmt: skip
_SUPERVISION = (
    "supervision-decision", "supervision-assignment", "group-leader-report", "thematic-supervision-plan",
    "thematic-supervision-report",
)  # fmt: skip
_RATING = (
    "review-minutes", "ballot", "count-minutes", "rating-list", "rating-proposal", "not-rated-list",
    "cell-rating-proposal", "explanation",
)  # fmt: skip

BASIS_OF_KIND = {
    **dict.fromkeys(_INSPECTION, "inspection"),
    **dict.fromkeys(_SUPERVISION, "supervision"),
    **dict.fromkeys(_RATING, "rating"),
    "discipline-decision": "discipline",
    "discipline-ballot": "discipline",
    "residence-request": "residence",
    "reward-proposal": "reward",
}
"""Document kinds of design.md §5 → their list in basis/. Kinds that rest on none are absent."""

_CONTENT_FILES = {"TD": "td", "NQ4": "nq4", "CT05": "ct05", "NG": "ng", "DVKDL": "dvkdl", "CT213": "ct213"}


def basis(kind: str, on: date) -> tuple[Instrument, ...]:
    """What a document of that kind (design.md §5, or a list's own name) rests on that day.

    Rating papers follow the rating year: give 31/12 of it, or call `rating_basis`. () for kinds that rest on
    nothing (`invitation`, `member-record`); NotInForce before the first instrument we know of.
    """
    name = BASIS_OF_KIND.get(kind, kind)
    if name in {"invitation", "member-record"}:
        return ()
    return _listed(f"basis.{name}", on)


def for_decision(on: date) -> tuple[Instrument, ...]:
    """What an inspection decision of that day rests on: the Statutes, then the regulation in force."""
    return basis("inspection", on)


def rating_basis(year: int) -> tuple[Instrument, ...]:
    """What the papers of a rating year rest on, whenever they are printed."""
    return basis("rating", date(year, 12, 31))


def for_contents(codes: Iterable[str], on: date) -> tuple[Instrument, ...]:
    """The instruments behind content codes (TD, NQ4…) that day, each once; free text and CM have none."""
    found: dict[str, Instrument] = {}
    for code in codes:
        if code in _CONTENT_FILES:
            try:
                listed = _listed(f"basis.contents.{_CONTENT_FILES[code]}", on)
            except NotInForce:
                continue
            found.update((one.id, one) for one in listed)
    return tuple(found.values())


def lines(kind: str, on: date, extra: Iterable[str] = (), own: Iterable[Instrument] = ()) -> tuple[str, ...]:
    """`Căn cứ …` lines, unpunctuated; `own` (what the cell's superior ruled) and `extra` (plans) follow in their order.

    Uniform: all instruments with what they are about, or, where that of one is not known, none.
    """
    listed = (*basis(kind, on), *own)
    has_titles = all(one.known_title for one in listed)
    cited = [one.cite(with_title=has_titles) for one in listed]
    return tuple(_line(text) for text in [*cited, *extra] if text.strip())


def for_inspection_decision(
    on: date, plan: str | None = None, superior_plan: str | None = None
) -> tuple[str, ...]:
    """Lines of an inspection decision: Statutes, regulation in force, the superior's plan, the cell's own."""
    return lines("inspection-decision", on, [text for text in (superior_plan, plan) if text])


def _listed(path: str, on: date) -> tuple[Instrument, ...]:
    return tuple(instrument(identifier) for identifier in in_force(on).get(path).items)


def _line(text: str) -> str:
    text = text.strip().rstrip(";.,").strip()
    return text if text.casefold().startswith("căn cứ") else f"Căn cứ {text}"
