"""Where the builds read and keep their things: the checkout, and `.cache/` by the hash of what went in."""

from __future__ import annotations

import hashlib
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSTALLER = ROOT / "installer"


def cache() -> Path:
    """`.cache/`, which git does not see."""
    folder = ROOT / ".cache"
    folder.mkdir(exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    return folder


def download_folder(lock: str) -> Path:
    """What one lock text pins, downloaded."""
    return cache() / "windows" / f"wheels-{digest(lock.encode())}"


def digest(*parts: bytes) -> str:
    """A short name for exactly these bytes."""
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:16]
