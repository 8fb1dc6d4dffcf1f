"""Puts new bytes in the place of a workbook on an office drive, so that no failure loses either version.

The order is that of engineering/reliability.md §1: is it free, is it what was read, verified backup, temporary
file in the same folder, looked at again, target looked at again, moved into place. Where the target changed or
will not be replaced, the result is left beside it under a clear name. `undo` puts the last backup back.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from addin.core.records import dataclass
from addin.errors import CannotRead, CannotWrite, ChangedMeanwhile, RefusedWrite
from addin.hosts.closed.save.backup import (
    FOLDER,
    UNDONE,
    WRITTEN,
    Backup,
    Record,
    backups_of,
    fingerprint,
    forget,
    make_backup,
    mark_undone,
    prune,
)
from addin.hosts.closed.save.holders import alone, held, refuse_held, refuse_twins
from addin.hosts.disk import (
    SHARING,
    behind_links,
    create,
    explaining,
    keep_attributes,
    meaning_of,
    remove,
    replace_patiently,
    sweep,
    wait_for,
    write_aside,
)
from addin.hosts.file_names import shortened

if TYPE_CHECKING:
    from addin.hosts.closed.snapshot import Fingerprint


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What was saved: the workbook, its backup (None where nothing had to change), and what the user should know."""

    path: Path
    backup: Path | None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """The write taken back: its own words, when it was made, and where the undone version is kept."""

    path: Path
    what: str
    written_at: datetime
    square_count: int
    kept: Path | None


def save(
    path: Path,
    new: bytes,
    read_fingerprint: Fingerprint,
    *,
    now: datetime,
    what: str,
    who: str,
    square_count: int = 0,
) -> SaveResult:
    """Replace the workbook by `new` if it is still what was read; CannotWrite says why not, and nothing is lost."""
    record = Record(now.isoformat(timespec="seconds"), what, who, read_fingerprint.sha256, fingerprint(new), square_count)
    return _save(path, new, record, now)


def undo(path: Path, now: datetime) -> Undone:
    """Put back what was there before the last write; RefusedWrite where there is none, ChangedMeanwhile if edited since."""
    target = behind_links(path)
    if not target.is_file():
        raise CannotRead(f"Không thấy tệp «{target.name}».", "Kiểm tra lại tên tệp và thư mục rồi chạy lại.")
    with explaining(target):
        current = fingerprint(target.read_bytes())
        last = _last_write(target, current)
        before = last.path.read_bytes()
    if fingerprint(before) != last.record.sha256_before:
        raise CannotWrite(
            f"Bản sao lưu «{last.path.name}» đã bị sửa nên không dùng để hoàn tác được; chưa ghi gì.",
            "Mở các bản trong thư mục «Sao lưu» để chọn bản cần dùng.",
        )
    at = now.isoformat(timespec="seconds")
    squares = last.record.square_count
    record = Record(at, f"Hoàn tác: {last.record.what}", last.record.who, current, last.record.sha256_before, squares, UNDONE)
    result = _save(path, before, record, now)
    with explaining(target):
        mark_undone(last, now)
    return Undone(target, last.record.what, datetime.fromisoformat(last.record.at), squares, result.backup)


def _last_write(target: Path, current: str) -> Backup:
    """The newest write that is still in the workbook; one that never arrived or was undone is passed over."""
    for backup in backups_of(target):
        record = backup.record
        if record.kind != WRITTEN or record.undone_at:
            continue
        if record.sha256_after == current:
            return backup
        if record.sha256_before != current:
            raise ChangedMeanwhile(
                f"Tệp «{target.name}» đã được sửa sau lần ghi «{record.what}», nên không hoàn tác để khỏi mất phần sửa đó.",
                f"Nếu vẫn cần bản cũ, mở «{backup.path.name}» trong thư mục «{backup.path.parent.name}».",
            )
    raise RefusedWrite(f"Chưa có lần ghi nào vào «{target.name}» để hoàn tác.", "Không cần làm gì thêm.")


def _save(path: Path, new: bytes, record: Record, now: datetime) -> SaveResult:
    target = behind_links(path)
    wait_for(target.parent)
    with explaining(target):
        refuse_twins(target)
    with explaining(target), alone(target):
        warnings = refuse_held(target)
        before = _unchanged(target, new, record, now)
        if new == before:
            return SaveResult(target, None, warnings)
        sweep(target.parent, now)
        sweep(target.parent / FOLDER, now)
        backup = make_backup(target, before, record, now)
        try:
            _replace(target, new, record, now)
        except (OSError, CannotWrite):
            forget(backup)
            raise
        prune(target)
    return SaveResult(target, backup.path, warnings)


def _replace(target: Path, new: bytes, record: Record, now: datetime) -> None:
    """Write aside, look again at both, move into place; where that fails, leave the result under a clear name."""
    aside = write_aside(target.parent, new)
    try:
        _check(aside, record.sha256_after)
        keep_attributes(target, aside)
        _unchanged(target, new, record, now)
        try:
            replace_patiently(aside, target)
        except OSError as error:
            is_held = getattr(error, "winerror", None) in SHARING
            _leave_beside(target, new, now, held(target) if is_held else meaning_of(error, target))
    finally:
        remove(aside)


def _check(aside: Path, wanted: str) -> None:
    """What lies on the disk is what was meant, and a whole zip."""
    data = aside.read_bytes()
    is_whole = fingerprint(data) == wanted and zipfile.is_zipfile(io.BytesIO(data))
    if not is_whole or zipfile.ZipFile(io.BytesIO(data)).testzip() is not None:
        raise CannotWrite("Bản ghi tạm trên ổ đĩa không đúng với kết quả; sổ cũ còn nguyên.", "Kiểm tra ổ đĩa chứa sổ rồi chạy lại.")


def _unchanged(target: Path, new: bytes, record: Record, now: datetime) -> bytes:
    """The bytes of the target, where they are still what was read."""
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        if not target.parent.is_dir():
            raise
        data = b""
    if fingerprint(data) != record.sha256_before:
        why = "đã được sửa sau khi chương trình đọc" if data else "không còn ở chỗ cũ"
        changed = ChangedMeanwhile(f"Tệp «{target.name}» {why}; chưa ghi gì vào tệp đó.", "Đọc lại sổ rồi làm lại.")
        _leave_beside(target, new, now, changed)
    return data


def _leave_beside(target: Path, new: bytes, now: datetime, why: CannotWrite) -> NoReturn:
    """Keep the result in a new file beside the workbook, and say so."""
    ending = f" (chưa ghi vào sổ {now:%Y%m%d-%H%M%S}){target.suffix}"
    beside = target.with_name(shortened(target.stem, ending))
    create(beside, new)
    raise type(why)(f"{why.message} Kết quả để ở tệp «{beside.name}».", why.fix) from why
