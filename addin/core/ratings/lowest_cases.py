"""The cases that alone make "không hoàn thành nhiệm vụ": one function a case, shared by the regimes.

Each gives a condition that fails where the case applies, or None where it does not, or the year has no
such rule: what holds says nothing and costs nothing.
"""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Grade
from addin.core.numerals import number_text, percent
from addin.core.parameters import Parameter
from addin.core.ratings.conditions import Condition, condition
from addin.core.ratings.facts import Facts
from addin.core.ratings.weighed import breach_weighed

GRADES = ("grade_politics", "grade_ethics", "grade_discipline", "grade_style", "grade_tasks", "grade_remedy")


def degradation_case(facts: Facts) -> Condition | None:
    """A competent body concluded degradation."""
    rule = facts.law.holds("rating.kht.degradation")
    if rule is None or not facts.inputs.flag("degradation"):
        return None
    text = "Có kết luận suy thoái về tư tưởng chính trị, đạo đức, lối sống."
    return condition("kht.degradation", False, text, rule, facts.inputs, "degradation")


def breach_case(facts: Facts) -> Condition | None:
    """A breach of what members must not do, or of setting an example; from 2025 of those without a post only."""
    rule = facts.law.holds("rating.kht.breach")
    if rule is None or not facts.inputs.flag("breach") or breach_weighed(facts):
        return None
    text = "Vi phạm những điều đảng viên không được làm hoặc trách nhiệm nêu gương"
    said = f"{text}, ảnh hưởng đến uy tín của bản thân và tổ chức." if facts.is_by_object else f"{text}."
    return condition("kht.breach", False, said, rule, facts.inputs, "breach")


def few_tasks_case(facts: Facts) -> Condition | None:
    """Too small a share of the assigned tasks was done; from 2025 a leader is judged by the places led instead."""
    least, most = facts.law.find("rating.kht.tasks_done_below"), facts.law.find("rating.kht.tasks_not_done_above")
    rule = least or most
    if rule is None or (least is None and facts.is_leader):
        return None
    done, assigned = facts.inputs.best("tasks_done"), facts.inputs.number("tasks_assigned")
    holds: bool | None = None
    if done is not None and assigned is not None:
        holds = facts.reaches(done >= least.share * assigned if least else assigned - done <= rule.share * assigned, "tasks_done")
    if holds:
        return None
    share = facts.share_of_tasks("tasks_done")
    seen = percent(share) if share is not None else ""
    bound = f"dưới {percent(rule.share)}" if least else f"còn trên {percent(rule.share)} chưa hoàn thành"
    text = f"Chỉ hoàn thành {seen} nhiệm vụ được giao ({bound})."
    return condition("kht.tasks", holds, text, rule, facts.inputs, "tasks_assigned", "tasks_done")


def no_tasks_case(facts: Facts) -> Condition | None:
    """To 2017: the tasks were not done, as the grade or the counts say; no share is known."""
    rule = facts.law.holds("rating.kht.poor_tasks")
    if rule is None:
        return None
    grade, done = facts.inputs.grade("grade_tasks"), facts.inputs.number("tasks_done")
    assigned = facts.inputs.number("tasks_assigned")
    none_done = None if done is None or assigned is None else assigned > 0 and done == 0
    holds: bool | None = None
    if grade is Grade.POOR or none_done:
        holds = False
    elif grade is not None or none_done is False:
        holds = True
    if holds:
        return None
    text = "Không hoàn thành nhiệm vụ được giao."
    return condition("kht.tasks", holds, text, rule, facts.inputs, "grade_tasks", "tasks_assigned", "tasks_done")


def agency_case(facts: Facts) -> Condition | None:
    """The agency rated its official "không hoàn thành nhiệm vụ"."""
    rule = facts.law.holds("rating.kht.agency")
    level = facts.inputs.level("agency_level")
    if rule is None or facts.has_agency is False:
        return None
    low = None if level is None else level.rank == 0
    holds = None if low is None or (low and facts.has_agency is None) else not low
    if holds:
        return None
    text = "Cơ quan xếp loại không hoàn thành nhiệm vụ."
    found = condition("kht.agency", holds, text, rule, facts.inputs, "agency_level")
    if holds is None and facts.has_agency is None:
        return Condition(found.rule, None, text, found.reference, found.places, facts.missing_about_member("staff_kind"))
    return found


def poor_grade_case(facts: Facts) -> Condition | None:
    """2023–2024: any criterion graded Kém."""
    rule = facts.law.holds("rating.kht.poor_grade")
    if rule is None:
        return None
    grades = [facts.inputs.grade(key) for key in GRADES]
    holds = False if Grade.POOR in grades else None if None in grades else True
    if holds:
        return None
    poor = [key for key in GRADES if facts.inputs.grade(key) is Grade.POOR]
    keys = poor or GRADES
    return condition("kht.grade", holds, "Có tiêu chí xếp Kém.", rule, facts.inputs, *keys)


def points_case(facts: Facts) -> Condition | None:
    """From 2025: below the least points of HTN, even with blanks at their highest."""
    rule = facts.law.find("rating.points.htn_min")
    if rule is None:
        return None
    holds = reaches_points(facts, rule)
    if holds:
        return None
    text = f"{points_said(facts)}, dưới {number_text(rule.share)} điểm."
    return condition("kht.points", holds, text, rule, facts.inputs, "points_general", "points_tasks")


def reachable_points(facts: Facts) -> Decimal:
    """The points entered, a blank group counted at its maximum: a blank never fails a condition."""
    general, tasks = facts.inputs.number("points_general"), facts.inputs.number("points_tasks")
    most_general = facts.law.get("rating.points.general_max").share
    most_tasks = facts.law.get("rating.points.tasks_max").share
    return (most_general if general is None else general) + (most_tasks if tasks is None else tasks)


def reaches_points(facts: Facts, least: Parameter) -> bool | None:
    """Whether the least points are reached; None where only blanks could still reach them."""
    if reachable_points(facts) < least.share:
        return False
    return None if facts.inputs.lacks("points_general", "points_tasks") else True


def points_said(facts: Facts) -> str:
    """The sum, or the highest it can still be."""
    known = not facts.inputs.lacks("points_general", "points_tasks")
    reach = number_text(reachable_points(facts))
    return f"Tổng điểm {reach}" if known else f"Tổng điểm cao nhất có thể {reach}"
