"""A cell that keeps a sheet a year: rows of a new year go to a sheet of their own, made after the pattern of the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from addin.core.grids import Grid
from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.core.tables.recognition.row_words import says_signature, says_signed_for, says_total
from addin.core.tables.rows.book import FoundTable
from addin.core.writes import SheetLike
from addin.errors import RefusedWrite

_LONGEST_NAME = 31
_NUMBER = r"\d+(?:[.,]\d+)?(?=[\s;,.)%]|$)"
_COUNTED = re.compile(rf"(?<=[:\s(])(?<!tổ )(?<!tổ số )(?<!năm ){_NUMBER}", re.IGNORECASE)
_SAID = re.compile(rf"(?<=:)(\s*){_NUMBER}|(?<![\w/.,-])\d+(?=\s*(?:đồng chí|đ/c|đảng viên|đv|người|lượt|cuộc)\b)", re.IGNORECASE)
_BARE = re.compile(r"\d+(?:[.,]\d+)?\s*%?")
_DAY = re.compile(r"(ngày)\s*\d{1,2}\s*(tháng)\s*\d{1,2}\b", re.IGNORECASE)
_OPEN = "……"


@dataclass(frozen=True, slots=True)
class Home:
    """Where new rows go: the table, the one whose words and columns they follow, and the sheet to be made first, if any."""

    found: FoundTable
    model: FoundTable
    like: SheetLike | None = None


def sheet_of_year(reading: Reading, layouts: Sequence[FoundTable], year: int) -> Home | None:
    """The table as it will lie on the new sheet of a year; None where no sheet of a year is there to follow.

    RefusedWrite where the last one has rows between its records (sections, blanks) that only a person can set anew.
    """
    dated = [found for found in layouts if found.year is not None]
    last = max(dated, key=lambda found: found.year or 0, default=None)
    grid = reading.vocabulary.grid(last.sheet) if last is not None else None
    if last is None or last.year is None or grid is None:
        return None
    name = _name(last.sheet, last.year, year)
    records = {row.source.row for row in reading.book.rows(last.table) if row.source.sheet == last.sheet}
    is_plain = records == set(range(last.first_row, last.last_row + 1))
    others = [found for found in reading.book.layout if found.sheet == last.sheet and found is not last]
    if not is_plain or others or any(found.sheet == name for found in reading.book.layout):
        raise RefusedWrite(
            f"Chưa có sheet {year} cho dữ liệu năm {year}, và sheet «{last.sheet}» có dòng mục hoặc bảng khác xen giữa "
            "nên không lập theo mẫu ấy được. Chưa có gì thay đổi.",
            f"Trong Excel chép sheet «{last.sheet}» thành «{name}», xoá các dòng cũ, sửa năm ở tiêu đề, rồi chạy lại.",
        )
    like = SheetLike(name, last.sheet, last.first_row, last.last_row, tuple(_texts(grid, last, year)))
    return Home(replace(last, sheet=name, year=year, last_row=last.first_row - 1), last, like)


def _name(sheet: str, before: int, year: int) -> str:
    """The name with its year changed, else with the year behind it."""
    changed = _in_words(sheet, before, year)
    return changed if changed != sheet else f"{sheet[: _LONGEST_NAME - 5].rstrip()} {year}"


def _texts(grid: Grid, found: FoundTable, year: int) -> Iterator[tuple[int, int, str | None]]:
    """Words that name the year or the day it was signed, and below the records what was counted over them by hand."""
    for row in (*range(1, found.first_row), *range(found.last_row + 1, grid.row_count + 1)):
        line = grid.row(row)
        is_below = row > found.last_row
        is_total = is_below and any(isinstance(raw, str) and says_total(raw) for raw in line)
        for column, raw in enumerate(line, 1):
            if (row, column) in grid.formulas:
                continue
            if isinstance(raw, str):
                changed = _reworded(_in_words(raw, found.year or 0, year), is_below=is_below, is_total=is_total)
                if changed != raw:
                    yield row, column, changed
            elif is_below and isinstance(raw, int | float):
                yield row, column, None


def _reworded(text: str, *, is_below: bool, is_total: bool) -> str | None:
    """The text with its counts open, the day of signing too; None where it is nothing but a number."""
    if says_signed_for(text):
        return _DAY.sub(rf"\1 {_OPEN} \2 {_OPEN}", text)
    if not is_below or says_signature(text):
        return text
    if _BARE.fullmatch(text.strip()):
        return None
    return _COUNTED.sub(_OPEN, text) if is_total else _SAID.sub(lambda found: f"{found[1] or ''}{_OPEN}", text)


def _in_words(text: str, before: int, year: int) -> str:
    return re.sub(rf"(?<!\d){before}(?!\d)", str(year), text)
