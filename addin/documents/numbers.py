"""Numbers of papers as people write them: `23`, `23-QĐ/CB`, `Số 23-QĐ/CB`, even `Số: 23/QĐ-CB`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_WRITTEN = re.compile(r"(?:số\s*:?\s*)?0*(?P<count>\d{1,5})\s*(?:[-/]\s*(?P<rest>.+?))?\s*", re.IGNORECASE)
_PARTY_FORM = re.compile(r"(?P<kind>[^\W\d_]+)\s*/\s*(?P<symbol>\S+)")


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """The count, and the kind's letters and the issuer's symbol where they are written."""

    count: int
    kind: str | None = None
    symbol: str | None = None


def paper_number(written: str) -> PaperNumber | None:
    """What a written number means; None where it is none."""
    match = _WRITTEN.fullmatch(unicodedata.normalize("NFC", written).strip())
    if match is None:
        return None
    form = _PARTY_FORM.fullmatch(match["rest"] or "")
    return PaperNumber(int(match["count"]), form["kind"] if form else None, form["symbol"] if form else None)


def is_same(one: PaperNumber, other: PaperNumber) -> bool:
    """Whether two writings can mean one paper: counts agree, and letters where both have them."""
    kinds = {text.casefold() for text in (one.kind, other.kind) if text}
    return one.count == other.count and len(kinds) <= 1
