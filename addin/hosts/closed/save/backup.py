"""Dated copies of a workbook made before every write, beside it in the folder «Sao lưu».

    Sao lưu/<stem>.20261123-083000.xlsx         the bytes before the write, verified
    Sao lưu/<stem>.20261123-083000.xlsx.json    what was done, for whom, fingerprints before and after, how many squares

The newest twenty of a workbook are kept. Nothing from inside the workbook is in the small file.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.errors import CannotWrite
from addin.hosts.account import process
from addin.hosts.disk import make_folder, remove, replace_patiently, sync_folder, write_aside
from addin.hosts.file_names import shortened
from addin.hosts.folders import BACKUPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

FOLDER = BACKUPS
KEPT = 20
WRITTEN, UNDONE = "write", "undo"
_STAMP = "%Y%m%d-%H%M%S"
_RECORD = re.compile(r"\.\d{8}-\d{6}(?:-\d\d)?\.[^.]+\.json$")
_LONGEST_STAMP = ".00000000-000000-00"


@dataclass(frozen=True, slots=True)
class Record:
    """What the small file beside a backup says; `undone_at` is empty until the write is undone.

    `sequence` counts the writes of a workbook: a clock that was set back puts nothing in another order. `process` is who
    writes: as long as it runs it has its line in the log before it.
    """

    at: str
    what: str
    who: str
    sha256_before: str
    sha256_after: str
    square_count: int
    kind: str = WRITTEN
    undone_at: str = ""
    sequence: int = 0
    process: str = ""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its copy and what it says."""

    path: Path
    record: Record

    @property
    def record_path(self) -> Path:
        """The small file."""
        return self.path.with_name(f"{self.path.name}.json")


def fingerprint(data: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def make_backup(target: Path, before: bytes, record: Record, now: datetime) -> Backup:
    """Copy the bytes, read the copy back, and only then say what it is for; CannotWrite where it differs."""
    folder = target.parent / FOLDER
    make_folder(folder)
    sequence = max((backup.record.sequence for backup in backups_of(target)), default=0) + 1
    backup = Backup(_free_path(folder, target, now), replace(record, sequence=sequence, process=process()))
    try:
        _place(folder, backup.path, before)
        _verify(backup)
        write_record(backup)
    except (OSError, CannotWrite):
        forget(backup)
        raise
    sync_folder(folder)
    return backup


def _verify(backup: Backup) -> None:
    if fingerprint(backup.path.read_bytes()) != backup.record.sha256_before:
        raise CannotWrite(
            f"Bản sao lưu «{backup.path.name}» không đúng với sổ nên chưa ghi gì.", "Kiểm tra ổ đĩa chứa sổ rồi chạy lại."
        )


def write_record(backup: Backup) -> None:
    """The small file, whole or not at all."""
    text = json.dumps(asdict(backup.record), ensure_ascii=False, indent=1) + "\n"
    _place(backup.path.parent, backup.record_path, text.encode())


def mark_undone(backup: Backup, now: datetime) -> None:
    """Say that this write was taken back."""
    write_record(replace(backup, record=replace(backup.record, undone_at=now.isoformat(timespec="seconds"))))


def forget(backup: Backup) -> None:
    """Take away a backup whose write did not happen."""
    remove(backup.record_path)
    remove(backup.path)


def backups_of(target: Path) -> tuple[Backup, ...]:
    """The backups of a workbook, newest first; those whose small file is missing or unreadable left out.

    Counted by their sequence; those of before it was counted by their stems: `…-041525-02.xlsx` would sort before
    `…-041525.xlsx`.
    """
    return tuple(sorted(_found(target), key=lambda backup: (backup.record.sequence, backup.path.stem), reverse=True))


def records_in(folder: Path) -> Iterator[tuple[Path, Record | None]]:
    """Every small file of the folder, whichever workbook it is of; None where it cannot be read."""
    for path in sorted(folder.glob("*.json")):
        if _RECORD.search(path.name):
            yield path, _record(path)


def prune(target: Path) -> tuple[str, ...]:
    """Keep the newest twenty; the names of those that went, for the log."""
    gone = backups_of(target)[KEPT:]
    for backup in gone:
        forget(backup)
    return tuple(backup.path.name for backup in gone)


def _found(target: Path) -> Iterator[Backup]:
    folder = target.parent / FOLDER
    pattern = re.compile(rf"{re.escape(_stem(target))}\.\d{{8}}-\d{{6}}(?:-\d\d)?{re.escape(target.suffix)}\.json")
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    for name in names:
        if not pattern.fullmatch(name):
            continue
        record = _record(folder / name)
        if record is not None:
            yield Backup(folder / name.removesuffix(".json"), record)


def _record(path: Path) -> Record | None:
    try:
        return Record(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _stem(target: Path) -> str:
    """The workbook's name as its backups carry it: cut where stamp and ending would make it too long."""
    ending = f"{_LONGEST_STAMP}{target.suffix}.json"
    return shortened(target.stem, ending).removesuffix(ending)


def _free_path(folder: Path, target: Path, now: datetime) -> Path:
    """Two writes in one second get two names, in their order."""
    base = f"{_stem(target)}.{now:{_STAMP}}"
    names = [base, *(f"{base}-{number:02d}" for number in range(2, 100))]
    paths = [folder / f"{name}{target.suffix}" for name in names]
    return next((path for path in paths if not path.exists()), paths[-1])


def _place(folder: Path, path: Path, data: bytes) -> None:
    aside = write_aside(folder, data)
    try:
        replace_patiently(aside, path)
    finally:
        remove(aside)
