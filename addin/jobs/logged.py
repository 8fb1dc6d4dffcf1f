"""What was done, as a line of the workbook's log: behind the point of commit, so that a log that fails is a remark."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from addin.hosts.account import account, is_at_work, machine
from addin.hosts.closed.save.backup import Backup, backups_of
from addin.hosts.disk import rights_of
from addin.hosts.log.appending import append
from addin.hosts.log.lines import Fields, Lines
from addin.hosts.port import Host, Stored
from addin.jobs.act import Act
from addin.jobs.logged_values import changes_of

if TYPE_CHECKING:
    from addin.jobs.carry_out import Carried
    from addin.jobs.made import Made

_INTERRUPTED = "interrupted"
NOTHING: Mapping[str, Any] = MappingProxyType({})


def log_carried(act: Act, carried: Carried, host: Host | None, more_told: Mapping[str, Any] = NOTHING) -> tuple[str, ...]:
    """Everything that stands now; nothing where drafts were made, and what comes with them."""
    is_draft = any(made.is_draft for made in carried.made)
    files = [] if is_draft else [_file(act.workbook.parent, made) for made in carried.made if not made.is_copy]
    numbers = [{"number": made.number, "state": "issued"} for made in carried.made if made.number]
    numbers += [{"number": f"{void.number}-{void.series.kind}", "state": "void"} for void in carried.voids]
    if not (files or numbers or carried.writes):
        return ()
    more = {**more_told, "numbers": numbers, "files": files}

    def told(salt: str) -> Fields:
        stored = host.stored if host else None
        changed = stored is None or stored.before != stored.after
        return {**(changes_of(carried.writes, salt) if changed else {}), **more, **(fingerprints(stored) if changed else {})}

    return log_act(act, told)


def log_act(act: Act, details: Callable[[str], Fields]) -> tuple[str, ...]:
    """One line, none where the details tell nothing; they are given the salt of the log. A log that fails is told."""
    home, name = act.workbook.parent, act.workbook.name
    try:
        with rights_of(act.workbook):
            append(home, name, lambda stands: _entries(act, stands, details))
    except (Exception, KeyboardInterrupt):  # noqa: BLE001 - done is done, whatever keeps it from being noted
        return (f"Đã làm xong, nhưng chưa ghi được vào nhật ký của «{name}»; không cần làm lại, lần đối chiếu sau (verify) sẽ nêu chỗ thiếu.",)
    return ()


def _entries(act: Act, stands: Lines, details: Callable[[str], Fields]) -> Iterator[Fields]:
    """What was interrupted before it was logged, then this; a new log says its salt first."""
    salt = next((line.fields["salt"] for line in stands.whole if line.fields and "salt" in line.fields), "")
    told = {key: value for key, value in details(salt or _salt(act)).items() if value not in ("", [], None)}
    shared = {"product": product_version(), "rules": rules_version(), **({} if salt else {"salt": _salt(act)})}
    for backup in _unlogged(act.workbook, stands, told.get("backup", "")):
        yield _recovered(backup)
    if not told:
        return
    yield {
        "at": act.at.astimezone().isoformat(timespec="seconds"),
        "who": account(),
        "machine": machine(),
        "command": act.command,
        "workbook": act.workbook.name,
        **told,
        **shared,
    }


def _unlogged(workbook: Path, stands: Lines, ours: str) -> list[Backup]:
    """Writes that landed behind the last one logged and were killed before they were: their backups tell them."""
    logged = {line.fields.get("backup") for line in stands.whole if line.fields}
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        newer = [backup for backup in backups_of(workbook) if backup.path.name != ours]
        after = _before_of(workbook, ours)
        for backup in newer:  # newest first
            if backup.path.name in logged or not backup.record.who:  # who: since there is a log
                break
            if backup.record.sha256_after == after:
                found += [] if is_at_work(backup.record.process) else [backup]
                after = backup.record.sha256_before
    return found[::-1]


def _before_of(workbook: Path, ours: str) -> str:
    for backup in backups_of(workbook):
        if backup.path.name == ours:
            return backup.record.sha256_before
    return hashlib.sha256(workbook.read_bytes()).hexdigest()


def _recovered(backup: Backup) -> Fields:
    record = backup.record
    return {
        "at": record.at,
        "who": record.who,
        "command": _INTERRUPTED,
        "squares_count": record.square_count,
        "before": record.sha256_before,
        "after": record.sha256_after,
        "backup": backup.path.name,
    }


def fingerprints(stored: Stored | None) -> Fields:
    """Of the workbook before and after, and which of its older copies were taken away."""
    if stored is None:
        return {}
    return {"before": stored.before, "after": stored.after, "backup": stored.backup, "dropped": list(stored.dropped)}


def _file(home: Path, made: Made) -> Fields:
    """Its fingerprint, and its name where it is called after nobody."""
    folder = _beside(made.path.parent, home)
    name = {} if made.is_named else {"file": f"{folder}/{made.path.name}" if folder else made.path.name}
    number = {"number": made.number} if made.number else {}
    return {"kind": made.kind, "sha256": made.sha256, "folder": folder, **name, **number}


def _beside(folder: Path, home: Path) -> str | None:
    """As seen from the workbook; None for a place elsewhere, which is nobody's business."""
    with contextlib.suppress(ValueError, OSError):
        told = folder.resolve().relative_to(home.resolve()).as_posix()
        return "" if told == "." else told
    return None


def _salt(act: Act) -> str:
    """Makes the fingerprints of values this log's own: a list of common values worked out elsewhere says nothing here."""
    return hashlib.sha256(f"{act.at.isoformat()}|{act.workbook}|{machine()}".encode()).hexdigest()[:16]


def product_version() -> str:
    """The installed version; empty from a bare checkout."""
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - costs a start, and only a write asks

    try:
        return version("sochibo")
    except PackageNotFoundError:
        return ""


def rules_version() -> str:
    """Which state of the regulations this program holds."""
    from addin.core.regulations.store import fingerprint  # noqa: PLC0415 - as above

    return fingerprint()
