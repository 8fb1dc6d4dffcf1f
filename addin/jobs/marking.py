"""The findings sheet and the notes: what `check --mark` writes, replaced whole each time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from addin.core.dates import vn_date
from addin.core.findings import Finding, Severity, by_cause
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Note, SheetReplace, Value, Writes
from addin.jobs.her_columns import beside

FINDINGS_SHEET = "Lỗi dữ liệu"
_HEADINGS: tuple[Value, ...] = ("STT", "Mức", "Mã", "Sheet", "Ô", "Nội dung", "Cách sửa", "Căn cứ", "Cùng lỗi", "Năm")
SQUARE_COLUMN = 5
"""The square of a finding; before it stands its sheet."""
_WIDTHS = (6, 11, 9, 18, 8, 46, 40, 27, 11, 8)
_TITLES, _HEADING_ROWS = 2, 3


@dataclass(frozen=True, slots=True)
class Listed:
    """A finding with the year its row is about; `is_past` where that year is over."""

    finding: Finding
    year: int | None = None
    is_past: bool = False


def marks_for(found: Iterable[Listed], on: date) -> Writes:
    """The findings sheet, replaced whole each time so that a corrected finding disappears from it, and the notes.

    The worst first, those of one cause together with their number; years gone by stand below. What a colour would say
    stands there in words, and the square leads to where it is. Above stands what must be done before the next paper.
    """
    listed = tuple(found)
    rows: list[tuple[Value, ...]] = [*_titles(listed, on), _HEADINGS]
    years = {id(one.finding): one.year for one in listed}
    for part in (False, True):
        for cause in by_cause(one.finding for one in listed if one.is_past is part):
            same = f"{len(cause.findings)} ô" if len(cause.findings) > 1 else ""
            for item in cause.findings:
                rows.append(_row(len(rows) - _HEADING_ROWS + 1, item, same, years[id(item)]))
    if len(rows) == _HEADING_ROWS:
        rows.append((None, "", "", "", "", f"Không có lỗi nào đến {vn_date(on)}.", "", "", "", None))
    sheet = SheetReplace(
        FINDINGS_SHEET, tuple(rows), _WIDTHS, _HEADING_ROWS, "Danh sách lỗi dữ liệu",
        link_column=SQUARE_COLUMN, is_filtered=True, titles=_TITLES,
    )  # fmt: skip
    return Writes(sheets=(sheet,), notes=_notes(one.finding for one in listed))


def beside_remarks(marks: Writes, standing: Grid | None) -> Writes:
    """The marks with what a person wrote on the findings sheet that stands there."""
    sheets = tuple(beside(sheet, standing) for sheet in marks.sheets)
    return replace(marks, sheets=sheets) if sheets != marks.sheets else marks


def must_do(errors: Iterable[Finding]) -> str:
    """What has to be mended before the next paper, in one sentence."""
    found = tuple(errors)
    squares = len({one.place for one in found})
    if not squares:
        return "Trước khi ra văn bản kế tiếp: không có lỗi nào phải sửa."
    return f"Trước khi ra văn bản kế tiếp: phải sửa {len(found)} lỗi ở {squares} ô."


def _titles(listed: Iterable[Listed], on: date) -> tuple[tuple[Value, ...], ...]:
    """How many of each severity and of which day, what comes first, and the way from here to a square."""
    findings = [one.finding for one in listed]
    counts = Counter(found.severity for found in findings)
    told = ", ".join(f"{counts[severity]} {severity.label.lower()}" for severity in Severity)
    errors = [one.finding for one in listed if not one.is_past and one.finding.severity is Severity.ERROR]
    way = "Đến ô của một dòng: bấm vào ô gạch chân ở cột “Ô”, hoặc chọn dòng ấy rồi bấm nút “Lỗi kế tiếp”." if findings else ""
    return (f"Kiểm tra đến {vn_date(on)}: {told}. {must_do(errors)}",), (way,)


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
