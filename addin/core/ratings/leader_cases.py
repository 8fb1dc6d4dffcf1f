"""The cases that alone make a leader "không hoàn thành nhiệm vụ": the places led, the confidence vote, subordinates.

Shaped as lowest_cases.py. What nobody entered of units led is unknown; adverse facts nobody entered are none.
"""

from __future__ import annotations

from addin.core.numerals import percent
from addin.core.ratings.conditions import Condition, condition
from addin.core.ratings.facts import Facts
from addin.core.ratings.weighed import force_majeure, is_excepted, self_detected, weighed_note
from addin.core.reasons import Reason

_LEADER_FORCE_MAJEURE = "rating.weighed.leader_force_majeure"
_SUBORDINATES = "Tổ chức, cá nhân thuộc quyền quản lý trực tiếp tham nhũng, lãng phí, tiêu cực bị kỷ luật"


def unit_case(facts: Facts) -> Condition | None:
    """The unit or field directly led did too little.

    A deputy's number may be that of the whole collective, which from 2025 only bars HTXS (ratings.md §5.4):
    what is not known bars nothing, so the deputy gets a warning instead.
    """
    rule = facts.law.find("rating.kht.unit_done_below")
    if rule is None:
        return None
    if not facts.is_leader:
        return _perhaps_leader(facts, "kht.unit")
    if facts.is_deputy_from_2025 or _is_excused(facts):
        return None
    done = facts.inputs.number("unit_done_pct")
    holds = None if done is None else done >= rule.share
    if holds:
        return None
    seen = percent(done) if done is not None else ""
    text = f"Đơn vị, lĩnh vực phụ trách đạt {seen}, dưới {percent(rule.share)}."
    return condition("kht.unit", holds, text, rule, facts.inputs, "unit_done_pct")


def _is_excused(facts: Facts) -> bool:
    """Force majeure: from 2025 the competent level weighs it, before that it was no case."""
    return force_majeure(facts.inputs, facts.law, _LEADER_FORCE_MAJEURE) is not None or is_excepted(facts.inputs, facts.law)


def weighed_of_leader(facts: Facts) -> list[Reason]:
    """From 2025: too little done by force majeure, and subordinates' corruption the leader found himself."""
    if not facts.is_leader:
        return []
    return [*_little_done_by_force_majeure(facts), *_own_detection(facts)]


def _little_done_by_force_majeure(facts: Facts) -> list[Reason]:
    bound, done = facts.law.find("rating.kht.unit_done_below"), facts.inputs.number("unit_done_pct")
    rule = force_majeure(facts.inputs, facts.law, _LEADER_FORCE_MAJEURE)
    if rule is None or bound is None or facts.is_deputy_from_2025:
        return []
    seen = []
    if done is not None and done < bound.share:
        seen.append(f"Đơn vị, lĩnh vực phụ trách đạt {percent(done)}, dưới {percent(bound.share)},")
    if facts.inputs.flag("targets_missed"):
        seen.append("Không đạt 5 chỉ tiêu kinh tế - xã hội cơ bản")
    return [weighed_note("force_majeure", one, rule, facts.inputs, "unit_done_pct", "targets_missed", "force_majeure") for one in seen]


def _own_detection(facts: Facts) -> list[Reason]:
    rule = self_detected(facts.inputs, facts.law)
    if rule is None or not facts.inputs.flag("subordinate_corruption"):
        return []
    return [weighed_note("subordinate", f"{_SUBORDINATES},", rule, facts.inputs, "subordinate_corruption", "self_detected")]


def low_confidence_case(facts: Facts) -> Condition | None:
    """Too many "tín nhiệm thấp" in a confidence vote of the year."""
    return _share_above(
        facts, "rating.kht.low_confidence_above", "kht.low_confidence", "low_confidence_pct", "Phiếu tín nhiệm thấp {seen}, trên {bound}."
    )


def failing_units_case(facts: Facts) -> Condition | None:
    """Too many of the places the leader answers for were rated KHT."""
    text = "{seen} số đơn vị phụ trách không hoàn thành nhiệm vụ, trên {bound}."
    return _share_above(facts, "rating.kht.units_kht_share_above", "kht.units", "units_kht_pct", text)


def missed_targets_case(facts: Facts) -> Condition | None:
    """The five basic targets were missed, by a post that has them."""
    if _is_excused(facts):
        return None
    text = "Không đạt 5 chỉ tiêu kinh tế - xã hội cơ bản (chức danh được giao nhiệm vụ đó)."
    return _flagged(facts, "rating.kht.targets_missed", "kht.targets", "targets_missed", text)


def subordinate_case(facts: Facts) -> Condition | None:
    """An organisation or person under direct management was disciplined for corruption, waste or negativity."""
    if self_detected(facts.inputs, facts.law) is not None:
        return None
    return _flagged(facts, "rating.kht.subordinate_corruption", "kht.subordinate", "subordinate_corruption", f"{_SUBORDINATES}.")


def _share_above(facts: Facts, path: str, code: str, key: str, text: str) -> Condition | None:
    rule, share = facts.law.find(path), facts.inputs.number(key)
    if rule is None or not facts.is_leader or share is None or share <= rule.share:
        return None
    said = text.format(seen=percent(share), bound=percent(rule.share))
    return condition(code, False, said, rule, facts.inputs, key)


def _flagged(facts: Facts, path: str, code: str, key: str, text: str) -> Condition | None:
    rule = facts.law.holds(path)
    if rule is None or not facts.is_leader or not facts.inputs.flag(key):
        return None
    return condition(code, False, text, rule, facts.inputs, key)


def _perhaps_leader(facts: Facts, rule: str) -> Condition | None:
    if not facts.may_be_leader:
        return None
    return Condition(rule, None, "", None, (), facts.missing_about_member("is_leader"))
