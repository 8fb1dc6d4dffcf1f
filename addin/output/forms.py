"""The `--json` forms of design.md §4: dates as text, levels by code, lists as arrays, a place as an object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from addin.core.dates import PartialDate
from addin.core.findings import Finding, Severity
from addin.core.places import Place
from addin.core.references import Reference
from addin.core.tables.rows.columns import Kind, Row, columns_of


def plain(value: Any) -> Any:
    """Any value of ours as JSON can hold it; whole decimals as integers."""
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    form = next((form for kind, form in _FORMS if isinstance(value, kind)), None)
    return form(value) if form else value


def place_form(place: Place) -> dict[str, str]:
    """`{"sheet", "cell"}`."""
    return {"sheet": place.sheet, "cell": cell_of(place)}


def cell_of(place: Place) -> str:
    """The square; a whole row is told by its first square, a whole sheet by none."""
    return f"A{place.row}" if place.row and not place.column else place.cell


_FORMS: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (PartialDate, lambda value: value.iso),
    (date, lambda value: value.isoformat()),
    (Decimal, lambda value: int(value) if value == value.to_integral_value() else float(value)),
    (Enum, lambda value: value.value),
    (Place, place_form),
)


def finding_form(found: Finding) -> dict[str, Any]:
    """One finding of `check`."""
    return {
        "code": found.rule,
        "severity": found.severity.value,
        "sheet": found.place.sheet,
        "cell": cell_of(found.place),
        "message": found.message,
        "fix": found.fix,
        "reference": reference_form(found.reference),
        "related": [place_form(place) for place in found.related],
    }


def reference_form(reference: Reference | None) -> str | None:
    """The citation as shown, with its confidence mark."""
    return str(reference) if reference else None


def counts(findings: Iterable[Finding]) -> dict[str, int]:
    """How many of each severity."""
    found = [item.severity for item in findings]
    return {severity.value: found.count(severity) for severity in Severity}


def row_form(row: Row) -> dict[str, Any]:
    """A row of `show`: its place and every key as it was read, leading zeros too; what is restricted is never shown."""
    form: dict[str, Any] = {"sheet": row.source.sheet, "row": row.source.row}
    for column in columns_of(type(row)):
        if column.kind is not Kind.RESTRICTED:
            form[column.key] = plain(getattr(row, column.field))
    return form
