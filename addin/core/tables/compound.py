"""Squares that hold several values under one compound heading ("Số QĐ, ngày"; "Nam, nữ, dân tộc")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from addin.core.grids import Raw
from addin.core.tables.columns import Column, Kind
from addin.core.tables.values import as_text

_TRAILING_DATE = re.compile(
    r"(?P<rest>.*?)[\s,;(]*(?:ngày\s*)?(?P<date>\d{1,2}\s*[/.\-]\s*\d{1,2}\s*[/.\-]\s*\d{2,4}|"
    r"ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})\)?\s*$",
    re.IGNORECASE | re.DOTALL,
)


def split_compound(raw: Raw, keys: tuple[str, ...], key: str, columns: Mapping[str, Column]) -> Any:
    """The part of a square that belongs to `key`; NotImplemented where the parts cannot be told apart."""
    text = as_text(raw)
    if not text:
        return None
    kinds = [columns[item].kind for item in keys]
    if kinds == [Kind.TEXT, Kind.DATE]:
        match = _TRAILING_DATE.fullmatch(text)
        if match:
            return (match["rest"] if columns[key].kind is Kind.TEXT else match["date"]).strip() or None
        return text if columns[key].kind is Kind.TEXT else None
    for separator in (r"\n", r"\s*;\s*", r"\s*,\s*", r"\s*[–/]\s*" if Kind.DATE not in kinds else r"\s+[–-]\s+"):
        parts = [part.strip() for part in re.split(separator, text)]
        if len(parts) == len(keys):
            return parts[keys.index(key)] or None
    if len(set(kinds)) == 1 and kinds[0] is Kind.DATE and not re.search(r"[\n;,]", text):
        return raw if key == keys[0] else None
    return NotImplemented
