"""What the columns found say for a table: how much each key weighs, what is left over, and whether it is enough."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from addin.core.tables.recognition import shapes, weights
from addin.core.tables.recognition.below import Asked, Below
from addin.core.tables.recognition.column_choice import HALVES, Columns, ask
from addin.core.tables.recognition.contents import Says, column_of
from addin.core.tables.recognition.headings import Heading, HeadingBlock
from addin.core.tables.recognition.level_columns import says_nobody
from addin.core.tables.recognition.sense import required_groups
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of

_FEWEST_MATCHES = 2
_PARTY_KEYS = frozenset({"admitted_on", "official_on", "party_card", "party_post"})
_GENERIC = frozenset({"appointments", "dispatches", "tasks", "lessons", "proposals", "rewards"})


def found_keys(columns: Columns) -> frozenset[str]:
    """Keys with a column, halves and parts as the whole; what a person must choose between counts too."""
    keys = {HALVES.get(shapes.base_of(key), shapes.base_of(key)) for key in columns.places}
    keys |= {"year", "final_level"} if columns.years else set()
    open_keys = {key for key, _columns in columns.rivals} | {near.keys[0] for near in columns.near}
    return frozenset(keys | (open_keys - _PARTY_KEYS))


def has_evidence(table: str, found: frozenset[str], columns: Columns) -> bool:
    """Whether one key of each group the table cannot do without is there."""
    keys = found | {key for near in columns.near for key in near.keys} | ({"final_level"} if columns.years else set())
    return all(any(key in keys for key in group) for group in required_groups(table))


def shares_of(block: HeadingBlock, columns: Columns, below: Below) -> dict[str, float]:
    """How much each key found says for the table: its fit, less the more tables know such a heading."""
    by_column = {heading.column: heading for heading in block.headings}
    shares: dict[str, float] = {}
    placed = [*columns.places.items(), *((key, used[0]) for key, used in columns.rivals), *((near.keys[0], near.column) for near in columns.near)]
    for key, column in placed:
        heading = by_column.get(column)
        if heading is None:
            continue
        fit = columns.fits.get(key, weights.EITHER)
        sure = _as_sure(heading, fit, column, below)
        base = HALVES.get(shapes.base_of(key), shapes.base_of(key))
        is_shape = ("." in key and not key.endswith(shapes.GIVEN)) or (key == "final_level" and says_nobody(heading.text))
        shares.setdefault(base, 1.0 if is_shape else fit / 100 / max(sure, 1))
    marked = sum("." in key and key.endswith(("_level.htxs", "_level.htt", "_level.htn", "_level.kht")) for key in columns.places)
    if marked:
        shares["final_level"] = 0.7 + 0.3 * marked
    if columns.years:
        shares["final_level"] = 0.7 + 0.3 * len(columns.years)
    return shares


def weight_left(column: int, columns: Columns, below: Below) -> float:
    """What a column that is used for nothing says against the table: most where it is full of levels."""
    is_open = any(near.column == column for near in columns.near) or any(column in used for _key, used in columns.rivals)
    return weights.LEVELS_LEFT if not is_open and _holds_levels(column, below) else weights.UNEXPLAINED


def _as_sure(heading: Heading, fit: int, column: int, below: Below) -> int:
    """How many tables know a heading as surely; where levels stand below it, only those that have levels there."""
    least_sure = fit - weights.AS_SURE
    knowing = [table for table, best in heading.best.items() if best >= least_sure]
    levels = [table for table in knowing if any(_is_level(table, key) for key, of_key in heading.senses.get(table, {}).items() if of_key >= least_sure)]
    return len(levels) if levels and _holds_levels(column, below) else len(knowing)


def _holds_levels(column: int, below: Below) -> bool:
    return contents_agree("ratings", column, "final_level", below)


def contents_agree(table: str, column: int, key: str, below: Below) -> bool:
    """Whether what stands below is what the table's key wants; the question is kept with its answer."""
    asked = Asked(table, column, key, weights.EXACT, is_known=False)
    answer = ask(below, asked)
    below.asked.append((asked, answer))
    return answer is Says.AGREES


def _is_level(table: str, key: str) -> bool:
    return is_of_kind(table, key, Kind.LEVEL)


def is_of_kind(table: str, key: str, kind: Kind) -> bool:
    """Whether the table's key is of that kind."""
    column = column_of(table, key)
    return column is not None and column.kind is kind


def score_of(table: str, shares: Mapping[str, float], covered: float) -> float:
    """The weight of all keys together: those a row must have count more."""
    required = required_keys(table)
    weight = sum(share * (1.5 if key in required else 1) for key, share in shares.items())
    return weight * (0.5 + covered / 2) + len(shares) * 0.1


def proves_little(table: str, found: frozenset[str], covered: float, strength: float, bonus: float) -> bool:
    """Common words alone ("Ngày", "Nội dung") make no table of ours; nor do names and birth dates a list of members."""
    if bonus >= weights.TITLE / 2 and len(found) >= _FEWEST_MATCHES:
        return strength + bonus < weights.LITTLE
    if table == "members" and not _PARTY_KEYS & found:
        return True
    if table in _GENERIC:
        return strength < weights.ENOUGH
    return strength < (weights.LITTLE if covered == 1 else weights.ENOUGH)


@cache
def required_keys(table: str) -> frozenset[str]:
    """The keys a row of our own workbook cannot do without."""
    return frozenset(column.key for column in columns_of(ROW_TYPES[table]) if column.required)

