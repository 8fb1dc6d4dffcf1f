"""What each level asks: one function a kind of condition, the numbers from the year's law.

`stem` is htxs, htt or htn: the folder of the parameters and the beginning of the rule's code. A function
gives None where the condition holds, and in years whose law has none: what holds says nothing.
"""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Grade
from addin.core.numerals import number_text, percent
from addin.core.ratings.conditions import Condition, condition
from addin.core.ratings.facts import Facts, words_of
from addin.core.ratings.lowest_cases import GRADES, points_said, reaches_points
from addin.glossary import header
from addin.glossary.choices import TaskResult

OTHERS = tuple(key for key in GRADES if key != "grade_tasks")


def work_entered(facts: Facts, stem: str) -> Condition | None:
    """No level at the top without points (or grades) and tasks, whatever else the year asks: unknown while blank."""
    marks = ("points_general", "points_tasks") if facts.law.find("rating.points.htxs_min") else ("grade_tasks",)
    missing = facts.inputs.missing(*marks, "tasks_assigned", "tasks_done")
    if not missing and facts.inputs.number("tasks_assigned"):
        return None
    return Condition(f"{stem}.work", None, "", None, (), missing or (facts.inputs.unknown("tasks_assigned"),))


def grades(facts: Facts, stem: str) -> Condition | None:
    """2018–2024: the task criterion and the others reach the level's grades."""
    tasks_min = facts.law.find(f"rating.grades.{stem}.tasks_min")
    others_min = facts.law.find(f"rating.grades.{stem}.others_min")
    if tasks_min is None or others_min is None:
        return None
    asked = {"grade_tasks": Grade(tasks_min.word)} | dict.fromkeys(OTHERS, Grade(others_min.word))
    seen = {key: facts.inputs.grade(key) for key in asked}
    low = {key: grade for key, grade in seen.items() if grade is not None and grade.rank < asked[key].rank}
    holds = False if low else None if None in seen.values() else True
    if holds:
        return None
    said = ", ".join(f"{header('ratings', key)}: {grade}" for key, grade in low.items())
    text = f"Cần kết quả nhiệm vụ từ {tasks_min.word}, các tiêu chí khác từ {others_min.word}; chưa đạt: {said}."
    return condition(f"{stem}.grades", holds, text, tasks_min, facts.inputs, *(low or asked))


def tasks_done(facts: Facts, stem: str) -> Condition | None:
    """From 2023: the share of the assigned tasks that were done."""
    return _tasks_at_least(facts, stem, "tasks_done", "Hoàn thành")


def tasks_over(facts: Facts, stem: str) -> Condition | None:
    """From 2023: the share of the tasks done above what was asked."""
    return _tasks_at_least(facts, stem, "tasks_over", TaskResult.ABOVE_TARGET)


def tasks_late(facts: Facts, stem: str) -> Condition | None:
    """From 2023: the share of the tasks that were late."""
    rule = facts.law.find(f"rating.{stem}.tasks_late_max")
    if rule is None or facts.is_judged_by_places_led:
        return None
    late, assigned = facts.inputs.best("tasks_late"), facts.inputs.number("tasks_assigned")
    holds = None if late is None or assigned is None else facts.reaches(late <= rule.share * assigned, "tasks_late")
    if holds:
        return None
    bound = f"chỉ được không quá {percent(rule.share)}" if rule.share else "cần đúng hạn tất cả"
    text = f"Chậm {_seen(facts.share_of_tasks('tasks_late'))} nhiệm vụ, {bound}."
    return condition(f"{stem}.tasks_late", holds, text, rule, facts.inputs, "tasks_assigned", "tasks_late")


def shortcomings(facts: Facts, stem: str) -> Condition | None:
    """From 2025: what was pointed out has been remedied; none recorded is none."""
    rule = facts.law.find(f"rating.{stem}.shortcomings_fixed_min")
    if rule is None:
        return None
    total, fixed = facts.inputs.number("shortcomings_total"), facts.inputs.number("shortcomings_fixed")
    if not total:
        return None
    holds = None if fixed is None else fixed >= rule.share * total
    if holds:
        return None
    text = f"Mới khắc phục {number_text(fixed or Decimal())}/{number_text(total)} hạn chế đã chỉ ra, cần {percent(rule.share)}."
    return condition(f"{stem}.shortcomings", holds, text, rule, facts.inputs, "shortcomings_total", "shortcomings_fixed")


