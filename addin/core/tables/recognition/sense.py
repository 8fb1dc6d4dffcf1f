"""What a text may head: keys by table with how well the words fit, from an index of known headings as notions."""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from addin import glossary
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.heading_words import candidates, meanings
from addin.core.tables.recognition.slips import mended, vocabulary
from addin.glossary.notions import Notions, evidence, readings
from addin.kept_texts import kept, kept_apart, kept_calls
from addin.patterns import pattern

Senses = Mapping[str, Mapping[str, int]]
NOTHING: Senses = {}
_FILLER, _CONTEXT, _LIGHTEST = 0.04, 0.05, 0.3
_HINT = pattern(r"\([^()]*(?:30|70|điểm|\dđ)[^()]*\)", re.IGNORECASE)
_LONGEST = 90


class _Phrase(NamedTuple):
    """One known heading of one table: what each of its notions weighs there, and all together."""

    table: str
    key: str
    weights: Mapping[str, float]
    weight: float


@cache
def _counts() -> Counter[str]:
    """In how many keys a notion stands."""
    counts: Counter[str] = Counter()
    for keys in evidence()["phrases"].values():
        for phrases in keys.values():
            counts.update({notion for phrase in phrases for notion in phrase.split()})
    return counts


@cache
def fillers() -> frozenset[str]:
    """Notions that say next to nothing."""
    return frozenset(evidence()["fillers"])


@cache
def _context(table: str) -> frozenset[str]:
    return frozenset(evidence()["context"].get(table, ()))


@kept_calls
def _weight(table: str, notion: str) -> float:
    """A rare notion says most; one that goes without saying in the table, or a filler, next to nothing."""
    if notion in fillers():
        return _FILLER
    if notion in _context(table):
        return _CONTEXT
    return max(_LIGHTEST, 1 - math.log(max(_counts()[notion], 1)) / 4)


@cache
def _index() -> tuple[tuple[_Phrase, ...], Mapping[str, tuple[tuple[int, float], ...]]]:
    """Every known heading, and by notion which of them hold it and what it weighs there."""
    phrases: list[_Phrase] = []
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    plain = {notion: _weight("", notion) for notion in _counts()}
    for table, keys in evidence()["phrases"].items():
        own = {**plain, **{notion: _weight(table, notion) for notion in _context(table)}}
        for key, texts in keys.items():
            for text in texts:
                weighed = {notion: own[notion] for notion in text.split()}
                for notion, weight in weighed.items():
                    places[notion].append((len(phrases), weight))
                phrases.append(_Phrase(table, key, weighed, sum(weighed.values())))
    return tuple(phrases), {notion: tuple(found) for notion, found in places.items()}


def is_ours(text: str, _found: object = None) -> bool:
    """A text made of words of our own lists alone says nothing of anybody."""
    return text in own_senses() or _our_words().issuperset(glossary.fold(text).split())


@cache
def _our_words() -> frozenset[str]:
    source = evidence()
    texts = [*source["foreign_headings"], *source["foreign_titles"], *glossary.sheet_names(), *glossary.ignored_headings()]
    texts += [text for titles in source["titles"].values() for text in titles]
    return vocabulary() | {word for text in texts for word in text.split()}


@kept_apart(is_ours)
def sense(text: str) -> Senses:
    """{table: {key: fit}} of a heading as written; a key "a+b" stands for several in one column."""
    found = own_senses().get(text)
    return found if found is not None else worked_out(text)


@cache
def own_senses() -> Mapping[str, Senses]:
    """The same of every text above the rows of our own sheets, worked out beforehand by `tools.heading_senses`."""
    found: Mapping[str, Senses] = json.loads(Path(__file__).with_name("senses.json").read_text(encoding="utf-8"))
    return found


def worked_out(text: str) -> Senses:
    """The sense of a text, of whomever."""
    if len(text) > _LONGEST or not text.strip():
        return NOTHING
    found: dict[str, dict[str, int]] = {}
    is_hinted = bool(_HINT.search(text))
    for table, keys in meanings(text).items():
        found[table] = _listed(keys, is_hinted=is_hinted)
    settled = frozenset() if is_hinted else frozenset(found)
    _add(found, text, settled)
    return found


def _listed(keys: tuple[str, ...], *, is_hinted: bool) -> dict[str, int]:
    """A heading the list holds: of one key, of several in one column, or of any of several."""
    if len(keys) > 1:
        return {"+".join(keys): weights.EXACT}
    either = candidates(keys[0])
    fit = weights.HINTED if is_hinted else weights.EXACT if len(either) == 1 else weights.EITHER
    return dict.fromkeys(either, fit)


@kept_apart(is_ours)
def plain_heading(text: str) -> str:
    """A heading folded, without what stands in brackets."""
    return glossary.fold((re.sub(r"\([^()]*\)", " ", text) or text) if "(" in text else text)


@kept_apart(is_ours)
def is_ignored(text: str) -> bool:
    """Whether a column headed so holds nothing of ours: running numbers."""
    return glossary.fold(text) in glossary.ignored_headings()


