"""Letters that look right and are not, or once were: found one text at a time, with what was probably meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum

from addin.core.records import dataclass


class OddityKind(StrEnum):
    """What can be wrong with the letters of a text."""

    MOJIBAKE = "mojibake"
    QUESTION_MARK = "question_mark"
    LOOK_ALIKE = "look_alike"
    INVISIBLE = "invisible"
    CONTROL = "control"
    DECOMPOSED = "decomposed"


@dataclass(frozen=True, slots=True)
class Oddity:
    """`seen` is the odd piece; `suggestion` is the whole text put right, None where it cannot be known."""

    kind: OddityKind
    seen: str
    suggestion: str | None


_PLAIN = re.compile(r"[\t\n\r -~]*")
_QUESTION = re.compile(r"[^\W\d_]+\?[^\W\d_]+|\S*\ufffd\S*")
_ADDRESS = re.compile(r"[/=@]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_VIETNAMESE = re.compile("[\x20-\x7e\u00a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u2026]+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_DEE = str.maketrans("\u00d0\u0189\u00f0\u0256", "\u0110\u0110\u0111\u0111")
_LATIN_FOR = {
    **dict(zip("аеосрхуіјѕԁһАВЕНКМОРСТХІЈЅУ", "aeocpxyijsdhABEHKMOPCTXIJSY", strict=True)),
    **dict(zip("οαινΑΒΕΗΙΚΜΝΟΡΤΧΥΖ", "oaivABEHIKMNOPTXYZ", strict=True)),
}
_LOOK_ALIKE = re.compile(f"[\u00d0\u00f0\u0189\u0256{''.join(_LATIN_FOR)}]")
_LATIN_LETTER = re.compile(r"[A-Za-z\u00c0-\u01b0\u1ea0-\u1ef9]")


def oddities(text: str) -> tuple[Oddity, ...]:
    """All oddities of a text, each kind once; none for well-written Unicode in NFC."""
    if "?" not in text and _PLAIN.fullmatch(text):
        return ()
    return (*_mojibake(text), *_question_marks(text), *_look_alikes(text), *_unseen(text), *_decomposed(text))


def _mojibake(text: str) -> Iterator[Oddity]:
    """UTF-8 once read as Windows-1252: `Nguyá»…n`. Split at plain spaces only, for a no-break space is half of an `à`."""
    words = text.split(" ")
    meant = [_as_utf8(word) for word in words]
    broken = [word for word, right in zip(words, meant, strict=True) if right is not None]
    if broken:
        right = " ".join(word if right is None else right for word, right in zip(words, meant, strict=True))
        yield Oddity(OddityKind.MOJIBAKE, broken[0], unicodedata.normalize("NFC", right))


def _as_utf8(word: str) -> str | None:
    """What the bytes of the word say as UTF-8; None where they say nothing else."""
    if word.isascii():
        return None
    try:
        right = b"".join(map(_byte, word)).decode()
    except UnicodeError:
        return None
    return right if _VIETNAMESE.fullmatch(right) else None


def _byte(letter: str) -> bytes:
    """Windows-1252, its five holes filled as Windows fills them."""
    return letter.encode("latin-1") if ord(letter) < 0xA0 else letter.encode("cp1252")


def _question_marks(text: str) -> Iterator[Oddity]:
    """`Nguy?n`: the letter is lost. An address on the web may hold a `?` rightly."""
    found = _QUESTION.search(text)
    if found and not _ADDRESS.search(text):
        yield Oddity(OddityKind.QUESTION_MARK, found[0], None)


def _look_alikes(text: str) -> Iterator[Oddity]:
    """Cyrillic and Greek letters within a Latin word, and the Icelandic eth for Đ."""
    words = re.split(r"(\s+)", text)
    odd = [word for word in words if _LOOK_ALIKE.search(word) and _LATIN_LETTER.search(word)]
    if odd:
        right = "".join(_latin(word) if word in odd else word for word in words)
        yield Oddity(OddityKind.LOOK_ALIKE, odd[0], right)


def _latin(word: str) -> str:
    return "".join(_LATIN_FOR.get(letter, letter) for letter in word.translate(_DEE))


def _unseen(text: str) -> Iterator[Oddity]:
    for kind, pattern in ((OddityKind.INVISIBLE, _INVISIBLE), (OddityKind.CONTROL, _CONTROL)):
        found = pattern.search(text)
        if found:
            yield Oddity(kind, f"U+{ord(found[0]):04X}", pattern.sub("", text))


def _decomposed(text: str) -> Iterator[Oddity]:
    """Letters and marks apart, as macOS and some keyboards write them."""
    whole = unicodedata.normalize("NFC", text)
    if whole != text:
        yield Oddity(OddityKind.DECOMPOSED, text, whole)
