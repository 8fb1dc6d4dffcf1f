"""What a run leaves in its folder, so that the next takes up where it ended: by kill, by Ctrl-C or by power.

    manifest.json       what was asked, by which rules, and the fingerprints of what came out
    unfinished.jsonl    while it runs: a line a workbook as it is done, in any order
    results.jsonl       afterwards: the same lines in the order of the names; the run before is read from here

A line is good for a workbook of the same bytes, asked the same by the same rules. A line cut short by a kill is none.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from addin.batch.whole_files import in_place, sha256_of
from addin.core.records import dataclass
from addin.hosts.disk import explaining, replace_patiently, write_aside
from addin.jobs.batch import Asked

MANIFEST, UNFINISHED, RESULTS = "manifest.json", "unfinished.jsonl", "results.jsonl"
_SYNC_EVERY = 64


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the line of a workbook lies."""

    sha256: str
    file: str
    offset: int
    length: int
    is_good: bool = True


class Store:
    """The folder of a run."""

    def __init__(self, folder: Path, asked: Asked, rules: str) -> None:
        self.folder = folder
        self._terms = terms_of(asked, rules)
        self._kept: dict[str, Kept] = {}
        self._made: dict[str, Kept] = {}
        self._open: IO[bytes] | None = None
        self._unsynced = 0

    def begin(self) -> None:
        """Take up what an earlier run of the same terms left; of other terms, nothing."""
        self.folder.mkdir(parents=True, exist_ok=True)
        manifest = read_manifest(self.folder)
        if manifest.get("terms") == self._terms:
            for name in (RESULTS, UNFINISHED):
                self._kept.update(_index(self.folder / name))
        else:
            for name in (RESULTS, UNFINISHED):
                (self.folder / name).unlink(missing_ok=True)
            self._write_manifest({})
        _cut_short(self.folder / UNFINISHED)

    def is_kept(self, workbook: str, sha256: str | None) -> bool:
        """Whether the line of these very bytes is there; a workbook that failed by time or death is tried again."""
        kept = self._kept.get(workbook)
        return kept is not None and kept.is_good and kept.sha256 == sha256

    def take_up(self, workbook: str, path: Path) -> bool:
        """Whether the line that is there stands for the bytes of this file; one that nobody has a line of is not read."""
        kept = self._kept.get(workbook)
        if kept is None or not kept.is_good or not self.is_kept(workbook, sha256_of(path)):
            return False
        self._made[workbook] = kept
        return True

    @property
    def count(self) -> int:
        """How many lines are there."""
        return len(self._made)

    def add(self, workbook: str, line: str) -> None:
        """A line that was just made: on the disk before the next but few; nothing where it says what is there already."""
        data = line.encode() + b"\n"
        kept = self._kept.get(workbook)
        if kept is not None and kept.file == RESULTS and self._read(kept) == data:
            self._made[workbook] = kept
            return
        with explaining(self.folder / UNFINISHED):
            offset = self._append(data)
        self._made[workbook] = Kept("", UNFINISHED, offset, len(data))

    def _append(self, data: bytes) -> int:
        """Where it begins."""
        if self._open is None:
            self._open = (self.folder / UNFINISHED).open("ab")
        offset = self._open.tell()
        self._open.write(data)
        self._open.flush()
        self._unsynced += 1
        if self._unsynced >= _SYNC_EVERY:
            os.fsync(self._open.fileno())
            self._unsynced = 0
        return offset

    def _read(self, kept: Kept) -> bytes:
        with (self.folder / kept.file).open("rb") as file:
            file.seek(kept.offset)
            return file.read(kept.length)

    def lines(self) -> Iterator[bytes]:
        """All lines in the order of the names, each read from where it lies."""
        with contextlib.ExitStack() as files:
            opened: dict[str, IO[bytes]] = {}
            for workbook in sorted(self._made):
                kept = self._made[workbook]
                if kept.file not in opened:
                    opened[kept.file] = files.enter_context((self.folder / kept.file).open("rb"))
                opened[kept.file].seek(kept.offset)
                yield opened[kept.file].read(kept.length)

    def close(self) -> None:
        """What is written stays."""
        if self._open is not None:
            with contextlib.suppress(OSError):
                os.fsync(self._open.fileno())
            with contextlib.suppress(OSError):  # only what was said when it could not be written
                self._open.close()
            self._open = None

    def ending(self, workbooks: Iterable[str]) -> dict[str, Any] | None:
        """What an earlier run told at its end, where it left exactly this, whole, and nobody touched it since."""
        manifest = read_manifest(self.folder)
        outputs: dict[str, str] = manifest.get("outputs", {})
        names = sorted(workbooks)
        is_finished = (
            outputs
            and not (self.folder / UNFINISHED).exists()
            and manifest.get("workbooks") == _digest("\n".join(names).encode())
            and names == sorted(self._made)
            and all(kept.file == RESULTS for kept in self._made.values())
            and all(sha256_of(self.folder / name) == digest for name, digest in outputs.items())
        )
        return manifest.get("ending") if is_finished else None

    def finish(self, outputs: Iterable[str], seconds: float, ending: dict[str, Any]) -> dict[str, str | None]:
        """The run is whole: `outputs` are the files that came of it; their fingerprints. `ending` is told again by the next run."""
        found = {name: sha256_of(self.folder / name) for name in outputs}
        self._write_manifest({"workbooks": _digest("\n".join(sorted(self._made)).encode()), "outputs": found, "ending": ending, "seconds": round(seconds, 3)})
        (self.folder / UNFINISHED).unlink(missing_ok=True)
        return found

    def write_results(self) -> None:
        """`results.jsonl` from all lines, moved into place whole."""
        self.close()
        places: dict[str, Kept] = {}
        with in_place(self.folder / RESULTS) as aside, aside.open("wb") as file:
            for workbook, line in zip(sorted(self._made), self.lines(), strict=True):
                places[workbook] = Kept("", RESULTS, file.tell(), len(line))
                file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._made = places

    def _write_manifest(self, more: dict[str, Any]) -> None:
        data = json.dumps({"terms": self._terms, **more}, ensure_ascii=False, indent=1).encode() + b"\n"
        replace_patiently(write_aside(self.folder, data), self.folder / MANIFEST)


