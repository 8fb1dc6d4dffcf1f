"""How many votes a form of discipline needs: more than half of the base, for expulsion two thirds or more (294-QĐ/TW, 9.3.4).

The base is whom a meeting summons (9.3.2): not those away on temporary activity, exempt and absent, or suspended.
"""

from __future__ import annotations

from math import ceil, floor

from addin.core.regulations import Law
from addin.glossary.choices import DisciplineForm

SHARE = "discipline.vote_share"
EXPULSION_SHARE = "discipline.expulsion_vote_share"


def votes_needed(form: str, base: int, law: Law) -> int | None:
    """The fewest votes that carry the form; None where no text of that day says, or nobody votes."""
    found = law.find(EXPULSION_SHARE if form == DisciplineForm.EXPULSION else SHARE)
    if found is None or base <= 0:
        return None
    from fractions import Fraction  # noqa: PLC0415 - a cell that disciplined nobody starts without it

    if form == DisciplineForm.EXPULSION:
        return ceil(Fraction(found.text) * base)
    return floor(Fraction(found.decimal) * base) + 1
