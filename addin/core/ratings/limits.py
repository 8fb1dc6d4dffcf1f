"""What limits a level whatever else was achieved, and what is only said: sick leave, quarters, notes."""

from __future__ import annotations

from typing import Final

from addin.core.levels import Level
from addin.core.numerals import number_text, padded, percent
from addin.core.persons.roll import status_on
from addin.core.ratings.conditions import Condition, Limit, condition
from addin.core.ratings.disciplines import discipline_notes
from addin.core.ratings.facts import Facts, words_of
from addin.core.ratings.leader_cases import weighed_of_leader
from addin.core.ratings.weighed import breach_weighed, own_words
from addin.core.reasons import Reason
from addin.glossary import header, sheet_name
from addin.glossary.choices import MemberStatus

_FEW_TASKS = ("rating.kht.tasks_done_below", "rating.kht.tasks_not_done_above", "rating.kht.poor_tasks")
_COMPUTED_KEYS: Final = {
    "tasks_assigned": _FEW_TASKS,
    "tasks_done": _FEW_TASKS,
    "tasks_over": ("rating.htxs.tasks_over_min",),
    "tasks_late": ("rating.htxs.tasks_late_max",),
    "shortcomings_total": ("rating.htxs.shortcomings_fixed_min",),
    "shortcomings_fixed": ("rating.htxs.shortcomings_fixed_min",),
    "points_general": ("rating.points.general_max",),
    "points_tasks": ("rating.points.tasks_max",),
}


def sick_leave(facts: Facts) -> Limit | None:
    """Sick leave of the months the law names allows no more than HTN."""
    rule = facts.law.find("rating.ceiling.sick_months")
    if rule is None:
        return None
    months = facts.inputs.number("sick_months")
    if months is None or months < rule.share:
        return None
    text = f"Nghỉ ốm {number_text(months)} tháng (từ {number_text(rule.share)} tháng trở lên): không xếp trên Hoàn thành nhiệm vụ."
    return Limit(Level.HTN, condition("ceiling.sick", False, text, rule, facts.inputs, "sick_months"))


def bad_quarter(facts: Facts) -> Limit | None:
    """From 2026, who is rated by quarter: one quarter KHT and the year is no HTXS."""
    rule = facts.law.holds("rating.quarters.kht_blocks_htxs")
    if rule is None or not facts.has_quarters or all(level.rank > 0 for level in _quarters(facts)):
        return None
    text = "Có quý không hoàn thành nhiệm vụ nên năm không xếp Hoàn thành xuất sắc."
    return Limit(Level.HTT, condition("ceiling.quarters", False, text, rule, facts.inputs, "quarters"))


def head_of_collective(facts: Facts) -> Limit | None:
    """Heads from 2025, only where the đảng uỷ makes it binding: no higher than the collective led."""
    rule = facts.law.find("rating.ceiling.head")
    if rule is None or rule.value != "limit" or facts.led_level is None:
        return None
    return Limit(facts.led_level, Condition("ceiling.head", False, _head_text(facts), rule.reference, rule.places))


def notes_on(facts: Facts, ceiling: Level) -> tuple[Reason, ...]:
    """What the meeting should know although it changes no level; comparisons are with the ceiling."""
    return (
        *_computed(facts),
        *_work_really_done(facts),
        *_temporary(facts),
        *discipline_notes(facts),
        *_breach(facts),
        *weighed_of_leader(facts),
        *_own_tasks(facts),
        *_agency(facts, ceiling),
        *_quarters_in_a_row(facts),
        *_deputy(facts),
        *_head(facts, ceiling),
    )


def _work_really_done(facts: Facts) -> list[Reason]:
    """From 2025 long sick leave lowers nothing: the work of the year that was done is rated (HD 43, mục 7.5)."""
    rule, months = facts.law.find("rating.work_really_done.sick_months"), facts.inputs.number("sick_months")
    if rule is None or months is None or months < rule.share:
        return []
    text = (
        f"Nghỉ ốm {number_text(months)} tháng (từ {number_text(rule.share)} tháng trở lên, hoặc nghỉ thai sản): "
        "xếp loại theo công việc thực tế đã làm trong năm, không hạ mức vì thời gian nghỉ."
    )
    return [Reason("note.sick", text, rule.reference, facts.inputs.places("sick_months"))]


def _temporary(facts: Facts) -> list[Reason]:
    """From 2025 who is away on temporary activity is rated here, after the other cell's comments (HD 43, mục 7.6)."""
    rule = facts.law.holds("rating.temporary_member")
    if rule is None or facts.member is None or status_on(facts.member, facts.judged_on) != MemberStatus.TEMPORARY:
        return []
    text = "Đang sinh hoạt tạm thời nơi khác: xếp loại sau khi có nhận xét của chi bộ nơi sinh hoạt tạm thời."
    return [Reason("note.temporary", text, rule.reference, (facts.member.place("status"),))]


def _quarters(facts: Facts) -> tuple[Level, ...]:
    return getattr(facts.inputs.row, "quarters", ())


