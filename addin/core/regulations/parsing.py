"""Reads citations out of text as people write them: "Quy định số 30 ngày 26/7/2016", "QĐ 22-QĐ/TW".

It proposes, never decides: every candidate agrees with all that was written; where the number fits but the
day or the kind does not, the instrument is in `near` so that a rule may say what it probably was.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from addin.core.dates import PartialDate
from addin.core.records import dataclass
from addin.core.regulations.instruments import Instrument, instruments
from addin.glossary import fold_plain

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {
    "Quy định": ("quy định", "qui định", "qđ"),
    "Quyết định": ("quyết định", "qđ"),
    "Hướng dẫn": ("hướng dẫn", "hd"),
    "Kết luận": ("kết luận", "kl"),
    "Chỉ thị": ("chỉ thị", "ct"),
    "Nghị quyết": ("nghị quyết", "nq"),
    "Nghị định": ("nghị định", "nđ"),
    "Công văn": ("công văn", "cv"),
    "Đề án": ("đề án", "đa"),
    "Luật": ("luật",),
}
_SAID = sorted({word for words in _KINDS.values() for word in words}, key=len, reverse=True)
_WORDS = "|".join([*_SAID, *(fold_plain(word) for word in _SAID if " " in word)])
_LETTERS = "[a-zđð]"
_SYMBOL = (
    rf"(?P<organ>\s?[-–/]\s?(?:\d{{4}}/)?{_LETTERS}{{1,4}}\d*[-/]{_LETTERS}{{1,8}})"
    rf"|[-–/]\s?{_LETTERS}{{2,4}}|/\d{{4}}(?:/{_LETTERS}{{2}}\d{{2}})?"
)
_DAY = r"(?P<day>\d{1,2})\s?[/.-]\s?(?P<month>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
_LONG_DAY = r"(?P<long_day>\d{1,2})\s+tháng\s+(?P<long_month>\d{1,2})\s+năm\s+(?P<long_year>\d{4})"
_CHAPTER = r"\bchương\s+([IVXLC]+)\b"
_ARTICLES = r"\bđiều\s+(\d{1,3})(?:\s*(?:đến|[-–])\s*(?:điều\s+)?(\d{1,3}))?"
_STATUTES = r"\bđiều lệ đảng\b(?: cộng sản việt nam\b)?"
_CITED = (
    rf"(?:\b(?P<kind>{_WORDS})\s+)?(?P<so>\b(?:số|so)\s*:?\s+)?"
    rf"(?<![\w/.-])(?P<number>\d{{1,5}})(?P<symbol>{_SYMBOL})?(?!\w)"
    rf"(?:\s*[,(]?\s*(?:ban hành\s+)?(?P<dated>ngày\s+)?(?:{_LONG_DAY}|{_DAY}))?"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: the words as written, what was read, and the instruments it may mean.

    `number` is folded (`22 qd tw`; "" for the Statutes); `start` counts in the NFC form of the text.
    """

    text: str
    start: int
    kind: str | None
    number: str
    issued: PartialDate | None
    candidates: tuple[Instrument, ...]
    near: tuple[Instrument, ...]
    chapter: str | None = None
    articles: tuple[int, int] | None = None

    @property
    def instrument(self) -> Instrument | None:
        """The one meant, where there is exactly one."""
        return self.candidates[0] if len(self.candidates) == 1 else None

    def meant_on(self, on: date | None) -> Instrument | None:
        """The one meant by somebody writing that day: of several, the only one of the day written, issued by then, or then in force."""
        dated = [one for one in self.candidates if self.issued is not None and one.issued == self.issued]
        if len(dated) == 1:
            return dated[0]
        if len(self.candidates) == 1 or on is None:
            return self.instrument
        issued = [one for one in self.candidates if one.issued is None or not one.issued > on]
        in_force = [one for one in issued if one.is_in_force(on)]
        return next((few[0] for few in (issued, in_force) if len(few) == 1), None)


