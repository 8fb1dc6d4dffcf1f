"""The findings sheet and the notes: what `check --mark` writes, replaced whole each time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from addin.core.dates import vn_date
from addin.core.findings import Finding, by_cause
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Note, SheetReplace, Value, Writes

FINDINGS_SHEET = "Lỗi dữ liệu"
_HEADINGS: tuple[Value, ...] = ("STT", "Mức", "Mã", "Sheet", "Ô", "Nội dung", "Cách sửa", "Căn cứ", "Cùng lỗi", "Năm")
_SQUARE_COLUMN = 5
_WIDTHS = (6, 11, 9, 18, 8, 60, 50, 40, 11, 8)


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with the year its row is about; `is_past` where that year is over."""

    finding: Finding
    year: int | None = None
    is_past: bool = False


def marks_for(found: Iterable[Listed], on: date) -> Writes:
    """The findings sheet, replaced whole each time so that a corrected finding disappears from it, and the notes.

    The worst first, those of one cause together with their number; years gone by stand below. What a colour would say
    stands there in words, and the square leads to where it is.
    """
    listed = tuple(found)
    rows: list[tuple[Value, ...]] = [_HEADINGS]
    links: list[tuple[int, int, Place]] = []
    years = {id(one.finding): one.year for one in listed}
    for part in (False, True):
        for cause in by_cause(one.finding for one in listed if one.is_past is part):
            same = f"{len(cause.findings)} ô" if len(cause.findings) > 1 else ""
            for item in cause.findings:
                rows.append(_row(len(rows), item, same, years[id(item)]))
                links += [(len(rows), _SQUARE_COLUMN, item.place)] if item.place.sheet else []
    if len(rows) == 1:
        rows.append((None, "", "", "", "", f"Không có lỗi nào đến {vn_date(on)}.", "", "", "", None))
    sheet = SheetReplace(FINDINGS_SHEET, tuple(rows), _WIDTHS, because="Danh sách lỗi dữ liệu", links=tuple(links), is_filtered=True)
    return Writes(sheets=(sheet,), notes=_notes(one.finding for one in listed))


def _row(number: int, item: Finding, same: str, year: int | None) -> tuple[Value, ...]:
    reference = str(item.reference) if item.reference else ""
    place = item.place
    return (number, item.severity.label, item.rule, place.sheet, place.cell, item.message, item.fix, reference, same, year)


def _notes(found: Iterable[Finding]) -> tuple[Note, ...]:
    """One note a square, all its findings in it; a whole row or sheet gets none."""
    texts: dict[Place, list[str]] = {}
    for item in found:
        if item.place.row and item.place.column:
            texts.setdefault(item.place, []).append(f"{item.severity.label} {item.rule}: {item.message} → {item.fix}")
    return tuple(Note(place, "\n".join(lines)) for place, lines in texts.items())
