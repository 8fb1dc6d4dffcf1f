"""Reads "Thiết lập": settings (Mục | Giá trị) and the learned layouts written by "adopt"."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.recognition.layout_text import LAYOUT_PREFIX, ignored_sheet, parse_layout
from addin.core.tables.rows.book import FoundTable
from addin.core.tables.rows.settings import RaisedQuota, Settings, Term
from addin.core.tables.squares import faults
from addin.core.tables.squares.date_values import read_date_text
from addin.core.tables.squares.values import as_text, decimal_of, is_blank
from addin.patterns import pattern

_ITEMS = pattern(r"\s*(?:;|\n)\s*")
_RANGE = pattern(r"\s*(?:–|—|-(?=\s*\d{1,2}/)|\bđến\b|\s-\s|(?<=\d{4})-)\s*")


@dataclass(frozen=True, slots=True)
class SettingsSheet:
    """What the sheet says; `layouts` are confirmed tables of other sheets, without their extent."""

    settings: Settings = field(default_factory=Settings)
    layouts: tuple[FoundTable, ...] = ()
    findings: tuple[Finding, ...] = ()
    ignored: frozenset[str] = frozenset()
    places: Mapping[str, Place] = field(default_factory=dict)


def is_settings(grid: Grid) -> bool:
    """By its name, or by the headings Mục | Giá trị over a known setting."""
    return _is_named(grid) or (_has_headings(grid) and _names_a_setting(grid))


def settings_of(grids: Sequence[Grid]) -> Grid | None:
    """The settings sheet of a workbook: a sheet of that name before any other."""
    return next((grid for grid in grids if _is_named(grid)), None) or next((grid for grid in grids if is_settings(grid)), None)


def _is_named(grid: Grid) -> bool:
    return glossary.sheet_names().get(glossary.fold(grid.sheet)) == "settings"


def _has_headings(grid: Grid) -> bool:
    wanted = {glossary.fold("Mục"), glossary.fold("Giá trị")}
    for line in grid.values[:5]:
        likely = [raw for raw in line if raw.__class__ is str and len(raw) < _LONGEST and _may_be_one(raw)]
        if len(likely) > 1 and wanted <= {glossary.fold(raw) for raw in likely}:
            return True
    return False


def _may_be_one(raw: str) -> bool:
    """Mục or Giá trị, told without folding every square of every sheet."""
    text = raw.lower()
    return (("m" in text and "c" in text) or ("g" in text and "t" in text)) and len(raw.split()) <= 2


_LONGEST = 20


def _names_a_setting(grid: Grid) -> bool:
    column, _value = setting_columns(grid)
    names = [as_text(grid.at(row, column)) for row in range(1, grid.row_count + 1)]
    return any(name.startswith(LAYOUT_PREFIX) or glossary.fold(name) in glossary.settings_headers() for name in names)


def read_settings(grid: Grid) -> SettingsSheet:
    """Every known setting with its square; an unknown one is kept under `other`."""
    reader = _Reader()
    name_column, value_column = setting_columns(grid)
    for row in range(1, grid.row_count + 1):
        name, raw = as_text(grid.at(row, name_column)), grid.at(row, value_column)
        if name and not is_blank(raw) and glossary.fold(name) != glossary.fold("Mục"):
            reader.take(name, raw, grid.place(row, value_column))
    return reader.read()


class _Reader:
    """Collects the rows of the sheet."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._places: dict[str, Place] = {}
        self._other: dict[str, tuple[str, Place]] = {}
        self._layouts: list[FoundTable] = []
        self._layout_places: dict[str, Place] = {}
        self._ignored: set[str] = set()
        self._found: list[Finding] = []

    def take(self, name: str, raw: Raw, place: Place) -> None:
        """One row: a layout, a known setting, or something else."""
        if name.startswith(LAYOUT_PREFIX):
            self._take_layout(name, raw, place)
            return
        key = glossary.settings_headers().get(glossary.fold(name))
        if key is None:
            self._other[name] = (as_text(raw), place)
            return
        value = _parse(key, raw)
        if key in self._places:
            self._found.append(faults.SETTING.at(place, f"Mục “{name}” ghi hai lần.", related=(self._places[key],)))
        self._places[key] = place
        if value is None:
            self._found.append(faults.SETTING.at(place, f"“{as_text(raw)}” không dùng được cho mục “{name}”."))
        else:
            self._values[key] = value

    def _take_layout(self, name: str, raw: Raw, place: Place) -> None:
        sheet, layout = ignored_sheet(name), parse_layout(name, as_text(raw))
        if sheet is not None:
            self._ignored.add(sheet)
        elif layout is not None:
            self._layouts.append(layout)
            self._layout_places[layout.sheet] = place
        else:
            self._found.append(faults.SETTING.at(place, f"Không đọc được bố cục “{name}”."))

    def read(self) -> SettingsSheet:
        """All rows taken."""
        settings = replace(Settings(), **self._values, places=self._places, other=self._other)
        return SettingsSheet(
            settings, tuple(self._layouts), tuple(self._found), frozenset(self._ignored), self._layout_places
        )


def setting_columns(grid: Grid) -> tuple[int, int]:
    """The columns of names and of values."""
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
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
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


def _in_words(list_name: str) -> Callable[[str], str | None]:
    """The code's word, or the secretary's own: "Làm tròn xuống" is floor."""
    return lambda text: glossary.choice(list_name).get(glossary.fold(text))


_PARSERS: dict[str, Callable[[str], Any]] = {
    "terms": _terms,
    "htxs_allocated": _allocated,
    "quota_base": _in_words("quota_base"),
    "quota_rounding": _in_words("quota_rounding"),
    "quota_rate_raised": _raised,
    "ballot_threshold": _share,
    "ballot_base": _in_words("ballot_base"),
    "plan_deadline": _deadline,
    "supervision_rhythm_days": _whole,
    "inspection_max_days": _whole,
    "spelling": _one_of("uỷ", "ủy"),
    "line_spacing": decimal_of,
    "numbering": _in_words("numbering"),
    "yearly_paper": _one_of("KH", "CTr"),
    "ballot_form": _one_of("A", "B"),
    "quarterly_for": _in_words("quarterly_for"),
}