def unit_done(facts: Facts, stem: str) -> Condition | None:
    """Leaders from 2023: what the unit or field directly led achieved."""
    return _unit_at_least(facts, stem, "unit_done", "đạt") if facts.is_leader else None


def unit_over(facts: Facts, stem: str) -> Condition | None:
    """Leaders from 2023: what the unit or field directly led did above target."""
    return _unit_at_least(facts, stem, "unit_over", "vượt mức") if facts.is_leader else None


def unit_late(facts: Facts, stem: str) -> Condition | None:
    """Leaders from 2025: how much of the places led was late; none recorded is none."""
    rule, late = facts.law.find(f"rating.{stem}.unit_late_max"), facts.inputs.number("unit_late_pct")
    if rule is None or not facts.is_leader or late is None or late <= rule.share:
        return None
    bound = f"chỉ được không quá {percent(rule.share)}" if rule.share else "cần đúng hạn tất cả"
    text = f"Đơn vị, lĩnh vực phụ trách chậm {_seen(late)} nhiệm vụ, {bound}."
    return condition(f"{stem}.unit_late", False, text, rule, facts.inputs, "unit_late_pct")


def points(facts: Facts, stem: str) -> Condition | None:
    """From 2025: the level's least points; a blank group counts at its maximum."""
    rule = facts.law.find(f"rating.points.{stem}_min")
    if rule is None:
        return None
    holds = reaches_points(facts, rule)
    if holds:
        return None
    text = f"{points_said(facts)}, cần từ {number_text(rule.share)} điểm."
    return condition(f"{stem}.points", holds, text, rule, facts.inputs, "points_general", "points_tasks")


def agency(facts: Facts, stem: str) -> Condition | None:
    """To 2022: the party's level is no higher than the agency's, as far as the year's rule goes."""
    rule = facts.law.find("rating.ceiling.agency")
    asked_rank = {"htxs": 3, "htt": 2, "htn": 1}[stem]
    if rule is None or rule.value not in (("excellent", "every") if stem == "htxs" else ("every",)):
        return None
    if facts.has_agency is False:
        return None
    source = (facts.law.holds("rating.ceiling.agency_excellent") if stem == "htxs" else None) or rule
    level = facts.inputs.level("agency_level")
    fits = None if level is None else level.rank >= asked_rank
    holds = None if fits is False and facts.has_agency is None else fits
    if holds:
        return None
    words = {"htxs": "Hoàn thành xuất sắc", "htt": "Hoàn thành tốt", "htn": "Hoàn thành"}[stem]
    text = f"Cán bộ, công chức, viên chức cần được cơ quan xếp từ {words} nhiệm vụ; cơ quan xếp {words_of(level, facts.year)}."
    found = condition(f"{stem}.agency", holds, text, source, facts.inputs, "agency_level")
    if holds is None and facts.has_agency is None:
        return Condition(found.rule, None, text, found.reference, found.places, facts.missing_about_member("staff_kind"))
    return found


def _tasks_at_least(facts: Facts, stem: str, key: str, verb: str) -> Condition | None:
    rule = facts.law.find(f"rating.{stem}.{key}_min")
    if rule is None or facts.is_judged_by_places_led:
        return None
    part, assigned = facts.inputs.best(key), facts.inputs.number("tasks_assigned")
    holds = None if part is None or assigned is None else facts.reaches(part >= rule.share * assigned, key)
    if holds:
        return None
    text = f"{verb} {_seen(facts.share_of_tasks(key))} nhiệm vụ, cần từ {percent(rule.share)}."
    return condition(f"{stem}.{key}", holds, text, rule, facts.inputs, "tasks_assigned", key)


def _unit_at_least(facts: Facts, stem: str, name: str, verb: str) -> Condition | None:
    rule = facts.law.find(f"rating.{stem}.{name}_min")
    if rule is None:
        return None
    share = facts.inputs.number(f"{name}_pct")
    holds = None if share is None else share >= rule.share
    if holds:
        return None
    text = f"Đơn vị, lĩnh vực phụ trách {verb} {_seen(share)}, cần từ {percent(rule.share)}."
    return condition(f"{stem}.{name}", holds, text, rule, facts.inputs, f"{name}_pct")


def _seen(share: Decimal | None) -> str:
    return percent(share or Decimal())
