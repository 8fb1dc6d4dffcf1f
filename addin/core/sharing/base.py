"""What a group leader's copy carries of the moment it was made: every row of his as it was, on a sheet nobody looks at.

Texts in squares, because that is what Excel and LibreOffice keep whatever they do to the rest of a file. A digest tells when
somebody has changed it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.sharing.lines import Line
from addin.core.tables.rows.book import FoundTable

SHEET = "Gốc của bản tách"
_MARK = "sochibo-split"
_VERSION = 1
_PIECE = 30_000
_FEWEST_ROWS = 2


@dataclass(frozen=True, slots=True)
class BaseSheet:
    """A sheet of the copy: its table, and where the headings stood when it was made."""

    table: str
    sheet: str
    heading_rows: tuple[int, ...]
    first_row: int
    last_row: int
    places: Mapping[str, int]
    titles: Mapping[str, str]
    lines: tuple[Line, ...]

    @property
    def layout(self) -> FoundTable:
        """The table as recognition finds it again, moved columns too."""
        keys = {name: column for name, column in self.places.items() if not name.startswith("=")}
        titles = {name: self.titles.get(name, "") for name in keys}
        return FoundTable(self.table, self.sheet, self.heading_rows, self.first_row, self.last_row, keys, confirmed=True, titles=titles)


@dataclass(frozen=True, slots=True)
class Base:
    """The workbook and the group a copy was made of and for, the day, the group's people, and its rows."""

    workbook: str
    cell: str
    group: str
    leader: str
    made_on: str
    people: tuple[str, ...]
    sheets: tuple[BaseSheet, ...]

    @property
    def line_count(self) -> int:
        """How many records went along."""
        return sum(len(sheet.lines) for sheet in self.sheets)


def rows_of_base(base: Base) -> tuple[tuple[str, ...], ...]:
    """The squares of the sheet that carries it."""
    body = json.dumps(_form(base), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    pieces = [body[start : start + _PIECE] for start in range(0, len(body), _PIECE)]
    return ((_MARK, str(_VERSION), _digest(body), "Không sửa sheet này: cần nó để gộp vào sổ chi bộ."), *(("/" + piece + "/",) for piece in pieces))


def base_in(grids: Sequence[Grid]) -> Base | None:
    """The base a copy carries; None where it is not there or was changed."""
    for grid in grids:
        if grid.row_count >= _FEWEST_ROWS and grid.at(1, 1) == _MARK:
            body = "".join(str(grid.at(row, 1) or "")[1:-1] for row in range(2, grid.row_count + 1))
            if _digest(body) == grid.at(1, 3):
                return _read(json.loads(body))
    return None


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()


def _form(base: Base) -> dict[str, Any]:
    return {
        "workbook": base.workbook,
        "cell": base.cell,
        "group": base.group,
        "leader": base.leader,
        "made_on": base.made_on,
        "people": list(base.people),
        "sheets": [
            {
                "table": one.table,
                "sheet": one.sheet,
                "heading_rows": list(one.heading_rows),
                "rows": [one.first_row, one.last_row],
                "places": dict(one.places),
                "titles": dict(one.titles),
                "lines": [dict(line.values) for line in one.lines],
            }
            for one in base.sheets
        ],
    }


def _read(form: dict[str, Any]) -> Base:
    sheets = tuple(
        BaseSheet(
            one["table"], one["sheet"], tuple(one["heading_rows"]), one["rows"][0], one["rows"][1], one["places"], one["titles"],
            tuple(Line(one["sheet"], 0, values) for values in one["lines"]),
        )
        for one in form["sheets"]
    )  # fmt: skip
    return Base(form["workbook"], form["cell"], form["group"], form["leader"], form["made_on"], tuple(form["people"]), sheets)

