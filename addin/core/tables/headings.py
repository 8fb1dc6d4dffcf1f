"""Finds the heading rows of a table: any of the first 30 rows, one to three rows deep, merged or not.

A heading's meaning is parent + child ("Ngày vào Đảng" over "Chính thức"); where that is unknown, the child
alone. Tables are told apart by their headings; the sheet's name only decides between equals.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from addin import glossary
from addin.core.grids import Grid, Raw
from addin.core.tables.book import ROW_TYPES
from addin.core.tables.columns import columns_of

WINDOW = 30
MAX_DEPTH = 3
_LONGEST_HEADING = 80
_FEWEST_MATCHES = 2
_CLOSE_CALL = 0.85
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """One column's heading: its text, and the keys it may mean by table."""

    column: int
    text: str
    keys: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """Heading rows `first`..`last` of a sheet and what stands over each column."""

    first: int
    last: int
    headings: tuple[Heading, ...]

    def matches(self, table: str) -> int:
        """How many columns this table knows."""
        return sum(table in heading.keys for heading in self.headings)


@dataclass(frozen=True, slots=True)
class Choice:
    """The table a block belongs to; `rivals` where the headings do not decide."""

    block: HeadingBlock
    table: str
    rivals: tuple[str, ...] = ()


@cache
def heading_index() -> Mapping[str, Mapping[str, str]]:
    """Folded heading → {table: key} over all tables."""
    index: dict[str, dict[str, str]] = defaultdict(dict)
    for table in ROW_TYPES:
        for folded, key in glossary.headers(table).items():
            index[folded][table] = key
    return dict(index)


@lru_cache(maxsize=1 << 15)
def meanings(text: str) -> Mapping[str, tuple[str, ...]]:
    """What a heading text may mean by table; a compound heading ("Số, ngày QĐ") means several keys."""
    index = heading_index()
    whole = index.get(glossary.fold(text)) or index.get(_without_remark(text)) or _plain_match(text)
    if whole:
        return {table: (key,) for table, key in whole.items()}
    return _compound(text)


def _without_remark(text: str) -> str:
    """"Ngày sinh (dd/mm/yyyy)" is read without its remark in brackets."""
    return glossary.fold(re.sub(r"\([^)]*\)\s*$", "", text))


@cache
def _plain_index() -> Mapping[str, Mapping[str, str]]:
    plain: dict[str, dict[str, str]] = defaultdict(dict)
    for table in ROW_TYPES:
        for folded, key in glossary.plain_headers(table).items():
            plain[folded][table] = key
    return dict(plain)


def _plain_match(text: str) -> Mapping[str, str]:
    """Headings typed without any accents are read as such; a half-accented one is not."""
    if glossary.fold(text) != glossary.fold_plain(text):
        return {}
    return _plain_index().get(glossary.fold_plain(text), {})


def _compound(text: str) -> Mapping[str, tuple[str, ...]]:
    parts = [part for part in re.split(r"\s*(?:[,;/\n&+]|\bvà\b)\s*", text) if part]
    if len(parts) < 2 or len(text) > _LONGEST_HEADING:
        return {}
    found: dict[str, tuple[str, ...]] = {}
    index = heading_index()
    for table in ROW_TYPES:
        keys = [index.get(glossary.fold(part), {}).get(table) or _prefixed(parts[0], part, table) for part in parts]
        if all(keys) and len(set(keys)) == len(keys):
            found[table] = tuple(key for key in keys if key)
    return found


def _prefixed(first: str, part: str, table: str) -> str | None:
    """"Số, ngày quyết định": the noun stands once, behind the last part, and serves them all."""
    index = heading_index()
    tail = part if part != first else ""
    for extra in (f"{first} {tail}", f"{part} quyết định", f"{part} thông báo kết luận"):
        key = index.get(glossary.fold(extra), {}).get(table)
        if key:
            return key
    return None


