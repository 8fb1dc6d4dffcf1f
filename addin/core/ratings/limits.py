"""What limits a level whatever else was achieved, and what is only said: sick leave, quarters, notes."""

from __future__ import annotations

from addin.core.levels import Level
from addin.core.ratings.conditions import Limit, condition
from addin.core.ratings.disciplines import discipline_notes
from addin.core.ratings.facts import Facts, number_text
from addin.core.ratings.results import Reason
from addin.glossary import header

COMPUTED_FROM = {"tasks": "Nhiệm vụ", "inspections": "Kiểm tra", "criteria_points": "Chấm điểm"}
_COMPUTED_KEYS = (
    "tasks_assigned", "tasks_done", "tasks_over", "tasks_late",
    "shortcomings_total", "shortcomings_fixed", "points_general", "points_tasks",
)  # fmt: skip


def sick_leave(facts: Facts) -> Limit | None:
    """Sick leave of the months the law names allows no more than HTN."""
    rule = facts.law.find("rating.ceiling.sick_months")
    if rule is None:
        return None
    months = facts.inputs.number("sick_months")
    holds = None if months is None else months < rule.share
    seen = number_text(months) if months is not None else ""
    text = f"Nghỉ ốm {seen} tháng (từ {number_text(rule.share)} tháng trở lên): không xếp trên Hoàn thành nhiệm vụ."
    return Limit(Level.HTN, condition("ceiling.sick", holds, text, rule, facts.inputs, "sick_months"))


def bad_quarter(facts: Facts) -> Limit | None:
    """Leaders from 2026: one quarter KHT and the year is no HTXS."""
    rule = facts.law.holds("rating.quarters.kht_blocks_htxs")
    if rule is None or not facts.is_leader:
        return None
    quarters = _quarters(facts)
    holds = all(level.rank > 0 for level in quarters) if quarters else None
    text = "Có quý không hoàn thành nhiệm vụ nên năm không xếp Hoàn thành xuất sắc."
    return Limit(Level.HTT, condition("ceiling.quarters", holds, text, rule, facts.inputs, "quarters"))


def notes_on(facts: Facts) -> tuple[Reason, ...]:
    """What the meeting should know although it changes no level."""
    return (
        *_computed(facts),
        *discipline_notes(facts),
        *_breach(facts),
        *_agency(facts),
        *_quarters_in_a_row(facts),
        *_deputy(facts),
    )


def _quarters(facts: Facts) -> tuple[Level, ...]:
    return getattr(facts.inputs.row, "quarters", ())


def _computed(facts: Facts) -> list[Reason]:
    found = []
    for key in _COMPUTED_KEYS:
        if facts.inputs.is_computed(key):
            one = facts.inputs.computed[key]
            text = f"{header('ratings', key)}: {number_text(one.value)} (tính từ sheet {COMPUTED_FROM[one.table]})."
            found.append(Reason(f"computed.{key}", text, None, one.places))
    return found


def _breach(facts: Facts) -> list[Reason]:
    if facts.inputs.flag("breach") is not True or facts.law.holds("rating.kht.breach"):
        return []
    text = "Có vi phạm điều đảng viên không được làm, nêu gương: năm này chưa tự thành không hoàn thành; chi bộ xem xét."
    return [Reason("warning.breach", text, None, facts.inputs.places("breach"))]


def _agency(facts: Facts) -> list[Reason]:
    rule = facts.law.find("rating.ceiling.agency")
    level = facts.inputs.level("agency_level")
    if rule is None or rule.value != "warn" or level is None or not facts.has_agency or level is Level.HTXS:
        return []
    text = f"Cơ quan xếp {level}: mức của Đảng có được cao hơn hay không thì chưa rõ; chi bộ cân nhắc."
    return [Reason("warning.agency", text, rule.reference, facts.inputs.places("agency_level"))]


def _quarters_in_a_row(facts: Facts) -> list[Reason]:
    rule = facts.law.find("rating.quarters.kht_in_a_row_for_transfer")
    if rule is None or not facts.is_leader:
        return []
    length = longest = 0
    for level in _quarters(facts):
        length = length + 1 if level.rank == 0 else 0
        longest = max(longest, length)
    if longest < rule.share:
        return []
    text = f"Có {longest:02d} quý liền không hoàn thành nhiệm vụ: cấp có thẩm quyền xem xét thay thế, điều chuyển."
    return [Reason("warning.quarters", text, rule.reference, facts.inputs.places("quarters"))]


def _deputy(facts: Facts) -> list[Reason]:
    """A unit's low result is the head's; what a deputy does not lead directly is for the meeting to say."""
    rule = facts.law.find("rating.kht.unit_done_below")
    done = facts.inputs.number("unit_done_pct")
    title = (facts.member.job_title or "") if facts.member else ""
    if rule is None or done is None or done >= rule.share or not facts.is_leader or not title.lower().startswith("phó"):
        return []
    text = (
        "Cấp phó: nếu tỷ lệ đã nhập là của cả tập thể chứ không phải lĩnh vực trực tiếp phụ trách thì "
        "chỉ không được Hoàn thành xuất sắc; chi bộ xem lại số đã nhập."
    )
    return [Reason("warning.deputy", text, None, facts.inputs.places("unit_done_pct"))]
