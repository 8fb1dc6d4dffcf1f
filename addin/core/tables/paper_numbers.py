"""Numbers of papers: "23-QĐ/CB" taken apart, and the series it counts in.

A series is one kind of paper over one term, one year, or for ever, as the setting "Cách đánh số" says. A day
that lies in no entered term counts by its calendar year, which never makes two papers clash that a term would
keep apart.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache

from addin.core.records import dataclass
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.settings import Settings
from addin.patterns import pattern

_NUMBER = pattern(
    r"(?:số\s*:?\s*)?(\d{1,6})\s*[-–/]\s*([A-ZĐa-zđ]{2,4})\s*[/-]\s*([^\W\d_]+)", re.IGNORECASE
)
_BARE = pattern(r"(?:số\s*:?\s*)?(\d{1,6})", re.IGNORECASE)
_SYMBOL = pattern(r"\s*[-–/]?\s*([A-ZĐa-zđ]{2,4})\s*[/-]\s*([^\W\d_]+)", re.IGNORECASE)

KIND_CODES = {
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "kết luận": "KL",
    "quy chế": "QC",
    "thông báo": "TB",
    "báo cáo": "BC",
    "kế hoạch": "KH",
    "chương trình": "CTr",
    "tờ trình": "TTr",
    "đề án": "ĐA",
    "phương án": "PA",
    "công văn": "CV",
    "biên bản": "BB",
}
"""Abbreviations of kinds a cell writes: domain/documents.md §3 (HD 05-HD/VPTW, secondary source)."""

_CANONICAL = {code.casefold(): code for code in KIND_CODES.values()}

Series = tuple[str, str, int]


@dataclass(frozen=True, slots=True)
class PaperNumber:
    """`digits` as written ("05"), `kind` the abbreviation ("QĐ"), `organisation` what follows ("CB")."""

    digits: str
    kind: str
    organisation: str = ""

    @property
    def value(self) -> int:
        """The count in its series."""
        return int(self.digits)


@lru_cache(maxsize=8192)
def read_number(written: str | None) -> PaperNumber | None:
    """From "23-QĐ/CB", "Số: 23/QĐ-CB"…; None where it is no such number."""
    match = _NUMBER.fullmatch(written.strip()) if written else None
    return PaperNumber(match[1], kind_code(match[2]), match[3]) if match else None


def paper_number(written: str) -> PaperNumber | None:
    """From any writing: `23`, `23-QĐ/CB`, `Số 23-QĐ/CB`, `Số: 23/QĐ-CB`; a bare count has no kind."""
    text = unicodedata.normalize("NFC", written).strip()
    full = read_number(text)
    bare = _BARE.fullmatch(text) if full is None else None
    return PaperNumber(bare[1], "") if bare else full


def is_same(one: PaperNumber, other: PaperNumber) -> bool:
    """Whether two writings can mean one paper: counts agree, and kinds where both have them."""
    kinds = {number.kind.casefold() for number in (one, other) if number.kind}
    return one.value == other.value and len(kinds) <= 1


def number_of(document: Document) -> PaperNumber | None:
    """The number of a line of the register, whose kind may stand in the number, the symbol or the kind column."""
    full = read_number(document.number)
    if full is not None or not document.number:
        return full
    bare = _BARE.fullmatch(document.number.strip())
    if bare is None:
        return None
    symbol = _SYMBOL.fullmatch(document.symbol) if document.symbol else None
    if symbol:
        return PaperNumber(bare[1], kind_code(symbol[1]), symbol[2])
    return PaperNumber(bare[1], kind_code(document.kind or ""))


def kind_code(written: str) -> str:
    """The abbreviation of a kind written as a word or as an abbreviation; the words themselves where unknown."""
    text = " ".join(written.split())
    return KIND_CODES.get(text.casefold()) or _CANONICAL.get(text.casefold()) or text


def series_of(kind: str, day: date, settings: Settings) -> Series:
    """What a number counts in: (kind, span, start)."""
    if settings.numbering == "continuous":
        return (kind, "continuous", 0)
    term = settings.term_of(day) if settings.numbering == "term" else None
    if term is not None:
        return (kind, "term", term.first.toordinal())
    return (kind, "year", day.year)
