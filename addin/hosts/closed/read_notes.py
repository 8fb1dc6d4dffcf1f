"""What is worth saying about the file itself: who has it open, hidden sheets, its format, its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from addin.core.findings import Finding, Severity
from addin.core.grids import Grid
from addin.core.places import Place
from addin.core.tables import our_sheets
from addin.hosts.closed.formats import SAVE_AS, Format
from addin.hosts.closed.owner import Editor
from addin.patterns import pattern

_WHOLE_BOOK = Place("")
_COPY_NAME = pattern(
    r"\((?:đã khôi phục|recovered|autorecovered|repaired)\)|^(?:copy of|bản sao của|~|\.~)|- (?:copy|bản sao)\b"
    r"|(?:conflicted copy|bản sao xung đột)|-(?:PC|DESKTOP|LAPTOP)-[\w-]+$",
    re.IGNORECASE,
)


def notes_on(
    path: Path, kind: Format, grids: Sequence[Grid], editor: Editor | None, *, is_to_be_recalculated: bool
) -> tuple[Finding, ...]:
    """Findings SHT150 to SHT155, in order."""
    return (
        *_being_edited(editor),
        *_hidden_sheets(grids),
        *_read_only_format(kind),
        *_wrong_extension(path, kind),
        *_looks_like_a_copy(path),
        *_old_results(grids, is_to_be_recalculated=is_to_be_recalculated),
    )


def _being_edited(editor: Editor | None) -> Iterator[Finding]:
    if editor is not None:
        who = editor.shown[0].upper() + editor.shown[1:]
        yield Finding(
            "SHT150",
            Severity.WARNING,
            _WHOLE_BOOK,
            f"{who} có thể đang mở sổ này bằng {editor.program}; đã đọc bản lưu gần nhất.",
            "Nếu cần số liệu mới nhất, nhờ đồng chí ấy lưu và đóng sổ rồi chạy lại.",
        )


def _hidden_sheets(grids: Sequence[Grid]) -> Iterator[Finding]:
    for grid in grids:
        if grid.state != "visible" and grid.values:
            yield Finding(
                "SHT151",
                Severity.NOTICE,
                grid.place(0),
                f"Sheet «{grid.sheet}» đang ẩn nhưng vẫn được đọc.",
                "Nếu không dùng nữa thì xoá sheet; nếu còn dùng thì bỏ ẩn để mọi người cùng thấy.",
            )


def _read_only_format(kind: Format) -> Iterator[Finding]:
    if not kind.is_written:
        yield Finding(
            "SHT152",
            Severity.NOTICE,
            _WHOLE_BOOK,
            f"Sổ ở định dạng .{kind}: chỉ đọc được, chưa ghi lại được.",
            SAVE_AS,
        )


def _wrong_extension(path: Path, kind: Format) -> Iterator[Finding]:
    extension = path.suffix.lower().lstrip(".")
    if extension != kind.value:
        yield Finding(
            "SHT153",
            Severity.WARNING,
            _WHOLE_BOOK,
            f"Tên tệp {f'có đuôi .{extension}' if extension else 'không có đuôi'}, còn nội dung là .{kind}.",
            f"Đổi đuôi tên tệp thành .{kind} để Excel mở không báo lỗi.",
        )


def _looks_like_a_copy(path: Path) -> Iterator[Finding]:
    if _COPY_NAME.search(path.stem):
        yield Finding(
            "SHT154",
            Severity.WARNING,
            _WHOLE_BOOK,
            f"Tên tệp «{path.name}» giống một bản sao hoặc bản khôi phục.",
            "Kiểm tra đây có đúng là sổ đang dùng không; nếu không, chọn đúng tệp rồi chạy lại.",
        )


def _old_results(grids: Sequence[Grid], *, is_to_be_recalculated: bool) -> Iterator[Finding]:
    """Formulas of the sheets we write ourselves are recalculated by Excel and read by nobody here."""
    if is_to_be_recalculated and any(grid.formulas for grid in grids if grid.sheet not in our_sheets.NAMES):
        yield Finding(
            "SHT155",
            Severity.NOTICE,
            _WHOLE_BOOK,
            "Sổ có công thức chưa được Excel tính lại từ lần ghi trước; kết quả công thức đọc được có thể đã cũ.",
            "Mở sổ bằng Excel, lưu lại rồi chạy lại.",
        )
