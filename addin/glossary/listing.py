"""What the compiled list says: headings, sheets, choices, codes, levels, settings.

Reads `compiled.json` once, when first asked; `terms.yaml` beside it is its source and is read at build
time only (`python -m tools.compile_glossary`). An unknown table, key or list is a KeyError: a bug.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NotRequired, TypedDict

from addin.glossary.folding import fold, fold_plain

SEPARATOR = "|"  # between the spellings of one key in the compiled list; no folded text holds it


class _Table(TypedDict):
    sheet: str
    about: str
    columns: dict[str, str]
    headers: dict[str, str]
    ambiguous: NotRequired[dict[str, str]]


class _Choices(TypedDict):
    canonical: list[str]
    read: dict[str, str]


class _Codes(TypedDict):
    texts: dict[str, str]
    read: dict[str, str]
    stems: dict[str, list[str]]


class _Regime(TypedDict):
    until: int | None
    member: dict[str, str]
    party_cell: dict[str, str]


class _Settings(TypedDict):
    sheet: str
    about: str
    columns: dict[str, str]
    headers: dict[str, str]
    items: dict[str, str]
    read: dict[str, str]


class _Levels(TypedDict):
    words: dict[str, str]
    read: dict[str, str]
    regimes: list[_Regime]
    styles: list[dict[str, str]]


class _List(TypedDict):
    terms: dict[str, str]
    tables: dict[str, _Table]
    sheets: dict[str, str]
    ignored: list[str]
    choices: dict[str, _Choices]
    codes: dict[str, _Codes]
    flags: dict[str, bool]
    settings: _Settings
    levels: _Levels
    honorifics: list[str]


@cache
def _list() -> _List:
    import json  # noqa: PLC0415 - whoever only reads a workbook asks the list nothing

    compiled: _List = json.loads(Path(__file__).with_name("compiled.json").read_text(encoding="utf-8"))
    return compiled


def _spread(read: Mapping[str, str]) -> Mapping[str, str]:
    """Spelling → key, from key → spellings: the compiled list names each key once and so loads faster."""
    return MappingProxyType({text: key for key, texts in read.items() for text in texts.split(SEPARATOR)})


def term(term_id: str) -> str:
    """The Vietnamese word of a general term."""
    return _list()["terms"][term_id]


@cache
def tables() -> tuple[str, ...]:
    """Keys of all tables, in the order of the dictionary; the settings sheet is none of them."""
    return tuple(_list()["tables"])


def sheet_name(table: str) -> str:
    """The sheet's canonical name; `settings` is understood too."""
    return _list()["settings"]["sheet"] if table == "settings" else _list()["tables"][table]["sheet"]


@cache
def sheet_names() -> Mapping[str, str]:
    """Folded sheet name, any usual one → table (`settings` included)."""
    return _spread(_list()["sheets"])


def about(table: str) -> str:
    """One sentence: what the sheet is for."""
    return _list()["settings"]["about"] if table == "settings" else _list()["tables"][table]["about"]


def header(table: str, key: str) -> str:
    """The canonical heading of a column; halves of a split column are understood too."""
    if table == "settings":
        return _list()["settings"]["columns"][key]
    return _list()["tables"][table]["columns"][key]


@cache
def headers(table: str) -> Mapping[str, str]:
    """Folded heading, canonical or usual → key. Of members also `birth_date_male`, `birth_date_female`."""
    return _spread(_list()["settings"]["headers"] if table == "settings" else _list()["tables"][table]["headers"])


@cache
def plain_headers(table: str) -> Mapping[str, str]:
    """`fold_plain` of a heading → key, where that is unambiguous: for headings typed without accents."""
    keys: dict[str, set[str]] = {}
    for text, key in headers(table).items():
        keys.setdefault(fold_plain(text), set()).add(key)
    return MappingProxyType({plain: min(found) for plain, found in keys.items() if len(found) == 1})


@cache
def ambiguous_headers(table: str) -> Mapping[str, tuple[str, ...]]:
    """Folded heading → the keys of a table it may mean, where only a person can tell which."""
    found = _list()["tables"][table].get("ambiguous", {})
    return MappingProxyType({text: tuple(keys.split(SEPARATOR)) for text, keys in found.items()})


@cache
def ignored_headings() -> frozenset[str]:
    """Folded headings of columns that only count rows (STT)."""
    return frozenset(_list()["ignored"])


@cache
def choice(list_name: str) -> Mapping[str, str]:
    """Folded text → canonical choice."""
    return _spread(_list()["choices"][list_name]["read"])


def choice_lists() -> tuple[str, ...]:
    """The names of all lists of choices."""
    return tuple(_list()["choices"])


def canonical_choices(list_name: str) -> tuple[str, ...]:
    """The choices of a list, in the dictionary's order."""
    return tuple(_list()["choices"][list_name]["canonical"])


@cache
def codes(list_name: str) -> Mapping[str, str]:
    """Folded code, text or usual wording → code."""
    return _spread(_list()["codes"][list_name]["read"])


def code_stems(list_name: str) -> Mapping[str, Sequence[str]]:
    """Code → folded words of which one must stand in a wording that means it, whatever else it says."""
    return _list()["codes"][list_name]["stems"]


def code_text(list_name: str, code: str) -> str:
    """The words of a code; a text that is no code is its own words."""
    return _list()["codes"][list_name]["texts"].get(code, code)


def setting_header(key: str) -> str:
    """The canonical name of a setting."""
    return _list()["settings"]["items"][key]


@cache
def settings_headers() -> Mapping[str, str]:
    """Folded name of a setting → key."""
    return _spread(_list()["settings"]["read"])


def flag(text: str) -> bool | None:
    """Yes, no, or None where the text is neither (blank is unknown, never no)."""
    known = _list()["flags"]
    return known.get(fold(text), known.get(text.strip()))


def level_of(text: str) -> str | None:
    """The code of a level written as words, abbreviation or code; None where it is none."""
    return _levels_read().get(fold(text))


@cache
def _levels_read() -> Mapping[str, str]:
    return _spread(_list()["levels"]["read"])


def level_styles() -> tuple[Mapping[str, str], ...]:
    """The manners in which offices write levels, each code → word."""
    return tuple(_list()["levels"]["styles"])


def says_exemplary(text: str) -> bool:
    """Whether a level is written with "tiêu biểu", which is an honour inside the level, not a level."""
    return fold_plain("tiêu biểu") in fold_plain(text)


def level_words(code: str, year: int, subject: str) -> str:
    """The words of a level in the regime of a year, for a "member" or a "party_cell".

    A code that is none of the year's scale keeps its general words: what was entered is shown, not remade.
    """
    levels = _list()["levels"]
    regime = next(one for one in levels["regimes"] if one["until"] is None or year <= one["until"])
    if subject not in ("member", "party_cell"):
        raise KeyError(subject)
    words = regime["member"] if subject == "member" else regime["party_cell"]
    return words.get(code, levels["words"][code])


def honorifics() -> tuple[str, ...]:
    """What stands before a name and is no part of it."""
    return tuple(_list()["honorifics"])
