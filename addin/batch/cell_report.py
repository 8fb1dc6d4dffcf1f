"""What a superior's totals need of one workbook: its members with what tells doubles, levels, and what speaks against it.

Identity and card numbers leave the workbook as fingerprints only: enough to see that two are the same.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from addin import glossary
from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.persons.roll import is_official
from addin.core.places import Place
from addin.core.ratings import YearRatings
from addin.core.summaries.figures import Figures
from addin.core.summaries.typed_totals import edited_totals
from addin.core.summaries.view import View
from addin.core.summaries.year_end_form import year_end_form
from addin.core.tables.recognition.letterhead import settings_shown
from addin.core.tables.rows.members import Member
from addin.output.forms import cell_of
from addin.patterns import pattern

_SHORT = 12
_NO_SIGN = pattern(r"[\W_]+")
_ID_DIGITS, _CARD_DIGITS = 9, 4
"""A number has at least so many."""


def cell_report(reading: Reading, grids: Sequence[Grid], ratings: YearRatings, on: date, key: bytes | None) -> dict[str, Any]:
    """Everything of one cell and year, in plain values; with `key` nothing in it names a person."""
    name, superior = _named(reading, grids)
    return {
        "name": name,
        "superior": superior,
        "members": [_member(one, ratings, key) for one in reading.roll(ratings.judged_on).members],
        "cell_level": ratings.party_cell.level.value if ratings.party_cell.level else None,
        "quota": _quota(ratings),
        "form": {kind: dict(line) for kind, line in year_end_form(View(reading, ratings.year, ratings.year, on)).items()},
        "wrong_year": _wrong_year(reading, ratings.year),
        "edited_totals": [
            {**_place(one.place), "typed": one.typed, "rows": one.counted} for one in edited_totals(grids, reading.book)
        ],
    }


def _named(reading: Reading, grids: Sequence[Grid]) -> tuple[str | None, str | None]:
    """As the settings say; where they are silent, as all letterheads of the sheets agree."""
    settings = reading.book.settings
    shown = {} if settings.cell_name and settings.superior_name else {one.key: one.value for one in settings_shown(grids)}
    return settings.cell_name or shown.get("cell_name"), settings.superior_name or shown.get("superior_name")


def _quota(ratings: YearRatings) -> dict[str, Any]:
    quota = ratings.quota
    return {
        "base": quota.base,
        "rate": str(quota.rate) if quota.rate is not None else None,
        "rounding": quota.rounding,
        "allocated": quota.cap if quota.allocated else None,
    }


def _member(member: Member, ratings: YearRatings, key: bytes | None) -> dict[str, Any]:
    rating = next((one for one in ratings.members if one.member is member), None)
    level = rating.level if rating else None
    counted = rating.counted if rating else None
    return {
        **_place(member.place("full_name")),
        "name": None if key else member.full_name,
        "keys": list(keys_of(member, key)),
        "official": is_official(member, ratings.judged_on),
        "rated": bool(rating and rating.is_rated),
        "level": level.value if level else None,
        "counted": counted.value if counted else None,
    }


def keys_of(member: Member, key: bytes | None = None) -> Iterable[str]:
    """What makes two rows one person: the same identity number, the same card, or the same name and day of birth.

    Dots, spaces and zeros in front make no other number; "chưa cấp" and 0 are none.
    """
    for kind, written, fewest in (("id", member.id_number, _ID_DIGITS), ("card", member.party_card, _CARD_DIGITS)):
        number = _NO_SIGN.sub("", written or "").casefold()
        if sum(sign.isdecimal() for sign in number) >= fewest and number.strip("0"):
            yield f"{kind}:{_print(number.lstrip('0'), key)}"
    born = member.birth_date
    if member.full_name and born is not None and born.first == born.last:
        yield f"born:{_print(f'{glossary.fold(member.full_name)} {born.iso}', key)}"


def _print(text: str, key: bytes | None) -> str:
    data = text.encode()
    return (hmac.new(key, data, "sha256") if key else hashlib.sha256(data)).hexdigest()[: 2 * _SHORT]


def _wrong_year(reading: Reading, year: int) -> dict[str, Any] | None:
    """The square that says another year, where the workbook rates other years and not this one."""
    rows = reading.book.ratings
    if not rows or any(row.year == year for row in rows):
        return None
    last = max(rows, key=lambda row: (row.year or 0, row.place()))
    return {**_place(last.place("year")), "year": last.year}


def _place(place: Place) -> dict[str, Any]:
    return {"sheet": place.sheet, "cell": cell_of(place)}


def plain_figures(figures: Figures) -> list[dict[str, Any]]:
    """The figures as numbers alone: nothing that could name a person."""
    told = ((one.id, _numbers(one.value)) for one in figures.figures)
    return [{"id": name, "value": value} for name, value in told if value is not None]


def _numbers(value: Any) -> Any:
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, dict):
        kept = {key: number for key, item in value.items() if _is_code(key) and (number := _numbers(item)) is not None}
        return kept or None
    return None


def _is_code(key: str) -> bool:
    return key.isdecimal() or key.isupper()


def bare(found: Finding) -> dict[str, Any]:
    """A finding without its sentence, which may name somebody."""
    return {"code": found.rule, "severity": found.severity.value, **_place(found.place)}
