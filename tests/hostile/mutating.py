"""One spoilt package a seed: the same seed, the same bytes."""

# ruff: noqa: S311 - seeded on purpose
from __future__ import annotations

import io
import random
import zipfile
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from tests.hostile.markup import SPOILS
from tests.hostile.packing import ZIP_DAMAGES, Entry, bent, entries_of, zipped

ROOT = Path(__file__).parents[2]
WORKBOOKS = ("mau.xlsx", "so-trang.xlsx", "mau.xlsx", "chi-bo-van-phong-so-2.xlsx")
_STILL_XML = ("values", "addresses", "texts", "numbers", "huge attribute", "deep", "many", "tags twice")
"""Often still well-formed, so that what stands behind the guard is tried as well."""
_LIKELY = ("workbook.xml", "sheet", "styles", "shared", "rels", "Content_Types", "document.xml")


@dataclass(frozen=True)
class Mutant:
    """What came of a seed."""

    base: str
    done: tuple[str, ...]
    content: bytes


def workbook(seed: int) -> Mutant:
    """A workbook of the clone, spoilt."""
    chance = random.Random(f"workbook {seed}")
    base = chance.choice(WORKBOOKS)
    return _spoilt(chance, base, _parts(ROOT / "workbooks" / base))


def template(seed: int) -> Mutant:
    """A template of the clone, spoilt."""
    chance = random.Random(f"template {seed}")
    path = chance.choice(sorted((ROOT / "templates").glob("*.docx")))
    return _spoilt(chance, path.name, _parts(path))


@cache
def _parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def _spoilt(chance: random.Random, base: str, parts: dict[str, bytes]) -> Mutant:
    entries, done = entries_of(parts), []
    for _step in range(chance.choice([1, 1, 1, 2, 3])):
        if chance.random() < 0.25 and len(entries) > 1:
            how = chance.choice(sorted(ZIP_DAMAGES))
            entries = ZIP_DAMAGES[how](chance, entries)
        else:
            how, entries = _markup(chance, entries)
        done.append(how)
    content = zipped(entries, b"x" * chance.choice([0, 0, 0, 40, 60_000]))
    if chance.random() < 0.1:
        content = bent(chance, content)
        done.append("bent")
    return Mutant(base, tuple(done), content)


def _markup(chance: random.Random, entries: list[Entry]) -> tuple[str, list[Entry]]:
    likely = [at for at, one in enumerate(entries) if any(word in one.name.decode("latin1") for word in _LIKELY)]
    at = chance.choice(likely or range(len(entries)))
    how = chance.choice([*sorted(SPOILS), *_STILL_XML * 2])
    one = entries[at]
    changed = replace(one, data=SPOILS[how](chance, one.data)) if one.data else one
    return f"{how} in {one.name.decode('latin1')[:40]}", [*entries[:at], changed, *entries[at + 1 :]]