def find_cited(text: str, own: tuple[Instrument, ...] = ()) -> tuple[Cited, ...]:
    """Every citation, in order, with chapter and articles where they stand beside it; one that fits no instrument has no candidates.

    A bare number counts only after a kind ("Quy định số 30") or with its symbol ("30-QĐ/TW"). The Statutes,
    which have no number, are found by name. `own` are instruments known beside the register.
    """
    plain = unicodedata.normalize("NFC", text)
    numbered = [_read(match, _of_number(_key(match["number"] + (match["symbol"] or "")), own)) for match in _citation().finditer(plain) if _is_citation(match)]
    named = [_statutes(match) for match in re.finditer(_STATUTES, plain, re.IGNORECASE)]
    found = sorted([*numbered, *named], key=lambda cited: cited.start)
    ends = [0, *(cited.start + len(cited.text) for cited in found)]
    begins = [*(cited.start for cited in found[1:]), len(plain)]
    return tuple(_with_part(cited, plain[end : cited.start], plain[own_end:begin]) for cited, end, own_end, begin in zip(found, ends, ends[1:], begins, strict=False))


def _of_number(number: str, own: tuple[Instrument, ...]) -> tuple[Instrument, ...]:
    return (*_numbered().get(number, ()), *(one for one in own if number in _forms(one)))


def _with_part(cited: Cited, before: str, behind: str) -> Cited:
    """Chapter and articles are written before the instrument, else in brackets behind it."""
    bracket = re.match(r"[\s,]*\(([^)]*)\)", behind)
    for around in (before, bracket[1] if bracket else ""):
        chapters = re.findall(_CHAPTER, around, re.IGNORECASE)
        articles = re.findall(_ARTICLES, around, re.IGNORECASE)
        if chapters or articles:
            first, last = articles[-1] if articles else ("", "")
            return replace(cited, chapter=chapters[-1].upper() if chapters else None, articles=(int(first), int(last or first)) if first else None)
    return cited


@cache
def _citation() -> re.Pattern[str]:
    """Compiled when first asked: `check` starts without it."""
    return re.compile(_CITED, re.IGNORECASE)


def _is_citation(match: re.Match[str]) -> bool:
    return bool(match["organ"] or (match["kind"] and (match["so"] or match["dated"] or match["symbol"])))


def _read(match: re.Match[str], same: tuple[Instrument, ...]) -> Cited:
    number = _key(match["number"] + (match["symbol"] or ""))
    kinds = _kinds_of(match["kind"])
    issued = _issued(match)
    agreeing = tuple(one for one in same if _has_kind(one, kinds) and _has_day(one, issued))
    near = tuple(one for one in same if one not in agreeing and (match["symbol"] or _has_kind(one, kinds)))
    return Cited(match[0].strip(), match.start(), match["kind"], number, issued, agreeing, near)


def _statutes(match: re.Match[str]) -> Cited:
    """All editions we have: which one, the day of the paper tells."""
    editions = tuple(one for one in instruments().values() if one.kind == "Điều lệ")
    return Cited(match[0], match.start(), "Điều lệ", "", None, editions, ())


def _kinds_of(word: str | None) -> frozenset[str]:
    """The kinds a word may stand for: "QĐ" is a Quy định or a Quyết định."""
    key = fold_plain(word or "")
    return frozenset(kind for kind, words in _KINDS.items() if key in map(fold_plain, words))


def _issued(match: re.Match[str]) -> PartialDate | None:
    """The day written; only its year where there is no such day."""
    year, month, day = (match[f"long_{part}"] or match[part] for part in ("year", "month", "day"))
    if not day:
        return None
    try:
        return PartialDate.of(date(int(year), int(month), int(day)))
    except ValueError:
        return PartialDate(int(year))


def _key(number: str) -> str:
    """`22 qd tw`: no accents, signs or leading zeros."""
    return fold_plain(number).lstrip("0")


@cache
def _numbered() -> Mapping[str, tuple[Instrument, ...]]:
    """Instruments by each way their number is written: whole, with the year alone, digits alone."""
    found: dict[str, tuple[Instrument, ...]] = {}
    for one in instruments().values():
        for form in _forms(one):
            found[form] = (*found.get(form, ()), one)
    return found


def _forms(one: Instrument) -> dict[str, None]:
    parts = _key(one.number or "").split()
    with_year = [" ".join(parts[:2])] if parts[1:] and parts[1].isdigit() else []
    return dict.fromkeys([" ".join(parts), *with_year, *parts[:1]])


def _has_kind(one: Instrument, kinds: frozenset[str]) -> bool:
    return not kinds or one.kind is None or one.kind in kinds


def _has_day(one: Instrument, issued: PartialDate | None) -> bool:
    """Agrees, or one of the two is not known."""
    if issued is None or one.issued is None:
        return True
    return one.issued == issued if one.issued.exact else one.issued.year == issued.year
