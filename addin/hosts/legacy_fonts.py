"""The fonts of the old Vietnamese encodings, known by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from addin.patterns import pattern

_LEGACY_NAME = pattern(r"\s*(?:\.vn|vni-)", re.IGNORECASE)


def is_legacy_font(name: str) -> bool:
    """Whether a font is of an old encoding: `.VnTime`, `.VnTimeH`, `VNI-Times`."""
    return _LEGACY_NAME.match(name) is not None


def columns_with_legacy(columns: Mapping[int, Iterable[str]]) -> dict[int, frozenset[str]]:
    """Only the columns where a legacy font was seen, with all fonts seen there."""
    return {column: frozenset(names) for column, names in columns.items() if any(map(is_legacy_font, names))}
