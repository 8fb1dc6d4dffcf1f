"""Which table a sheet's headings belong to; the sheet's name only decides between equals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from addin import glossary
from addin.core.grids import Grid
from addin.core.records import dataclass
from addin.core.tables.recognition.heading_words import candidates
from addin.core.tables.recognition.headings import HeadingBlock, find_blocks
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import columns_of
from addin.patterns import pattern

HALVES: Mapping[str, str] = {"birth_date_male": "birth_date", "birth_date_female": "birth_date"}
_FEWEST_MATCHES = 2
_CLOSE_CALL = 0.85
_LITTLE, _ENOUGH = 1.0, 2.0
_PARTY_KEYS = frozenset({"admitted_on", "official_on", "party_card", "party_post"})
_NEUTRAL = pattern(r"\b(?:năm|nhiệm kỳ|quý (?:\d|i{1,3}|iv)|(?:đợt|lần|tháng) \d+|(?:của )?chi bộ|\d+)\b")
_YEAR = pattern(r"(?<!\d)(20[0-4]\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Choice:
    """The table a block belongs to; `rivals` where the headings do not decide; `is_weak` where they prove little."""

    block: HeadingBlock
    table: str
    rivals: tuple[str, ...] = ()
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class _Fit:
    """How well a block fits a table; `is_weak` where its headings, without the sheet's name, prove little."""

    block: HeadingBlock
    score: float
    is_weak: bool


def choose(grid: Grid, start: int, tables: frozenset[str] | None = None) -> Choice | None:
    """The first table on the sheet from row `start` on, of all or of `tables`; None where no headings are known."""
    fits = [
        (table, fit)
        for block in find_blocks(grid, start)
        for table, fit in _fits(block, grid.sheet).items()
        if tables is None or table in tables
    ]
    return _topmost(fits, grid.sheet)


def _topmost(fits: list[tuple[str, _Fit]], sheet: str) -> Choice | None:
    """The best of all, unless another sure table ends above it: then that one comes first."""
    best = _best(fits, sheet)
    if best is None:
        return None
    above = [(table, fit) for table, fit in fits if fit.block.last < best.block.first and not fit.is_weak]
    return _topmost(above, sheet) or best


def _best(fits: list[tuple[str, _Fit]], sheet: str) -> Choice | None:
    best: dict[str, _Fit] = {}
    for table, fit in fits:
        if table not in best or fit.score > best[table].score + 1e-9:
            best[table] = fit
    if not best:
        return None
    bonuses = name_bonuses(sheet)
    ranked = sorted(best.items(), key=lambda item: -item[1].score)
    table, fit = ranked[0]
    rivals = tuple(
        other
        for other, rival in ranked[1:]
        if rival.score >= fit.score * _CLOSE_CALL and bonuses.get(table, 0) <= bonuses.get(other, 0)
    )
    return Choice(fit.block, table, rivals, fit.is_weak)


def _fits(block: HeadingBlock, sheet: str) -> dict[str, _Fit]:
    """Every table the block may be, by key shares: a heading that many tables know says little.

    The cell's own years have no column of members, so a block that names one is no such table.
    """
    shares: dict[str, dict[str, float]] = {}
    for heading in block.headings:
        sure = sum(len(candidates(keys[0])) == 1 for keys in heading.keys.values())
        for table, keys in heading.keys.items():
            of_table = shares.setdefault(table, {})
            for key in keys:
                of_table.setdefault(HALVES.get(key, key), 1 / max(sure, 1))
    if "member" in shares.get("ratings", {}):
        shares.pop("cell_years", None)
    bonuses, given = name_bonuses(sheet), {"year"} if year_in(sheet) else set()
    fits = {}
    for table, found in shares.items():
        required, bonus = required_keys(table), bonuses.get(table, 0.0)
        covered = len(required & (found.keys() | given)) / len(required)
        if len(found) >= _FEWEST_MATCHES and covered >= (1 / 3 if bonus else 0.5):
            is_weak = bonus < 1 and _is_weak(table, found, covered)
            fits[table] = _Fit(block, _score(block, table, found, covered) + bonus, is_weak)
    return fits


def _score(block: HeadingBlock, table: str, found: Mapping[str, float], covered: float) -> float:
    required = required_keys(table)
    weight = sum(share * (1.5 if key in required else 1) for key, share in found.items())
    wasted = sum(not heading.keys for heading in block.headings) * 0.02
    depth_cost = 0.05 * (block.last - block.first)
    return weight * (0.5 + covered / 2) - wasted - depth_cost + len(found) * 0.1


def _is_weak(table: str, found: Mapping[str, float], covered: float) -> bool:
    """Common words alone ("Ngày", "Nội dung") make no table of ours; nor do names and birth dates a list of members."""
    if table == "members" and not _PARTY_KEYS & found.keys():
        return True
    return sum(found.values()) < (_LITTLE if covered == 1 else _ENOUGH)


@cache
def required_keys(table: str) -> frozenset[str]:
    """The keys a row of the table cannot do without."""
    return frozenset(column.key for column in columns_of(ROW_TYPES[table]) if column.required)


@lru_cache(maxsize=1 << 10)
def name_bonuses(sheet: str) -> Mapping[str, float]:
    """How far the sheet's name speaks for tables: 1 for the whole name, less where other words stand beside it.

    Years and words like "năm", "quý 2" are no other words; "đến" in "Văn bản đến" is.
    """
    known = glossary.sheet_names()
    full = glossary.fold(_YEAR.sub("", sheet))
    name = " ".join(_NEUTRAL.sub(" ", full).split())
    if full in known or name in known:
        return {known.get(full) or known[name]: 1.0}
    return {
        table: 0.6 for item, table in known.items() if name.startswith(f"{item} ") or name.endswith(f" {item}")
    }


def year_in(text: str) -> int | None:
    """The only year a sheet name or title names."""
    years = {int(year) for year in _YEAR.findall(text)}
    return years.pop() if len(years) == 1 else None
