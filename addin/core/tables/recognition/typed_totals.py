"""A total somebody typed as words below a list ("Cộng: 03 lượt") says a number, and nothing keeps it up to date."""

from __future__ import annotations

import re

from addin.core.findings import Finding
from addin.core.grids import Grid
from addin.core.tables.recognition.extent import Extent
from addin.core.tables.squares import faults
from addin.core.tables.squares.texts import as_text
from addin.patterns import pattern

_TYPED = pattern(
    r"(?:tổng số|tổng cộng|cộng|danh sách (?:này |trên )?(?:có|gồm))\s*:?\s*(?P<count>\d{1,4})\s*"
    r"(?:đồng chí|đ/c|đảng viên|đv|người|lượt|văn bản|cuộc|trường hợp)?\s*[./]?",
    re.IGNORECASE,
)


def typed_total(grid: Grid, extent: Extent) -> list[Finding]:
    """Where it stands right below the last record and says another number than there are records."""
    row = extent.last_row + 1
    if not extent.rows or row > grid.row_count:
        return []
    for column, raw in enumerate(grid.row(row), 1):
        said = _TYPED.fullmatch(as_text(raw)) if isinstance(raw, str) else None
        if said and int(said["count"]) not in _counts(extent):
            message = f"“{as_text(raw)}” nhưng danh sách phía trên có {len(extent.rows)} dòng."
            return [faults.TYPED_TOTAL.at(grid.place(row, column), message)]
    return []


def _counts(extent: Extent) -> set[int]:
    """All records, and those of the last section, whose own total it may be."""
    last = extent.sections.get(extent.rows[-1])
    of_section = [row for row in extent.rows if last is not None and extent.sections.get(row) == last]
    return {len(extent.rows), len(of_section)} if of_section else {len(extent.rows)}
