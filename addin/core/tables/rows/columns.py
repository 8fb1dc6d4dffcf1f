"""How a row type declares its columns: one dataclass field a column, with its kind.

A row type is a `record` whose fields are made by the functions below, so a column's key, its Python type,
its kind and whether a row can do without it stand in one line. Headings and choices live in the glossary
under the same keys.

Rows are frozen dataclasses without generated methods: making those for 27 row types cost 50 ms at every start,
and a row that keeps only what its squares hold is made five times faster.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import FrozenInstanceError, field
from enum import StrEnum
from typing import Any, Self, TypeVar, dataclass_transform

from addin.core.places import Place
from addin.core.records import dataclass, declared, with_fields


class Kind(StrEnum):
    """What a square of the column holds (data-dictionary.md "Types")."""

    TEXT = "text"
    DIGITS = "digits"
    DATE = "date"
    INT = "int"
    NUMBER = "number"
    FLAG = "flag"
    LIST = "list"
    MEMBER = "member"
    MEMBERS = "members"
    LEVEL = "level"
    LEVELS = "levels"
    CHOICE = "choice"
    CHOICES = "choices"
    CODES = "codes"
    RESTRICTED = "restricted"


@dataclass(frozen=True, slots=True)
class Column:
    """`choices` names the glossary's list of choices or codes; `required` is the dictionary's `*`.

    `says_none`: the words of a text that say "none" mean a blank; in a list they always do.
    """

    key: str
    kind: Kind
    required: bool = False
    choices: str = ""
    says_none: bool = False

    @property
    def field(self) -> str:
        """The attribute of the row: the key, with `_` after a Python keyword (`from_`)."""
        return f"{self.key}_" if self.key in _KEYWORDS else self.key

    @property
    def is_plural(self) -> bool:
        """Whether a square may hold several: its blank is then (), else None."""
        return self.kind in _PLURAL

    @property
    def may_be_answered_none(self) -> bool:
        """Whether a square that says "none" is filled in: nobody has to be asked for it again."""
        return self.says_none or self.kind is Kind.LEVEL or (self.is_plural and not self.required)


_KEYWORDS = frozenset({"from"})


@dataclass(frozen=True, slots=True)
class RowSource:
    """Where a row stands, and in which column each key of its table was found."""

    sheet: str
    row: int
    columns: Mapping[str, int]


T = TypeVar("T")


@dataclass_transform(kw_only_default=True, frozen_default=True)
def record(row_type: type[T]) -> type[T]:
    """A row type: a dataclass by keyword, frozen, whose methods `Row` gives to all."""
    return with_fields(row_type)


@record
class Row:
    """A record that remembers its squares.

    A key that was not given has the class's default: None, or () where the column holds several.
    """

    source: RowSource = field(compare=False, repr=False)

    def __init__(self, *, source: RowSource, **values: Any) -> None:
        unknown = values.keys() - type(self).__dataclass_fields__.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        self.__dict__.update(values, source=source)

    @classmethod
    def read(cls, source: RowSource, values: dict[str, Any]) -> Self:
        """From values by attribute as the reader has them: nothing is checked, and the mapping is the row's from now on."""
        row = cls.__new__(cls)
        values["source"] = source
        object.__setattr__(row, "__dict__", values)
        return row

    def __setattr__(self, name: str, value: object) -> None:
        raise FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise FrozenInstanceError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        return self._held() == other._held() if isinstance(other, Row) and type(other) is type(self) else NotImplemented

    def __hash__(self) -> int:
        return hash((type(self), frozenset(self._held().items())))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{key}={value!r}' for key, value in self._held().items())})"

    def _held(self) -> dict[str, Any]:
        """What is not blank, by attribute; where the row stands is no part of it."""
        held = {key: value for key, value in self.__dict__.items() if value is not None and value != ()}
        del held["source"]
        return held

    def place(self, key: str = "") -> Place:
        """The square of a key; the whole row where the sheet has no such column."""
        return Place(self.source.sheet, self.source.row, self.source.columns.get(key, 0))

    def has(self, key: str) -> bool:
        """Whether the sheet has a column for the key at all."""
        return key in self.source.columns


