"""Reads "Thiết lập": settings (Mục | Giá trị) and the learned layouts written by "adopt"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid, Raw
from addin.core.places import Place, column_number
from addin.core.tables import faults
from addin.core.tables.book import ROW_TYPES, FoundTable
from addin.core.tables.date_values import read_date_text
from addin.core.tables.settings import RaisedQuota, Settings, Term
from addin.core.tables.values import as_text, decimal_of, is_blank

LAYOUT_PREFIX = "Bố cục:"
_ITEMS = re.compile(r"\s*(?:;|\n)\s*")
_RANGE = re.compile(r"\s*(?:–|—|-(?=\s*\d{1,2}/)|\bđến\b|\s-\s|(?<=\d{4})-)\s*")


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """What the sheet says; `layouts` are confirmed tables of other sheets, without their extent."""

    settings: Settings
    layouts: tuple[FoundTable, ...]
    findings: tuple[Finding, ...]


def is_settings(grid: Grid) -> bool:
    """By its name, or by the headings Mục | Giá trị."""
    if glossary.fold(grid.sheet) == glossary.fold("Thiết lập"):
        return True
    wanted = {glossary.fold("Mục"), glossary.fold("Giá trị")}
    return any(wanted <= {glossary.fold(as_text(raw)) for raw in grid.row(row)} for row in range(1, 6))


def read_settings(grid: Grid) -> SettingsSheet:
    """Every known setting with its square; an unknown one is kept under `other`."""
    headings = glossary.settings_headers()
    values: dict[str, Any] = {}
    places: dict[str, Place] = {}
    other: dict[str, tuple[str, Place]] = {}
    layouts: list[FoundTable] = []
    found: list[Finding] = []
    name_column, value_column = _columns(grid)
    for row in range(1, grid.row_count + 1):
        name, raw = as_text(grid.at(row, name_column)), grid.at(row, value_column)
        place = grid.place(row, value_column)
        if not name or is_blank(raw) or glossary.fold(name) == glossary.fold("Mục"):
            continue
        if name.startswith(LAYOUT_PREFIX):
            layout = parse_layout(name, as_text(raw))
            layouts += [layout] if layout else []
            found += [] if layout else [faults.SETTING.at(place, f"Không đọc được bố cục “{name}”.")]
            continue
        key = headings.get(glossary.fold(name))
        if key is None:
            other[name] = (as_text(raw), place)
            continue
        value = _parse(key, raw)
        places[key] = place
        if value is None:
            found.append(faults.SETTING.at(place, f"“{as_text(raw)}” không dùng được cho mục “{name}”."))
        else:
            values[key] = value
    settings = replace(Settings(), **values, places=places, other=other)
    return SettingsSheet(settings, tuple(layouts), tuple(found))


def _columns(grid: Grid) -> tuple[int, int]:
    for row in range(1, min(grid.row_count, 10) + 1):
        folded = [glossary.fold(as_text(raw)) for raw in grid.row(row)]
        if glossary.fold("Mục") in folded and glossary.fold("Giá trị") in folded:
            return folded.index(glossary.fold("Mục")) + 1, folded.index(glossary.fold("Giá trị")) + 1
    return 1, 2


def _parse(key: str, raw: Raw) -> Any:
    text = as_text(raw)
    if isinstance(raw, date):
        text = f"{raw.day}/{raw.month}"
    if key in {"is_base_cell", "has_committee"}:
        return raw if isinstance(raw, bool) else glossary.flag(text)
    parser = _PARSERS.get(key)
    return parser(text) if parser else text


def _terms(text: str) -> tuple[Term, ...] | None:
    terms = []
    for item in _ITEMS.split(text):
        ends = [read_date_text(part.strip())[0] for part in _RANGE.split(item.strip()) if part.strip()]
        if len(ends) != 2 or ends[0] is None or ends[1] is None or ends[1] < ends[0]:
            return None
        terms.append(Term(ends[0].first, ends[1].last))
    return tuple(terms)


def _allocated(text: str) -> dict[int, int] | None:
    found = {}
    for item in _ITEMS.split(text):
        match = re.fullmatch(r"(\d{4})\s*[:=]\s*(\d+)", item.strip())
        if match is None:
            return None
        found[int(match[1])] = int(match[2])
    return found


def _raised(text: str) -> RaisedQuota | None:
    share_text, _, document = text.partition(";")
    share = _share(share_text)
    return RaisedQuota(share, document.strip() or None) if share is not None else None


def _share(text: str) -> Decimal | None:
    value = decimal_of(text.strip())
    if value is None or value <= 0:
        return None
    value = value / 100 if value > 1 else value
    return value if value <= 1 else None


def _deadline(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:[/.-]\d{4})?", text)
    if match is None:
        return None
    day, month = int(match[1]), int(match[2])
    try:
        date(2000, month, day)
    except ValueError:
        return None
    return day, month


def _whole(text: str) -> int | None:
    return int(text) if re.fullmatch(r"[1-9]\d{0,3}", text) else None


def _one_of(*allowed: str) -> Callable[[str], str | None]:
    return lambda text: next((item for item in allowed if item.casefold() == text.strip().casefold()), None)


_PARSERS: dict[str, Callable[[str], Any]] = {
    "terms": _terms,
    "htxs_allocated": _allocated,
    "quota_base": _one_of("HTT", "HTT+", "rated"),
    "quota_rounding": _one_of("floor", "round", "ceil"),
    "quota_rate_raised": _raised,
    "ballot_threshold": _share,
    "ballot_base": _one_of("summoned", "official", "present"),
    "plan_deadline": _deadline,
    "supervision_rhythm_days": _whole,
    "inspection_max_days": _whole,
    "spelling": _one_of("uỷ", "ủy"),
    "line_spacing": decimal_of,
    "numbering": _one_of("term", "year", "continuous"),
}


def layout_setting(found: FoundTable) -> tuple[str, str]:
    """(Mục, Giá trị) of a confirmed layout, in words the secretary can read and correct."""
    name = f"{LAYOUT_PREFIX} {glossary.sheet_name(found.table)} @ {found.sheet}"
    rows = f"dòng {found.heading_rows[0]}-{found.heading_rows[-1]}"
    columns = [
        f"{glossary.header(found.table, key)}={Place('', 0, column).cell} “{_one_line(found.titles.get(key, ''))}”"
        for key, column in sorted(found.columns.items(), key=lambda item: item[1])
    ]
    return name, "; ".join([rows, *columns])


def _one_line(title: str) -> str:
    return re.sub(r"[\s;“”]+", " ", title).strip()


_COLUMN = re.compile(r"(?P<heading>.+)=\s*(?P<letters>[A-Za-z]{1,3})\s*(?:“(?P<title>[^”]*)”)?\s*")


def parse_layout(name: str, value: str) -> FoundTable | None:
    """The inverse of `layout_setting`; None where it cannot be understood."""
    table_name, _, sheet = name.removeprefix(LAYOUT_PREFIX).strip().partition(" @ ")
    tables = {glossary.fold(glossary.sheet_name(table)): table for table in ROW_TYPES}
    table = tables.get(glossary.fold(table_name))
    rows, *items = [item for item in _ITEMS.split(value) if item]
    match = re.fullmatch(r"dòng (\d+)-(\d+)", rows.strip())
    if table is None or match is None or not sheet:
        return None
    headings = glossary.headers(table)
    columns, titles = {}, {}
    for item in items:
        column = _COLUMN.fullmatch(item)
        key = headings.get(glossary.fold(column["heading"])) if column else None
        if column is None or key is None:
            return None
        columns[key] = column_number(column["letters"])
        titles[key] = column["title"] or ""
    first, last = int(match[1]), int(match[2])
    return FoundTable(table, sheet, tuple(range(first, last + 1)), last + 1, last, columns, confirmed=True, titles=titles)
