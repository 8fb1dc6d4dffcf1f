"""Columns that say one thing together: a name in two, a date in three, sexes in two, a rating a year.

Each is known by its headings and confirmed by what stands below them. Keys of such columns are those of the whole
with a part behind a point: `full_name.given`, `birth_date.day`, `gender.female`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from addin import glossary
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.below import Standing
from addin.core.tables.recognition.contents import column_of
from addin.core.tables.recognition.heading_rows import YEAR_HEADING
from addin.core.tables.recognition.headings import Heading
from addin.core.tables.recognition.sense import mended_sense, plain_heading
from addin.core.tables.rows.columns import Kind

Profiles = Callable[[int], Standing]
DATE_PARTS = ("day", "month", "year")
GIVEN = "given"
_DAY, _MONTH, _YEAR = {"ngày"}, {"tháng"}, {"năm", "năm sinh", "năm vào đảng"}
_GIVEN = {"tên"}
_FAMILY = {"họ", "họ đệm", "họ và đệm", "họ và tên đệm", "họ tên đệm", "họ và chữ đệm", "họ chữ đệm", "họ lót", "họ và tên lót", "họ và tên", "họ tên", "tên đệm"}
_MALE, _FEMALE = {"nam", "là nam"}, {"nữ", "là nữ", "giới nữ"}
NAME_KEYS = {"members": "full_name"}


_PART_WORDS = {"given": "tên", "day": "ngày", "month": "tháng", "year": "năm", "male": "nam", "female": "nữ",
               "htxs": "HTXS", "htt": "HTT", "htn": "HTN", "kht": "KHT"}


def heading_name(table: str, key: str) -> str:
    """What a column of a key is called; of a part the whole with the part in brackets."""
    base, _, part = key.partition(".")
    name = glossary.header(table, base)
    return f"{name} ({_PART_WORDS[part]})" if part else name


def key_named(table: str, name: str) -> str | None:
    """The inverse of `heading_name`, of any usual heading; None where it is none."""
    key = glossary.headers(table).get(glossary.fold(name))
    if key is None and name.rstrip().endswith(")"):
        whole, _, part = name.rstrip(" )").rpartition("(")
        base = glossary.headers(table).get(glossary.fold(whole))
        named = next((key for key, word in _PART_WORDS.items() if glossary.fold(word) == glossary.fold(part)), "")
        return f"{base}.{named}" if base and named else None
    return key


def base_of(key: str) -> str:
    """The key of the row a column's key belongs to."""
    return key.partition(".")[0]


def last_part(heading: Heading) -> str:
    """The lowest text of a heading, folded, without what stands in brackets."""
    return plain_heading(heading.parts[-1])


def neighbours(headings: Sequence[Heading]) -> Iterator[tuple[Heading, Heading]]:
    """Headings of columns side by side."""
    for one, other in pairwise(headings):
        if other.column == one.column + 1:
            yield one, other


def split_names(headings: Sequence[Heading], table: str, key: str) -> dict[str, int]:
    """Family and given name in two columns, each with its heading or under one that stands over both."""
    for one, other in neighbours(headings):
        is_pair = last_part(other) in _GIVEN and last_part(one) in _FAMILY
        is_merged = one.parts == other.parts and one.senses.get(table, {}).get(key, 0) >= weights.COLUMN_ACCEPTED
        if is_pair or is_merged:
            return {key: one.column, f"{key}.{GIVEN}": other.column}
    return {}


def split_dates(headings: Sequence[Heading], table: str, profiles: Profiles) -> dict[str, int]:
    """Day, month and year in three columns, of whatever date their parent or the year's heading names."""
    found: dict[str, int] = {}
    for at in range(len(headings) - 2):
        three = headings[at : at + 3]
        if not all(last_part(heading) in words for heading, words in zip(three, (_DAY, _MONTH, _YEAR), strict=True)):
            continue
        if three[2].column != three[0].column + 2 or not _are_parts([profiles(heading.column) for heading in three]):
            continue
        key = _date_key(three, table)
        if key:
            found |= {f"{key}.{part}": heading.column for part, heading in zip(DATE_PARTS, three, strict=True)}
    return found


def _are_parts(profiles: Sequence[Standing]) -> bool:
    days, months, years = profiles
    return all(one.are("whole") or not one.hold() for one in (days, months)) and years.are("year")


def _date_key(three: Sequence[Heading], table: str) -> str:
    """The date key that the parent and a child name together, else the parent alone."""
    best: dict[str, int] = {}
    parents = [" ".join(heading.parts[:-1]) for heading in three if len(heading.parts) > 1]
    for text in [*parents, three[2].parts[-1]]:
        for key, fit in mended_sense(text).get(table, {}).items():
            column = column_of(table, key)
            if column is not None and column.kind is Kind.DATE:
                best[key] = max(best.get(key, 0), fit)
    key = max(best, key=lambda item: (best[item], item), default="")
    return key if best.get(key, 0) >= weights.COLUMN_ACCEPTED else ""


def sexes(headings: Sequence[Heading], profiles: Profiles) -> dict[str, int]:
    """Nam | Nữ as two dates of birth or two marks, or one column "Nữ"."""
    for one, other in neighbours(headings):
        if last_part(one) in _MALE and last_part(other) in _FEMALE:
            pair = profiles(one.column), profiles(other.column)
            if all(profile.are("mark", "flag") or not profile.hold() for profile in pair):
                return {"gender.male": one.column, "gender.female": other.column} if any(profile.hold() for profile in pair) else {}
            if all(profile.are("date", "year") or not profile.hold() for profile in pair):
                return {"birth_date_male": one.column, "birth_date_female": other.column}
    for heading in headings:
        profile = profiles(heading.column) if last_part(heading) in _FEMALE else None
        if profile is not None and profile.are("mark", "flag"):
            return {"gender.female": heading.column}
    return {}


def hold_levels(profile: Standing) -> bool:
    """Whether most squares are levels; who was not rated ("KXL", "Miễn") does not make the others less so."""
    return profile.are("level") or (profile.are("level", "unrated") and not profile.are("unrated"))


def year_columns(headings: Sequence[Heading], profiles: Profiles) -> Mapping[int, int]:
    """Year → column, where levels stand below."""
    found: dict[int, int] = {}
    for heading in headings:
        text = heading.parts[-1]
        match = YEAR_HEADING.fullmatch(glossary.fold(text)) if "20" in text else None
        if match is None:
            continue
        if int(match["year"]) not in found and hold_levels(profiles(heading.column)):
            found[int(match["year"])] = heading.column
    return found
