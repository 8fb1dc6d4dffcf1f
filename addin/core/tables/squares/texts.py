"""What a square shows as text, cleaned once: NFC, no invisible characters, single spaces, line breaks kept."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, time

from addin.core.grids import Raw, SquareError, Uncached
from addin.kept_texts import kept
from addin.patterns import pattern

_INVISIBLE = pattern("[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_ODD = pattern("[^\\S ]|[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]|  |^ | $")
_SPACES = pattern(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]+")
_ODD_STARTS = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad \u00a0"


@kept
def clean(text: str) -> str:
    """NFC, invisible characters out, spaces folded, line breaks kept. Most texts are clean: that is asked first."""
    if _ODD.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(_SPACES.sub(" ", line).strip() for line in text.split("\n")).strip()


def as_text(raw: Raw) -> str:
    """What a square shows as text; whole numbers without `.0`; blank is empty."""
    if isinstance(raw, str):
        return clean(raw)
    if raw is None or isinstance(raw, SquareError | Uncached):
        return ""
    if isinstance(raw, bool):
        return "TRUE" if raw else "FALSE"
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, datetime):
        return f"{raw:%d/%m/%Y %H:%M}" if raw.time() != time() else f"{raw:%d/%m/%Y}"
    return f"{raw:%d/%m/%Y}" if isinstance(raw, date) else str(raw)


def is_blank(raw: Raw) -> bool:
    """Nothing to read: empty, or text of spaces."""
    if raw is None:
        return True
    return isinstance(raw, str) and (not raw or raw.isspace() or (raw[0] in _ODD_STARTS and not clean(raw)))
