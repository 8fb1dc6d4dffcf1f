"""The workbook of a superior's totals: the sums, both year-end tables, a line a cell, and what was refused with its square."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from addin.batch.plain_sheets import open_book
from addin.batch.totals import LEVELS
from addin.core.dates import vn_date
from addin.core.summaries.year_end_form import (
    CONCLUSIONS,
    COUNT,
    DENUNCIATION,
    DISCIPLINE,
    FORMS,
    KINDS,
    PERSONS,
    PLANNED,
    TURNS,
)
from addin.glossary import level_words
from addin.jobs.batch import Asked
from addin.jobs.rollup import Refusal, Refused, RollupResult

REASONS = {
    Refusal.DOUBLE_MEMBER: "Đảng viên có ở hai nơi",
    Refusal.WRONG_YEAR: "Sai năm",
    Refusal.EDITED_TOTAL: "Số tổng không khớp các dòng",
    Refusal.MISSING_CELL: "Thiếu chi bộ",
    Refusal.OTHER_RULES: "Phiên bản quy tắc khác",
}
_LABELS = {
    "plan.items": "Việc trong kế hoạch", "plan.done": "Việc đã hoàn thành", "plan.late": "Việc chậm", "inspections.turns": "Lượt đảng viên được kiểm tra",
    "inspections.persons": "Đảng viên được kiểm tra", "inspections.decision_count": "Quyết định kiểm tra", "remedies.due": "Yêu cầu khắc phục đến hạn",
    "remedies.done": "Đã khắc phục", "remedies.overdue": "Quá hạn khắc phục", "supervision.notes": "Ghi nhận giám sát", "disciplines.count": "Quyết định kỷ luật",
    "rewards": "Khen thưởng", "residence.requested": "Xin nhận xét nơi cư trú", "residence.received": "Đã nhận nhận xét nơi cư trú",
    "trainings.turns": "Lượt bồi dưỡng", "trainings.persons": "Người được bồi dưỡng", "meetings.held": "Cuộc sinh hoạt", "denunciations.received": "Tố cáo tiếp nhận",
}  # fmt: skip


def write_rollup_book(result: RollupResult, asked: Asked, path: Path) -> None:
    """The same totals give the same bytes."""
    title = f"Tổng hợp {len(result.cells)} chi bộ, năm {result.year}"
    with open_book(path, title, asked.on) as write:
        write.sheet("Tổng hợp", f"{title}, tính đến {vn_date(asked.on)}", ("Nội dung", "Số lượng", "Số chi bộ chưa có số liệu"), _sums(result), (60, 14, 22))
        write.sheet("Biểu xếp loại", f"Xếp loại đảng viên và chi bộ năm {result.year}", ("Chi bộ", "Sổ", "Đảng viên", "Được xếp loại", *LEVELS, "Xếp loại chi bộ"), _ratings(result), (40, 44, 12, 14, 8, 8, 8, 8, 36))
        write.sheet("Biểu kiểm tra, giám sát", f"Công tác kiểm tra, giám sát, kỷ luật năm {result.year}", ("Việc", "Kế hoạch", "Lượt", "Đảng viên", *CONCLUSIONS), _form(result), (36, 12, 10, 12, 12, 14, 20, 18))
        write.sheet("Kỷ luật, tố cáo", f"Thi hành kỷ luật, giải quyết tố cáo năm {result.year}", ("Việc", "Số lượng", *FORMS), _discipline(result), (36, 12, 14, 14, 14, 14))
        write.sheet("Giới hạn xuất sắc", "Giới hạn Hoàn thành xuất sắc tính trong từng tổ chức cơ sở đảng", ("Tổ chức cơ sở đảng", "Số chi bộ", "Được xếp loại", "Hoàn thành xuất sắc", "Giới hạn", "Vượt"), _caps(result), (48, 12, 14, 20, 12, 8))
        write.sheet("Không tính", "Những gì chưa được tính, và vì sao", ("Lý do", "Sổ", "Sheet", "Ô", "Nội dung"), (_refused(one) for one in result.refused), (28, 44, 22, 8, 70))
        write.sheet("Đã chấp nhận", "Những gì được chấp nhận tính, và lý do", ("Lý do", "Sổ", "Sheet", "Ô", "Nội dung", "Lý do chấp nhận"), ((*_refused(one.refused), one.because) for one in result.accepted), (28, 44, 22, 8, 60, 50))


def _sums(result: RollupResult) -> Iterator[tuple[Any, ...]]:
    yield "Chi bộ được tính", len(result.cells), None
    yield "Đảng viên", sum(cell.members for cell in result.cells), None
    yield "Đảng viên chính thức", sum(cell.official for cell in result.cells), None
    yield "Đảng viên dự bị", sum(cell.members - cell.official for cell in result.cells), None
    for level, count in result.cell_levels.items():
        yield f"Chi bộ {level_words(level, result.year, 'party_cell')}", count, None
    for name, label in _LABELS.items():
        yield label, result.figure(name), result.silent.get(name, 0) if name in result.figures else len(result.cells)


def _ratings(result: RollupResult) -> Iterator[tuple[Any, ...]]:
    for cell in result.cells:
        level = level_words(cell.cell_level, result.year, "party_cell") if cell.cell_level else ""
        yield (cell.cell_name, cell.workbook, cell.members, cell.rated, *(cell.levels.get(one, 0) for one in LEVELS), level)
    cells = result.cells
    totals = (sum(cell.levels.get(one, 0) for cell in cells) for one in LEVELS)
    yield ("Cộng", "", sum(cell.members for cell in cells), sum(cell.rated for cell in cells), *totals, "")


def _form(result: RollupResult) -> Iterator[tuple[Any, ...]]:
    for kind in KINDS:
        line = result.form.get(kind, {})
        yield (kind, *(line.get(column) for column in (PLANNED, TURNS, PERSONS, *CONCLUSIONS)))


def _discipline(result: RollupResult) -> Iterator[tuple[Any, ...]]:
    line = result.form.get(DISCIPLINE, {})
    yield (DISCIPLINE, line.get(COUNT), *(line.get(form) for form in FORMS))
    yield (DENUNCIATION, result.form.get(DENUNCIATION, {}).get(COUNT), *(None for _ in FORMS))


def _caps(result: RollupResult) -> Iterator[tuple[Any, ...]]:
    for one in result.organisations:
        yield (one.name or "(chưa ghi cấp trên)", one.cells, one.rated, one.at_top, one.cap, one.is_over)


def _refused(one: Refused) -> tuple[Any, ...]:
    return (REASONS[one.reason], one.spot.workbook, one.spot.sheet, one.spot.cell, one.message)
