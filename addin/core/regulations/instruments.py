"""The register of instruments: each decision, regulation or guidance once, with the days it was in force.

What is not known is None and never counts against an instrument: `is_in_force` says no only where the
register is sure. Four entries are no papers (`number` None): the Statutes, and the three places a value
may come from when no paper is at hand (MAC-DINH, THUC-TE, LUONG-CO-SO).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from addin.core.dates import PartialDate
from addin.core.records import dataclass
from addin.core.references import Confidence
from addin.core.regulations.store import StoredInstrument, StoredPart, compiled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class UnknownInstrument(LookupError):
    """No instrument of that id: a slip of ours, never of the user's."""


@dataclass(frozen=True, slots=True)
class Part:
    """A chapter with its articles, or an article; `about` in our own words."""

    first: int
    last: int
    confidence: Confidence
    chapter: str | None = None
    about: str | None = None

    @property
    def name(self) -> str:
        """`Chương VII (Điều 30 đến Điều 33)`, `Điều 11`."""
        articles = f"Điều {self.first}" + (f" đến Điều {self.last}" if self.last > self.first else "")
        return f"Chương {self.chapter} ({articles})" if self.chapter else articles


@dataclass(frozen=True, slots=True)
class Instrument:
    """`kind` is the word before "số": Quy định, Hướng dẫn…; None where the source only wrote "QĐ".

    `effective_from` is the day of issue where nothing else was read; `effective_to` is the last day, taken
    from the successor's first where nothing else was read. `confidence` is that of number and date,
    `replaces_confidence` that of `replaces` (None where it replaces nothing).
    """

    id: str
    kind: str | None
    number: str | None
    title: str | None
    issuer: str | None
    issued: PartialDate | None
    effective_from: PartialDate | None
    effective_to: PartialDate | None
    replaces: tuple[str, ...]
    replaced_by: str | None
    confidence: Confidence
    replaces_confidence: Confidence | None
    note: str | None
    title_confidence: Confidence | None = None
    parts: tuple[Part, ...] = ()

    @property
    def known_title(self) -> str | None:
        """The title as a paper prints it: None where its wording was not seen, whatever is supposed of it."""
        supposed = (Confidence.RECALLED, Confidence.INFERRED)
        return None if self.title_confidence in supposed else self.title

    @property
    def is_paper(self) -> bool:
        """False for MAC-DINH, THUC-TE and LUONG-CO-SO, which no document may cite as its basis."""
        return self.kind is not None or self.number is not None

    def is_in_force(self, on: date) -> bool:
        """Whether it may be cited that day; unknown bounds never count against it."""
        begun = self.effective_from is None or not self.effective_from > on
        ended = self.effective_to is not None and self.effective_to < on
        return begun and not ended

    def is_known_in_force(self, on: date) -> bool | None:
        """Whether it was in force that day, for who asks about the text itself; None where its days are not known well enough to say."""
        begun, ended = _surely(self.effective_from, on, by_its_end=False), self.effective_to is not None and _surely(self.effective_to, on, by_its_end=True)
        if begun is False or ended is True:
            return False
        return None if begun is None or ended is None else True

    def cite(self, *, on_first_use: bool = True, with_title: bool = False) -> str:
        """`Quy định số 22-QĐ/TW, ngày 28/7/2021 của Ban Chấp hành Trung ương Đảng`; short when used again.

        `with_title` adds what it is about, as a Căn cứ line has it. Only what is known is said.
        """
        if self.number is None:
            return self.title or self.id
        name = f"{self.kind or 'Văn bản'} số {self.number}"
        if not on_first_use:
            return name
        issuer = f" của {self.issuer}" if self.issuer else ""
        return f"{name}{self._day_cited()}{issuer}{f' {self.known_title}' if with_title and self.known_title else ''}"

    def cite_with_day(self) -> str:
        """As a reference shows it: number and day, without the issuer."""
        return self.cite(on_first_use=False) + ("" if self.number is None else self._day_cited())

    def _day_cited(self) -> str:
        if self.issued is None:
            return ""
        return f", ngày {self.issued}" if self.issued.exact else f", năm {self.issued.year}"


def _surely(bound: PartialDate | None, on: date, *, by_its_end: bool) -> bool | None:
    """Whether a first day has come, or a last day is over; None where the day, or as much of it as is known, leaves it open."""
    if bound is None:
        return None
    first, last = (bound.first < on, bound.last < on) if by_its_end else (bound.first <= on, bound.last <= on)
    return first if first == last else None


@cache
def instruments() -> Mapping[str, Instrument]:
    """All of them, by id, in the order of the register."""
    return {key: instrument_of(key, stored) for key, stored in compiled()["instruments"].items()}


def instrument(identifier: str) -> Instrument:
    """One instrument; UnknownInstrument where there is none of that id."""
    try:
        return instruments()[identifier]
    except KeyError:
        raise UnknownInstrument(f"Không có văn bản «{identifier}» trong instruments.yaml.") from None


def instrument_of(identifier: str, stored: StoredInstrument) -> Instrument:
    """The stored entry as a value."""
    replaced, supposed = stored.get("replaces_confidence"), stored.get("title_confidence")
    return Instrument(
        id=identifier,
        kind=stored.get("kind"),
        number=stored.get("number"),
        title=stored.get("title"),
        issuer=stored.get("issuer"),
        issued=_day(stored.get("issued")),
        effective_from=_day(stored.get("effective_from")),
        effective_to=_day(stored.get("effective_to")),
        replaces=tuple(stored.get("replaces", ())),
        replaced_by=stored.get("replaced_by"),
        confidence=Confidence(stored["confidence"]),
        replaces_confidence=Confidence(replaced) if replaced else None,
        note=stored.get("note"),
        title_confidence=Confidence(supposed) if supposed else None,
        parts=tuple(_part(part) for part in stored.get("parts", ())),
    )


def _part(stored: StoredPart) -> Part:
    return Part(stored["first"], stored["last"], Confidence(stored["confidence"]), stored.get("chapter"), stored.get("about"))


def _day(text: str | None) -> PartialDate | None:
    return PartialDate(*map(int, text.split("-"))) if text else None
