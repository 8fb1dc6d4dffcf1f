"""Shared by the tests of faults: a workbook, its versions, and the children that do things to it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.hosts.closed.patch.patching import patch
from addin.hosts.closed.save.saving import save
from addin.hosts.closed.snapshot import fingerprint_of
from tests.hosts.closed.made_books import book_of

NOW = datetime(2026, 11, 23, 8, 30)
OLD = book_of()
HOLDER = "Nguyễn Thị Bịa Đặt"


def version(value: object) -> bytes:
    return patch(OLD, Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))
NEW = version("mới")


def put(path: Path, new: bytes = NEW, now: datetime = NOW):
    return save(path, new, fingerprint_of(path), now=now, what="Ghi thử", who="bi-thu")


def excel_owner(path: Path) -> Path:
    """The 165 bytes Excel leaves beside an open workbook."""
    ansi = HOLDER.encode("ascii", "replace")
    content = bytes([len(HOLDER)]) + ansi.ljust(54, b" ") + len(HOLDER).to_bytes(2, "little")
    owner = path.with_name(f"~${path.name}")
    owner.write_bytes((content + HOLDER.encode("utf-16-le")).ljust(165, b" "))
    return owner
