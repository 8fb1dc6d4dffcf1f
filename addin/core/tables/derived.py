"""What a row says without a column for it: the kind of a paper, from its symbol, else from the first words of its summary; the year of an inspection, from its decision or its first day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Any

from addin import glossary
from addin.core.tables.series import KIND_CODES
from addin.patterns import pattern

_CODE = pattern(r"(?:.*?\d\s*[-–/]\s*)?([A-ZĐa-zđ]{2,4})\s*[/-].*|([A-ZĐa-zđ]{2,4})", re.DOTALL)


def complete(table: str, rows: Iterable[dict[str, Any]]) -> None:
    """Fill in what follows from the rest of the row, where the row itself is silent."""
    if table == "inspections":
        _complete_years(rows)
    if table != "documents":
        return
    for values in rows:
        if not values.get("kind"):
            kind = _kind_of_code(values.get("symbol")) or _kind_of_code(values.get("number")) or _kind_of_words(values.get("title"))
            if kind:
                values["kind"] = kind


def _complete_years(rows: Iterable[dict[str, Any]]) -> None:
    for values in rows:
        days = (values.get(key) for key in _DATED)
        year = next((day.year for day in days if day is not None), None)
        if year is not None:
            values.setdefault("year", year)


def followed_by(table: str, keys: Collection[str]) -> frozenset[str]:
    """The keys that are filled in from those of a table's columns."""
    if table == "documents" and {"symbol", "number", "title"}.intersection(keys):
        return frozenset({"kind"})
    return frozenset({"year"}) if table == "inspections" and set(_DATED).intersection(keys) else frozenset()


_DATED = ("decision_date", "starts_on")


def _kind_of_code(written: str | None) -> str:
    match = _CODE.fullmatch(written.strip()) if written else None
    code = (match[1] or match[2]).casefold() if match else ""
    return _by_code().get(code, "")


def _kind_of_words(title: str | None) -> str:
    folded = glossary.fold(title or "")
    return next((kind[:1].upper() + kind[1:] for kind in KIND_CODES if f"{folded} ".startswith(f"{glossary.fold(kind)} ")), "")


@cache
def _by_code() -> dict[str, str]:
    return {code.casefold(): kind[:1].upper() + kind[1:] for kind, code in KIND_CODES.items()}
