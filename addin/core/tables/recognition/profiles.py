"""What a column holds, told by its squares: shares of dates, numbers, names, levels, numbers of papers and the like."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time, timedelta
from functools import cache
from itertools import repeat

from addin import glossary
from addin.core.grids import Raw, SquareError, Uncached
from addin.core.records import dataclass
from addin.core.tables.squares import faults
from addin.core.tables.squares.date_values import FIRST_YEAR, LAST_YEAR, read_date_text
from addin.core.tables.squares.names import is_person
from addin.core.tables.squares.periods import read_period
from addin.core.tables.squares.texts import as_text
from addin.kept_texts import kept
from addin.patterns import pattern

_PAPER = pattern(r"(?:số\s*:?\s*)?\d{1,5}\s*[-–/]\s*[A-ZĐa-zđ]{1,4}\s*[/-]\s*[A-ZĐa-zđ]{1,6}.*", re.IGNORECASE | re.DOTALL)
_SYMBOL = pattern(r"(?:NQ|QĐ|QĐi|KL|QC|TB|BC|KH|CTr|TTr|ĐA|PA|CV|BB|GM|HD|CT)\s*[/-]\s*[A-ZĐ]{1,5}")
_NUMBER = pattern(r"-?\d+(?:[.,]\d+)*\s*%?")
_GROUP_NUMBERED = pattern(r"tổ(?:\s+đảng)?(?:\s+số)?\s*(?:\d{1,2}|[ivx]{1,4})", re.IGNORECASE)
_MARKS = frozenset({"x", "X", "✓", "✔", "☑", "√", "v", "V", "+"})
_POSTS = ("bí thư", "phó bí thư", "chi ủy viên", "cấp ủy viên", "đảng ủy viên", "ủy viên", "tổ trưởng tổ đảng", "tổ phó tổ đảng", "btcb", "bt", "pbt", "cuv", "đuv")  # fmt: skip
_DEGREES = pattern(
    r"(?:đh|cđ|ths|ts|pgs ?ts|đại học|cao đẳng|trung cấp|sơ cấp|thpt|thcs|trung học(?: phổ thông| cơ sở)?|phổ thông|sau đại học|trên đại học)"
    r"|(?:cử nhân|thạc sĩ|thạc sỹ|tiến sĩ|tiến sỹ|kỹ sư|bác sĩ|dược sĩ)(?: .{1,30})?|(?:[5-9]|1[0-2])/1[02]"
)
_AWARDS = pattern(r"(?:giấy khen|bằng khen|huy hiệu|huy chương|huân chương|kỷ niệm chương|danh hiệu|chiến sĩ thi đua|cstđ|lao động tiên tiến|lđtt)\b.*")
_UNRATED = pattern(
    r"(?:không|chưa|miễn|k|c)\.? ?(?:được |phải |thuộc diện )?(?:(?:đánh giá|đg)(?:,? (?:và )?(?:xếp loại|xl))?|xếp loại|xl|đgxl)(?: .{1,20})?"
    r"|mxl|miễn(?: (?:sh|sinh hoạt|công tác|ct)(?: .{1,20})?)?"
)
_MOST_OF_A_COUNT = 99
_LONG = 4
_MOST_GROUPS = 30
_ID_DIGITS, _CARD_DIGITS = (9, 12), range(6, 9)


@dataclass(frozen=True, slots=True)
class Profile:
    """`count` squares that hold something, and how many of them are what."""

    count: int
    tags: Mapping[str, int]

    def share(self, *tags: str) -> int:
        """In hundredths, of the squares that hold something."""
        return 100 * sum(self.tags.get(tag, 0) for tag in tags) // self.count if self.count else 0


def profile_of(squares: Iterable[Raw]) -> Profile:
    """Of squares of one column."""
    tags: dict[str, int] = {}
    count = 0
    for raw in squares:
        found = _text_tags(raw) if raw.__class__ is str else tags_of(raw)
        if found:
            count += 1
            for tag in found:
                tags[tag] = tags.get(tag, 0) + 1
    return Profile(count, tags)


def tags_of(raw: Raw) -> tuple[str, ...]:
    """What one square is, by every name that fits."""
    if raw is None or isinstance(raw, str):
        return _text_tags(raw or "")
    if raw.__class__ is float:
        return _number_tags(raw)
    if isinstance(raw, date | bool):
        return ("date",) if isinstance(raw, date) else ("flag",)
    if isinstance(raw, SquareError | Uncached):
        return ("unreadable",)
    if isinstance(raw, time | timedelta):
        return ("time",)
    return _number_tags(float(raw))


@kept
def _number_tags(value: float) -> tuple[str, ...]:
    tags = ["number"]
    if value.is_integer():
        digits = len(str(abs(int(value))))
        tags.append("whole")
        if 1 <= value <= _MOST_GROUPS:
            tags.append("small")
        if FIRST_YEAR <= value <= LAST_YEAR:
            tags.append("year")
        if 0 <= value <= _MOST_OF_A_COUNT:
            tags.append("count")
        if 18000 <= value <= 60000:
            tags.append("serial")
        if digits in (9, 11, 12):
            tags.append("identity")
        if digits in _CARD_DIGITS:
            tags.append("card")
    if value >= 1000 and "year" not in tags:
        tags.append("amount")
    return tuple(tags)


@kept
def _text_tags(raw: str) -> tuple[str, ...]:
    text = as_text(raw)
    if not text:
        return ()
    if _may_be_figures(text):
        tags = _digit_tags(text)
        if tags:
            return tags
    return _word_tags(text)


def _may_be_figures(text: str) -> bool:
    first = text[0]
    return first.isdigit() or first in "-–" or (first in "nNqQtT" and text[:4].casefold() in ("ngày", "quý ", "thán", "từ 0", "từ 1"))


def is_any(raw: Raw, tags: tuple[str, ...]) -> bool:
    """Whether a square is one of these; of words only they are asked, not all that `tags_of` knows."""
    if isinstance(raw, str):
        text = as_text(raw)
        if text and not _may_be_figures(text):
            return any(map(_is_word_of, repeat(text), tags))
    return any(map(tags_of(raw).__contains__, tags))


def _is_word_of(text: str, tag: str) -> bool:
    asked = _OF_WORDS.get(tag)
    if asked is not None:
        return asked(text)
    if tag.startswith("choice "):
        return glossary.fold(text) in glossary.choice(tag[len("choice ") :])
    return tag not in _OF_FIGURES and tag in _text_tags(text)


def _digit_tags(text: str) -> tuple[str, ...]:
    plain = text.replace(" ", "")
    if plain.isascii() and plain.isdigit():
        found = ["text digits"]
        if len(plain) in _ID_DIGITS:
            found.append("identity")
        if len(plain) in _CARD_DIGITS:
            found.append("card")
        return (*found, *(tag for tag in _number_tags(float(plain)) if tag not in ("identity", "card")))
    if _PAPER.fullmatch(text):
        return ("paper",)
    value, problem = read_date_text(text)
    if value is not None or (problem is not None and problem[0] is faults.MONTH_FIRST):
        return ("date",)
    if _NUMBER.fullmatch(text):
        return ("number",)
    if read_period(text, FIRST_YEAR) is not None:
        return ("period",)
    return _stroke_tags(text, plain)


def _stroke_tags(text: str, plain: str) -> tuple[str, ...]:
    if "/" not in text or sum(map(str.isdigit, text)) * 2 <= len(text):
        return ()
    return ("part of all", "date list") if _is_part_of_all(plain) else ("date list",)


def _is_part_of_all(plain: str) -> bool:
    """"17/18": so many of so many."""
    part, stroke, whole = plain.partition("/")
    return bool(stroke) and part.isdecimal() and whole.isdecimal() and int(part) <= int(whole)


def _word_tags(text: str) -> tuple[str, ...]:
    folded = glossary.fold(text)
    is_paper = (text[0].isdigit() or folded.startswith("số")) and bool(_PAPER.fullmatch(text))
    words = text.split()
    tags = [
        tag
        for tag, is_so in (
            ("mark", text in _MARKS),
            ("flag", glossary.flag(text) is not None),
            ("level", glossary.level_of(text) is not None),
            ("unrated", bool(_UNRATED.fullmatch(folded))),
            ("paper", is_paper),
            ("symbol", not is_paper and ("/" in text or "-" in text) and bool(_SYMBOL.fullmatch(text))),
            ("group", is_numbered_group(text)),
            ("sex", folded in _SEXES),
            ("degree", bool(_DEGREES.fullmatch(folded))),
            ("award", bool(_AWARDS.fullmatch(folded))),
            ("post", folded.removesuffix(" chi bộ") in _posts()),
            ("person", is_person(text)),
            ("period", read_period(text, FIRST_YEAR) is not None),
        )
        if is_so
    ]
    tags += [f"choice {name}" for name in _choices().get(folded, ())]
    return (*tags, "long" if len(words) > _LONG else "short")


def is_numbered_group(text: str) -> bool:
    """"Tổ 1", "Tổ đảng số II"."""
    if text[:1] not in _GROUP_BEGINS:
        return False
    folded = glossary.fold(text)
    return folded.startswith("tổ") and bool(_GROUP_NUMBERED.fullmatch(folded))


_GROUP_BEGINS = ("t", "T")
_SEXES = frozenset({"nam", "nữ"})


@cache
def _posts() -> frozenset[str]:
    return frozenset(glossary.fold(post) for post in _POSTS)


@cache
def _choices() -> dict[str, tuple[str, ...]]:
    """Folded choice → the lists it stands in."""
    found: dict[str, list[str]] = {}
    for name in glossary.choice_lists():
        for folded in glossary.choice(name):
            found.setdefault(folded, []).append(name)
    return {folded: tuple(names) for folded, names in found.items()}


_OF_WORDS: Mapping[str, Callable[[str], bool]] = {
    "person": is_person,
    "group": is_numbered_group,
    "level": lambda text: glossary.level_of(text) is not None,
    "flag": lambda text: glossary.flag(text) is not None,
    "mark": _MARKS.__contains__,
    "sex": lambda text: glossary.fold(text) in _SEXES,
    "post": lambda text: glossary.fold(text) in _posts(),
    "period": lambda text: read_period(text, FIRST_YEAR) is not None,
}
_OF_FIGURES = frozenset({"date", "year", "serial", "date list", "whole", "number", "identity", "card", "amount"})
