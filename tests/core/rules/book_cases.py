"""Books from YAML: rows by table key, values as a person would write them, places given by order.

Rows of a table stand on its own sheet from row 2 down, columns in the dictionary's order; the settings stand on
"Thiết lập" from row 2 down, in the order the case writes them. `columns` narrows the columns a sheet has, `layout`
adds unknown headings, `unreadable` names squares the reader could not read.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from addin import glossary
from addin.core.findings import Finding, Severity
from addin.core.places import Place, column_number
from addin.core.tables.rows.book import ROW_TYPES, Book, FoundTable
from addin.core.tables.rows.columns import columns_of
from addin.core.tables.rows.settings import RaisedQuota, Settings, Term
from tests.builders import row

FOLDER = Path(__file__).parent
TODAY = date(2026, 11, 23)
FIRST_ROW = 2


def cases_of(path: Path) -> list[dict[str, Any]]:
    return YAML(typ="safe").load(path.read_text(encoding="utf-8"))


def book_of(case: dict[str, Any]) -> Book:
    columns = {table: _columns(table, case) for table in ROW_TYPES if table in case}
    tables = {table: _rows(table, case[table] or [], columns[table]) for table in columns}
    layout = tuple(_found(table, columns[table], case) for table in columns)
    unreadable = tuple(
        _unread(table, row, columns[table][key]) for table, row, key in case.get("unreadable", [])
    )
    return Book(
        settings=_settings(case.get("settings") or {}),
        settings_sheet=case.get("settings_sheet"),
        layout=layout,
        unreadable=unreadable,
        **tables,
    )


def square_of(found: Finding, book: Book) -> list[Any]:
    """[row, key, code]: how a case names a finding."""
    place = found.place
    if place in book.settings.places.values():
        key = next(key for key, square in book.settings.places.items() if square == place)
        return [place.row, key, found.rule]
    table = next((table for table in book.layout if table.sheet == place.sheet), None)
    keys = {number: key for key, number in table.columns.items()} if table else {}
    return [place.row, keys.get(place.column, place.column or ""), found.rule]


def _columns(table: str, case: dict[str, Any]) -> dict[str, int]:
    kept = case.get("columns", {}).get(table)
    keys = [column.key for column in columns_of(ROW_TYPES[table])]
    return {key: number for number, key in enumerate(keys, 1) if kept is None or key in kept}


def _rows(table: str, rows: list[dict[str, Any]], columns: dict[str, int]) -> tuple[Any, ...]:
    return tuple(row(table, number, columns=columns, **values) for number, values in enumerate(rows, FIRST_ROW))


def _found(table: str, columns: dict[str, int], case: dict[str, Any]) -> FoundTable:
    unknown = tuple(
        (column_number(letters), heading) for letters, heading in case.get("layout", {}).get(table, [])
    )
    last = FIRST_ROW + len(case[table] or []) - 1
    return FoundTable(table, glossary.sheet_name(table), (FIRST_ROW - 1,), FIRST_ROW, last, columns, unknown)


def _unread(table: str, row: int, column: int) -> Finding:
    return Finding(
        "SHT110",
        Severity.ERROR,
        Place(glossary.sheet_name(table), row, column),
        "Không đọc được.",
        "Nhập lại.",
    )


def _settings(values: dict[str, Any]) -> Settings:
    sheet = glossary.sheet_name("settings")
    places = {key: Place(sheet, row, 2) for row, key in enumerate(values, FIRST_ROW)}
    entered = {
        key: _SETTINGS.get(key, lambda value: value)(value)
        for key, value in values.items()
        if value is not None
    }
    return Settings(places=places, **entered)


_SETTINGS = {
    "terms": lambda terms: tuple(Term(first, last) for first, last in terms),
    "quota_rate_raised": lambda raised: RaisedQuota(Decimal(str(raised["share"])), raised.get("document")),
    "ballot_threshold": lambda share: Decimal(str(share)),
    "line_spacing": lambda points: Decimal(str(points)),
    "plan_deadline": tuple,
}
