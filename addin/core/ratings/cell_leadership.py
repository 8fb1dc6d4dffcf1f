"""What is asked of the leadership of a party cell: its discipline, its degradation, and what is weighed of it.

From 2025 (Điều 11, 4.1) a member of the leadership disciplined for a breach of duty makes the collective KHT, except
a breach at another place, of an earlier year, or found and repaired by the collective itself: those are said.
"""

from __future__ import annotations

from addin.core.ratings.cell_facts import CellFacts
from addin.core.ratings.conditions import Condition, condition
from addin.core.ratings.weighed import Weighed, own_words, self_detected, weighed
from addin.core.reasons import Missing, Reason
from addin.core.references import Reference
from addin.core.tables.rows.discipline import Discipline
from addin.glossary import header


def collective_disciplined(facts: CellFacts) -> Condition | None:
    """The leadership collective itself was disciplined."""
    rule = facts.law.holds("rating.party_cell.kht.leadership_disciplined")
    if rule is None or not facts.collective:
        return None
    places = tuple(one.place("form") for one in facts.collective)
    return Condition("kht.leadership", False, "Tập thể lãnh đạo bị kỷ luật trong năm.", rule.reference, places)


def leader_degraded(facts: CellFacts) -> Condition | None:
    """From 2023: a member of the leadership was found degraded."""
    rule = facts.law.holds("rating.party_cell.kht.leadership_degraded")
    places = tuple(one.row.place("degradation") for one in facts.degraded_leaders if one.row)
    if rule is None or not places:
        return None
    return Condition("kht.leadership_degraded", False, "Có thành viên tập thể lãnh đạo bị kết luận suy thoái.", rule.reference, places)


def no_leader_disciplined(facts: CellFacts, stem: str, *, but_self_detected: bool) -> Condition | None:
    """No member of the leadership was disciplined, or only for what the cell found and remedied itself."""
    rule = facts.law.holds(f"rating.party_cell.{stem}.leadership_discipline")
    if rule is None:
        return None
    if facts.is_by_object and not facts.leaders and facts.inputs.flag("subordinate_disciplined"):
        text = "Có tổ chức trực thuộc hoặc thành viên tập thể lãnh đạo bị kỷ luật trong năm."
        return condition("htxs.leadership_discipline", False, text, rule, facts.inputs, "subordinate_disciplined")
    return _nobody(
        facts.leaders, f"{'htxs' if not but_self_detected else 'htt'}.leadership_discipline",
        "Có thành viên tập thể lãnh đạo bị kỷ luật trong năm", rule.reference, but_self_detected=but_self_detected,
    )  # fmt: skip


def nobody_disciplined(facts: CellFacts) -> Condition | None:
    """To 2017: no member disciplined, unless the cell found and handled it itself."""
    rule = facts.law.holds("rating.party_cell.strong.conditions")
    if rule is None:
        return None
    text = "Có đảng viên bị kỷ luật trong năm"
    return _nobody(facts.disciplined, "tsvm.discipline", text, rule.reference, but_self_detected=True)


def _nobody(
    disciplines: tuple[Discipline, ...], code: str, text: str, reference: Reference, *, but_self_detected: bool
) -> Condition:
    barring = [one for one in disciplines if not but_self_detected or one.self_detected is False]
    unknown = [one for one in disciplines if but_self_detected and one.self_detected is None]
    missing = tuple(Missing("self_detected", header("disciplines", "self_detected"), one.place("self_detected")) for one in unknown)
    said = f"{text}{', không do tự phát hiện và khắc phục' if but_self_detected else ''}."
    holds = False if barring else None if unknown else True
    return Condition(code, holds, said, reference, tuple(one.place("form") for one in barring), missing)


def leader_condemned(facts: CellFacts) -> Condition | None:
    """From 2025: a member of the leadership disciplined, from khiển trách up, for a breach of his duties here."""
    rule = facts.law.holds("rating.party_cell.kht.leadership_disciplined")
    if rule is None or not facts.is_by_object:
        return None
    counted = [one for one in facts.leaders if one.duty_related is not False and excuse_of(facts, one) is None]
    breaching = [one for one in counted if one.duty_related]
    if breaching:
        text = "Có thành viên tập thể lãnh đạo vi phạm chức trách, nhiệm vụ bị kỷ luật từ khiển trách trở lên."
        return Condition("kht.leadership", False, text, rule.reference, tuple(one.place("form") for one in breaching))
    missing = tuple(Missing("duty_related", header("disciplines", "duty_related"), one.place("duty_related")) for one in counted)
    return Condition("kht.leadership", None, "", rule.reference, (), missing) if missing else None


def excuse_of(facts: CellFacts, one: Discipline) -> Weighed | None:
    """What lets the competent level weigh a decision on a member of the leadership: its own row, or that the cell found it."""
    own = self_detected(facts.inputs, facts.law)
    return weighed(one, facts.law, facts.owners.get(id(one))) or (Weighed("weighed.self_detected", own_words(), own) if own else None)


def leadership_notes(facts: CellFacts) -> tuple[Reason, ...]:
    """From 2025: decisions on the leadership that make no KHT by themselves, each with its text."""
    rule = facts.law.holds("rating.party_cell.kht.leadership_disciplined")
    if rule is None or not facts.is_by_object:
        return ()
    notes = [note for one in facts.leaders if (note := _note(facts, one, rule.reference)) is not None]
    if facts.inputs.flag("subordinate_disciplined") and not facts.leaders:
        text = (
            "Có thành viên cấp uỷ bị kỷ luật: nếu do vi phạm chức trách, nhiệm vụ ở chi bộ thì chi bộ không hoàn thành "
            "nhiệm vụ; ghi quyết định ở sheet Kỷ luật, chi bộ xem xét."
        )
        notes.append(Reason("warning.discipline", text, rule.reference, facts.inputs.places("subordinate_disciplined")))
    return tuple(notes)


def _note(facts: CellFacts, one: Discipline, reference: Reference) -> Reason | None:
    place, excuse = (one.place("form"),), excuse_of(facts, one)
    seen = f"Thành viên tập thể lãnh đạo bị {(one.form or 'kỷ luật').lower()} ngày {one.decision_date}"
    if excuse is not None:
        return Reason(excuse.code, f"{seen}: {excuse.said}.", excuse.rule.reference, place)
    if one.duty_related is False:
        text = f"{seen}: không liên quan chức trách, nhiệm vụ của tập thể nên không tự thành không hoàn thành; chi bộ xem xét."
        return Reason("warning.discipline", text, reference, place)
    return None
