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
    words = glossary.fold(text).split()
    known = vocabulary()
    strange = [word for word in words if word not in known and not word.isdigit()]
    if not strange or len(strange) > _MOST_SLIPS or len(words) < 2:
        return []
    options = [_near(word) if word in strange else (word,) for word in words]
    return [" ".join(choice) for choice in islice(product(*options), _MOST_MENDED)]


_MOST_SLIPS, _MOST_MENDED = 2, 12


@cache
def vocabulary() -> frozenset[str]:
    """Every word that headings are made of."""
    source = evidence()
    listed = {word for groups in source["notions"] for word in groups.split()}
    listed |= {word for keys in source["phrases"].values() for texts in keys.values() for text in texts for word in text.split()}
    return frozenset(listed | {word for short in source["abbreviations"] for word in short.split()})


@cache
def _slips() -> Mapping[str, frozenset[str]]:
    """A word without accents, or with one letter missing or two swapped → the words it may have been."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in vocabulary():
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
