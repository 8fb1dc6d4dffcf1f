"""A list whose headings are all misspelt ("Họ và tênn", "Ngày sịnh"): which table it nearly is, for a person to say."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from addin import glossary
from addin.core.grids import Grid
from addin.core.tables.recognition.choosing import HALVES, Choice
from addin.core.tables.recognition.heading_words import LONGEST_HEADING
from addin.core.tables.recognition.headings import Heading, likeliest_block
from addin.core.tables.rows.book import ROW_TYPES

_NEAR = 0.84
_FEWEST = 3


def nearly(grid: Grid) -> Choice | None:
    """The table most of whose headings these nearly are; None where fewer than three, or fewer than half, are near."""
    block = likeliest_block(grid)
    if block is None:
        return None
    named = [heading for heading in block.headings if glossary.fold(heading.text) not in glossary.ignored_headings()]
    found: dict[str, set[str]] = defaultdict(set)
    for heading in named:
        for table, key in _near(heading).items():
            found[table].add(HALVES.get(key, key))
    table = max(found, key=lambda name: len(found[name]), default="")
    if not table or len(found[table]) < _FEWEST or len(found[table]) * 2 < len(named):
        return None
    return Choice(block, table, is_weak=True)


def _near(heading: Heading) -> dict[str, str]:
    """Table → key of the spellings that differ in a letter or two; words that begin otherwise are not looked at."""
    plain = glossary.fold_plain(heading.text)
    if not plain or len(plain) > LONGEST_HEADING:
        return {}
    keys: dict[str, str] = {}
    spellings = _spellings().get(plain[0], {})
    fitting = [text for text in spellings if abs(len(text) - len(plain)) <= _FEWEST - 1]
    for text in difflib.get_close_matches(plain, fitting, n=_FEWEST, cutoff=_NEAR):
        for table, key in spellings[text].items():
            keys.setdefault(table, key)
    return keys


@cache
def _spellings() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    """First letter → plain heading → {table: key}."""
    found: dict[str, dict[str, dict[str, str]]] = {}
    for table in ROW_TYPES:
        for plain, key in glossary.plain_headers(table).items():
            found.setdefault(plain[:1], {}).setdefault(plain, {})[table] = key
    return found
