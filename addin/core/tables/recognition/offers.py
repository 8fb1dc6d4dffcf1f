"""What the squares below a heading make of the keys it offers: figures under a grade, "17/18" under those present."""

from __future__ import annotations

from collections.abc import Mapping

from addin import glossary
from addin.core.tables.recognition import weights
from addin.core.tables.recognition.below import Below
from addin.core.tables.recognition.contents import column_of
from addin.core.tables.recognition.headings import Heading, HeadingBlock
from addin.core.tables.recognition.sense import sense

_PRESENT, _ALL = "present", "total"


def by_contents(offered: Mapping[str, int], heading: Heading, table: str, block: HeadingBlock, below: Below) -> Mapping[str, int]:
    """The keys a column may hold, with how well each fits."""
    return _as_part_of_all(_as_points(offered, heading, below), heading, table, block, below)


def _as_points(offered: Mapping[str, int], heading: Heading, below: Below) -> Mapping[str, int]:
    """A grade of tasks that holds numbers is points for them."""
    fit = offered.get("grade_tasks", 0)
    is_scored = fit >= weights.COLUMN_ACCEPTED and below.standing(heading.column).are("number")
    if not is_scored or glossary.level_of(heading.parts[-1]) or sense(heading.parts[-1]).get("ratings", {}).get("grade_tasks", 0) < weights.COLUMN_ACCEPTED:
        return offered
    return {**offered, "points_tasks": max(fit, offered.get("points_tasks", 0))}


def _as_part_of_all(offered: Mapping[str, int], heading: Heading, table: str, block: HeadingBlock, below: Below) -> Mapping[str, int]:
    """"17/18" under "Có mặt": those present of all, where no column of its own counts all."""
    fit = offered.get(_PRESENT, 0)
    if fit < weights.COLUMN_ACCEPTED or column_of(table, _ALL) is None:
        return offered
    others = (other.senses.get(table, {}).get(_ALL, 0) for other in block.headings if other is not heading)
    if max(others, default=0) >= weights.COLUMN_ACCEPTED or not below.standing(heading.column).are("part of all"):
        return offered
    return {f"{_PRESENT}+{_ALL}": fit}
