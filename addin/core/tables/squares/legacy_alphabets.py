"""The two old Vietnamese encodings, and what a Vietnamese syllable looks like.

TCVN3 (TCVN 5712:1993, fonts `.Vn…`) has one byte a letter, 74 of them beyond ASCII, and no capital accented vowels:
`.VnTimeH` only draws small letters large. VNI (fonts `VNI-…`) writes a base letter, then a mark; đ, ơ, ư, ỵ and
the accented i have a letter of their own. Both appear in a workbook as Latin-1 letters.
"""

from __future__ import annotations

import re
import unicodedata

from addin.kept_texts import kept
from addin.patterns import pattern

_TCVN3 = dict(
    zip(
        "¡¢§£¤¥¦µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ",
        "ĂÂĐÊÔƠƯàáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        strict=True,
    )
)

_GRAVE, _ACUTE, _HOOK, _TILDE, _DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
_BREVE, _CIRCUMFLEX, _HORN = "\u0306", "\u0302", "\u031b"
_TONES = {"ø": _GRAVE, "ù": _ACUTE, "û": _HOOK, "õ": _TILDE, "ï": _DOT}
_CIRCUMFLEXED = {
    "â": _CIRCUMFLEX,
    "à": _CIRCUMFLEX + _GRAVE,
    "á": _CIRCUMFLEX + _ACUTE,
    "å": _CIRCUMFLEX + _HOOK,
    "ã": _CIRCUMFLEX + _TILDE,
    "ä": _CIRCUMFLEX + _DOT,
}
_BREVED = {
    "ê": _BREVE,
    "è": _BREVE + _GRAVE,
    "é": _BREVE + _ACUTE,
    "ú": _BREVE + _HOOK,
    "ü": _BREVE + _TILDE,
    "ë": _BREVE + _DOT,
}
_HORNED = {"ô": "o" + _HORN, "ö": "u" + _HORN}
_VNI_SINGLE = {"ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ", "í": "í", "ì": "ì"}


def _vni() -> dict[str, str]:
    """Every letter of VNI, small and capital, by rule."""
    pairs = dict(_VNI_SINGLE)
    marks = {"a": _TONES | _CIRCUMFLEXED | _BREVED, "e": _TONES | _CIRCUMFLEXED, "o": _TONES | _CIRCUMFLEXED}
    marks |= {"u": _TONES, "y": _TONES}
    for base, of_base in marks.items():
        pairs |= {base + mark: base + accent for mark, accent in of_base.items()}
    for letter, horned in _HORNED.items():
        pairs[letter] = horned
        pairs |= {letter + mark: horned + accent for mark, accent in _TONES.items()}
    capitals = {raw.upper(): letter.upper() for raw, letter in pairs.items()}
    mixed = {raw[0].upper() + raw[1:]: letter.upper() for raw, letter in pairs.items() if len(raw) > 1}
    return {raw: unicodedata.normalize("NFC", letter) for raw, letter in (pairs | mixed | capitals).items()}


_VNI = _vni()
_VNI_LETTER = pattern("|".join(sorted(map(re.escape, _VNI), key=len, reverse=True)))

_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_VOWELS = (
    "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu"
    "|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|ya|oai|oao|oay|oeo|iêu|yêu|uây|uôi|uya|uyê|uyu|ươi|ươu"
)
_CODAS = "c|ch|m|n|ng|nh|p|t"
_SYLLABLE = pattern(f"(?:{_ONSETS})?(?:{_VOWELS})(?:{_CODAS})?")
_TONE_MARKS = pattern(f"[{_GRAVE}{_ACUTE}{_HOOK}{_TILDE}{_DOT}]")


def decode_tcvn3(text: str) -> str:
    """Unicode for text in TCVN3; letters it does not have stay."""
    return "".join(_TCVN3.get(letter, letter) for letter in text)


def decode_vni(text: str) -> str:
    """Unicode for text in VNI; what is no VNI letter stays."""
    return _VNI_LETTER.sub(lambda found: _VNI[found[0]], text)


@kept
def is_syllable(word: str) -> bool:
    """Whether a word could be one Vietnamese syllable, with at most one tone, over any foreign letter or sign."""
    marks = unicodedata.normalize("NFD", word.lower())
    toneless, tones = _TONE_MARKS.subn("", marks)
    return tones <= 1 and _SYLLABLE.fullmatch(unicodedata.normalize("NFC", toneless)) is not None
