"""How the sheets of our own workbooks are read, weighed beforehand so that no start has to: `our_shapes.json`.

Made by tools/sheet_shapes.py of the blank workbook and the samples, whatever was asked of what stands below the headings
told with its answer. Nothing here decides: `remembered` follows a shape only where the same questions are answered alike.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables.recognition.below import Answer, Asked, Held, Question, Summed
from addin.core.tables.recognition.choosing import Choice
from addin.core.tables.recognition.column_choice import Columns
from addin.core.tables.recognition.contents import Says
from addin.core.tables.recognition.headings import block_at

SOURCE = Path(__file__).with_name("our_shapes.json")
Merged = tuple[tuple[int, int, int, int], ...]
Looks = tuple[tuple[range, tuple[tuple[Question, Answer], ...]], ...]


@dataclass(frozen=True, slots=True)
class OurShape:
    """The squares of a sheet down to its headings, what is merged there, and what it was read as."""

    rows: tuple[tuple[str | None, ...], ...]
    merged: Merged
    looks: Looks
    entry: Mapping[str, Any]

    def choice(self, grid: Grid) -> Choice:
        """The choice, its headings those of a sheet that begins with the same rows."""
        entry = self.entry
        block = block_at(grid, entry["first"], len(self.rows))
        texts = {heading.column: heading.text for heading in block.headings}
        columns = Columns(
            entry["columns"],
            {key: texts[column] for key, column in entry["columns"].items()},
            tuple((column, texts[column]) for column in entry["unknown"]),
            fits=entry["fits"],
            reasons=entry["reasons"],
        )
        return Choice(block, entry["table"], columns, score=entry["score"], bonus=entry["bonus"])


def shapes_of(sheet: str) -> tuple[OurShape, ...]:
    """The shapes a sheet of that name has in our own workbooks."""
    return tuple(map(_shape, _stored().get(sheet, ())))


@cache
def _stored() -> Mapping[str, list[Mapping[str, Any]]]:
    found: Mapping[str, list[Mapping[str, Any]]] = json.loads(SOURCE.read_text(encoding="utf-8"))
    return found


def _shape(entry: Mapping[str, Any]) -> OurShape:
    looks = tuple((range(first, stop), tuple(map(_answered, asked))) for first, stop, asked in entry["looks"])
    return OurShape(tuple(map(tuple, entry["rows"])), tuple(map(tuple, entry["merged"])), looks, entry)


def _answered(stored: list[Any]) -> tuple[Question, Answer]:
    *asked, answer = stored
    if len(asked) == 1:
        return Summed(*asked), answer
    if isinstance(asked[1], list):
        return Held(asked[0], tuple(asked[1]), asked[2]), answer
    return Asked(*asked), answer if isinstance(answer, bool) else Says(answer)