def _computed(facts: Facts) -> list[Reason]:
    """Only what the year's rules ask for: in 2019 nobody's shortcomings count."""
    found = []
    for key, asked in _COMPUTED_KEYS.items() if facts.inputs.computed else ():
        if facts.inputs.is_computed(key) and facts.inputs.computed[key].places and any(map(facts.law.find, asked)):
            one = facts.inputs.computed[key]
            text = f"{header('ratings', key)}: {number_text(one.value)} (tính từ sheet {sheet_name(one.table)})."
            found.append(Reason(f"computed.{key}", text, None, one.places))
    return found


def _breach(facts: Facts) -> list[Reason]:
    if facts.inputs.flag("breach") is not True:
        return []
    seen, rule, places = "Có vi phạm điều đảng viên không được làm, nêu gương", breach_weighed(facts), facts.inputs.places("breach")
    if rule is None and facts.law.holds("rating.kht.breach"):
        return []
    if rule is None:
        return [Reason("warning.breach", f"{seen}: năm này chưa tự thành không hoàn thành; chi bộ xem xét.", None, places)]
    if facts.is_leader:
        text = f"{seen}: không thuộc các trường hợp không hoàn thành của người giữ chức vụ lãnh đạo, quản lý; chi bộ xem xét."
        return [Reason("warning.breach", text, rule.reference, places)]
    return [Reason("weighed.breach", f"{seen}, {own_words()}.", rule.reference, places)]


def _own_tasks(facts: Facts) -> list[Reason]:
    """From 2025 a leader's own tasks bar no level by themselves: what was not done or late is said for the meeting."""
    if not facts.is_judged_by_places_led:
        return []
    assigned, done, late = (facts.inputs.number(key) for key in ("tasks_assigned", "tasks_done", "tasks_late"))
    seen = []
    if assigned and done is not None and done < assigned:
        seen.append(f"hoàn thành {number_text(done)}/{number_text(assigned)}")
    if late:
        seen.append(f"chậm {number_text(late)}")
    if not seen:
        return []
    text = f"Nhiệm vụ của bản thân: {', '.join(seen)}; người giữ chức vụ xét theo nơi phụ trách, việc của bản thân tính vào điểm. Chi bộ cân nhắc."
    rule = facts.law.find("rating.htt.unit_done_min")
    places = facts.inputs.places("tasks_assigned", "tasks_done", "tasks_late")
    return [Reason("warning.own_tasks", text, rule.reference if rule else None, places)]


def _agency(facts: Facts, ceiling: Level) -> list[Reason]:
    rule = facts.law.find("rating.ceiling.agency")
    level = facts.inputs.level("agency_level")
    if rule is None or rule.value != "warn" or level is None or not facts.has_agency or level.rank >= ceiling.rank:
        return []
    text = f"Cơ quan xếp {words_of(level, facts.year)}: mức của Đảng có được cao hơn hay không thì chưa rõ; chi bộ cân nhắc."
    return [Reason("warning.agency", text, rule.reference, facts.inputs.places("agency_level"))]


def _quarters_in_a_row(facts: Facts) -> list[Reason]:
    rule = facts.law.find("rating.quarters.kht_in_a_row_for_transfer")
    if rule is None or not facts.has_quarters:
        return []
    length = longest = 0
    for level in _quarters(facts):
        length = length + 1 if level.rank == 0 else 0
        longest = max(longest, length)
    if longest < rule.share:
        return []
    text = f"Có {padded(longest)} quý liền không hoàn thành nhiệm vụ: cấp có thẩm quyền xem xét thay thế, điều chuyển."
    return [Reason("warning.quarters", text, rule.reference, facts.inputs.places("quarters"))]


def _deputy(facts: Facts) -> list[Reason]:
    """A deputy whose own field, or whose whole collective, did too little: which one is for the meeting to say."""
    rule = facts.law.find("rating.kht.unit_done_below")
    done = facts.inputs.number("unit_done_pct")
    if rule is None or done is None or done >= rule.share or not facts.is_leader or not facts.is_deputy_from_2025:
        return []
    text = (
        f"Cấp phó, tỷ lệ đã nhập {percent(done)} dưới {percent(rule.share)}: nếu là lĩnh vực trực tiếp phụ trách "
        "thì không hoàn thành nhiệm vụ; nếu là của cả tập thể thì chỉ không được Hoàn thành xuất sắc."
    )
    return [Reason("warning.deputy", text, rule.reference, facts.inputs.places("unit_done_pct"))]


def _head(facts: Facts, ceiling: Level) -> list[Reason]:
    rule = facts.law.find("rating.ceiling.head")
    if rule is None or rule.value != "warn" or facts.led_level is None or facts.led_level.rank >= ceiling.rank:
        return []
    return [Reason("warning.head", f"{_head_text(facts)} Chi bộ cân nhắc.", rule.reference)]


def _head_text(facts: Facts) -> str:
    return f"Chi bộ được xếp {words_of(facts.led_level, facts.year)}: người đứng đầu không xếp cao hơn tập thể mình lãnh đạo."
