"""The register of instruments as one workbook knows it: the built-in one, and what the cell added of its superior's on sheet Quy định.

A text the cell entered is used as entered; what it did not enter (issuer, kind, days in force) stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from addin import glossary
from addin.core.dates import PartialDate, years_named
from addin.core.records import dataclass
from addin.core.references import Confidence
from addin.core.regulations.instruments import Instrument
from addin.core.regulations.parsing import find_cited
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import LocalRegulation

_TOPICS: Mapping[str, tuple[str, ...]] = {
    "inspection": ("kiểm tra",),
    "supervision": ("giám sát",),
    "discipline": ("kỷ luật",),
    "rating": ("xếp loại", "kiểm điểm"),
    "residence": ("nơi cư trú",),
    "reward": ("khen thưởng",),
}
"""Lists of core/regulations/basis → words of a heading that make a text of the superior one of its bases."""

_PLANS = frozenset({"kh", "ctr"})
"""A superior's plan is cited from the plan it orders, not from here."""


@dataclass(frozen=True, slots=True)
class OwnRegulation:
    """A line of Quy định as an instrument, with the line itself."""

    row: LocalRegulation
    instrument: Instrument


def own_regulations(book: Book) -> tuple[OwnRegulation, ...]:
    """Those with a number, in the order of the sheet; an end that only the successor tells is filled in."""
    listed = [OwnRegulation(row, _instrument(row)) for row in book.regulations if row.number]
    known = tuple(one.instrument for one in listed)
    return tuple(replace(one, instrument=_ended(one, known)) for one in listed)


def own_instruments(book: Book) -> tuple[Instrument, ...]:
    """The same as instruments alone: what `find_cited` is asked with beside the built-in register."""
    return tuple(one.instrument for one in own_regulations(book)) if book.regulations else ()


def own_bases(book: Book, basis: str, on: date) -> tuple[Instrument, ...]:
    """The superior's texts a paper of that basis rests on that day: in force, about its matter, and of no other year."""
    words = [glossary.fold(word) for word in _TOPICS.get(basis, ())]
    return tuple(
        one.instrument
        for one in own_regulations(book)
        if one.instrument.is_in_force(on) and one.instrument.issued is not None and _is_about(one, words, on.year)
    )


def successor(row: LocalRegulation, book: Book) -> Instrument | None:
    """What Thay thế bởi names, where exactly one text of either register is meant."""
    return _successor(row, own_instruments(book))


def _is_about(one: OwnRegulation, words: Iterable[str], year: int) -> bool:
    title = glossary.fold(one.row.title or "")
    symbol = glossary.fold(one.row.number or "").split()
    is_plan = glossary.fold(one.row.kind or "") in (glossary.fold("Kế hoạch"), glossary.fold("Chương trình")) or bool(_PLANS.intersection(symbol))
    years = years_named(title)
    return not is_plan and any(word in title for word in words) and (not years or year in years)


def _instrument(row: LocalRegulation) -> Instrument:
    return Instrument(
        id=str(row.place("number")),
        kind=row.kind,
        number=row.number,
        title=_heading(row.title),
        issuer=row.issuer,
        issued=row.issued_on,
        effective_from=row.in_force_from or row.issued_on,
        effective_to=row.in_force_to,
        replaces=(),
        replaced_by=row.replaced_by,
        confidence=Confidence.LOCAL,
        replaces_confidence=None,
        note=None,
    )


def _heading(title: str | None) -> str | None:
    """`về công tác …`, as a basis line goes on with it."""
    if not title:
        return None
    text = title[:1].lower() + title[1:] if title[1:2].islower() else title
    return text if glossary.fold(text).startswith(("về ", "thi hành", "thực hiện", "một số", "triển khai", "hướng dẫn")) else f"về {text}"


def _ended(one: OwnRegulation, known: tuple[Instrument, ...]) -> Instrument:
    after = _successor(one.row, known) if one.instrument.effective_to is None else None
    begun = after.effective_from.exact if after is not None and after.effective_from is not None else None
    return replace(one.instrument, effective_to=PartialDate.of(begun - timedelta(days=1))) if begun else one.instrument


def _successor(row: LocalRegulation, known: tuple[Instrument, ...]) -> Instrument | None:
    named = [cited.instrument for cited in find_cited(row.replaced_by or "", known)]
    return named[0] if len(named) == 1 else None
