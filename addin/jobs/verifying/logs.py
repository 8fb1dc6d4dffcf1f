"""The logs of a folder: their chain, their end, and the backups they must know of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from addin.core.records import dataclass
from addin.hosts.log.checking import faults_of
from addin.hosts.log.lines import Lines, logs_in, read_lines
from addin.jobs.verifying.trouble import Trouble, warning

_FIXES = {
    "log_edited": "Ai đó đã sửa nhật ký: hỏi người giữ sổ; bản gốc có thể còn ở bản sao lưu của ổ chung. Đừng sửa tay thêm.",
    "log_cut": "Ai đó đã xoá dòng của nhật ký: lấy lại tệp từ bản sao lưu của ổ chung.",
    "log_torn": "Không cần làm gì; lần ghi sau bỏ phần ghi dở.",
    "log_head": "Không xoá thư mục «Sao lưu»; lần ghi sau lập lại dấu cuối.",
}


@dataclass(frozen=True, slots=True)
class Logged:
    """One log as it stands: `workbook` by its file name."""

    path: Path
    workbook: str
    lines: Lines


def logs_of(home: Path) -> tuple[Logged, ...]:
    """Every log of the folder, read once."""
    return tuple(_read(path) for path in logs_in(home))


def log_troubles(log: Logged) -> Iterator[Trouble]:
    """By line, then the end of the file."""
    for fault in faults_of(log.path, log.lines):
        yield Trouble(fault.severity, fault.kind, log.path, fault.message, _FIXES[fault.kind], fault.line)
    for line in log.lines.whole:
        if line.fields and line.fields.get("command") == "interrupted":
            told = f"Dòng {line.number}: lần ghi bị ngắt trước khi vào nhật ký, ghi bù từ bản sao lưu."
            yield warning("log_recovered", log.path, told, "Không cần làm gì.", line.number)


def _read(path: Path) -> Logged:
    lines = read_lines(path)
    names = (line.fields.get("workbook") for line in reversed(lines.whole) if line.fields)
    return Logged(path, next(filter(None, names), None) or path.name.removesuffix(".jsonl"), lines)
