"""`check`: every finding on every sheet; with marks, the findings sheet to be written."""

from __future__ import annotations

from datetime import date

from addin.core import catalogue
from addin.core.dates import vn_date
from addin.core.findings import Finding, sort_findings
from addin.core.persons.whole_roll import why_not_whole
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Note, SheetReplace, Value, Writes
from addin.jobs.frozen_findings import frozen_findings
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.rating_findings import rating_findings

FINDINGS_SHEET = "Lỗi dữ liệu"
_HEADINGS: tuple[Value, ...] = ("STT", "Mức", "Mã", "Sheet", "Ô", "Nội dung", "Cách sửa", "Căn cứ")
_WIDTHS = (6, 11, 9, 18, 8, 60, 50, 40)


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Every finding on the day, in the order of the workbook."""

    workbook: str
    on: date
    findings: tuple[Finding, ...]


def check(opened: Opened, on: date, *, mark: bool = False) -> Outcome[CheckResult]:
    """Read every sheet, apply every rule; nothing outside changes."""
    book = opened.book
    rated = () if why_not_whole(opened.reading) else rating_findings(opened.reading, on)
    found = sort_findings([*opened.findings, *catalogue.run(opened.reading, on), *rated, *frozen_findings(book)])
    return Outcome(CheckResult(opened.name, on, found), found, Effects(marks_for(found, on) if mark else Writes()))


def marks_for(found: tuple[Finding, ...], on: date) -> Writes:
    """The findings sheet, replaced whole each time so that a corrected finding disappears from it, and the notes."""
    rows: list[tuple[Value, ...]] = [_HEADINGS]
    for number, item in enumerate(found, start=1):
        rows.append(
            (
                number,
                item.severity.label,
                item.rule,
                item.place.sheet,
                item.place.cell,
                item.message,
                item.fix,
                str(item.reference) if item.reference else "",
            )
        )
    if len(rows) == 1:
        rows.append((None, "", "", "", "", f"Không có lỗi nào đến {vn_date(on)}.", "", ""))
    sheet = SheetReplace(FINDINGS_SHEET, tuple(rows), _WIDTHS, because="Danh sách lỗi dữ liệu")
    return Writes(sheets=(sheet,), notes=_notes(found))


def _notes(found: tuple[Finding, ...]) -> tuple[Note, ...]:
    """One note a square, all its findings in it; a whole row or sheet gets none."""
    texts: dict[Place, list[str]] = {}
    for item in found:
        if item.place.row and item.place.column:
            texts.setdefault(item.place, []).append(f"{item.severity.label} {item.rule}: {item.message} → {item.fix}")
    return tuple(Note(place, "\n".join(lines)) for place, lines in texts.items())
