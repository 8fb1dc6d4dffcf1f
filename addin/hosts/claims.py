"""One claim of a number as a file: what it says, whole or not at all, and how it is settled.

    {"state": "claimed", "on": …, "what": …, "request": …, "sha256": …, "workbook": …, "folder": …}

`workbook` and `folder` say where to look whether the paper arrived: with them the claim is the journal of its run, and
who comes next finishes or voids what a kill left.
"""

from __future__ import annotations

import json
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.series import Series
from addin.hosts.disk import remove, replace_patiently, write_aside

CLAIMED, ISSUED, VOID = "claimed", "issued", "void"
STATES = frozenset({CLAIMED, ISSUED, VOID})
Record = dict[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A number held for a paper: by us, or by whoever was interrupted. What is not known of the paper is empty."""

    series: Series
    number: int
    path: Path
    fingerprint: str = ""
    workbook: str = ""
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register says of a number; empty where it does not say, `is_whole` False where it cannot be read."""

    claim: Claim
    state: str
    on: str
    file: str
    reason: str
    sha256: str
    request: str
    is_whole: bool


def standing_of(claim: Claim) -> Standing:
    """As its file says; the claim comes with what it knows of the paper."""
    record = record_of(claim.path)
    sha256, workbook, folder = (record.get(key, "") for key in ("sha256", "workbook", "folder"))
    known = Claim(claim.series, claim.number, claim.path, sha256, workbook, folder)
    day, file, reason, request = (record.get(key, "") for key in ("on", "file", "reason", "request"))
    return Standing(known, record.get("state", CLAIMED), day, file, reason, sha256, request, is_whole=bool(record))


def settle(claim: Claim, change: Record) -> None:
    """The record with the change, in the place of what stood there."""
    aside = write_aside(claim.path.parent, text_of({**record_of(claim.path), **change}).encode())
    try:
        replace_patiently(aside, claim.path)
    finally:
        remove(aside)


def text_of(record: Record) -> str:
    """One line of JSON."""
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def record_of(path: Path) -> Record:
    """What a claim says; nothing where it was interrupted, and then it holds its number all the same.

    One the drive does not hand over is an OSError: taken for an empty one, the same request would get a second number.
    """
    try:
        return {str(key): str(value) for key, value in dict(json.loads(path.read_text(encoding="utf-8"))).items()}
    except (FileNotFoundError, IsADirectoryError, ValueError, TypeError):
        return {}
