"""How the party cell itself is rated under each instrument: which defects and conditions it asks.

Numbers are in regulations/rating. The cell's level is decided by its superior: this is what may be proposed.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from addin.core.levels import Level
from addin.core.numerals import percent
from addin.core.ratings import cell_conditions as asks
from addin.core.ratings import cell_leadership as leadership
from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.conditions import Condition, Conditions, present, rule_on
from addin.core.ratings.results import Ruling
from addin.core.reasons import Reason

OLD_SCALE: Final = (Level.TSVM, Level.HTT, Level.HTN, Level.YK)
SCALE: Final = (Level.HTXS, Level.HTT, Level.HTN, Level.KHT)
INPUT_KEYS: Final = (
    "points", *asks.GRADES, "tasks_done_pct", "tasks_over_pct", "tasks_late_pct",
    "shortcomings_total", "shortcomings_fixed", "agency_level", "unions_level", "disunity", "subordinate_disciplined",
    "force_majeure", "self_detected",
)  # fmt: skip
_POINTS = "rating.party_cell.points"
_STEMS = {Level.HTXS: "htxs", Level.HTT: "htt", Level.HTN: "htn"}


def rate_cell_by_points_hd27(facts: CellFacts) -> Ruling:
    """To 2017: 100 points and the defects of "yếu kém"; before 2014 no points are known."""
    strong = "rating.party_cell.strong.conditions"
    bottom = present((
        asks.few_points(facts, f"{_POINTS}.htn_min", "yk.points"),
        asks.disunity(facts, "rating.party_cell.weak.defects", "yk.disunity"),
        asks.lowest_agency(facts),
        asks.failing_members(facts),
    ))  # fmt: skip
    top = present((
        asks.enough_points(facts, f"{_POINTS}.tsvm_min", "tsvm.points"),
        leadership.nobody_disciplined(facts),
        asks.peer_level(facts, strong, "agency_level", "tsvm.agency"),
        asks.peer_level(facts, strong, "unions_level", "tsvm.unions"),
        asks.work_entered(facts, "tsvm.work"),
    ))  # fmt: skip
    good = present((asks.enough_points(facts, f"{_POINTS}.htt_min", "htt.points"),))
    levels = {Level.TSVM: top, Level.HTT: good, Level.HTN: ()}
    return rule_on(_asked(facts, bottom, levels, _old_notes(facts)))


def rate_cell_by_criteria_hd21(facts: CellFacts) -> Ruling:
    """2018–2022: three groups of criteria, the members' shares, the authority and the unions beside it."""
    top = (
        *_members(facts),
        asks.peer_level(facts, "rating.party_cell.htxs.peers_min", "agency_level", "htxs.agency"),
        asks.peer_level(facts, "rating.party_cell.htxs.peers_min", "unions_level", "htxs.unions"),
    )
    return rule_on(_graded(facts, _lowest(facts), top))


def rate_cell_by_grades_qd124(facts: CellFacts) -> Ruling:
    """2023–2024: the grades, and no discipline in the leadership (HTT and HTN forgive the self-detected)."""
    bottom = present((asks.poor_grade(facts), *_lowest(facts), leadership.leader_degraded(facts)))
    return rule_on(_graded(facts, bottom, (), notes=_member_notes(facts)))


def rate_cell_by_points_qd366(facts: CellFacts) -> Ruling:
    """From 2025: points and task conditions must both hold; the cases of Điều 11, 4.1."""
    bottom = present((
        asks.few_points(facts, "rating.points.htn_min", "kht.points"),
        *_lowest(facts),
        leadership.leader_condemned(facts),
        leadership.leader_degraded(facts),
    ))  # fmt: skip
    levels = {level: _points_and_tasks(facts, stem) for level, stem in _STEMS.items()}
    notes = (*leadership.leadership_notes(facts), *asks.weighed_notes(facts))
    return rule_on(_asked(facts, bottom, levels, notes, _cap_note(facts)))


def _lowest(facts: CellFacts) -> tuple[Condition, ...]:
    return present((
        asks.few_tasks(facts),
        asks.disunity(facts, "rating.party_cell.kht.disunity", "kht.disunity"),
        leadership.collective_disciplined(facts),
    ))  # fmt: skip


def _graded(
    facts: CellFacts, bottom: tuple[Condition, ...], top: tuple[Condition | None, ...], notes: tuple[Reason, ...] = ()
) -> Conditions:
    forgiving = leadership.no_leader_disciplined(facts, "htt", but_self_detected=True)
    strict = leadership.no_leader_disciplined(facts, "htxs", but_self_detected=False)
    levels = {
        Level.HTXS: present((asks.grades(facts, "htxs"), strict, *top)),
        Level.HTT: present((asks.grades(facts, "htt"), forgiving)),
        Level.HTN: present((asks.grades(facts, "htn"), forgiving)),
    }
    return _asked(facts, bottom, levels, notes)


