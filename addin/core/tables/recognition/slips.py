"""Slips of the pen in headings: a letter missing, too many or swapped, accents left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice, product

from addin import glossary
from addin.glossary.notions import evidence


def mended(text: str) -> list[str]:
    """The text with one slip a word mended, in every way that makes each word one of headings."""
    bare, bracket, rest = text.partition("(")
    words = glossary.fold(bare).split()
    known = vocabulary()
    strange = [word for word in words if word not in known and not word.isdigit()]
    if not strange or len(strange) > _MOST_SLIPS or len(words) < 2:
        return []
    options = [_near(word) if word in strange else (word,) for word in words]
    return [f"{' '.join(choice)} {bracket}{rest}".strip() for choice in islice(product(*options), _MOST_MENDED)]


_MOST_SLIPS, _MOST_MENDED = 2, 12


@cache
def vocabulary() -> frozenset[str]:
    """Every word that headings are made of."""
    source = evidence()
    listed = {word for groups in source["notions"] for word in groups.split()}
    listed |= {word for keys in source["phrases"].values() for texts in keys.values() for text in texts for word in text.split()}
    return frozenset(listed | {word for short in source["abbreviations"] for word in short.split()})


@cache
def _plain_words() -> Mapping[str, tuple[str, ...]]:
    """Words without accents → the words of headings they may be."""
    words = [word for word in vocabulary() if len(word) > 1 and word.isalnum()]
    together = glossary.fold_plain(" ".join(words)).split()
    named = [word for word in vocabulary() if len(word) > 1 and not word.isalnum()]
    found: dict[str, list[str]] = defaultdict(list)
    for word, plain in (*zip(words, together, strict=True), *((word, glossary.fold_plain(word)) for word in named)):
        found[plain].append(word)
    return {plain: tuple(words) for plain, words in found.items()}


@cache
def _letters() -> str:
    return "".join(sorted(set("".join(_plain_words()))))


def _near(word: str) -> tuple[str, ...]:
    """The words of headings that differ by a slip: accents, a letter too many, one missing, two swapped."""
    known = _plain_words()
    found = {one for slip in _slips_of(glossary.fold_plain(word)) if slip in known for one in known[slip]}
    return tuple(sorted(found))


def _slips_of(plain: str) -> Iterator[str]:
    """What may have been meant; words of up to three letters only as they are, or as a longer one."""
    yield plain
    places = range(len(plain))
    if len(plain) > _SHORT:
        yield from (plain[:at] + plain[at + 1 :] for at in places)
        yield from (plain[:at] + plain[at + 1] + plain[at] + plain[at + 2 :] for at in places[:-1])
    if len(plain) >= _SHORT:
        yield from (plain[:at] + letter + plain[at:] for at in range(len(plain) + 1) for letter in _letters())


_SHORT = 3
