"""Discipline of the year: which decisions count, and what they mean under the rule of that year.

A decision counts in the year it was signed, up to the judged day; one violation counts once (ratings.md
Q4). From 2023 the rule asks more (self-detected, duty-related); a blank there is unknown and bars nothing.
What Điều 11 of 2025 lets the competent level weigh (weighed.py) condemns nobody and is said.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from addin.core.parameters import Parameter
from addin.core.ratings.conditions import Condition
from addin.core.ratings.facts import Facts
from addin.core.ratings.weighed import raised_this_year, weighed
from addin.core.reasons import Missing, Reason
from addin.core.tables.rows.discipline import Discipline
from addin.glossary import fold, header
from addin.glossary.choices import DisciplineForm

_FORMS = (DisciplineForm.REPRIMAND, DisciplineForm.WARNING, DisciplineForm.DISMISSAL, DisciplineForm.EXPULSION)
_EXCEPTION = {"not_self_detected": "self_detected", "duty_related": "duty_related"}


def counted_in(disciplines: Sequence[Discipline], year: int, judged_on: date) -> tuple[Discipline, ...]:
    """Those of the year and not counted before; a decision without a date is in no year."""
    last = min(judged_on, date(year, 12, 31))
    return tuple(
        one
        for one in disciplines
        if one.decision_date is not None
        and one.decision_date.year == year
        and not one.decision_date > last
        and not _counted_before(one, disciplines)
    )


def discipline_case(facts: Facts) -> Condition | None:
    """Disciplined in the year, as the year's rule reads it."""
    rule = facts.law.find("rating.kht.discipline")
    if rule is None or not facts.disciplines:
        return None
    counted = counted_in(facts.disciplines, facts.year, facts.judged_on)
    condemning = [one for one in counted if _condemns(one, rule, facts) is True]
    if condemning:
        texts = "; ".join(_decision(one) for one in condemning)
        return Condition(
            "kht.discipline", False, f"Bị thi hành kỷ luật trong năm: {texts}{_reading(rule)}.", rule.reference,
            tuple(one.place("form") for one in condemning),
        )  # fmt: skip
    missing = (*_undated(facts.disciplines), *_unclear(counted, rule, facts))
    return Condition("kht.discipline", None, "", rule.reference, (), missing) if missing else None


def discipline_notes(facts: Facts) -> tuple[Reason, ...]:
    """What was seen and does not count: said, so that the meeting can weigh it."""
    rule = facts.law.find("rating.kht.discipline")
    if rule is None or not facts.disciplines:
        return ()
    notes = []
    for one in facts.disciplines:
        signed = one.decision_date
        if signed is None or signed.year != facts.year:
            continue
        excuse = weighed(one, facts.law, facts.member)
        if _counted_before(one, facts.disciplines):
            notes.append(_before_note(one, facts))
        elif signed > facts.judged_on:
            notes.append(_note("discipline.after_meeting", one, "sau ngày họp nên chưa tính; đề nghị chi bộ xem xét lại"))
        elif excuse is not None:
            notes.append(_note(excuse.code, one, excuse.said, excuse.rule))
        elif _condemns(one, rule, facts) is False:
            notes.append(_note("warning.discipline", one, f"không tự thành không hoàn thành ({_why_not(rule)}); chi bộ xem xét", rule))
    return tuple(notes)


def _before_note(one: Discipline, facts: Facts) -> Reason:
    """The same violation once more: from 2025 a penalty raised this year is weighed, else it was counted before."""
    raised = raised_this_year(facts.law)
    if raised is not None and all(_weight(one) > _weight(other) for other in _earlier(one, facts.disciplines)):
        return _note(raised.code, one, raised.said, raised.rule)
    return _note("discipline.counted_before", one, "cùng một vi phạm đã tính ở năm trước, không tính lại")


def _weight(one: Discipline) -> int:
    return _FORMS.index(one.form) if one.form in _FORMS else -1


def _condemns(one: Discipline, rule: Parameter, facts: Facts) -> bool | None:
    if weighed(one, facts.law, facts.member) is not None:
        return False
    if rule.value == "not_self_detected":
        return None if one.self_detected is None else not one.self_detected
    return one.duty_related if rule.value == "duty_related" else True


def _counted_before(one: Discipline, disciplines: Sequence[Discipline]) -> bool:
    """Whether an earlier year's decision is on the same violation."""
    return bool(_earlier(one, disciplines))


def _earlier(one: Discipline, disciplines: Sequence[Discipline]) -> list[Discipline]:
    signed = one.decision_date
    if signed is None:
        return []
    return [
        other
        for other in disciplines
        if other.decision_date is not None and other.decision_date.year < signed.year and _same_violation(one, other)
    ]


def _same_violation(one: Discipline, other: Discipline) -> bool:
    if one.violation is None or other.violation is None or fold(one.violation) != fold(other.violation):
        return False
    return one.happened_on is None or other.happened_on is None or one.happened_on == other.happened_on


def _undated(disciplines: Sequence[Discipline]) -> tuple[Missing, ...]:
    return tuple(_blank(one, "decision_date") for one in disciplines if one.decision_date is None)


def _unclear(counted: Sequence[Discipline], rule: Parameter, facts: Facts) -> tuple[Missing, ...]:
    key = _EXCEPTION.get(str(rule.value))
    return tuple(_blank(one, key) for one in counted if key and _condemns(one, rule, facts) is None)


def _blank(one: Discipline, key: str) -> Missing:
    return Missing(key, header("disciplines", key), one.place(key))


def _decision(one: Discipline) -> str:
    signed = f" ngày {one.decision_date}" if one.decision_date else ""
    number = f" theo quyết định {one.decision_no}" if one.decision_no else ""
    return f"{(one.form or 'kỷ luật').lower()}{number}{signed}"


def _reading(rule: Parameter) -> str:
    return {"not_self_detected": ", không do tự phát hiện và khắc phục", "duty_related": ", liên quan chức trách, nhiệm vụ"}.get(
        str(rule.value), ""
    )


def _why_not(rule: Parameter) -> str:
    return "tự phát hiện và khắc phục" if rule.value == "not_self_detected" else "không liên quan chức trách, nhiệm vụ"


def _note(code: str, one: Discipline, said: str, rule: Parameter | None = None) -> Reason:
    decision = _decision(one)
    text = f"{decision[0].upper()}{decision[1:]}: {said}."
    return Reason(code, text, rule.reference if rule else None, (one.place("form"),))
