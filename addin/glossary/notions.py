"""What a heading or title says, as notions: abbreviations written out, words that mean one thing taken as one.

Reads `evidence.json` once, when a heading is met that the list does not hold as it is written; `evidence.yaml`
beside it is its source.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from pathlib import Path
from typing import TypedDict

from addin.glossary.folding import fold
from addin.kept_texts import kept
from addin.patterns import pattern

_BRACKETS = pattern(r"\([^()]*\)")
_POINTS = pattern(r"\([^()]*(?:30|70|điểm|\dđ)[^()]*\)", re.IGNORECASE)
_VOTES = pattern(r"\([^()]*\bphiếu\b[^()]*\)", re.IGNORECASE)
_MOST_READINGS = 6
Notions = frozenset[str]


class Evidence(TypedDict):
    """The compiled list."""

    abbreviations: dict[str, list[str]]
    notions: dict[str, str]
    fillers: list[str]
    context: dict[str, list[str]]
    phrases: dict[str, dict[str, list[str]]]
    titles: dict[str, list[str]]
    foreign_titles: list[str]
    foreign_headings: list[str]
    nobodys: list[str]
    remarks: list[str]
    signed: list[str]
    strangers: dict[str, list[str]]
    denied: dict[str, dict[str, list[str]]]
    needed: dict[str, dict[str, list[str]]]
    requires: dict[str, list[list[str]]]


@cache
def evidence() -> Evidence:
    """The compiled list."""
    found: Evidence = json.loads(Path(__file__).with_name("evidence.json").read_text(encoding="utf-8"))
    return found


@kept
def readings(text: str) -> tuple[Notions, ...]:
    """Each way a text may be meant, as a set of notions; several where an abbreviation stands for several words."""
    return tuple(dict.fromkeys(map(frozenset, ordered(text, _lexicon()))))


class Lexicon:
    """Abbreviations with what they stand for, and groups of words with their notion; both by how they begin."""

    def __init__(self, abbreviations: Mapping[str, list[str]], notions: Mapping[str, str]) -> None:
        self.abbreviations, self.notions = abbreviations, notions
        self.pairs = frozenset(short.partition(" ")[0] for short in abbreviations if " " in short)
        self.longest: dict[str, int] = {}
        for group in notions:
            first, length = group.partition(" ")[0], group.count(" ") + 1
            if length > self.longest.get(first, 0):
                self.longest[first] = length


@cache
def _lexicon() -> Lexicon:
    return Lexicon(evidence()["abbreviations"], evidence()["notions"])


def ordered(text: str, lexicon: Lexicon) -> list[tuple[str, ...]]:
    """The same in the order of the words."""
    hints = tuple(notion for notion, hint in (("points", _POINTS), ("votes", _VOTES)) if "(" in text and hint.search(text))
    words = fold(_BRACKETS.sub(" ", text) or text).split()
    spelt = _written_out(words, lexicon)
    return [(*_grouped(option, lexicon), *hints) for option in spelt]


def _written_out(words: list[str], lexicon: Lexicon) -> list[list[str]]:
    options: list[list[str]] = []
    abbreviations, pairs, at = lexicon.abbreviations, lexicon.pairs, 0
    while at < len(words):
        word = words[at]
        pair = " ".join(words[at : at + 2]) if word in pairs else word
        if pair in abbreviations and pair != word:
            options.append(abbreviations[pair])
            at += 2
            continue
        options.append(abbreviations.get(word, [word]))
        at += 1
    found = []
    for choice in product(*options):
        found.append(" ".join(choice).split())
        if len(found) == _MOST_READINGS:
            break
    return found


def _grouped(words: list[str], lexicon: Lexicon) -> list[str]:
    """Words taken together from the left, the longest group first."""
    found, at, notions, longest = [], 0, lexicon.notions, lexicon.longest
    while at < len(words):
        for length in range(min(longest.get(words[at], 0), len(words) - at), 0, -1):
            notion = notions.get(" ".join(words[at : at + length]))
            if notion is not None:
                found.append(notion)
                at += length
                break
        else:
            found.append(words[at])
            at += 1
    return found
