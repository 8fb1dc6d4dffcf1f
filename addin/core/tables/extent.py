"""Where a table's rows end, and which rows inside it are no records: numbering, sections, totals, signatures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from addin.core.grids import Grid, Raw
from addin.core.tables.values import as_text, is_blank

_TOTAL = re.compile(r"(tổng cộng|tổng số|tổng|cộng)(\b.{0,40})?[:.]?", re.IGNORECASE)
_SIGNATURE = re.compile(
    r"t/m\b.*|tm\.?\s+\S.*|người (lập|ghi|báo cáo|tổng hợp).*|bí thư|phó bí thư|nơi nhận:?|xác nhận.*|"
    r"kt\.\s.*|.*,?\s*ngày\s*\S*\s*tháng\s*\S*\s*năm\s*\S*",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:[IVXivx\dA-Za-z]{1,4}\s*[.)/-]\s*)?((?:tổ đảng|tổ)\b.*?)(?:\s*[:(].*)?", re.IGNORECASE)
_ORDINAL = re.compile(r"\(?\s*(\d{1,2}|[A-Za-z]|[IVX]{1,4})\s*\)?\.?")
_LONGEST_GAP = 2


@dataclass(frozen=True, slots=True)
class Extent:
    """Record rows in order; `sections` gives the group a section row put over a record."""

    rows: tuple[int, ...]
    sections: Mapping[int, str]
    last_row: int
    stray_row: int | None = None


def find_extent(grid: Grid, first: int, columns: Mapping[str, int], required: frozenset[str], skip: frozenset[int]) -> Extent:
    """Walk down from `first`; `skip` are columns that only number the rows."""
    walk = _Walk(grid, columns, required, skip)
    return walk.run(first)


class _Walk:
    """One pass down a sheet."""

    def __init__(self, grid: Grid, columns: Mapping[str, int], required: frozenset[str], skip: frozenset[int]) -> None:
        self._grid = grid
        self._wanted = frozenset(columns.values())
        self._required = [columns[key] for key in required if key in columns]
        self._skip = skip
        self._rows: list[int] = []
        self._sections: dict[int, str] = {}
        self._section = ""

    def run(self, first: int) -> Extent:
        """The records from `first` to the end of the table."""
        gap, row, ended = 0, first, False
        while row <= self._grid.row_count and not ended:
            line = self._grid.row(row)
            gap = gap + 1 if self._is_empty(line) else 0
            ended = gap >= _LONGEST_GAP or (gap == 0 and self._take(row, line, first))
            row += 1
        last = self._rows[-1] if self._rows else first - 1
        return Extent(tuple(self._rows), self._sections, last, self._stray(row) if gap >= _LONGEST_GAP else None)

    def _take(self, row: int, line: tuple[Raw, ...], first: int) -> bool:
        """Keep, pass over, or end at a row that is not empty."""
        filled = sum(1 for column in self._required if column <= len(line) and not is_blank(line[column - 1]))
        if row == first and _is_numbering(line):
            return False
        if filled * 2 < len(self._required) or filled <= 1 < len(self._required):
            texts = [as_text(raw) for index, raw in enumerate(line) if not is_blank(raw) and index + 1 not in self._skip]
            if any(_TOTAL.fullmatch(text) for text in texts[:2]):
                return not self._goes_on(row)
            if any(_SIGNATURE.fullmatch(text) for text in texts):
                return True
            if self._is_section(texts):
                return False
        self._rows.append(row)
        if self._section:
            self._sections[row] = self._section
        return False

    def _is_section(self, texts: list[str]) -> bool:
        words = [text for text in texts if not _ORDINAL.fullmatch(text)]
        distinct = list(dict.fromkeys(words))
        if len(distinct) != 1 or len(self._required) < 2:
            return False
        match = _GROUP.fullmatch(distinct[0])
        self._section = match[1].strip() if match else self._section
        return True

    def _is_empty(self, line: tuple[Raw, ...]) -> bool:
        return all(is_blank(raw) for index, raw in enumerate(line) if index + 1 not in self._skip)

    def _goes_on(self, row: int) -> bool:
        """A subtotal: a section row or a full record follows at once."""
        line = self._grid.row(row + 1)
        texts = [as_text(raw) for index, raw in enumerate(line) if not is_blank(raw) and index + 1 not in self._skip]
        if any(_SIGNATURE.fullmatch(text) or _TOTAL.fullmatch(text) for text in texts):
            return False
        filled = sum(1 for column in self._required if column <= len(line) and not is_blank(line[column - 1]))
        return bool(texts) and (_GROUP.fullmatch(texts[0]) is not None or filled * 2 > len(self._required))

    def _stray(self, row: int) -> int | None:
        """The first row below the gap that looks like one more record."""
        for below in range(row, self._grid.row_count + 1):
            line = self._grid.row(below)
            filled = sum(1 for column in self._required if column <= len(line) and not is_blank(line[column - 1]))
            texts = [as_text(raw) for raw in line if not is_blank(raw)]
            if any(_SIGNATURE.fullmatch(text) or _TOTAL.fullmatch(text) for text in texts[:2]):
                return None
            if filled == len(self._required) and filled > 1:
                return below
        return None


def _is_numbering(line: tuple[Raw, ...]) -> bool:
    texts = [as_text(raw) for raw in line if not is_blank(raw)]
    return len(texts) > _LONGEST_GAP and all(_ORDINAL.fullmatch(text) for text in texts)
