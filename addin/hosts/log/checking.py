"""Looks at a log line by line: what was edited, put in, taken out, or cut off at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from addin.core.findings import Severity
from addin.core.records import dataclass
from addin.hosts.log.lines import PREVIOUS, Head, Line, Lines, head_beside, read_head


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at a line of the file; 0 where it is the file as a whole."""

    severity: Severity
    kind: str
    line: int
    message: str


def faults_of(path: Path, lines: Lines) -> Iterator[Fault]:
    """In the order of the file, then its end."""
    before: Line | None = None
    for line in lines.whole:
        yield from _of_line(line, before)
        before = line
    yield from _of_end(lines, read_head(head_beside(path)))


def _of_line(line: Line, before: Line | None) -> Iterator[Fault]:
    if line.fields is None:
        yield _error("log_edited", line.number, f"Dòng {line.number} không đọc được: đã bị sửa.")
        return
    if before is not None and before.fields is None:
        return  # told already; nothing more can be said of what follows it
    expected = before.head if before is not None else Head()
    if line.sequence != expected.sequence + 1:
        yield _error("log_cut", line.number, _missing(expected.sequence + 1, line.sequence - 1, line.number))
    elif line.fields[PREVIOUS] != expected.sha256:
        changed = before.number if before is not None else line.number
        yield _error("log_edited", changed, f"Dòng {changed} đã bị sửa sau khi ghi: dấu vân tay mà dòng {line.number} giữ không còn khớp.")


def _missing(first: int, last: int, number: int) -> str:
    if last < first:
        return f"Dòng {number} lặp lại hoặc sai thứ tự."
    which = f"lần ghi số {first}" if first == last else f"các lần ghi từ số {first} đến số {last}"
    return f"Trước dòng {number} thiếu {which}."


def _of_end(lines: Lines, head: Head | None) -> Iterator[Fault]:
    last = lines.head
    if lines.torn:
        yield Fault(Severity.WARNING, "log_torn", len(lines.whole) + 1, "Dòng cuối ghi dở (mất điện?); lần ghi sau tự bỏ phần dở.")
    if head is None:
        if lines.whole:
            yield Fault(Severity.WARNING, "log_head", 0, "Không còn dấu cuối nhật ký trong thư mục «Sao lưu», nên không biết có mất dòng cuối nào không.")
        return
    if head.sequence > last.sequence:
        told = "Nhật ký không còn" if not lines.whole else f"Nhật ký bị cắt mất {head.sequence - last.sequence} dòng cuối"
        yield _error("log_cut", len(lines.whole), f"{told}: lần ghi cuối phải là số {head.sequence}.")
        return
    same = next((line for line in lines.whole if line.sequence == head.sequence), None)
    if same is not None and same.sha256 != head.sha256:
        yield _error("log_edited", same.number, f"Dòng {same.number} đã bị sửa sau khi ghi: khác dấu giữ trong thư mục «Sao lưu».")


def _error(kind: str, line: int, message: str) -> Fault:
    return Fault(Severity.ERROR, kind, line, message)
