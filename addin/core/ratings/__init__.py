"""Yearly ratings of members and of the party cell: proposals with reasons, by the rules of the year.

`rate(reading, year)` is the way in; `whatif`, `reward_candidates` and `collate` answer narrower questions.
"""

from addin.core.ratings.collation import Collation, Opinion, collate, collation_of
from addin.core.ratings.computing import computed_inputs
from addin.core.ratings.inputs import Computed
from addin.core.ratings.results import (
    CellRating,
    MemberRating,
    Quota,
    Regime,
    Status,
    Vote,
    YearRatings,
)
from addin.core.ratings.rewards import RewardCandidate, reward_candidates
from addin.core.ratings.whatif import Candidate, Change, WhatIf, selection_fits, whatif
from addin.core.ratings.year import rate
from addin.core.reasons import Reason

__all__ = [
    "Candidate",
    "CellRating",
    "Change",
    "Collation",
    "Computed",
    "MemberRating",
    "Opinion",
    "Quota",
    "Reason",
    "Regime",
    "RewardCandidate",
    "Status",
    "Vote",
    "WhatIf",
    "YearRatings",
    "collate",
    "collation_of",
    "computed_inputs",
    "rate",
    "reward_candidates",
    "selection_fits",
    "whatif",
]
