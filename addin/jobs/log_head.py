"""How far the log of a workbook goes, in words to be printed: a log rewritten whole differs from what was printed."""

from __future__ import annotations

from pathlib import Path

from addin.hosts.disk import behind_links
from addin.hosts.log.lines import head_of, log_of, read_head, read_lines


def head_words(workbook: Path | None) -> str:
    """Empty for a workbook that has no log yet, or lies nowhere."""
    if workbook is None:
        return ""
    file = behind_links(workbook)
    try:
        head = read_head(head_of(file.parent, file.name)) or read_lines(log_of(file.parent, file.name)).head
    except OSError:
        return ""
    if not head.sequence:
        return ""
    return f"Nhật ký của «{file.name}» khi lập tệp này: đến lần ghi số {head.sequence}, dấu cuối {head.sha256}."
