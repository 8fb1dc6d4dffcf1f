"""Who saved a workbook last and when, as its file says: Excel and LibreOffice write it, nobody vouches for it."""

from __future__ import annotations

import html
import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING

from addin.patterns import pattern

if TYPE_CHECKING:
    from pathlib import Path

_WHO = pattern(r"<(?:\w+:)?lastModifiedBy[^>]*>([^<]*)<")
_WHEN = pattern(r"<(?:\w+:)?modified[^>]*>([^<]*)<")
_MOST = 100_000


def saved_by(content: bytes) -> tuple[str, str]:
    """The name and the moment in local time (`2026-11-28T17:05`); empty where the file does not say."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("docProps/core.xml") as part:
            text = part.read(_MOST).decode("utf-8", "replace")
    except (KeyError, OSError, zipfile.BadZipFile):
        return "", ""
    who, when = _WHO.search(text), _WHEN.search(text)
    return html.unescape(who[1]).strip() if who else "", _local(when[1]) if when else ""


def moment_of(path: Path) -> str:
    """When the drive saw it change last, in local time; empty where that cannot be asked."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime).strftime("%Y-%m-%dT%H:%M")  # noqa: DTZ006 - as a person reads it
    except OSError:
        return ""


def _local(moment: str) -> str:
    try:
        return datetime.fromisoformat(moment.strip()).astimezone().strftime("%Y-%m-%dT%H:%M")
    except ValueError:
        return ""