def terms_of(asked: Asked, rules: str) -> dict[str, Any]:
    """What makes results comparable: the rules and everything that was asked; how long it may take is no part of it."""
    key = _digest(asked.pseudonym_key)[:16] if asked.pseudonym_key else None
    return {"rules": rules, "do": list(asked.doings), "year": asked.year, "on": asked.on.isoformat(), "pseudonyms": key}


def read_manifest(folder: Path) -> dict[str, Any]:
    """What an earlier run said; nothing where there was none, or its manifest is no longer readable."""
    try:
        found = json.loads((folder / MANIFEST).read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


_HEAD = re.compile(rb'\{"workbook":("(?:[^"\\]|\\.)*"),"sha256":(?:"([0-9a-f]{64})"|null),"status":"(done|failed)"')
_AGAIN = b'"again":true'
"""Of a workbook that failed by the moment's fault: time, death, a file nobody could read just then."""


def _index(path: Path) -> Iterator[tuple[str, Kept]]:
    """Every whole line of a file, by workbook; only its head is looked at."""
    if not path.is_file():
        return
    offset = 0
    with path.open("rb") as file:
        for data in file:
            head = _HEAD.match(data)
            if head is not None and data.endswith(b"}\n"):
                sha256 = (head[2] or b"").decode()
                is_good = bool(sha256) and not (head[3] == b"failed" and _AGAIN in data)
                yield json.loads(head[1]), Kept(sha256, path.name, offset, len(data), is_good)
            offset += len(data)


def _cut_short(path: Path) -> None:
    """Take away what a kill left half written behind the last whole line."""
    if not path.is_file():
        return
    with path.open("r+b") as file:
        whole = sum(len(line) for line in file if line.endswith(b"\n"))
        file.truncate(whole)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
