"""The copies made before every write: each is what its small file says, and the log knows of the write."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from addin.hosts.closed.save.backup import Backup, backups_of, fingerprint, records_in
from addin.hosts.folders import BACKUPS
from addin.jobs.verifying.logs import Logged
from addin.jobs.verifying.trouble import Trouble, error, warning

_KEEP = "Không sửa, đổi tên hay xoá tệp trong thư mục «Sao lưu»; bản này không dùng để hoàn tác được nữa."


def backup_troubles(home: Path, logs: tuple[Logged, ...]) -> Iterator[Trouble]:
    """Copies and their small files, then writes that no log knows."""
    if not (home / BACKUPS).is_dir():
        return
    for record_path, record in records_in(home / BACKUPS):
        copy = record_path.with_name(record_path.name.removesuffix(".json"))
        if record is None:
            yield error("backup_broken", record_path, "Tệp ghi về bản sao lưu không đọc được: đã bị sửa hoặc ghi dở.", _KEEP)
        elif not copy.is_file():
            yield error("backup_missing", copy, "Bản sao lưu không còn.", _KEEP)
        elif fingerprint(copy.read_bytes()) != record.sha256_before:
            yield error("backup_changed", copy, "Bản sao lưu đã bị sửa: khác dấu vân tay lúc sao lưu.", _KEEP)
    for log in logs:
        yield from _unlogged(home / log.workbook, log)


def _unlogged(workbook: Path, log: Logged) -> Iterator[Trouble]:
    """Writes made since the log began that it does not tell, as far as they landed."""
    logged = {line.fields.get("backup"): line.fields.get("after") for line in log.lines.whole if line.fields}
    known = [backup.record.sequence for backup in backups_of(workbook) if backup.path.name in logged]
    for backup in reversed(backups_of(workbook)):
        if known and backup.record.sequence > min(known) and backup.path.name not in logged and _landed(workbook, backup):
            what = f"Lần ghi «{backup.record.what}» có bản sao lưu «{backup.path.name}» mà nhật ký không có."
            yield warning("log_lacks", log.path, what, "Bị ngắt đúng lúc ghi nhật ký thì lần ghi sau tự ghi bù; không phải vậy thì có dòng đã bị xoá.")


def _landed(workbook: Path, backup: Backup) -> bool:
    """Whether the workbook, or a later copy of it, holds what was to be written."""
    held = {one.record.sha256_before for one in backups_of(workbook) if one.record.sequence > backup.record.sequence}
    if workbook.is_file():
        held.add(fingerprint(workbook.read_bytes()))
    return backup.record.sha256_after in held
