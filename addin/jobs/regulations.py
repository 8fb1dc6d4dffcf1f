"""`regulations`: the register of instruments on a day, the cell's own among them, down to the article; what a citation means (F41, R7–R10)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from addin.core import regulations as register
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.regulations.citations import BASIS_OF_KIND
from addin.core.regulations.instruments import Instrument
from addin.core.regulations.parsing import Cited, find_cited
from addin.core.regulations.provisions import Provision, provisions
from addin.core.tables.known_regulations import own_bases, own_instruments, own_regulations
from addin.core.tables.rows.book import Book
from addin.errors import Misuse
from addin.glossary import fold_plain
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Entry:
    """One instrument as the register has it that day, `in_force` None where its days are not known; `place` is the cell's own line, None where the program brought it."""

    instrument: Instrument
    in_force: bool | None
    successor: Instrument | None
    place: Place | None = None
    provisions: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One citation in the words asked about: what it means that day, else what it may mean, or nearly says."""

    cited: Cited
    meant: Instrument | None


@dataclass(frozen=True, slots=True)
class RegulationsResult:
    """Everything that answers `words`, by date; `bases` are the Căn cứ lines of a kind of paper that day."""

    workbook: str
    on: date
    words: str
    entries: tuple[Entry, ...]
    readings: tuple[Reading, ...]
    kind: str | None = None
    bases: tuple[str, ...] = ()


def regulations(opened: Opened, on: date, words: str = "", kind: str | None = None) -> Outcome[RegulationsResult]:
    """The whole register, or what fits the words: a citation, part of a number or of a heading; of a kind alone its bases, Misuse where it has none."""
    book = opened.book
    readings = tuple(Reading(cited, cited.meant_on(on)) for cited in find_cited(words, own_instruments(book)))
    entries = [one for one in _entries(book, on) if not words or _fits(one.instrument, words, readings)] if words or not kind else []
    if words and len(entries) == 1:
        entries = [_opened_up(entries[0])]
    bases = _bases(book, on, kind) if kind else ()
    return Outcome(RegulationsResult(opened.name, on, words, tuple(entries), readings, kind, bases))


def _entries(book: Book, on: date) -> list[Entry]:
    """The built-in ones and the cell's own, by day of issue; what is no paper is left out."""
    built_in = [one for one in register.instruments().values() if one.is_paper and one.number]
    statutes = [one for one in register.instruments().values() if one.is_paper and not one.number]
    known = [Entry(one, one.is_known_in_force(on), _successor(one)) for one in (*statutes, *built_in)]
    own = [Entry(one.instrument, one.instrument.is_known_in_force(on), None, one.row.place("number")) for one in own_regulations(book)]
    return sorted([*known, *own], key=lambda entry: entry.instrument.issued.first if entry.instrument.issued else date.min)


def _successor(one: Instrument) -> Instrument | None:
    return register.instrument(one.replaced_by) if one.replaced_by else None


def _fits(one: Instrument, words: str, readings: tuple[Reading, ...]) -> bool:
    """What a citation may mean; without a citation, what has the words in number or heading."""
    if readings:
        return any(one == reading.meant if reading.meant else one in (reading.cited.candidates or reading.cited.near) for reading in readings)
    told = fold_plain(f"{one.kind or ''} {one.number or ''} {one.title or ''} {one.issuer or ''}")
    return all(word in told for word in fold_plain(words).split())


def _opened_up(entry: Entry) -> Entry:
    """With its chapters and articles."""
    return replace(entry, provisions=provisions(entry.instrument))


def _bases(book: Book, on: date, kind: str) -> tuple[str, ...]:
    """As the paper itself cites them; a rating's papers rest on the law of their year, so its last day is asked for."""
    from addin.documents.catalogue import KINDS, kind_of  # noqa: PLC0415 - the kinds of paper, only where one is asked about

    basis = kind_of(kind).legal_basis
    if basis is None:
        known = ", ".join(sorted(key for key, one in KINDS.items() if one.legal_basis is not None))
        raise Misuse(f"Loại văn bản “{kind}” không có dòng Căn cứ.", f"Các loại có căn cứ: {known}.")
    return register.citations.lines(basis.kind, on, own=own_bases(book, BASIS_OF_KIND.get(basis.kind, basis.kind), on))
