"""What a column's contents say to a key: they agree, they say nothing, or they rule it out.

Lack of support is no veto: only a share of another strong kind is. A few squares are no proof either way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import Enum
from functools import cache
from itertools import repeat

from addin.core.grids import Raw
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.profiles import Profile, is_any
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Column, Kind, columns_of
from addin.core.tables.squares.texts import is_blank


class Says(Enum):
    """What the contents say."""

    AGREES = "agrees"
    NOTHING = "nothing"
    RULES_OUT = "rules out"


_DATES, _NUMBERS = ("date", "period", "date list"), ("number",)
_STRONG: Mapping[Kind, tuple[str, ...]] = {
    Kind.DATE: ("person", "level", "mark", "sex", "group", "paper", "long", "amount", "identity"),
    Kind.INT: ("person", "date", "level", "mark", "sex", "group", "paper", "long", "period", "short"),
    Kind.NUMBER: ("person", "date", "level", "mark", "sex", "group", "paper", "long", "period", "short"),
    Kind.LEVEL: ("date", "number", "person", "mark", "sex", "group", "paper", "long", "period"),
    Kind.LEVELS: ("date", "number", "person", "mark", "sex", "group"),
    Kind.CHOICE: ("date", "number", "person", "group", "paper", "period", "long"),
    Kind.CHOICES: ("date", "number", "person", "group", "period"),
    Kind.MEMBER: ("date", "number", "level", "mark", "sex", "paper", "period", "long"),
    Kind.MEMBERS: ("date", "number", "level", "mark", "sex", "paper", "period"),
    Kind.FLAG: ("date", "person", "paper", "group", "long", "period", "sex", "amount"),
    Kind.DIGITS: ("date", "person", "level", "mark", "sex", "group", "long", "period"),
    Kind.CODES: ("date", "number", "person", "mark", "sex", "group", "period"),
    Kind.LIST: ("date", "number", "person", "mark", "sex"),
    Kind.TEXT: ("date", "mark", "sex", "period"),
}
_OF_MANY: Mapping[Kind, tuple[str, ...]] = {Kind.CHOICE: ("level",), Kind.DATE: ("short", "count")}
"""What rules a key out where more than two squares say so."""
_WANTED: Mapping[Kind, tuple[str, ...]] = {
    Kind.DATE: ("date", "year", "period", "serial", "date list"),
    Kind.INT: ("whole",),
    Kind.NUMBER: ("number",),
    Kind.LEVEL: ("level",),
    Kind.MEMBER: ("person",),
    Kind.MEMBERS: ("person",),
    Kind.FLAG: ("mark", "flag"),
    Kind.DIGITS: ("identity", "card"),
}
_OF_KEY: Mapping[str, tuple[str, ...]] = {
    "year": ("year",),
    "id_number": ("identity",),
    "party_card": ("card",),
    "group": ("group", "small"),
    "role": ("post",),
    "decision_no": ("paper",),
    "conclusion_no": ("paper",),
    "final_no": ("paper",),
    "reward_no": ("paper",),
    "document": ("paper",),
    "number": ("paper", "whole"),
    "symbol": ("symbol",),
    "party_post": ("post",),
    "gender": ("sex",),
}
_NOT_OF_KEY: Mapping[str, tuple[str, ...]] = {
    "year": ("amount",),
    "id_number": ("card",),
    "party_card": ("year",),
    "role": ("number", "person", "degree"),
    "group": ("date", "number", "person", "level", "degree"),
    "party_post": ("number", "person", "level", "group", "degree"),
    "job_title": ("number", "person", "level", "group"),
    "employer": ("number", "person", "level", "post", "degree"),
    "ethnicity": ("number", "person", "level", "long", "degree"),
    "hometown": ("number", "level", "degree"),
    "residence": ("number", "level", "degree"),
    "kind": ("award",),
    "text": ("person", "level", "number"),
    "task": ("person", "level", "number"),
    "reasons": ("person", "level", "number"),
    "suitability": ("person", "level", "number"),
    "topic": ("person", "number"),
    "title": ("person", "number"),
    "violation": ("person", "number"),
    "recipient": ("number", "level"),
    "form": ("number", "person", "paper"),
    "course": ("number", "person", "level"),
    "name": ("number", "person", "level"),
    "content": ("number", "person", "level"),
}


@cache
def column_of(table: str, key: str) -> Column | None:
    """The column of a key; None of pseudo keys."""
    return next((column for column in columns_of(ROW_TYPES[table]) if column.key == key), None)


def agrees(table: str, key: str, squares: Sequence[Raw]) -> bool:
    """Whether squares are what a key wants, asked only that; `judge` of their profile also knows what speaks against it."""
    column = column_of(table, key)
    wanted = _wanted(column) if column is not None else ()
    if not wanted:
        return False
    held = [raw for raw in squares if not is_blank(raw)]
    return sum(map(is_any, held, repeat(wanted))) * 100 >= weights.SHARE * len(held) > 0


def judge(table: str, key: str, profile: Profile) -> Says:
    """What a profile says to a key; of a joined key what it says to the number, or to the dates."""
    first, _, rest = key.partition("+")
    column = column_of(table, first)
    if column is None or profile.count == 0:
        return Says.NOTHING
    if rest:
        return _joined(column, profile)
    wanted = _wanted(column)
    if wanted and profile.share(*wanted) >= weights.SHARE:
        return Says.AGREES
    if profile.count < weights.FEWEST_FOR_VETO:
        return Says.NOTHING
    against = (*_STRONG.get(column.kind, ()), *_NOT_OF_KEY.get(key, ()))
    if profile.count >= weights.FEWEST_TO_DECIDE:
        against = (*against, *_OF_MANY.get(column.kind, ()))
    agreeing = profile.share(*wanted) if wanted else 0
    other = [tag for tag in against if tag not in wanted]
    is_other = agreeing < weights.SOME and any(profile.share(*tags) >= weights.SHARE for tags in (_of_time(other), *zip(other, strict=True)) if tags)
    return Says.RULES_OUT if is_other else Says.NOTHING


def _of_time(tags: Sequence[str]) -> tuple[str, ...]:
    """Days and periods mixed in one column are one kind of contents."""
    return tuple(tag for tag in tags if tag in ("date", "period"))


def _wanted(column: Column) -> tuple[str, ...]:
    if column.key in _OF_KEY:
        return _OF_KEY[column.key]
    if column.choices and column.kind in (Kind.CHOICE, Kind.CHOICES):
        return (f"choice {column.choices}",)
    return _WANTED.get(column.kind, ())


def _joined(column: Column, profile: Profile) -> Says:
    if column.kind is Kind.DATE:
        return _period(profile)
    if profile.share("paper") >= weights.SHARE:
        return Says.AGREES
    return Says.RULES_OUT if profile.share("date", "person", "level") >= weights.SHARE else Says.NOTHING


def _period(profile: Profile) -> Says:
    periods = profile.share("period", "date list")
    if periods >= weights.SOME or (periods and periods + profile.share("date") >= weights.SHARE):
        return Says.AGREES
    return Says.RULES_OUT if profile.share("person", "level", "number", "long") >= weights.SHARE else Says.NOTHING


def support(table: str, key: str) -> int:
    """What agreeing contents add: plain numbers agree with any count."""
    column = column_of(table, key.partition("+")[0])
    is_number = column is not None and column.kind in (Kind.INT, Kind.NUMBER) and key != "year"
    return weights.NUMBERS_AGREE if is_number else weights.CONTENT_AGREES
