"""Usual wordings of contents, strengths and shortcomings, recognised here and nowhere else.

A wording is a code where it is one of its spellings, or says what the code is about (a stem) and nothing its
spellings do not say: "chưa chủ động nghiên cứu, đề xuất giải pháp" loses nothing as HC3, "chậm nộp báo cáo quý" would
and stays the office's own words. Several codes in one square stand apart, each once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from addin import glossary
from addin.core.tables.squares.none_words import says_none, without_none
from addin.patterns import pattern

_SEPARATOR = pattern(r"\s*(?:;|\n)\s*")
_BULLET = pattern(r"^(?:[-–•+*]\s+|\(?(?:\d{1,2}|[a-zđ])[.)]\s+)")
_JOINT = pattern(r"(\s*[,+&]\s*|\s+(?:và|với|/)\s+)")
_MOST_PARTS = 16
_UNKNOWN = 100
_PARTLY = frozenset({"content"})
"""Lists of short names, where what is no code beside codes stands apart too; a sentence is never cut for one."""

_GENERAL = frozenset(
    glossary.fold(
        "việc thực hiện chấp hành kiểm tra giám sát về theo trong của và các những còn có đôi khi lúc một số "
        "đảng viên cán bộ công chức viên chức bản thân luôn rất thường xuyên năm thời gian qua công tác"
    ).split()
)
"""Words that say nothing of their own in any of the lists."""


def split_list(text: str) -> tuple[str, ...]:
    """Items separated by `;` or line breaks; leading dashes, bullets and numbers fall away."""
    parts = _SEPARATOR.split(text) if ";" in text or "\n" in text else [text]
    items = [_without_bullet(part.strip()) for part in parts]
    return tuple([item for item in items if item])


def _without_bullet(item: str) -> str:
    bullet = _BULLET.match(item)
    return item[bullet.end() :].strip() if bullet else item


def codes_in(list_name: str, text: str) -> tuple[str, ...]:
    """The codes of a square, each once; what is no code stands as it was written; words that say "none" give none."""
    if says_none(text):
        return ()
    found = (code for item in without_none(split_list(text)) for code in _codes_of(list_name, item))
    return tuple(dict.fromkeys(found))


def code_of(list_name: str, wording: str) -> str | None:
    """The one code a wording means; None where none, or where several could be meant."""
    folded = glossary.fold(wording)
    exact = glossary.codes(list_name).get(folded)
    if exact is not None:
        return exact
    words, spaced = frozenset(folded.split()), f" {folded} "
    fitting = [
        code
        for code, stems in glossary.code_stems(list_name).items()
        if words <= _vocabulary(list_name)[code] and any(f" {stem} " in spaced for stem in stems)
    ]
    return fitting[0] if len(fitting) == 1 else None


@cache
def _vocabulary(list_name: str) -> Mapping[str, frozenset[str]]:
    """The words of all spellings of each code."""
    words: dict[str, set[str]] = {}
    for text, code in glossary.codes(list_name).items():
        words.setdefault(code, set(_GENERAL)).update(text.split())
    return {code: frozenset(found) for code, found in words.items()}


def _codes_of(list_name: str, item: str) -> tuple[str, ...]:
    whole = code_of(list_name, item)
    if whole is not None:
        return (whole,)
    pieces = _JOINT.split(item)
    if not 1 < len(pieces) <= 2 * _MOST_PARTS:
        return (item,)
    found = _divided(list_name, pieces)
    known = [code for code, _ in found if code]
    if not known or (len(known) < len(found) and list_name not in _PARTLY):
        return (item,)
    return tuple(code or text for code, text in found)


def _divided(list_name: str, pieces: list[str]) -> list[tuple[str | None, str]]:
    """The parts between joints, put together again so that as much as can be is a code, in as few pieces as can be."""
    count = len(pieces) // 2 + 1
    best: list[tuple[int, list[tuple[str | None, str]]]] = [(0, [])]
    for end in range(1, count + 1):
        ways = []
        for start in range(end):
            text = "".join(pieces[2 * start : 2 * end - 1]).strip()
            code = code_of(list_name, text)
            if code is not None or end - start == 1:
                cost, parts = best[start]
                ways.append((cost + (1 if code else _UNKNOWN), [*parts, (code, text)]))
        best.append(min(ways, key=lambda way: way[0]))
    return best[-1][1]
