"""Tells whom a search found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.find import FindResult, Hit
from addin.output.forms import place_form
from addin.output.telling import Table


def form(result: FindResult) -> dict[str, Any]:
    """`{"words", "workbooks", "found": [{"workbook", "sheet", "cell", "full_name", "birth_year", "group"}], "unread"}`."""
    return {
        "words": result.words,
        "workbooks": result.workbooks,
        "found": [
            {"workbook": hit.workbook, **place_form(hit.place), "full_name": hit.full_name, "birth_year": hit.birth_year, "group": hit.group}
            for hit in result.hits
        ],
        "unread": [{"workbook": name, "reason": reason} for name, reason in result.unread],
    }


def lines(result: FindResult) -> Iterator[str]:
    """A line a person."""
    yield _head(result)
    yield from (f"• {_said(hit, result)}" for hit in result.hits)
    yield from _after(result)


box = lines


def table(result: FindResult) -> Table | None:
    """The same at a terminal."""
    if not result.hits:
        return None
    rows = tuple((hit.full_name, str(hit.birth_year or ""), hit.group or "", hit.workbook, str(hit.place)) for hit in result.hits)
    return Table(_head(result), ("Họ và tên", "Năm sinh", "Tổ", "Sổ", "Ô"), rows, tuple(_after(result)))


def _head(result: FindResult) -> str:
    inside = f" trong {padded(result.workbooks)} sổ" if result.workbooks > 1 else ""
    return f"Tìm “{result.words}”{inside}: {padded(len(result.hits))} người."


def _said(hit: Hit, result: FindResult) -> str:
    more = ", ".join(filter(None, (f"sinh {hit.birth_year}" if hit.birth_year else "", hit.group or "")))
    where = f"{hit.workbook} {hit.place}" if result.workbooks > 1 else str(hit.place)
    return f"{hit.full_name}{f' ({more})' if more else ''}: {where}"


def _after(result: FindResult) -> Iterator[str]:
    yield from (f"Không tìm được trong {name}: {reason}" for name, reason in result.unread)
