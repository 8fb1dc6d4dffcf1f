"""What one workbook of ours holds before it is written: settings, rows by table, and what was assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Value = str | int | float | Decimal | bool | date | tuple[str, ...] | None
Record = Mapping[str, Value]
Rows = Sequence[Record]


@dataclass(frozen=True, slots=True)
class Assumption:
    """A line of the sheet “Giả định”: what is not known from a source, and what the workbook took instead."""

    about: str
    taken: str
    why: str


@dataclass(frozen=True, slots=True)
class Contents:
    """`settings` by key, as text; `tables` by table key, each record by column key; blank where empty."""

    title: str
    settings: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Rows] = field(default_factory=dict)
    assumptions: tuple[Assumption, ...] = ()


def records(keys: str, rows: Sequence[Sequence[Value]]) -> list[Record]:
    """Rows written as tuples under one line of keys; a short row leaves its last keys blank."""
    names = keys.split()
    for row in rows:
        if len(row) > len(names):
            raise ValueError(f"{len(row)} values for {len(names)} keys: {row}")
    return [dict(zip(names, row, strict=False)) for row in rows]