def _column(kind: Kind, *, required: bool = False, choices: str = "", says_none: bool = False) -> Any:
    empty: Any = () if kind in _PLURAL else None
    return field(default=empty, metadata={"kind": kind, "required": required, "choices": choices, "says_none": says_none})


_PLURAL = frozenset({Kind.LIST, Kind.MEMBERS, Kind.LEVELS, Kind.CHOICES, Kind.CODES})


def text(*, required: bool = False) -> Any:
    """Free text: `str | None`."""
    return _column(Kind.TEXT, required=required)


def remark(*, required: bool = False) -> Any:
    """Free text that is something to count or to tell: "Không" says there is none. `str | None`."""
    return _column(Kind.TEXT, required=required, says_none=True)


def digits() -> Any:
    """A number that is a name: leading zeros kept, `str | None`."""
    return _column(Kind.DIGITS)


def day(*, required: bool = False) -> Any:
    """A date with the precision written: `PartialDate | None`."""
    return _column(Kind.DATE, required=required)


def count(*, required: bool = False) -> Any:
    """A whole number: `int | None`."""
    return _column(Kind.INT, required=required)


def number() -> Any:
    """A number: `Decimal | None`; percentages as shares of 1 (80 % is 0.8)."""
    return _column(Kind.NUMBER)


def flag() -> Any:
    """Yes, no, or unknown: `bool | None`."""
    return _column(Kind.FLAG)


def texts() -> Any:
    """A list separated by `;` or line breaks: `tuple[str, ...]`."""
    return _column(Kind.LIST)


def member(*, required: bool = False) -> Any:
    """One member, as written (name or number): `str | None`."""
    return _column(Kind.MEMBER, required=required)


def members(*, required: bool = False) -> Any:
    """Several members, as written: `tuple[str, ...]`."""
    return _column(Kind.MEMBERS, required=required)


def level() -> Any:
    """A rating level: `Level | None`."""
    return _column(Kind.LEVEL)


def levels() -> Any:
    """Several levels in order: `tuple[Level, ...]`."""
    return _column(Kind.LEVELS)


def choice(choices: str, *, required: bool = False) -> Any:
    """One of the glossary's list, in its canonical words: `str | None`."""
    return _column(Kind.CHOICE, required=required, choices=choices)


def several(choices: str) -> Any:
    """Several of the glossary's list, in canonical words: `tuple[str, ...]`."""
    return _column(Kind.CHOICES, choices=choices)


def restricted() -> Any:
    """Text no output may show: left out of `repr`; readers of rows must not print it. `str | None`."""
    return field(default=None, repr=False, metadata={"kind": Kind.RESTRICTED, "required": False, "choices": "", "says_none": False})


def codes(choices: str, *, required: bool = False) -> Any:
    """Codes where recognised, else the text itself: `tuple[str, ...]`."""
    return _column(Kind.CODES, required=required, choices=choices)


_COLUMNS: dict[type[Row], tuple[Column, ...]] = {}


def columns_of(row_type: type[Row]) -> tuple[Column, ...]:
    """The columns a row type declares, in order."""
    found = _COLUMNS.get(row_type)
    if found is None:
        found = _COLUMNS[row_type] = _declared(row_type)
    return found


def _declared(row_type: type[Row]) -> tuple[Column, ...]:
    return tuple(
        Column(name.rstrip("_"), item.metadata["kind"], item.metadata["required"], item.metadata["choices"], item.metadata["says_none"])
        for name, item in declared(row_type).items()
        if item.metadata
    )


def position(row: Row) -> tuple[str, int]:
    """Where a row stands, to put rows in the order of the sheets whatever order they came in."""
    return row.source.sheet, row.source.row