def _asked(
    facts: CellFacts,
    bottom: tuple[Condition, ...],
    levels: dict[Level, tuple[Condition, ...]],
    notes: tuple[Reason, ...],
    at_top: tuple[Reason, ...] = (),
) -> Conditions:
    unmet = facts.law.find("rating.no_level_met")
    source = facts.law.get("rating.levels.party_cell").reference
    return Conditions(
        year=facts.year,
        subject="party_cell",
        scale=SCALE if unmet else OLD_SCALE,
        bottom=bottom,
        asked_at=levels.__getitem__,
        unmet=Level(unmet.word) if unmet else Level.YK,
        source_of=lambda _: source,
        evidence=partial(facts.inputs.evidence, *INPUT_KEYS),
        unmet_reference=unmet.reference if unmet else None,
        notes=lambda ceiling: (*notes, *(at_top if ceiling is SCALE[0] else ())),
    )


def _points_and_tasks(facts: CellFacts, stem: str) -> tuple[Condition, ...]:
    folder = f"rating.{stem}"
    found = [
        asks.enough_points(facts, f"rating.points.{stem}_min", f"{stem}.points"),
        asks.at_least(
            facts, f"{stem}.tasks_done", f"{folder}.tasks_done_min", "tasks_done_pct",
            "Hoàn thành {seen} nhiệm vụ, cần {bound}.",
        ),
        asks.late_tasks(facts, f"{folder}.tasks_late_max", f"{stem}.tasks_late"),
    ]  # fmt: skip
    if stem == "htxs":
        over = "Vượt mức {seen} nhiệm vụ, cần từ {bound}."
        found.append(asks.at_least(facts, "htxs.tasks_over", f"{folder}.tasks_over_min", "tasks_over_pct", over))
        found.append(asks.shortcomings(facts))
        found.append(leadership.no_leader_disciplined(facts, "htxs", but_self_detected=False))
    return present(found)


def _members(facts: CellFacts) -> tuple[Condition, ...]:
    folder = "rating.party_cell.htxs"
    return present((
        asks.members_share(facts, f"{folder}.members_completed_min", Level.HTN.rank, "htxs.members_completed"),
        asks.members_share(facts, f"{folder}.members_good_min", Level.HTT.rank, "htxs.members_good"),
    ))  # fmt: skip


def _member_notes(facts: CellFacts) -> tuple[Reason, ...]:
    """From 2023 the shares of the members are only worth knowing (ratings.md Q5)."""
    return tuple(
        Reason(one.rule.replace("htxs.", "warning."), f"{one.failing} Chỉ là lưu ý.", one.reference)
        for one in _members(facts)
        if one.holds is False
    )


def _cap_note(facts: CellFacts) -> tuple[Reason, ...]:
    """From 2025 the cap of collectives, which the superior counts over its cells, and how far it may be raised."""
    rate, raised = facts.law.find("rating.quota.party_cell.rate"), facts.law.find("rating.quota.party_cell.rate_raised")
    if rate is None or raised is None:
        return ()
    text = (
        f"Tập thể Hoàn thành xuất sắc không quá {percent(rate.share)} số tập thể Hoàn thành tốt có nhiệm vụ tương đồng, được nâng tới "
        f"{percent(raised.share)} khi có thành tích nổi trội; cấp có thẩm quyền quyết định."
    )
    return (Reason("quota.party_cell", text, rate.reference),)


def _old_notes(facts: CellFacts) -> tuple[Reason, ...]:
    notes = []
    if facts.law.find(f"{_POINTS}.htn_min") is None:
        notes.append(Reason("regime.recalled", "Năm này không có số liệu về điểm của chi bộ; điều kiện là nhớ lại (chưa kiểm chứng)."))
    unions = facts.inputs.level("unions_level")
    if unions is not None and unions.rank == 0:
        text = "Đoàn thể xếp mức thấp nhất: nếu từ hai đoàn thể trở lên thì chi bộ yếu kém; chi bộ xem lại."
        notes.append(Reason("warning.unions", text, None, facts.inputs.places("unions_level")))
    if facts.disciplined and facts.law.holds("rating.party_cell.weak.defects"):
        text = "Có đảng viên bị kỷ luật: nếu do tham nhũng, tiêu cực, suy thoái thì chi bộ yếu kém; chi bộ xem xét."
        places = tuple(one.place("violation") for one in facts.disciplined)
        notes.append(Reason("warning.discipline", text, None, places))
    return tuple(notes)
