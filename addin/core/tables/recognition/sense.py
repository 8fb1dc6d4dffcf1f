"""What a text may head: keys by table with how well the words fit, from an index of known headings as notions."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import islice, product

from addin import glossary
from addin.core.records import dataclass
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.heading_words import candidates, meanings
from addin.glossary.notions import Notions, evidence, readings
from addin.kept_texts import kept, kept_apart, kept_calls
from addin.patterns import pattern

Senses = Mapping[str, Mapping[str, int]]
NOTHING: Senses = {}
_FILLER, _CONTEXT, _LIGHTEST = 0.04, 0.05, 0.3
_HINT = pattern(r"\([^()]*(?:30|70|điểm|\dđ)[^()]*\)", re.IGNORECASE)
_LONGEST = 90


@dataclass(frozen=True, slots=True)
class _Phrase:
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
def _fillers() -> frozenset[str]:
    return frozenset(evidence()["fillers"])


@cache
def _context(table: str) -> frozenset[str]:
    return frozenset(evidence()["context"].get(table, ()))


@kept_calls
def _weight(table: str, notion: str) -> float:
    """A rare notion says most; one that goes without saying in the table, or a filler, next to nothing."""
    if notion in _fillers():
        return _FILLER
    if notion in _context(table):
        return _CONTEXT
    return max(_LIGHTEST, 1 - math.log(max(_counts()[notion], 1)) / 4)


@cache
def _index() -> tuple[tuple[_Phrase, ...], Mapping[str, tuple[tuple[int, float], ...]]]:
    """Every known heading, and by notion which of them hold it and what it weighs there."""
    phrases: list[_Phrase] = []
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for table, keys in evidence()["phrases"].items():
        for key, texts in keys.items():
            for text in texts:
                weighed = {notion: _weight(table, notion) for notion in sorted(set(text.split()))}
                for notion, weight in weighed.items():
                    places[notion].append((len(phrases), weight))
                phrases.append(_Phrase(table, key, weighed, sum(weighed.values())))
    return tuple(phrases), {notion: tuple(found) for notion, found in places.items()}


def is_ours(text: str, _found: object = None) -> bool:
    """A text made of words of our own lists alone says nothing of anybody."""
    return _our_words().issuperset(glossary.fold(text).split())


@cache
def _our_words() -> frozenset[str]:
    source = evidence()
    texts = [*source["foreign_headings"], *source["foreign_titles"], *glossary.sheet_names(), *glossary.ignored_headings()]
    texts += [text for titles in source["titles"].values() for text in titles]
    return _vocabulary() | {word for text in texts for word in text.split()}


@kept_apart(is_ours)
def sense(text: str) -> Senses:
    """{table: {key: fit}} of a heading as written; a key "a+b" stands for several in one column."""
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
    mended = {repaired: sense(repaired) for repaired in _mended(text)}
    top = max(map(_best, mended.values()), default=0)
    fitting = [senses for senses in mended.values() if _best(senses) == top]
    if top < weights.BESIDE_LISTED or len(fitting) > 1:
        return found
    return {table: {key: fit * weights.REPAIRED // 100 for key, fit in keys.items()} for table, keys in fitting[0].items()}


@kept_apart(is_ours)
def best_fits(text: str) -> Mapping[str, int]:
    """Of a heading by table how well it fits the key it fits best there: asked of every table it may head."""
    return best_of(mended_sense(text))


@kept_apart(is_ours)
def votes(text: str) -> Mapping[str, float]:
    """By table what a heading says for it: its best fit, less the more tables know it as surely."""
    return votes_of(best_fits(text))


def votes_of(best: Mapping[str, int]) -> Mapping[str, float]:
    """The same from the best fits."""
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
                if fit >= weights.WORDS and "+" not in key:
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
        if fit >= weights.COLUMN_ASKED:
            yield table, phrase.key, fit


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
    telling = [notion for notion in reading if notion not in _fillers()]
    return telling or reading


def _mended(text: str) -> list[str]:
    """The text with one slip a word mended, in every way that makes each word one of headings."""
    words = glossary.fold(text).split()
    vocabulary = _vocabulary()
    strange = [word for word in words if word not in vocabulary and not word.isdigit()]
    if not strange or len(strange) > _MOST_SLIPS or len(words) < 2:
        return []
    options = [_near(word) if word in strange else (word,) for word in words]
    return [" ".join(choice) for choice in islice(product(*options), _MOST_MENDED)]


_MOST_SLIPS, _MOST_MENDED = 2, 12


@cache
def _vocabulary() -> frozenset[str]:
    """Every word that headings are made of."""
    source = evidence()
    listed = {word for groups in source["notions"] for word in groups.split()}
    listed |= {word for keys in source["phrases"].values() for texts in keys.values() for text in texts for word in text.split()}
    return frozenset(listed | {word for short in source["abbreviations"] for word in short.split()})


@cache
def _slips() -> Mapping[str, frozenset[str]]:
    """A word without accents, or with one letter missing or two swapped → the words it may have been."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in _vocabulary():
        if len(word) > 1:
            for slip in _slips_of(word):
                found[slip].add(word)
    return {slip: frozenset(words) for slip, words in found.items()}


