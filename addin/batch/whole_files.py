"""Files of results: what is in them, told by a fingerprint, and put in their place whole or not at all."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from addin.hosts.disk import replace_patiently


def sha256_of(path: Path) -> str | None:
    """Of the bytes as they lie there; None where they cannot be read, or are no ordinary file's."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


@contextlib.contextmanager
def in_place(target: Path) -> Iterator[Path]:
    """A path beside the target to write to: moved over it where all went well, else taken away again."""
    aside = target.with_name(f".sochibo-{target.name}.tmp")
    try:
        yield aside
        replace_patiently(aside, target)
    except BaseException:
        with contextlib.suppress(OSError):
            aside.unlink()
        raise
