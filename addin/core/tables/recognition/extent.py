"""Where a table's rows end, and which rows inside it are no records: numbering, sections, totals, signatures.

A row with enough required squares is a record whatever its words are; only a poor row is judged by them, and
one that carries a running number or a person's name stays a record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.records import dataclass
from addin.core.tables.recognition.heading_words import first_words, known
from addin.core.tables.squares.values import as_text, is_blank
from addin.patterns import pattern

_TOTAL = pattern(r"(tổng cộng|tổng số|tổng|cộng)(\b.{0,40})?[:.]?", re.IGNORECASE)
_SIGNATURE = pattern(
    r"t/m\b.*|tm\.?\s+\S.*|người (lập|ghi|báo cáo|tổng hợp).*|bí thư|phó bí thư|nơi nhận:?|xác nhận.*|"
    r"kt\.\s.*|.*,?\s*ngày\s*\S*\s*tháng\s*\S*\s*năm\s*\S*",
    re.IGNORECASE,
)
_GROUP = pattern(r"(?:[IVXivx\dA-Za-z]{1,4}\s*[.)/-]\s*)?((?:tổ đảng|tổ)\b.*?)(?:\s*[:(].*)?", re.IGNORECASE)
_ORDINAL = pattern(r"\(?\s*(\d{1,2}|[A-Za-z]|[IVX]{1,4})\s*\)?\.?")
_RUNNING_NUMBER = pattern(r"\d{1,4}\.?")
_LONGEST_GAP = 2
_LETTERS = pattern(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Extent:
    """Record rows in order; `sections` gives the group a section row put over a record."""

    rows: tuple[int, ...]
    sections: Mapping[int, str]
    last_row: int
    stray_row: int | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """What a walk must know of a table: its columns, those a record cannot do without, numbering, names."""

    table: str
    columns: frozenset[int]
    required: tuple[int, ...]
    numbering: frozenset[int]
    name: int | None


def find_extent(grid: Grid, first: int, frame: Frame) -> Extent:
    """Walk down from `first` to a total, a signature, the next table's headings or two empty rows."""
    return _Walk(grid, frame).run(first)


