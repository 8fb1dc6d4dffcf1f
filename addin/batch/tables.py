"""The results as Parquet tables, for pandas, duckdb and whoever adds up a province: written in pieces, so memory stays even.

tables/workbooks.parquet   a row a workbook
tables/ratings.parquet     a row a member: level of record, what the cap counts
tables/findings.parquet    a row a finding: code, severity, sheet, square
tables/figures.parquet     a row a figure that is a number, or a number by year, level or kind
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Row = dict[str, Any]
NAMES = ("workbooks", "ratings", "findings", "figures")
FORM = "year_end_form"
"""The figure under which the year-end table of a cell stands, by kind and column."""
_PIECE = 500
_LEFT_OUT = "Chưa có bảng Parquet (tables/*.parquet): máy này chưa cài phần mở rộng; cài bằng: pip install “sochibo[batch]”."


def why_no_tables() -> str:
    """Why this machine makes none; empty where it does. On Windows' add-in environment numpy is left out on purpose."""
    return "" if all(find_spec(name) for name in ("pandas", "pyarrow")) else _LEFT_OUT


def write_tables(lines: Iterable[Row], folder: Path) -> tuple[str, ...]:
    """The names of the files made, relative to the folder of the run."""
    from addin.batch.parquet import Tables  # noqa: PLC0415 - pandas, where it is installed

    with Tables(folder, SCHEMAS) as tables:
        for number, read in enumerate(lines, start=1):
            for name, rows in _ROWS.items():
                tables.add(name, rows(read))
            if number % _PIECE == 0:
                tables.write()
    return tuple(f"{folder.name}/{name}.parquet" for name in NAMES)


def _workbooks(line: Row) -> Iterator[Row]:
    check, rate, cell = line.get("check") or {}, line.get("rate") or {}, line.get("cell") or {}
    quota = cell.get("quota") or {}
    wrong = cell.get("wrong_year") or {}
    yield {
        "workbook": line["workbook"], "sha256": line["sha256"], "status": line["status"], "reason": line["reason"],
        "cell": cell.get("name"), "superior": cell.get("superior"),
        "errors": check.get("error"), "warnings": check.get("warning"), "notices": check.get("notice"),
        "year": rate.get("year"), "rated": rate.get("rated"), "without_level": rate.get("without_level"),
        "cap": rate.get("cap"), "over": rate.get("over"), "cell_level": cell.get("cell_level"),
        "quota_base": quota.get("base"), "quota_rate": quota.get("rate"), "quota_rounding": quota.get("rounding"),
        "quota_allocated": quota.get("allocated"),
        "wrong_year_sheet": wrong.get("sheet"), "wrong_year_cell": wrong.get("cell"),
        "edited_totals": json.dumps(cell["edited_totals"], ensure_ascii=False) if cell.get("edited_totals") else None,
    }  # fmt: skip


def _ratings(line: Row) -> Iterator[Row]:
    for one in (line.get("cell") or {}).get("members", ()):
        keys = dict(key.split(":", 1) for key in one["keys"])
        yield {
            "workbook": line["workbook"], "sheet": one["sheet"], "cell": one["cell"], "name": one["name"],
            "official": one["official"], "rated": one["rated"], "level": one["level"], "counted": one["counted"],
            "id_key": keys.get("id"), "card_key": keys.get("card"), "born_key": keys.get("born"),
        }  # fmt: skip


def _findings(line: Row) -> Iterator[Row]:
    for one in line.get("findings", ()):
        yield {"workbook": line["workbook"], **{key: one.get(key) for key in ("code", "severity", "sheet", "cell", "message")}}


def _figures(line: Row) -> Iterator[Row]:
    """`part` is the year, level or kind of a number that stands under one: `2025`, `2025/HTXS`; of a list, how long it is."""
    for one in line.get("figures", ()):
        places = "; ".join(f"'{place['sheet']}'!{place['cell']}" for place in one.get("places", ()))
        for part, value in _numbers(one["value"]):
            yield {"workbook": line["workbook"], "figure": one["id"], "part": part, "value": value, "places": places}
    for part, value in _numbers((line.get("cell") or {}).get("form")):
        yield {"workbook": line["workbook"], "figure": FORM, "part": part, "value": value, "places": ""}


def _numbers(value: Any, part: str = "") -> Iterator[tuple[str, float]]:
    if isinstance(value, bool | int | float):
        yield part, float(value)
    elif isinstance(value, list):
        yield part, float(len(value))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _numbers(item, f"{part}/{key}" if part else key)


_ROWS: dict[str, Callable[[Row], Iterator[Row]]] = {
    "workbooks": _workbooks, "ratings": _ratings, "findings": _findings, "figures": _figures,
}  # fmt: skip
SCHEMAS: dict[str, dict[str, str]] = {
    "workbooks": {
        **dict.fromkeys(("workbook", "sha256", "status", "reason", "cell", "superior"), "string"),
        **dict.fromkeys(("errors", "warnings", "notices", "year", "rated", "without_level", "cap"), "Int64"),
        "over": "boolean", "cell_level": "string",
        **dict.fromkeys(("quota_base", "quota_rate", "quota_rounding"), "string"), "quota_allocated": "Int64",
        **dict.fromkeys(("wrong_year_sheet", "wrong_year_cell", "edited_totals"), "string"),
    },
    "ratings": {
        **dict.fromkeys(("workbook", "sheet", "cell", "name"), "string"), "official": "boolean", "rated": "boolean",
        **dict.fromkeys(("level", "counted", "id_key", "card_key", "born_key"), "string"),
    },
    "findings": dict.fromkeys(("workbook", "code", "severity", "sheet", "cell", "message"), "string"),
    "figures": {**dict.fromkeys(("workbook", "figure", "part"), "string"), "value": "float64", "places": "string"},
}  # fmt: skip
"""The columns of each table with pandas' name of what they hold."""
