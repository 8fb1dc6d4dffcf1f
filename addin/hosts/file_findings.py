"""What is worth saying about the file itself: who has it open, hidden sheets, its format, its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.tables import our_sheets
from addin.core.tables.squares import faults
from addin.hosts.conflict_copies import MARK
from addin.hosts.extent import MOST_COLUMNS, MOST_ROWS
from addin.hosts.file_formats import SAVE_AS, Format
from addin.hosts.owner import Editor
from addin.patterns import pattern

_WHOLE_BOOK = Place("")
_COPY_NAME = pattern(
    r"\((?:đã khôi phục|recovered|autorecovered|repaired)\)|^(?:copy of|bản sao của|~|\.~)|- (?:copy|bản sao)\b"
    rf"|{MARK}",
    re.IGNORECASE,
)


def findings_of_file(
    path: Path, kind: Format, grids: Sequence[Grid], editor: Editor | None, *, is_to_be_recalculated: bool
) -> tuple[Finding, ...]:
    """Findings SHT150 to SHT156, in order."""
    return (
        *_being_edited(editor),
        *_hidden_sheets(grids),
        *_read_only_format(kind),
        *_wrong_extension(path, kind),
        *_looks_like_a_copy(path),
        *_old_results(grids, is_to_be_recalculated=is_to_be_recalculated),
        *_left_out(grids),
    )


def _being_edited(editor: Editor | None) -> Iterator[Finding]:
    if editor is not None:
        who = editor.shown[0].upper() + editor.shown[1:]
        yield faults.BEING_EDITED.at(
            _WHOLE_BOOK,
            f"{who} có thể đang mở sổ này bằng {editor.program}; đã đọc bản lưu gần nhất.",
        )


def _hidden_sheets(grids: Sequence[Grid]) -> Iterator[Finding]:
    for grid in grids:
        if grid.state != "visible" and grid.values:
            yield faults.HIDDEN_SHEET.at(
                grid.place(0),
                f"Sheet «{grid.sheet}» đang ẩn nhưng vẫn được đọc.",
            )


def _read_only_format(kind: Format) -> Iterator[Finding]:
    if not kind.is_written:
        yield faults.READ_ONLY_FORMAT.at(
            _WHOLE_BOOK,
            f"Sổ ở định dạng .{kind}: chỉ đọc được, chưa ghi lại được.",
            fix=SAVE_AS,
        )


def _wrong_extension(path: Path, kind: Format) -> Iterator[Finding]:
    extension = path.suffix.lower().lstrip(".")
    if extension != kind.value:
        yield faults.WRONG_EXTENSION.at(
            _WHOLE_BOOK,
            f"Tên tệp {f'có đuôi .{extension}' if extension else 'không có đuôi'}, còn nội dung là .{kind}.",
            fix=f"Đổi đuôi tên tệp thành .{kind} để Excel mở không báo lỗi.",
        )


def _looks_like_a_copy(path: Path) -> Iterator[Finding]:
    if _COPY_NAME.search(path.stem):
        yield faults.A_COPY.at(
            _WHOLE_BOOK,
            f"Tên tệp «{path.name}» giống một bản sao hoặc bản khôi phục.",
        )


def _old_results(grids: Sequence[Grid], *, is_to_be_recalculated: bool) -> Iterator[Finding]:
    """Formulas of the sheets we write ourselves are recalculated by Excel and read by nobody here."""
    if is_to_be_recalculated and any(grid.formulas for grid in grids if grid.sheet not in our_sheets.NAMES):
        yield faults.OLD_RESULTS.at(
            _WHOLE_BOOK,
            "Sổ có công thức chưa được Excel tính lại từ lần ghi trước; kết quả công thức đọc được có thể đã cũ.",
        )


def _left_out(grids: Sequence[Grid]) -> Iterator[Finding]:
    """An attendance sheet of a year, a list of a whole party committee: not read, the rest is."""
    for grid in grids:
        if grid.far is not None:
            yield faults.BEYOND_LIMITS.at(
                grid.place(0),
                f"Sheet «{grid.sheet}» có dữ liệu đến ô {grid.place(*grid.far).cell}, ngoài giới hạn {MOST_ROWS} dòng và "
                f"{MOST_COLUMNS} cột: không đọc sheet này.",
            )
