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
    requires: dict[str, list[list[str]]]


@cache
def evidence() -> Evidence:
    """The compiled list."""
    found: Evidence = json.loads(Path(__file__).with_name("evidence.json").read_text(encoding="utf-8"))
    return found


@kept
def readings(text: str) -> tuple[Notions, ...]:
    """Each way a text may be meant, as a set of notions; several where an abbreviation stands for several words."""
    source = evidence()
    return tuple(dict.fromkeys(map(frozenset, ordered(text, source["abbreviations"], source["notions"]))))


def ordered(text: str, abbreviations: Mapping[str, list[str]], notions: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The same in the order of the words."""
    has_points = bool(_POINTS.search(text))
    words = fold(_BRACKETS.sub(" ", text) or text).split()
    spelt = _written_out(words, abbreviations)
    return [(*_grouped(option, notions), *(("points",) if has_points else ())) for option in spelt]


def _written_out(words: list[str], abbreviations: Mapping[str, list[str]]) -> list[list[str]]:
    options: list[list[str]] = []
    at = 0
    while at < len(words):
        pair = " ".join(words[at : at + 2])
        if pair in abbreviations:
            options.append(abbreviations[pair])
            at += 2
            continue
        options.append(abbreviations.get(words[at], [words[at]]))
        at += 1
    found = []
    for choice in product(*options):
        found.append(" ".join(choice).split())
        if len(found) == _MOST_READINGS:
            break
    return found


def _grouped(words: list[str], notions: Mapping[str, str]) -> list[str]:
    """Words taken together from the left, the longest group first."""
    found, at = [], 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            notion = notions.get(" ".join(words[at : at + length]))
            if notion is not None:
                found.append(notion)
                at += length
                break
        else:
            found.append(words[at])
            at += 1
    return found


_LONGEST = 7
