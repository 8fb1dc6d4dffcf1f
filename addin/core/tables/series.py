"""Numbers of papers: how "23-QĐ/CB" is written and read, and the series it counts in (`numbered.py`: which ones a workbook holds).

A series is one kind of paper over one term, one year, or for ever, as the setting "Cách đánh số" says. A day
that lies in no entered term counts by its calendar year, which never makes two papers clash that a term would
keep apart; only a new number is not given out there (`series_to_issue`).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from addin.core.dates import PartialDate, vn_date
from addin.core.records import dataclass
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.settings import Settings
from addin.errors import Misuse
from addin.kept_texts import kept
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
    "giấy mời": "GM",
    "giấy giới thiệu": "GGT",
}
"""Abbreviations of kinds a cell writes: domain/documents.md §3 (HD 05-HD/VPTW, secondary source); GM, GGT by its initial letters."""

_CANONICAL = {code.casefold(): code for code in KIND_CODES.values()}
_NAMES = {code: words[0].upper() + words[1:] for words, code in KIND_CODES.items()}
FOR_GOOD = "liên tục"
"""The period of numbers that never begin again."""
ROOM = "……"
"""Stands where a number goes that nobody has taken yet."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind of paper (`kind`, its letters) in one term, year, or for good (`period`)."""

    kind: str
    period: str


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


@kept
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


def kind_name(code: str) -> str:
    """The word of an abbreviation, as Văn bản enters it: "Quyết định" for QĐ."""
    return _NAMES.get(code, code)


def digits(number: int) -> str:
    """`07`: numbers below ten are padded (HD 05-HD/VPTW)."""
    return f"{number:02d}"


def written(number: int | None, code: str, organisation: str) -> str:
    """`07-BC/CB`; without a number it leaves room for one."""
    return f"{ROOM if number is None else digits(number)}-{code}/{organisation}"


def own_number(document: Document) -> PaperNumber | None:
    """The number of a line of the register, its kind by the abbreviation however the kind is worded."""
    number = number_of(document)
    return PaperNumber(number.digits, _beginning(number.kind), number.organisation) if number else None


def _beginning(kind: str) -> str:
    """The abbreviation of "Quyết định kiểm tra", which only begins with the name of a kind."""
    if kind in _NAMES:
        return kind
    folded = kind.casefold()
    return next((code for words, code in KIND_CODES.items() if folded.startswith(words)), kind)


def series_of(kind: str, day: date, settings: Settings) -> Series:
    """What a number of that day counts in."""
    if settings.numbering == "continuous":
        return Series(kind, FOR_GOOD)
    term = settings.term_of(day) if settings.numbering == "term" else None
    return Series(kind, f"{term.first:%Y%m%d}-{term.last:%Y%m%d}" if term else str(day.year))


def series_to_issue(kind: str, day: date, settings: Settings) -> Series:
    """The series a new paper takes its number from; Misuse where numbers go by term and no term holds the day."""
    if settings.numbering == "term" and settings.term_of(day) is None:
        raise Misuse(
            f"Chưa khai nhiệm kỳ có ngày {vn_date(day)}, nên chưa biết dãy số văn bản.",
            "Ghi mục Nhiệm kỳ ở sheet Thiết lập, hoặc đổi Cách đánh số thành year hay continuous.",
        )
    return series_of(kind, day, settings)


def may_count(day: PartialDate | None, series: Series) -> bool:
    """Whether a number of that day may belong to the series; what is not known counts, so that none is given twice."""
    if day is None or series.period == FOR_GOOD:
        return True
    first, _, last = series.period.partition("-")
    if not last:
        return str(day.year) == first
    return not (day.last < date.fromisoformat(first) or day.first > date.fromisoformat(last))
