"""Lines of a log: one JSON document each, which carries the fingerprint of the line before it.

    Nhật ký/<workbook>.jsonl                 the lines
    Sao lưu/<workbook>.đầu nhật ký.json      how many there are and the fingerprint of the last: a tail cut off is missed there

Whoever rewrites every line, the head and the backups alike cannot be found out from here; the head told by `verify`,
noted on paper, finds that too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from addin.core.records import dataclass
from addin.hosts.file_names import shortened
from addin.hosts.folders import BACKUPS, LOGS

Fields: TypeAlias = dict[str, Any]
_ENDING = ".jsonl"
_HEAD_ENDING = ".đầu nhật ký.json"
SEQUENCE, PREVIOUS = "sequence", "previous"


@dataclass(frozen=True, slots=True)
class Head:
    """How far a log goes: its last line's sequence and fingerprint."""

    sequence: int = 0
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands: `number` in the file, `fields` None where it is no line of ours."""

    number: int
    sha256: str
    fields: Fields | None

    @property
    def sequence(self) -> int:
        """Its place in the whole log; 0 where it does not say."""
        found = (self.fields or {}).get(SEQUENCE)
        return found if isinstance(found, int) else 0

    @property
    def head(self) -> Head:
        """The log as it was when this was its last line."""
        return Head(self.sequence, self.sha256)


@dataclass(frozen=True, slots=True)
class Lines:
    """All whole lines of a log, and what stands behind the last of them: half a line that was interrupted."""

    whole: tuple[Line, ...] = ()
    torn: bytes = b""

    @property
    def head(self) -> Head:
        """The last line's; the newest that says where it stands."""
        return next((line.head for line in reversed(self.whole) if line.sequence), Head())


def log_of(home: Path, workbook: str) -> Path:
    """The log of a workbook of that name in the folder."""
    return home / LOGS / shortened(workbook, _ENDING)


def head_of(home: Path, workbook: str) -> Path:
    """Where its head is kept apart from it."""
    return home / BACKUPS / shortened(workbook, _HEAD_ENDING)


def head_beside(log: Path) -> Path:
    """The same, from the log."""
    return log.parent.parent / BACKUPS / f"{log.name.removesuffix(_ENDING)}{_HEAD_ENDING}"


def log_beside(head: Path) -> Path:
    """And the other way round."""
    return head.parent.parent / LOGS / f"{head.name.removesuffix(_HEAD_ENDING)}{_ENDING}"


def logs_in(home: Path) -> tuple[Path, ...]:
    """Every log of the folder, also one that is gone and left its head behind."""
    stand = set((home / LOGS).glob(f"*{_ENDING}"))
    told = {log_beside(head) for head in (home / BACKUPS).glob(f"*{_HEAD_ENDING}")}
    return tuple(sorted(stand | told))


def text_of(fields: Mapping[str, Any]) -> bytes:
    """One line, its end left to the writer."""
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()


def read_lines(path: Path) -> Lines:
    """What stands there; nothing where there is no log yet."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Lines()
    *texts, torn = data.split(b"\n")
    return Lines(tuple(_lines(texts)), torn)


def read_head(path: Path) -> Head | None:
    """None where there is none, or none that can be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return Head(int(told[SEQUENCE]), str(told["sha256"]))
    except (FileNotFoundError, ValueError, TypeError, KeyError):
        return None


def _lines(texts: list[bytes]) -> Iterator[Line]:
    for number, text in enumerate(texts, start=1):
        yield Line(number, hashlib.sha256(text).hexdigest(), _fields(text))


def _fields(text: bytes) -> Fields | None:
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return found if isinstance(found, dict) and SEQUENCE in found and PREVIOUS in found else None
