"""A new year's sheet in the live document: refused or ordered before anything is touched, read as if it were there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from addin.core.grids import Grid
from addin.core.writes import Writes
from addin.hosts.libreoffice.reading import Reader
from addin.hosts.live_likes import (
    NewSheet,
    cleared,
    grid_like,
    new_sheets,
    refuse_changed_pattern,
    refuse_pattern,
    refuse_taken_names,
    turned,
)
from addin.hosts.refusal import refuse


class YearSheets:
    """The sheets an order makes first. Of them their patterns are asked, for they are not there yet."""

    def __init__(self, writes: Writes, book: Mapping[str, Any], reader: Reader) -> None:
        """RefusedWrite or ChangedMeanwhile where one cannot be made."""
        self._reader = reader
        self._new = {one.like.sheet: (one, _pattern_of(one, book, reader)) for one in new_sheets(writes)}

    @property
    def ready(self) -> dict[str, frozenset[int]]:
        """The rows that stand ready on each."""
        return {name: one.ready for name, (one, _) in self._new.items()}

    def asked(self, name: str) -> str:
        """The sheet that is there to be asked about squares of this one."""
        return self._new[name][0].like.pattern if name in self._new else name

    def read(self, name: str) -> Grid:
        """A sheet as it is, or as it will be."""
        return grid_like(*self._new[name]) if name in self._new else self._reader.read_again(name)

    def order(self) -> list[dict[str, Any]]:
        """What LibreOffice's side does for each."""
        return [self._one(one, pattern) for one, pattern in self._new.values()]

    def _one(self, new: NewSheet, pattern: Grid) -> dict[str, Any]:
        like = new.like
        formulas = turned(new, self._reader.texts.get(like.pattern, {}))
        return {
            "name": like.sheet,
            "pattern": like.pattern,
            "rows": [like.first_row, like.last_row],
            "cleared": [list(square) for square in cleared(new, pattern)],
            "texts": [[row, column, words] for row, column, words in like.texts],
            "formulas": [[row, column, text] for (row, column), text in sorted(formulas.items())],
        }


def _pattern_of(new: NewSheet, book: Mapping[str, Any], reader: Reader) -> Grid:
    like = new.like
    if book["structure_locked"]:
        refuse("cấu trúc sổ đang khoá nên không thêm trang tính được", "Vào Công cụ, bỏ Bảo vệ cấu trúc sổ, rồi bấm lại nút.")
    refuse_taken_names(like, [sheet["name"] for sheet in book["sheets"]])
    facts = next(sheet for sheet in book["sheets"] if sheet["name"].casefold() == like.pattern.casefold())
    has_tables = any(table["sheet"] == facts["name"] for table in book["tables"]) or facts["pivots"]
    refuse_pattern(like, has_tables=has_tables, is_protected=facts["protected"])
    grid = reader.read_again(facts["name"])
    refuse_changed_pattern(grid, reader.known.get(facts["name"]))
    return grid
