"""What stands where in an instrument: its chapters and articles as far as anybody saw them, and what we take from each.

Nothing is said of an article that neither the register nor a dated value names: a place nobody saw is not listed.
"""

from __future__ import annotations

import re
from datetime import date

from addin.core.records import dataclass
from addin.core.references import Confidence
from addin.core.regulations.instruments import Instrument
from addin.core.regulations.store import compiled

_AFTER_ARTICLES = 1_000


@dataclass(frozen=True, slots=True)
class Taken:
    """One value we take from a place: what it is, since when, how sure we are."""

    what: str
    since: date
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Provision:
    """A chapter, article, clause or point as it is cited; `about` where somebody saw what it rules."""

    place: str
    about: str | None
    confidence: Confidence
    taken: tuple[Taken, ...] = ()


def provisions(one: Instrument) -> tuple[Provision, ...]:
    """The chapters and articles of the register, then the places dated values are taken from, each once."""
    found: dict[str, list[Taken]] = {}
    for parameter in compiled()["parameters"].values():
        for entry in parameter["values"]:
            place = entry["text"].removesuffix(one.cite_with_day()).strip() if entry["instrument"] == one.id else ""
            if place:
                taken = Taken(parameter["description"], date.fromisoformat(entry["since"]), Confidence(entry["confidence"]))
                found.setdefault(place, []).append(taken)
    named = {part.name: Provision(part.name, part.about, part.confidence, tuple(found.get(part.name, ()))) for part in one.parts}
    others = (Provision(place, None, _surest(taken), tuple(taken)) for place, taken in found.items() if place not in named)
    return tuple(sorted([*named.values(), *others], key=lambda provision: _place_order(provision.place)))


def _surest(taken: list[Taken]) -> Confidence:
    marks = [one.confidence for one in taken]
    return Confidence.VERIFIED if Confidence.VERIFIED in marks else marks[0]


def _place_order(place: str) -> tuple[int, list[int], str]:
    """By article, the whole of it first, then clause by clause; what stands in no article comes last."""
    article = re.search(r"Điều (\d+)", place)
    inside = place[: article.start()] if article else place
    return (int(article[1]) if article else _AFTER_ARTICLES, [int(number) for number in re.findall(r"\d+", inside)], place)
