"""People's names: what stands before them, and the order Vietnamese lists put them in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from addin.glossary import listing
from addin.glossary.folding import fold
from addin.kept_texts import kept
from addin.patterns import pattern

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_LETTER_ORDER = {letter: place for place, letter in enumerate(_LETTERS, start=1)}
_TONE_ORDER = {tone: place for place, tone in enumerate(_TONES, start=1)}

WordKey = tuple[tuple[int, ...], tuple[int, ...]]


@kept
def without_honorific(name: str) -> str:
    """The name without "Đ/c", "đồng chí", "ông", "bà" before it; the name itself where nothing else is left."""
    composed = " ".join(unicodedata.normalize("NFC", name).replace("Ð", "Đ").split())
    said = _honorific().match(composed)
    return (composed[said.end() :] if said else composed) or composed


def person_key(name: str) -> str:
    """The form people's names are compared in: folded, without honorifics."""
    return fold(without_honorific(name))


@cache
def _honorific() -> re.Pattern[str]:
    words = "|".join(
        r"[\s./]*".join(re.escape(part) for part in re.split(r"[/.\s]+", honorific))
        for honorific in listing.honorifics()
    )
    return re.compile(rf"^(?:(?:{words})(?![^\W_])[\s.:,]*)+", re.IGNORECASE)


@kept
def given_name_key(name: str) -> tuple[WordKey, ...]:
    """Sorts people by given name, then family and middle names, in the order of the Vietnamese alphabet."""
    words = fold(without_honorific(name)).split()
    return tuple(_word_key(word) for word in [*words[-1:], *words[:-1]])


@kept
def _word_key(word: str) -> WordKey:
    """Letters first (a ă â b … d đ e ê …), tones only between equal letters (ngang huyền hỏi ngã sắc nặng)."""
    tones = [_TONE_ORDER.get(sign, 0) for sign in unicodedata.normalize("NFD", word) if sign in _TONE_ORDER]
    apart = "".join(sign for sign in unicodedata.normalize("NFD", word) if sign not in _TONE_ORDER)
    letters = unicodedata.normalize("NFC", apart)
    return tuple(_LETTER_ORDER.get(letter, len(_LETTERS) + ord(letter)) for letter in letters), tuple(tones)


_GROUP = pattern(r"(?:(?:thuộc )?tổ(?: đảng)?)?(?: ?số)? ?(?P<number>0*\d{1,2}|[ivx]{1,5})", re.IGNORECASE)
_BEARS = pattern(r"(?:thuộc )?tổ(?: đảng)?(?: ?số)? ?(?P<number>0*\d{1,2}|[ivx]{1,5})(?!\w|[.,/]\d)", re.IGNORECASE)
_BARE = pattern(r"0*\d{1,2}|[ivx]{1,5}", re.IGNORECASE)
_SEVERAL = 2
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}


@kept
def group_key(name: str) -> str:
    """The form names of party groups are compared in: "Tổ 1", "Tổ đảng I", "TỔ ĐẢNG SỐ 1" and, where a group is asked for, "1" are one."""
    folded = fold(name)
    match = _GROUP.fullmatch(folded)
    if match is None:
        return folded
    return _key_of(match["number"])


def _key_of(number: str) -> str:
    return f"tổ đảng {_ROMAN.get(number) or (int(number) if number.isdigit() else number)}"


def is_bare_group(name: str) -> bool:
    """Whether a number alone is written ("1", "II"): the name of a group only where nothing but a group is meant."""
    return _BARE.fullmatch(fold(name)) is not None


def groups_meant(name: str, names: Iterable[str]) -> tuple[str, ...]:
    """The groups of the list that a name may mean where more than one bears its number; none where it is clear.

    Beside "Tổ đảng số 1" and "Tổ 1 (khối văn phòng)" neither "Tổ 1" nor "1" says which; each name as it is listed does.
    """
    listed = tuple(names)
    key = group_key(name)
    bearing = {group_key(one): one for one in reversed(listed) if _number_borne(one) == key}
    if len(bearing) < _SEVERAL or fold(name) in map(fold, listed):
        return ()
    return tuple(reversed(bearing.values()))


@kept
def _number_borne(name: str) -> str:
    """The key of the number a group's name begins with, whatever else it says."""
    match = _BEARS.match(fold(name))
    return _key_of(match["number"]) if match else ""
