"""The number of a new line of Văn bản as her lines have it: whole in one column, or the count and the symbol in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from addin.core.grids import Grid
from addin.core.tables.rows.book import Book, FoundTable
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import own_number, read_number
from addin.core.writes import Value


def in_her_columns(book: Book, grid: Grid | None, found: FoundTable, row: Mapping[str, Value]) -> Mapping[str, Value]:
    """The row with its number parted, where most lines of the sheet part theirs."""
    text = row.get("number")
    number, symbol = found.columns.get("number"), found.columns.get("symbol")
    if found.table != "documents" or not isinstance(text, str) or "-" not in text or number is None or symbol in (None, number):
        return row
    lines = [one for one in book.documents if one.source.sheet == found.sheet and one.number]
    parted = [one for one in lines if one.symbol and read_number(one.number) is None]
    if len(parted) * 2 <= len(lines):
        return row
    count, _, rest = text.partition("-")
    shown = [grid.at(one.place("number").row, number) for one in parted] if grid is not None else []
    return {**row, "number": _count(count, shown), "symbol": _symbol(rest, parted)}


def _count(count: str, shown: Sequence[object]) -> Value:
    """A number where hers are numbers, with a nought before it where hers have one."""
    if not count.isdecimal():
        return count
    if sum(isinstance(one, int | float) for one in shown) * 2 > len(shown):
        return int(count)
    texts = [str(one).strip() for one in shown if isinstance(one, str)]
    has_bare = any(len(text) == 1 for text in texts)
    return str(int(count)) if has_bare else count


def _symbol(rest: str, parted: Sequence[Document]) -> str:
    """Hers for papers of these letters, else what another of hers would be with them."""
    letters = rest.partition("/")[0]
    same = Counter(one.symbol for one in parted if (number := own_number(one)) and number.kind == letters)
    if same:
        return same.most_common(1)[0][0] or rest
    others = Counter((one.symbol or "").replace(number.kind, letters, 1) for one in parted if (number := own_number(one)) and number.kind in (one.symbol or ""))
    return others.most_common(1)[0][0] if others else rest
