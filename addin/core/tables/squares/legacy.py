"""Text in the old encodings TCVN3 and VNI, recognised column by column and converted for reading.

One square cannot be judged alone: `Tú` in TCVN3 reads `Tó`, all of it good Unicode. So a word speaks for an
encoding only where it is no Vietnamese syllable as it stands and is one after decoding, and the whole column
decides; a legacy font in the column counts as evidence too. The workbook's own text is never changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from addin.core.records import dataclass
from addin.core.tables.squares.legacy_alphabets import decode_tcvn3, decode_vni, is_syllable
from addin.core.tables.squares.legacy_oddities import Oddity, OddityKind, oddities
from addin.kept_texts import kept_calls
from addin.patterns import pattern

__all__ = ["Decoded", "Encoding", "Oddity", "OddityKind", "decode_column", "oddities"]

_SAMPLES = 3
_LEAST_WORDS = 2
_FOREIGN_SHARE = 0.25
_SUSPECT_WORD = pattern(r"[^\s]*[\u00a1-\u00ff][^\s]*")
_EDGES = "0123456789.,;:!?()[]{}\"'/\\-_+*=%&#@<>|~`"
# Vietnamese letters that Latin-1 lacks: their presence shows that a text is Unicode already.
_UNICODE_ONLY = pattern("[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u0300-\u0323]")


class Encoding(StrEnum):
    """The encodings recognised."""

    TCVN3 = "TCVN3"
    VNI = "VNI"

    @property
    def font_start(self) -> str:
        """How its fonts' names begin, in small letters."""
        return ".vn" if self is Encoding.TCVN3 else "vni-"


_DECODERS: Mapping[Encoding, Callable[[str], str]] = {Encoding.TCVN3: decode_tcvn3, Encoding.VNI: decode_vni}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A column read as Unicode: `texts` in the order given, up to three `samples` of before and after."""

    encoding: Encoding
    texts: tuple[str, ...]
    samples: tuple[tuple[str, str], ...]


def decode_column(texts: Sequence[str], fonts: Iterable[str] = ()) -> Decoded | None:
    """The column in Unicode; None where it is that already, or nothing proves otherwise."""
    together = "\n".join(texts)
    if together.isascii():
        return None
    names = tuple(name.strip().lower() for name in fonts)
    words = {word.strip(_EDGES) for word in _SUSPECT_WORD.findall(together) if _UNICODE_ONLY.search(word) is None}
    verdicts = [_verdict(encoding, words, names) for encoding in Encoding]
    strength, encoding = max(zip(verdicts, Encoding, strict=True))
    if strength == 0:
        return None
    is_mixed = _UNICODE_ONLY.search(together) is not None
    is_capitals = bool(names) and all(name.startswith(".vn") and name.endswith("h") for name in names)
    decoded = tuple(_decode(encoding, text, is_mixed=is_mixed, is_capitals=is_capitals) for text in texts)
    changed = dict.fromkeys((before, after) for before, after in zip(texts, decoded, strict=True) if before != after)
    return Decoded(encoding, decoded, tuple(changed)[:_SAMPLES]) if changed else None


def _verdict(encoding: Encoding, words: Iterable[str], fonts: Sequence[str]) -> int:
    """How many words speak for the encoding; 0 where that does not suffice."""
    has_font = any(name.startswith(encoding.font_start) for name in fonts)
    speaking = [_speaks(encoding, word) for word in words]
    for_it, against = speaking.count(1), speaking.count(-1)
    possible = speaking.count(0)
    if has_font and for_it + possible > against:
        return for_it + possible + 1
    if for_it >= _LEAST_WORDS and against <= _FOREIGN_SHARE * for_it:
        return for_it
    return 0


@kept_calls
def _speaks(encoding: Encoding, word: str) -> int:
    """1 for, -1 against; 0 where the word is a syllable both before and after, or is no word."""
    if not any("a" <= letter <= "z" for letter in word.lower()) or word.isascii():
        return 0
    if not is_syllable(_DECODERS[encoding](word)):
        return -1
    return 0 if is_syllable(word) else 1


def _decode(encoding: Encoding, text: str, *, is_mixed: bool, is_capitals: bool) -> str:
    """In a column where some squares are Unicode already, a square must prove itself."""
    if _UNICODE_ONLY.search(text):
        return text
    if is_mixed and not any(_speaks(encoding, word.strip(_EDGES)) == 1 for word in _SUSPECT_WORD.findall(text)):
        return text
    decoded = _DECODERS[encoding](text)
    return decoded.upper() if is_capitals and decoded != text else decoded
