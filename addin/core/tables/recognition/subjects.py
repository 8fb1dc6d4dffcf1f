"""What a title or the name of a sheet says of every row below: the kind of inspection, where no column does."""

from __future__ import annotations

from collections.abc import Mapping

from addin.core.tables.recognition.row_words import kind_of

_WITH_KIND = frozenset({"inspections", "plan_items"})


def given_by_title(table: str, sheet: str, title: str, columns: Mapping[str, int]) -> dict[str, str]:
    """Key → value; the name of the sheet where the title says nothing, or both kinds."""
    if table not in _WITH_KIND or "kind" in columns:
        return {}
    kind = kind_of(title) or kind_of(sheet)
    return {"kind": kind} if kind else {}