def _slips_of(word: str) -> Iterator[str]:
    plain = glossary.fold_plain(word)
    yield plain
    if len(plain) > 3:
        for at in range(len(plain)):
            yield plain[:at] + plain[at + 1 :]
        for at in range(len(plain) - 1):
            yield plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :]


def _near(word: str) -> tuple[str, ...]:
    """The words of headings that differ by a slip: accents, a letter too many, one missing, two swapped."""
    plain = glossary.fold_plain(word)
    slips = _slips()
    found = set(slips.get(plain, ()))
    if len(plain) > 3:
        for at in range(len(plain)):
            shorter = plain[:at] + plain[at + 1 :]
            found |= {one for one in slips.get(shorter, ()) if glossary.fold_plain(one) == shorter}
    return tuple(sorted(found))


@kept_apart(is_ours)
def is_foreign(text: str) -> bool:
    """Whether a heading belongs to the lists an office keeps beside ours: amounts, telephones, signatures."""
    return any(" ".join(sorted(reading)) in _foreign_headings() for reading in readings(text))


@cache
def _foreign_headings() -> frozenset[str]:
    return frozenset(evidence()["foreign_headings"])


@kept_apart(is_ours)
def titled(text: str) -> Mapping[str, float]:
    """How far a title or a sheet's name speaks for tables: the share of its telling words that one of their names explains."""
    found: dict[str, float] = {}
    for reading in readings(text):
        told = [title for notion in reading for title in _titles().get(notion, ()) if title.notions <= reading]
        whole = max(sum(map(_title_weight, reading)), 1e-9) if told else 1.0
        for title in sorted(told, key=lambda title: title.order):
            found[title.table] = max(found.get(title.table, 0.0), title.weight / whole)
    return found


@kept_apart(is_ours)
def says_foreign(text: str) -> bool:
    """Whether a title or name is that of a list which is none of ours."""
    titles = _foreign_titles()
    return any(title <= reading for reading in readings(text) for notion in reading for title in titles.get(notion, ()))


@dataclass(frozen=True, slots=True)
class _Title:
    """One name of a table, what its notions weigh, and where it stands among all."""

    table: str
    notions: Notions
    weight: float
    order: int


@cache
def _titles() -> Mapping[str, tuple[_Title, ...]]:
    """Every name under the notion of it that fewest names hold."""
    sets = [(table, frozenset(text.split())) for table, texts in evidence()["titles"].items() for text in texts]
    counts = Counter(notion for _table, notions in sets for notion in notions)
    found: dict[str, list[_Title]] = defaultdict(list)
    for order, (table, notions) in enumerate(sets):
        rarest = min(notions, key=lambda notion: (counts[notion], notion))
        found[rarest].append(_Title(table, notions, sum(map(_title_weight, notions)), order))
    return {notion: tuple(titles) for notion, titles in found.items()}


@cache
def _foreign_titles() -> Mapping[str, tuple[Notions, ...]]:
    """Titles of other lists, each under one of its notions."""
    found: dict[str, list[Notions]] = defaultdict(list)
    for text in evidence()["foreign_titles"]:
        found[min(text.split())].append(frozenset(text.split()))
    return {notion: tuple(titles) for notion, titles in found.items()}


def _title_weight(notion: str) -> float:
    return 0.1 if notion in _fillers() or notion.isdigit() or notion in _PLAIN_IN_TITLES else 1.0


_PLAIN_IN_TITLES = frozenset({"năm", "tổng", "hợp", "chi", "bộ", "result", "sổ", "theo", "dõi", "danh", "sách", "bảng", "quý", "tháng", "comrade", "đối", "qua", "kỳ", "đợt", "lần"})


def required_groups(table: str) -> list[list[str]]:
    """Groups of keys of each of which one must have a column."""
    return evidence()["requires"].get(table, [])
