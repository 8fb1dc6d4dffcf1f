"""Puts new bytes in the place of a workbook on an office drive, so that no failure loses either version.

The order is that of engineering/reliability.md §1: is it free, is it what was read, verified backup, temporary
file in the same folder, looked at again, target looked at again, moved into place. Where the target changed or
will not be replaced, the result is left beside it under a clear name. `undo` puts the last backup back.

The move is the one point of commit: before it every failure leaves all as it was; what fails behind it is a warning.
"""

from __future__ import annotations

import errno
import io
import os
import shutil
import zipfile
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from addin.core.records import dataclass
from addin.errors import AlreadyExists, CannotWrite, ChangedMeanwhile, RefusedWrite
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
from addin.hosts.closed.save.holders import alone, held, refuse_conflicts, refuse_held, refuse_twins
from addin.hosts.closed.snapshot import fingerprint_of
from addin.hosts.disk import (
    SHARING,
    behind_links,
    create,
    explaining,
    keep_attributes,
    meaning_of,
    remove,
    replace_patiently,
    rights_of,
    sweep,
    wait_for,
    write_aside,
)
from addin.hosts.file_names import shortened

if TYPE_CHECKING:
    from addin.hosts.closed.snapshot import Fingerprint

_MOST_LOSERS = 100
_ROOM_BESIDE = 32 * 1024
"""What a paper's rows, its claim and the record of the backup take besides the workbook twice."""


@dataclass(frozen=True, slots=True)
class SaveResult:
    """What was saved: the workbook, its backup (None where nothing had to change), and what the user should know.

    `dropped` are the oldest backups, taken away because there were more than are kept.
    """

    path: Path
    backup: Path | None
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Undone:
    """The write taken back: its own words, when it was made, and where the undone version is kept."""

    path: Path
    what: str
    written_at: datetime
    square_count: int
    kept: Path | None
    warnings: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


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


def probe(path: Path, new: bytes, read_fingerprint: Fingerprint) -> None:
    """Whether `save` would go through now: free, still what was read, with the right and the room; CannotWrite says why not."""
    target = behind_links(path)
    wait_for(target.parent)
    with explaining(target), rights_of(target), alone(target):
        refuse_twins(target)
        refuse_conflicts(target)
        refuse_held(path)
        if fingerprint_of(target).sha256 != read_fingerprint.sha256:
            raise ChangedMeanwhile(
                f"Tệp «{target.name}» đã được sửa sau khi chương trình đọc; chưa ghi gì.", "Đọc lại sổ rồi làm lại."
            )
        room = shutil.disk_usage(target.parent)
        if room.total and room.free < read_fingerprint.size + len(new) + _ROOM_BESIDE:  # a share may not tell at all
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        for folder in (target.parent, target.parent / FOLDER):
            if folder.is_dir():
                remove(write_aside(folder, b""))


def undo(path: Path, now: datetime) -> Undone:
    """Put back what was there before the last write; RefusedWrite where there is none, ChangedMeanwhile if edited since."""
    target = behind_links(path)
    current = fingerprint_of(target).sha256
    with explaining(target):
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
    warnings = (*result.warnings, *_marked_undone(target, last, now))
    return Undone(target, last.record.what, datetime.fromisoformat(last.record.at), squares, result.backup, warnings, result.dropped)


def _marked_undone(target: Path, last: Backup, now: datetime) -> tuple[str, ...]:
    """The workbook's bytes say it too, so without the mark the write is passed over all the same."""
    try:
        with rights_of(target):
            mark_undone(last, now)
    except OSError:
        return (f"Đã hoàn tác, nhưng chưa đánh dấu được ở bản sao lưu «{last.path.name}»; không cần làm gì thêm.",)
    return ()


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
        refuse_conflicts(target)
    with explaining(target), rights_of(target), alone(target):
        refuse_held(path)
        before = _unchanged(target, new, record, now)
        if new == before:
            return SaveResult(target, None)
        sweep(target.parent, now)
        sweep(target.parent / FOLDER, now)
        backup = make_backup(target, before, record, now)
        try:
            _replace(target, new, record, now)
        except (OSError, CannotWrite):
            if not _is_gone(target):  # else the backup is all that is left of it
                forget(backup)
            raise
        dropped, warnings = _pruned(target)
    return SaveResult(target, backup.path, warnings, dropped)


def _is_gone(target: Path) -> bool:
    try:
        return not target.exists()
    except OSError:
        return True


def _pruned(target: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Behind the point of commit: what cannot be tidied up now is told, and tidied up by the next write."""
    try:
        return prune(target), ()
    except OSError:
        return (), (f"Đã ghi vào «{target.name}», nhưng chưa dọn được các bản sao lưu cũ; lần ghi sau sẽ dọn.",)


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
            if _holds(target, new):
                return  # the answer was lost on the way, not the move
            is_held = getattr(error, "winerror", None) in SHARING
            _leave_beside(target, new, now, held(target) if is_held else meaning_of(error, target))
    finally:
        remove(aside)


def _holds(target: Path, new: bytes) -> bool:
    try:
        return target.read_bytes() == new
    except OSError:
        return False


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
    """Keep the result in a new file beside the workbook, and say so; of two losers in one second each has its own."""
    for number in range(1, _MOST_LOSERS):
        ending = f" (chưa ghi vào sổ {now:%Y%m%d-%H%M%S}{f'-{number:02d}' if number > 1 else ''}){target.suffix}"
        beside = target.with_name(shortened(target.stem, ending))
        try:
            create(beside, new)
        except AlreadyExists:
            continue
        except CannotWrite:
            break  # the cause is what stands in the way of the workbook, not of this
        raise type(why)(f"{why.message} Kết quả để ở tệp «{beside.name}».", why.fix) from why
    raise why
