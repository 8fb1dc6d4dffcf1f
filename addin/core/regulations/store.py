"""The compiled regulations, read once and only when somebody asks.

`compiled.json` holds what the YAML says, checked and with citations written out. It is never edited by
hand; a test fails when it is not what the YAML compiles to. Nothing else in this package opens a file.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TypedDict

FOLDER = Path(__file__).parent
COMPILED = FOLDER / "compiled.json"


class StoredPart(TypedDict, total=False):
    """A chapter, or an article, of an instrument: its articles, first and last."""

    chapter: str
    first: int
    last: int
    about: str
    confidence: str


class StoredInstrument(TypedDict, total=False):
    """One instrument; what is not known is absent."""

    kind: str
    number: str
    title: str
    title_confidence: str
    issuer: str
    issued: str
    effective_from: str
    effective_to: str
    replaces: list[str]
    replaced_by: str
    replaces_confidence: str
    confidence: str
    note: str
    parts: list[StoredPart]


class StoredEntry(TypedDict, total=False):
    """One value from one day on; `value` absent is a repeal, numbers that are no counts are text."""

    since: str
    value: str | int | bool | list[str]
    instrument: str
    text: str
    confidence: str
    note: str


class StoredParameter(TypedDict):
    """All values of one parameter, dates ascending."""

    description: str
    unit: str
    checked_on: str
    values: list[StoredEntry]


class Stored(TypedDict):
    """The whole file."""

    instruments: dict[str, StoredInstrument]
    parameters: dict[str, StoredParameter]


@cache
def compiled() -> Stored:
    """The file as it stands; it ships with the program, so a missing one is a bug."""
    stored: Stored = json.loads(COMPILED.read_text(encoding="utf-8"))
    return stored


@cache
def fingerprint() -> str:
    """Which state of the regulations this is: the log says by which rules something was done."""
    return hashlib.sha256(COMPILED.read_bytes()).hexdigest()[:12]
