"""The one way texts are compared: folded.

Two spellings a reader takes for the same words fold to the same key: Unicode form, case, spaces,
punctuation, invisible signs, the place of the tone mark (hoà, hòa) and look-alikes of Đ do not count.
Letters do: i and y stay apart, and Cyrillic look-alikes stay Cyrillic, for a finding reports them.
"""

from __future__ import annotations

import re
import unicodedata

from addin.kept_texts import kept, kept_calls
from addin.patterns import pattern

_INVISIBLE = pattern("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff]")
_STRANGE = pattern("[ÐðƉɖ\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_MAY_BE_MARK = pattern("[^\0-\u02ff\u1e00-\u1eff\u2000-\u206f]")
_LOOKALIKES = str.maketrans({"Ð": "đ", "ð": "đ", "Ɖ": "đ", "ɖ": "đ"})
# A plus ending a word is kept (HTT+ is not HTT), a percent sign always; all else but letters and digits is a space.
_NOISE = pattern(r"(?:(?!(?<=[^\W_])\+(?![\w+]))[^\w%]|_)+")
_PERCENT = pattern(r"\s*%\s*")
_TONES = "\u0300\u0309\u0303\u0301\u0323"
_TONE = pattern(f"[{_TONES}]")
_VOWELS = "aăâeêioôơuưy"
_TONED = "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES)
_ANY = _VOWELS + _TONED
_SYLLABLE = pattern(
    rf"(?<![^\W\d_])([bcdđghklmnpqrstvx]{{0,3}})([{_ANY}]{{2,4}})([cghmnpt]{{0,2}})(?![^\W\d_])"
)
_QUALITY = "ăâêôơư"
_GLIDES = ("qu", "gi")  # here u and i belong to the consonant: quý, già


@kept
def fold(text: str) -> str:
    """The key a text is compared by; folding twice changes nothing."""
    if text.isascii() and text.isalnum():
        return text.lower()
    plain = unicodedata.normalize("NFC", text)
    if _STRANGE.search(plain):
        plain = _INVISIBLE.sub("", plain).translate(_LOOKALIKES)
    plain = _without_stray_marks(unicodedata.normalize("NFC", plain.casefold()))
    words = plain.split()
    if not "".join(words).isalnum():
        words = _PERCENT.sub(" % ", _NOISE.sub(" ", plain)).split()
    return " ".join(map(_spelt, words))


@kept
def _spelt(word: str) -> str:
    """A word with the tone mark where the older school puts it; the same few words make up most texts."""
    return _SYLLABLE.sub(_placed, word)


@kept
def fold_plain(text: str) -> str:
    """The fold without any accent, đ as d: for what was typed without accents, and for search."""
    apart = unicodedata.normalize("NFD", fold(text).replace("đ", "d"))
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def _without_stray_marks(text: str) -> str:
    """Marks that no letter took up when composed say nothing in Vietnamese."""
    if not _MAY_BE_MARK.search(text) or not any(unicodedata.combining(sign) for sign in text):
        return text
    kept = "".join(sign for sign in text if not unicodedata.combining(sign))
    return unicodedata.normalize("NFC", kept)


@kept_calls
def _place_tone(onset: str, vowels: str, coda: str) -> str:
    """The syllable with its one tone mark where the older school puts it: hòa, thủy, but quý, già, toán."""
    apart = unicodedata.normalize("NFD", vowels)
    tones = _TONE.findall(apart)
    if len(tones) != 1:
        return onset + vowels + coda
    bare = unicodedata.normalize("NFC", _TONE.sub("", apart))
    glide = (onset + bare[0]) in _GLIDES
    at = _bearer(bare[glide:], coda) + glide
    toned = unicodedata.normalize("NFC", bare[at] + tones[0])
    return onset + bare[:at] + toned + bare[at + 1 :] + coda


def _bearer(vowels: str, coda: str) -> int:
    """Which vowel bears the tone: the last with a mark of its own, else the middle, else by the ending."""
    marked = [index for index, vowel in enumerate(vowels) if vowel in _QUALITY]
    if marked:
        return marked[-1]
    if len(vowels) == 3:
        return 1
    return len(vowels) - 1 if coda else 0


def _placed(match: re.Match[str]) -> str:
    return _place_tone(match[1], match[2], match[3])