def find_blocks(grid: Grid, start: int) -> Iterator[HeadingBlock]:
    """Heading blocks from `start` on, the likeliest reading of each candidate row."""
    last = min(start + WINDOW - 1, grid.row_count)
    counts = {row: _known_count(grid.row(row)) for row in range(start, last + 1)}
    fewest = max(_FEWEST_MATCHES, max(counts.values(), default=0) // 3)
    for row, known in counts.items():
        if known < fewest:
            continue
        yield from _blocks_around(grid, row, start, last)


def _known_count(line: tuple[Raw, ...]) -> int:
    return sum(1 for raw in line if isinstance(raw, str) and 0 < len(raw) <= _LONGEST_HEADING and _is_known(raw))


@lru_cache(maxsize=1 << 15)
def _is_known(text: str) -> bool:
    return bool(meanings(_tidy(text)))


def _blocks_around(grid: Grid, row: int, start: int, last: int) -> Iterator[HeadingBlock]:
    for depth in range(1, MAX_DEPTH + 1):
        for first in range(max(start, row - depth + 1), row + 1):
            if first + depth - 1 <= min(last + MAX_DEPTH - 1, grid.row_count):
                yield _block(grid, first, depth)


def _tidy(raw: Raw) -> str:
    return re.sub(r"\s+", " ", raw).strip() if isinstance(raw, str) else ""


def _block(grid: Grid, first: int, depth: int) -> HeadingBlock:
    rows = [_filled(grid, row, is_last=row == first + depth - 1) for row in range(first, first + depth)]
    width = max((len(row) for row in rows), default=0)
    headings = []
    for index in range(width):
        parts = list(dict.fromkeys(row[index] for row in rows if index < len(row) and row[index]))
        if parts:
            text = " ".join(parts)
            keys = meanings(text) or meanings(parts[-1])
            headings.append(Heading(index + 1, text, keys))
    return HeadingBlock(first, first + depth - 1, tuple(headings))


def _filled(grid: Grid, row: int, *, is_last: bool) -> list[str]:
    """The texts of a row, a merged parent standing over each of its columns."""
    raws = grid.row(row)
    texts = [_tidy(raw) if isinstance(raw, str) else str(raw or "") for raw in raws]
    # line breaks inside one heading separate a compound's parts: keep one that matters
    texts = [
        raw.strip() if isinstance(raw, str) and "\n" in raw and not meanings(text) else text
        for raw, text in zip(raws, texts, strict=True)
    ]
    if is_last:
        return texts
    for merged in grid.merged:
        if merged.first_row == row and merged.first_column <= len(texts):
            texts += [""] * (merged.last_column - len(texts))
            for column in range(merged.first_column, merged.last_column + 1):
                texts[column - 1] = texts[merged.first_column - 1]
    return texts


def choose(grid: Grid, start: int) -> Choice | None:
    """The best table on the sheet from `start` on, or None where no headings are known."""
    best: dict[str, tuple[float, HeadingBlock]] = {}
    for block in find_blocks(grid, start):
        for table in {table for heading in block.headings for table in heading.keys}:
            total = _score(block, table, grid.sheet)
            if total and (table not in best or total > best[table][0] + 1e-9):
                best[table] = (total, block)
    if not best:
        return None
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    table, (total, block) = ranked[0]
    rivals = tuple(
        other
        for other, (score, _block_) in ranked[1:]
        if score >= total * _CLOSE_CALL and name_bonus(grid.sheet, table) <= name_bonus(grid.sheet, other)
    )
    return Choice(block, table, rivals)


def _score(block: HeadingBlock, table: str, sheet: str) -> float:
    keys: dict[str, float] = {}
    for heading in block.headings:
        for key in heading.keys.get(table, ()):
            keys.setdefault(key, 1 / len(heading.keys))
    required = {column.key for column in columns_of(ROW_TYPES[table]) if column.required}
    found = {_REAL_KEY.get(key, key) for key in keys}
    covered = len(required & found) / len(required)
    bonus = name_bonus(sheet, table)
    if len(keys) < _FEWEST_MATCHES or covered < (1 / 3 if bonus else 0.5):
        return 0
    weight = sum(share * (1.5 if _REAL_KEY.get(key, key) in required else 1) for key, share in keys.items())
    wasted = sum(1 for heading in block.headings if not heading.keys and heading.text) * 0.02
    depth_cost = 0.05 * (block.last - block.first)
    return weight * (0.5 + covered / 2) + bonus - wasted - depth_cost + len(keys) * 0.1


_REAL_KEY = {"birth_date_male": "birth_date", "birth_date_female": "birth_date"}


@cache
def name_bonus(sheet: str, table: str) -> float:
    """How far the sheet's name speaks for a table: whole name, name with a year, or the start of it."""
    name = glossary.fold(_YEAR.sub("", sheet))
    known = [folded for folded, named in glossary.sheet_names().items() if named == table]
    if name in known:
        return 1.0
    return 0.6 if any(name.startswith(f"{item} ") or name.endswith(f" {item}") for item in known) else 0.0


def year_in(text: str) -> int | None:
    """The only year a sheet name or title names."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None


def block_texts(grid: Grid, first: int, depth: int) -> dict[int, str]:
    """Column → heading text of the rows `first`..`first + depth - 1`."""
    return {heading.column: heading.text for heading in _block(grid, first, depth).headings}
