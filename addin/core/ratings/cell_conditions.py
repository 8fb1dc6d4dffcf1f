"""What is asked of a party cell: one function a condition, the numbers from the year's law."""

from __future__ import annotations

from decimal import Decimal

from addin.core.levels import Grade, Level
from addin.core.numerals import number_text, padded, percent
from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.conditions import Condition, condition
from addin.core.ratings.facts import words_of
from addin.core.ratings.weighed import force_majeure, is_excepted, self_detected, weighed_note
from addin.core.reasons import Missing, Reason
from addin.glossary import header

GRADES = ("grade_building", "grade_political", "grade_other")
_FEW_TASKS = "rating.party_cell.kht.tasks_done_below"


def few_points(facts: CellFacts, path: str, code: str) -> Condition | None:
    """Below the least points of HTN."""
    return at_least(facts, code, path, "points", "Điểm {seen}, dưới {bound}.", is_share=False)


def enough_points(facts: CellFacts, path: str, code: str) -> Condition | None:
    """The level's least points."""
    return at_least(facts, code, path, "points", "Điểm {seen}, cần từ {bound}.", is_share=False)


def work_entered(facts: CellFacts, code: str) -> Condition | None:
    """No level at the top without points or grades, also where the year's law knows no points: unknown while blank."""
    missing = () if facts.inputs.places(*GRADES) else facts.inputs.missing("points")
    return Condition(code, None, "", None, (), missing) if missing else None


def at_least(
    facts: CellFacts, code: str, path: str, key: str, text: str, *, is_share: bool = True
) -> Condition | None:
    """A number of the cell's row is no lower than the law's."""
    rule = facts.law.find(path)
    if rule is None:
        return None
    value = facts.inputs.number(key)
    holds = None if value is None else value >= rule.share
    said = text.format(seen=_said(value, is_share=is_share), bound=_said(rule.share, is_share=is_share))
    return condition(code, holds, said, rule, facts.inputs, key)


def late_tasks(facts: CellFacts, path: str, code: str) -> Condition | None:
    """The share of late tasks is no higher than the law's."""
    rule = facts.law.find(path)
    if rule is None:
        return None
    late = facts.inputs.number("tasks_late_pct")
    holds = None if late is None else late <= rule.share
    text = f"Chậm {_said(late)} nhiệm vụ, không được quá {percent(rule.share)}."
    return condition(code, holds, text, rule, facts.inputs, "tasks_late_pct")


def disunity(facts: CellFacts, path: str, code: str) -> Condition | None:
    """Disunity was found."""
    rule = facts.law.holds(path)
    if rule is None or not facts.inputs.flag("disunity") or self_detected(facts.inputs, facts.law):
        return None
    return condition(code, False, "Mất đoàn kết nội bộ.", rule, facts.inputs, "disunity")


def few_tasks(facts: CellFacts) -> Condition | None:
    """Too little of the year's tasks was done, and not by force majeure."""
    if force_majeure(facts.inputs, facts.law) or is_excepted(facts.inputs, facts.law):
        return None
    return at_least(facts, "kht.tasks", _FEW_TASKS, "tasks_done_pct", "Đạt {seen} chỉ tiêu, nhiệm vụ, dưới {bound}.")


def weighed_notes(facts: CellFacts) -> tuple[Reason, ...]:
    """From 2025: what makes no KHT by itself because of force majeure, or because the collective found it itself."""
    inputs, law = facts.inputs, facts.law
    bound, done, rule = law.find(_FEW_TASKS), inputs.number("tasks_done_pct"), force_majeure(inputs, law)
    notes = []
    if rule is not None and bound is not None and done is not None and done < bound.share:
        seen = f"Đạt {percent(done)} chỉ tiêu, nhiệm vụ, dưới {percent(bound.share)},"
        notes.append(weighed_note("force_majeure", seen, rule, inputs, "tasks_done_pct", "force_majeure"))
    own = self_detected(inputs, law)
    if own is not None and inputs.flag("disunity"):
        notes.append(weighed_note("disunity", "Mất đoàn kết nội bộ,", own, inputs, "disunity", "self_detected"))
    return tuple(notes)


def lowest_agency(facts: CellFacts) -> Condition | None:
    """To 2017: the authority at the same level was rated at its lowest."""
    rule = facts.law.holds("rating.party_cell.weak.defects")
    if rule is None:
        return None
    level = facts.inputs.level("agency_level")
    holds = None if level is None else level.rank > 0
    return condition("yk.agency", holds, "Chính quyền, đơn vị cùng cấp xếp mức thấp nhất.", rule, facts.inputs, "agency_level")


