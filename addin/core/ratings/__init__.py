"""Yearly ratings of members and of the party cell: proposals with reasons, by the rules of the year.

`rate(reading, year)` is the way in. Narrower questions have modules of their own, without which `check`
starts: `whatif`, `rewards`, `collation`.
"""

from addin.core.ratings.computing import computed_inputs
from addin.core.ratings.conditions import labels
from addin.core.ratings.inputs import Computed
from addin.core.ratings.results import (
    CellRating,
    Lacking,
    LevelFrom,
    MemberRating,
    Quota,
    Regime,
    Status,
    Vote,
    YearRatings,
    level_of_record,
)
from addin.core.ratings.year import rate
from addin.core.reasons import Reason

__all__ = [
    "CellRating",
    "Computed",
    "Lacking",
    "LevelFrom",
    "MemberRating",
    "Quota",
    "Reason",
    "Regime",
    "Status",
    "Vote",
    "YearRatings",
    "computed_inputs",
    "labels",
    "level_of_record",
    "rate",
]
