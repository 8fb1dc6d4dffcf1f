"""Puts a line behind the last of a log: alone, whole or not at all, on the disk for certain, its head kept apart."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterable
from io import FileIO
from pathlib import Path

from addin.hosts.disk import give, make_folder, remove, replace_patiently, write_aside
from addin.hosts.log.lines import (
    PREVIOUS,
    SEQUENCE,
    Fields,
    Head,
    Lines,
    head_beside,
    log_of,
    read_head,
    read_lines,
    text_of,
)
from addin.hosts.mutex import alone_in

_PATIENCE_SECONDS = 10


def append(home: Path, workbook: str, entries: Callable[[Lines], Iterable[Fields]]) -> Head:
    """The entries that what stands there calls for, each a line; OSError or OpenElsewhere where it cannot be, and then none is."""
    path = log_of(home, workbook)
    make_folder(path.parent)
    with alone_in(path.parent, seconds=_PATIENCE_SECONDS):
        stands = read_lines(path)
        if stands.torn:
            os.truncate(path, path.stat().st_size - len(stands.torn))
        at = _last(stands, path)
        texts: list[bytes] = []
        for entry in entries(stands):
            text = text_of({SEQUENCE: at.sequence + 1, PREVIOUS: at.sha256, **entry, **_torn(stands, texts)})
            texts.append(text)
            at = Head(at.sequence + 1, hashlib.sha256(text).hexdigest())
        if texts:
            _write(path, b"".join(text + b"\n" for text in texts))
            _keep_head(path, at)
    return at


def _last(stands: Lines, path: Path) -> Head:
    """The line to go on from: where a tail was cut off the head knows it, and the gap stays to be seen."""
    told = read_head(head_beside(path)) or Head()
    return max(stands.head, told, key=lambda head: head.sequence)


def _torn(stands: Lines, texts: list[bytes]) -> Fields:
    """That half a line stood here, which a power cut left."""
    return {"torn": len(stands.torn)} if stands.torn and not texts else {}


def _write(path: Path, data: bytes) -> None:
    """In one piece; what arrived of it when the drive fails is taken back."""
    path.touch()
    give(path)
    with path.open("r+b", buffering=0) as file:  # never to append, which some shares do not bear; we are alone
        before = file.seek(0, os.SEEK_END)
        try:
            _written(file, data)
        except OSError:
            with contextlib.suppress(OSError):
                file.truncate(before)
            raise


def _written(file: FileIO, data: bytes) -> None:
    if file.write(data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), file.name)
    os.fsync(file.fileno())


def _keep_head(path: Path, head: Head) -> None:
    """A head that lags behind is no fault: the next line brings it up."""
    place = head_beside(path)
    with contextlib.suppress(OSError):
        make_folder(place.parent)
        aside = write_aside(place.parent, text_of({SEQUENCE: head.sequence, "sha256": head.sha256}))
        try:
            replace_patiently(aside, place)
        finally:
            remove(aside)