def failing_members(facts: CellFacts) -> Condition | None:
    """To 2017: more than half of the members KHT."""
    rule = facts.law.find("rating.party_cell.weak.members_kht_above")
    if rule is None:
        return None
    total, good = len(facts.levels), facts.count(1)
    failing = total - good - facts.undecided
    bound = rule.share * total
    holds = False if failing > bound else None if failing + facts.undecided > bound else True
    text = f"{padded(failing)}/{padded(total)} đảng viên không hoàn thành nhiệm vụ, quá {percent(rule.share)}."
    return Condition("yk.members", holds, text, rule.reference, (), _undecided(facts, holds))


def members_share(facts: CellFacts, path: str, rank: int, code: str) -> Condition | None:
    """A share of the rated members is at a level or above."""
    rule = facts.law.find(path)
    if rule is None:
        return None
    total, reached = len(facts.levels), facts.count(rank)
    bound = rule.share * total
    holds = True if reached >= bound else None if reached + facts.undecided >= bound else False
    words = "từ Hoàn thành tốt nhiệm vụ" if rank == Level.HTT.rank else "từ Hoàn thành nhiệm vụ"
    text = f"{padded(reached)}/{padded(total)} đảng viên được xếp {words} trở lên, cần từ {percent(rule.share)}."
    return Condition(code, holds, text, rule.reference, (), _undecided(facts, holds))


def peer_level(facts: CellFacts, path: str, key: str, code: str) -> Condition | None:
    """The authority or the unions at the same level were rated well."""
    rule = facts.law.find(path)
    if rule is None:
        return None
    level = facts.inputs.level(key)
    holds = None if level is None else level.is_good_or_better
    text = f"{header('cell_years', key)} {words_of(level, facts.year)}, cần từ Hoàn thành tốt nhiệm vụ."
    return condition(code, holds, text, rule, facts.inputs, key)


def grades(facts: CellFacts, stem: str) -> Condition | None:
    """2018–2024: party building and the political task reach one grade, the rest another."""
    main_min = facts.law.find(f"rating.grades.{stem}.tasks_min")
    other_min = facts.law.find(f"rating.grades.{stem}.others_min")
    if main_min is None or other_min is None:
        return None
    main, other = Grade(main_min.word), Grade(other_min.word)
    asked = {"grade_building": main, "grade_political": main, "grade_other": other}
    seen = {key: facts.inputs.grade(key) for key in asked}
    low = {key: grade for key, grade in seen.items() if grade is not None and grade.rank < asked[key].rank}
    holds = False if low else None if None in seen.values() else True
    said = ", ".join(f"{header('cell_years', key)}: {grade}" for key, grade in low.items())
    text = f"Cần xây dựng Đảng, nhiệm vụ chính trị từ {main}, tiêu chí khác từ {other}; chưa đạt: {said}."
    return condition(f"{stem}.grades", holds, text, main_min, facts.inputs, *(low or asked))


def poor_grade(facts: CellFacts) -> Condition | None:
    """2023–2024: any criterion Kém."""
    rule = facts.law.holds("rating.kht.poor_grade")
    if rule is None:
        return None
    seen = [facts.inputs.grade(key) for key in GRADES]
    holds = False if Grade.POOR in seen else None if None in seen else True
    poor = [key for key in GRADES if facts.inputs.grade(key) is Grade.POOR]
    return condition("kht.grade", holds, "Có tiêu chí xếp Kém.", rule, facts.inputs, *(poor or GRADES))


def shortcomings(facts: CellFacts) -> Condition | None:
    """From 2025: what the previous review named has been put right; none recorded is none."""
    rule, total = facts.law.find("rating.htxs.shortcomings_fixed_min"), facts.inputs.number("shortcomings_total")
    if rule is None or not total:
        return None
    fixed = facts.inputs.number("shortcomings_fixed")
    holds = None if fixed is None else fixed >= rule.share * total
    text = f"Mới khắc phục {number_text(fixed or Decimal())}/{number_text(total)} hạn chế đã chỉ ra, cần {percent(rule.share)}."
    return condition("htxs.shortcomings", holds, text, rule, facts.inputs, "shortcomings_total", "shortcomings_fixed")


def _undecided(facts: CellFacts, holds: bool | None) -> tuple[Missing, ...]:
    if holds is not None:
        return ()
    return (Missing("member_levels", "mức xếp loại của đảng viên phải biểu quyết lại", facts.inputs.fallback),)


def _said(value: Decimal | None, *, is_share: bool = True) -> str:
    if value is None:
        return ""
    return percent(value) if is_share else number_text(value)
