"""What the text lets the competent level weigh: said as a warning with its words, and no level proposed of it.

From 2025 (Điều 11 and its notes): what was found and repaired by oneself, a breach of an earlier year or a penalty
raised this year, a breach at a former place. Only what was entered is weighed: a blank excuses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from addin.core.dates import PartialDate
from addin.core.parameters import Parameter, Parameters
from addin.core.ratings.facts import Facts
from addin.core.ratings.inputs import Inputs
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.tables.rows.discipline import Discipline
from addin.core.tables.rows.members import Member

_WEIGHED = "không tự thành không hoàn thành, cấp có thẩm quyền xem xét, quyết định"
_OWN = f"tự phát hiện, báo cáo và khắc phục kịp thời: {_WEIGHED}"
_FORCE_MAJEURE = f"do bất khả kháng: {_WEIGHED}"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Why a decision condemns nobody by itself; `code` names the text, `said` follows the decision's words."""

    code: str
    said: str
    rule: Parameter


def weighed(one: Discipline, law: Parameters, owner: Member | None) -> Weighed | None:
    """Whether the competent level weighs this decision; None where it counts as the year's rule says."""
    return _earlier_year(one, law) or _former_place(one, law, owner) or _self_detected(one, law)


def raised_this_year(law: Parameters) -> Weighed | None:
    """A heavier form for a violation an earlier year's decision was on."""
    rule = law.holds("rating.weighed.earlier_year")
    if rule is None:
        return None
    return Weighed("weighed.raised", "nâng hình thức kỷ luật của vi phạm đã xử lý năm trước: cấp uỷ cấp trên xem xét", rule)


def breach_weighed(facts: Facts) -> Parameter | None:
    """From 2025 a breach entered for a leader, or by somebody who found it, or all of the year's violations, himself."""
    rule = facts.law.holds("rating.weighed.self_detected")
    if rule is None:
        return None
    return rule if facts.is_leader or facts.inputs.flag("self_detected") or _found_all(facts.disciplines, facts.year) else None


def self_detected(inputs: Inputs, law: Parameters) -> Parameter | None:
    """From 2025, where the row says that it was found, reported and put right in time."""
    return law.holds("rating.weighed.self_detected") if inputs.flag("self_detected") else None


def force_majeure(inputs: Inputs, law: Parameters, path: str = "rating.weighed.force_majeure") -> Parameter | None:
    """Where the row says force majeure and the year's law weighs it."""
    return law.holds(path) if inputs.flag("force_majeure") else None


def is_excepted(inputs: Inputs, law: Parameters) -> bool:
    """2023–2024: force majeure takes a too small share of the tasks out of the cases altogether."""
    return bool(inputs.flag("force_majeure") and law.holds("rating.kht.force_majeure_excepted"))


def weighed_note(code: str, seen: str, rule: Parameter, inputs: Inputs, *keys: str) -> Reason:
    """What was seen, and that the competent level weighs it: by force majeure where that was entered, else by own detection."""
    said = _FORCE_MAJEURE if "force_majeure" in keys else _OWN
    return Reason(f"weighed.{code}", f"{seen} {said}.", rule.reference, inputs.places(*keys))


def own_words() -> str:
    """What is said where the person found and repaired it himself."""
    return _OWN


def _found_all(disciplines: Sequence[Discipline], year: int) -> bool:
    of_the_year = [one for one in disciplines if one.decision_date is not None and one.decision_date.year == year]
    return bool(of_the_year) and all(one.self_detected for one in of_the_year)


def _earlier_year(one: Discipline, law: Parameters) -> Weighed | None:
    rule, happened = law.holds("rating.weighed.earlier_year"), one.happened_on
    if rule is None or happened is None or happened.year >= law.year:
        return None
    return Weighed("weighed.earlier_year", f"vi phạm của năm {happened.year}, năm nay mới xử lý: cấp uỷ cấp trên xem xét", rule)


def _former_place(one: Discipline, law: Parameters, owner: Member | None) -> Weighed | None:
    rule, happened = law.holds("rating.weighed.former_place"), one.happened_on
    joined = owner.joined_cell_on if owner else None
    if rule is None or happened is None or joined is None or not _before(happened, joined):
        return None
    said = f"vi phạm ở nơi cũ, trước ngày chuyển đến {joined}: tính vào xếp loại của nơi cũ"
    return Weighed("weighed.former_place", said, rule)


def _before(happened: PartialDate, joined: PartialDate) -> bool:
    return happened.last < joined.first


def _self_detected(one: Discipline, law: Parameters) -> Weighed | None:
    rule = law.holds("rating.weighed.self_detected")
    return Weighed("weighed.self_detected", _OWN, rule) if rule is not None and one.self_detected else None