class _Walk:
    """One pass down a sheet."""

    def __init__(self, grid: Grid, frame: Frame) -> None:
        self._grid = grid
        self._frame = frame
        self._rows: list[int] = []
        self._sections: dict[int, str] = {}
        self._section = ""

    def run(self, first: int) -> Extent:
        """The records from `first` to the end of the table."""
        gap, row, ended = 0, first, False
        while row <= self._grid.row_count and not ended:
            line = self._grid.row(row)
            filled = self._filled(line)
            if filled == 0 and self._is_empty(line):
                gap += 1
                ended = gap >= _LONGEST_GAP
            else:
                gap = 0
                ended = self._take(row, line, filled)
            row += 1
        last = self._rows[-1] if self._rows else first - 1
        return Extent(tuple(self._rows), self._sections, last, self._stray(row) if gap >= _LONGEST_GAP else None)

    def _filled(self, line: tuple[Raw, ...]) -> int:
        """How many required squares of the row hold something."""
        width, filled = len(line), 0
        for column in self._frame.required:
            if column <= width:
                raw = line[column - 1]
                if raw is not None and not (isinstance(raw, str) and not raw[:1].isalnum() and is_blank(raw)):
                    filled += 1
        return filled

    def _take(self, row: int, line: tuple[Raw, ...], filled: int) -> bool:
        """Keep, pass over, or end at a row that is not empty."""
        wanted = len(self._frame.required)
        if not self._rows and _is_numbering(line):
            return False
        if self._is_heading(line):
            return True
        if filled * 2 < wanted or filled <= 1 < wanted:
            texts = self._texts(line)
            is_numbered = self._is_numbered(line)
            if any(_TOTAL.fullmatch(text) for text in texts[:2]):
                return not self._goes_on(row)
            if not is_numbered and any(_SIGNATURE.fullmatch(text) for text in texts):
                return True
            if not (is_numbered or self._names_a_person(line)) and self._is_section(texts):
                return False
        self._rows.append(row)
        if self._section:
            self._sections[row] = self._section
        return False

    def _texts(self, line: tuple[Raw, ...]) -> list[str]:
        """The words of a row; a running number is none, a section's title in the numbering column is."""
        return [as_text(raw) for index, raw in enumerate(line) if not is_blank(raw) and not self._only_numbers(index, raw)]

    def _only_numbers(self, index: int, raw: Raw) -> bool:
        if index + 1 not in self._frame.numbering:
            return False
        text = as_text(raw)
        return not isinstance(raw, str) or bool(_ORDINAL.fullmatch(text) or _RUNNING_NUMBER.fullmatch(text))

    def _is_numbered(self, line: tuple[Raw, ...]) -> bool:
        """A running number stands in the numbering column, and something beside it."""
        return any(
            column <= len(line) and _RUNNING_NUMBER.fullmatch(as_text(line[column - 1])) for column in self._frame.numbering
        ) and any(column <= len(line) and not is_blank(line[column - 1]) for column in self._frame.columns)

    def _names_a_person(self, line: tuple[Raw, ...]) -> bool:
        """Two to six capitalised words in the column of names: a record whose other squares nobody filled in yet."""
        column = self._frame.name
        if column is None or column > len(line):
            return False
        text = glossary.without_honorific(as_text(line[column - 1]))
        words = text.split()
        is_name = 2 <= len(words) <= 6 and all(_LETTERS.fullmatch(word) and word[0].isupper() for word in words)
        return is_name and not (text.isupper() or _GROUP.fullmatch(text) or _TOTAL.fullmatch(text) or _SIGNATURE.fullmatch(text))

    def _is_section(self, texts: list[str]) -> bool:
        distinct = list(dict.fromkeys(text for text in texts if not _ORDINAL.fullmatch(text)))
        if len(distinct) != 1 or len(self._frame.required) < 2:
            return False
        match = _GROUP.fullmatch(distinct[0])
        self._section = match[1].strip() if match else self._section
        return True

    def _is_heading(self, line: tuple[Raw, ...]) -> bool:
        """Headings again: of the next table, or of this one on a new page (then the rest is found as a table of its own)."""
        for raw in line:
            if raw is not None and not isinstance(raw, str):
                return False
        probe = next((raw for raw in line if isinstance(raw, str) and raw.strip()), "x")
        if probe.split(None, 1)[0].casefold().strip(".:") not in first_words():
            return False
        texts = self._texts(line)
        names = [text for text in texts if glossary.fold(text) not in glossary.ignored_headings()]
        return len(names) > 1 and sum(bool(known(text)) for text in names) * 3 > len(names) * 2

    def _is_empty(self, line: tuple[Raw, ...]) -> bool:
        return all(is_blank(raw) or self._only_numbers(index, raw) for index, raw in enumerate(line))

    def _goes_on(self, row: int) -> bool:
        """A subtotal: a section row or a full record follows at once."""
        line = self._grid.row(row + 1)
        texts = self._texts(line)
        if any(_SIGNATURE.fullmatch(text) or _TOTAL.fullmatch(text) for text in texts):
            return False
        return bool(texts) and (_GROUP.fullmatch(texts[0]) is not None or self._filled(line) * 2 > len(self._frame.required))

    def _stray(self, row: int) -> int | None:
        """The first row below the gap that looks like one more record."""
        wanted = len(self._frame.required)
        for below in range(row, self._grid.row_count + 1):
            line = self._grid.row(below)
            texts = [as_text(raw) for raw in line if not is_blank(raw)]
            if any(_SIGNATURE.fullmatch(text) or _TOTAL.fullmatch(text) for text in texts[:2]) or self._is_heading(line):
                return None
            if self._filled(line) == wanted and wanted > 1:
                return below
        return None


def _is_numbering(line: tuple[Raw, ...]) -> bool:
    texts = [as_text(raw) for raw in line if not is_blank(raw)]
    return len(texts) > _LONGEST_GAP and all(_ORDINAL.fullmatch(text) for text in texts)