@kept_apart(is_ours)
def mended_sense(text: str) -> Senses:
    """What a heading that means nothing as it is written means once a slip of the pen is mended."""
    found = sense(text)
    if _best(found) >= weights.COLUMN_ACCEPTED:
        return found
    repairs = {repaired: sense(repaired) for repaired in mended(text)}
    top = max(map(_best, repairs.values()), default=0)
    fitting = [senses for senses in repairs.values() if _best(senses) == top]
    if top < weights.BESIDE_LISTED or len(fitting) > 1:
        return found
    return {table: {key: fit * weights.REPAIRED // 100 for key, fit in keys.items()} for table, keys in fitting[0].items()}


def votes_of(best: Mapping[str, int]) -> Mapping[str, float]:
    """By table what a heading says for it: its best fit, less the more tables know it as surely."""
    least_sure = max(best.values(), default=0) - weights.AS_SURE
    sure = sum([fit >= least_sure for fit in best.values()])
    return {table: fit / 100 / max(sure, 1) + 0.1 for table, fit in best.items() if fit >= weights.COLUMN_ASKED}


def best_of(found: Senses) -> Mapping[str, int]:
    """By table the best fit of any key."""
    return {table: max(keys.values(), default=0) for table, keys in found.items()}


def _best(found: Senses) -> int:
    return max((fit for keys in found.values() for fit in keys.values()), default=0)


def _add(found: dict[str, dict[str, int]], text: str, settled: frozenset[str]) -> None:
    """What the notions of a text come to in the tables whose list does not hold it."""
    for reading in readings(text):
        for table, key, fit in _fits(reading):
            if table in settled:
                if fit >= weights.WORDS:
                    found[table].setdefault(key, weights.BESIDE_LISTED)
                continue
            keys = found.setdefault(table, {})
            keys[key] = max(fit, keys.get(key, 0))


def _fits(reading: Notions) -> Iterator[tuple[str, str, int]]:
    """Known headings that share a word: what is shared is summed over all of them at once, then the few near ones weighed."""
    phrases, places = _index()
    telling = _telling(reading)
    shared: dict[int, float] = {}
    for notion in telling:
        for at, weight in places.get(notion, ()):
            shared[at] = shared.get(at, 0.0) + weight
    others = reading.difference(telling)
    own: dict[str, float] = {}
    for at, common in shared.items():
        phrase = phrases[at]
        table = phrase.table
        if table not in own:
            own[table] = _weight_of(reading, table)
        together = (own[table] + phrase.weight) / (2 * weights.WORDS)
        if (common + _FILLER * len(others)) < weights.COLUMN_ASKED * together:
            continue
        fit = int((common + sum([phrase.weights.get(notion, 0.0) for notion in others])) / together + _ROUNDING)
        if fit >= weights.COLUMN_ASKED and not _is_denied(phrase, reading):
            yield table, phrase.key, fit


def _is_denied(phrase: _Phrase, reading: Notions) -> bool:
    """Whether a reading has words that no heading of the key has, but those the phrase has itself, or lacks what all have."""
    denied, needed = _by_key("denied", phrase.table).get(phrase.key), _by_key("needed", phrase.table).get(phrase.key)
    if needed and reading.isdisjoint(needed):
        return True
    return bool(denied) and any(word in reading and word not in phrase.weights for word in denied or ())


@cache
def _by_key(what: Literal["denied", "needed"], table: str) -> Mapping[str, list[str]]:
    return evidence()[what].get(table, {})


_ROUNDING = 1e-9


def _weight_of(reading: Notions, table: str) -> float:
    """What all notions of a reading weigh in a table: the same in all that take none of them for granted."""
    context = _context(table)
    return _plain_weight(reading) if context.isdisjoint(reading) else sum([_weight(table, notion) for notion in reading])


@kept
def _plain_weight(reading: Notions) -> float:
    return sum([_weight("", notion) for notion in reading])


def _telling(reading: Notions) -> Collection[str]:
    """The notions by which candidates are looked up: not the fillers, where anything else is there."""
    telling = [notion for notion in reading if notion not in fillers()]
    return telling or reading


@kept_apart(is_ours)
def is_foreign(text: str) -> bool:
    """Whether a heading belongs to the lists an office keeps beside ours: amounts, telephones, signatures."""
    return any(" ".join(sorted(reading)) in _foreign_headings() for reading in readings(text))


def is_signed(text: str) -> bool:
    """Whether people sign in a column headed so."""
    return any(" ".join(sorted(reading)) in evidence()["signed"] for reading in readings(text))


def is_remark(text: str) -> bool:
    """Whether a column only numbers rows or holds remarks: it speaks for no table and against none."""
    return any(reading <= _remarks() for reading in readings(text))


@cache
def _remarks() -> frozenset[str]:
    return frozenset(notion for text in evidence()["remarks"] for notion in text.split())


@kept_apart(is_ours)
def strange_to(text: str) -> frozenset[str]:
    """Tables in which a heading, or a parent, is known to mean none of their keys."""
    found = {" ".join(sorted(reading)) for reading in readings(text)}
    return frozenset(table for table, texts in evidence()["strangers"].items() if not found.isdisjoint(texts))


@cache
def _foreign_headings() -> frozenset[str]:
    return frozenset(evidence()["foreign_headings"])


def required_groups(table: str) -> list[list[str]]:
    """Groups of keys of each of which one must have a column."""
    return evidence()["requires"].get(table, [])
