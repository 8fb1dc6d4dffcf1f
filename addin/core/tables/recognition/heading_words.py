"""What the words of a heading mean: keys by table, one for a plain heading, several for a compound one.

Direct look-up first: nearly all headings are in the glossary. Only what is not known is taken apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from addin.kept_texts import kept_apart
from addin.patterns import pattern

LONGEST_HEADING = 80
_MOST_PARTS = 5
_SEPARATOR = pattern(r"\s*(?:[,;/\n&+]|\bvà\b)\s*")
_EITHER = "|"
_NOT_ONE_LINE = pattern(r"[\s;“”]+")

Meanings = Mapping[str, tuple[str, ...]]
_NOTHING: Meanings = {}


@cache
def heading_index() -> Mapping[str, Mapping[str, str]]:
    """Folded heading → {table: key} over all tables; an ambiguous heading has all its keys, see `candidates`."""
    index: dict[str, dict[str, str]] = {}
    for table in ROW_TYPES:
        for folded, key in glossary.headers(table).items():
            index.setdefault(folded, {})[table] = key
        for folded, keys in glossary.ambiguous_headers(table).items():
            index.setdefault(folded, {})[table] = _EITHER.join(keys)
    return index


def candidates(key: str) -> tuple[str, ...]:
    """The keys an ambiguous heading may mean; of a sure one only itself."""
    return tuple(key.split(_EITHER))


@cache
def _plain_index() -> Mapping[str, Mapping[str, str]]:
    """The same without any accent; a text that then means two keys of one table means neither."""
    keys: dict[str, dict[str, set[str]]] = {}
    for folded, by_table in heading_index().items():
        plain = unicodedata.normalize("NFD", folded.replace("đ", "d")).encode("ascii", "ignore").decode()
        for table, key in by_table.items():
            keys.setdefault(plain, {}).setdefault(table, set()).add(key)
    return {
        plain: {table: min(found) for table, found in by_table.items() if len(found) == 1}
        for plain, by_table in keys.items()
    }


@cache
def first_words() -> frozenset[str]:
    """How headings begin, folded: tells most data from headings without folding it."""
    begins = {folded.split(" ", 1)[0] for folded in (*heading_index(), *glossary.ignored_headings())}
    return frozenset(begins | {word.replace("ủy", "uỷ") for word in begins})


def tidy(text: str) -> str:
    """One line, single spaces."""
    return " ".join(text.split())


def one_line(title: str) -> str:
    """A heading as a learned layout keeps it: no line break, semicolon or quotation mark."""
    return _NOT_ONE_LINE.sub(" ", title).strip()


def _is_ours(text: str, found: object) -> bool:
    """A text that is a heading through and through; a remark in brackets may say anything."""
    return bool(found) and "(" not in text


@kept_apart(_is_ours)
def known(text: str) -> Mapping[str, str]:
    """{table: key} of a plain heading as written, its remark in brackets left out; empty where it is none."""
    folded = glossary.fold(text)
    found = heading_index().get(folded)
    if found is None and "(" in text:
        folded = glossary.fold(re.sub(r"\([^)]*\)\s*$", "", text))
        found = heading_index().get(folded)
    if found is None and folded.isascii() and not folded.isdigit() and folded not in glossary.ignored_headings():
        found = _plain_index().get(folded)
    return found or {}


@kept_apart(_is_ours)
def meanings(text: str) -> Meanings:
    """What a heading may mean by table; a compound heading ("Số, ngày QĐ") means several keys at once."""
    whole = known(text)
    found = {table: (key,) for table, key in whole.items()} if whole else _NOTHING
    if len(text) > LONGEST_HEADING or not _SEPARATOR.search(text):
        return found
    parts = [part for part in _SEPARATOR.split(text) if part]
    if not 1 < len(parts) <= _MOST_PARTS:
        return found
    compound = _segmented(parts, 0)
    return {**compound, **{table: keys for table, keys in found.items() if not _is_really_two(table, text, parts, compound)}}


def _is_really_two(table: str, text: str, parts: Sequence[str], compound: Meanings) -> bool:
    """Whether a heading that is known as a whole is two dates nevertheless.

    "Ngày vào Đảng, ngày chính thức" is; "Ngày vào Đảng" over "Chính thức" in one square is parent and child.
    """
    keys = compound.get(table, ())
    kinds = {column.kind for column in columns_of(ROW_TYPES[table]) if column.key in keys}
    is_repeated = len({glossary.fold(part).split(" ")[0] for part in parts}) == 1
    return len(keys) > 1 and kinds == {Kind.DATE} and (is_repeated or "\n" not in text)


def _segmented(parts: Sequence[str], start: int) -> Meanings:
    """Keys of parts from `start` on, neighbours joined where only together they are a heading ("Nam, nữ")."""
    if start == len(parts):
        return dict.fromkeys(ROW_TYPES, ())
    found: dict[str, tuple[str, ...]] = {}
    for end in range(len(parts) if start else len(parts) - 1, start, -1):
        here = _known_part(" ".join(parts[start:end]), parts)
        rest = _segmented(parts, end) if here else _NOTHING
        for table, key in here.items():
            others = rest.get(table)
            if others is not None and key not in others and len(candidates(key)) == 1:
                found.setdefault(table, (key, *others))
    return found


_DATE_WORDS = pattern(r"ngày tháng năm|ngày tháng", re.IGNORECASE)


def _known_part(text: str, parts: Sequence[str]) -> Mapping[str, str]:
    """A part alone, or with the noun that stands once and serves all: "Số, ngày quyết định", "Số QĐ, ngày"."""
    short = _DATE_WORDS.sub("ngày", text)
    tails = [part.partition(" ")[2] for part in (parts[-1], parts[0])]
    alone = known(text) or known(short)
    if len(parts) == 1 or (text in (parts[0], parts[-1]) and " " in text):
        return alone
    merged = dict(alone)
    for tail in (*dict.fromkeys(tail for tail in tails if tail), "quyết định", "thông báo kết luận"):
        for table, key in known(f"{short} {tail}").items():
            merged.setdefault(table, key)
    return merged
