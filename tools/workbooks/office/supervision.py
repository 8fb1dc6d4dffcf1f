"""Group leaders' notes: five rounds a year, so the rhythm holds and every member is seen each year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tools.workbooks.contents import Record
from tools.workbooks.office.days import days_after, on_weekday
from tools.workbooks.office.note_words import EFFECTS, LIMITS, NEW_FACTORS, OBSERVATIONS, SITUATIONS
from tools.workbooks.office.people import GROUPS, SECRETARY, expected_on, group_of, leader_of
from tools.workbooks.office.plans import FIRST_YEAR, LAST_YEAR

_ROUNDS = ((2, 10), (4, 24), (7, 7), (9, 19), (11, 27))
_LAST = date(2026, 11, 20)
_LIMIT_EVERY, _LIMIT_AT = 23, 11
_FACTOR_EVERY, _FACTOR_AT, _FACTORS_SINCE = 19, 7, 2021


def supervision_notes() -> list[Record]:
    """The rows of “Giám sát”. New factors appear after 2020: before, they were not found in time (H13)."""
    rows: list[Record] = []
    limits, factors = iter(LIMITS), iter(NEW_FACTORS)
    for index, (day, group, member) in enumerate(_visits()):
        observer = leader_of(group, day)
        base: Record = {
            "noted_on": day,
            "group": group,
            "observer": SECRETARY if observer == member else observer,
            "member": member,
            "happened_on": day - timedelta(days=1 + index % 6),
        }
        rows.append({**base, **_words(index, day, limits, factors)})
    return rows


def _words(
    index: int, day: date, limits: Iterator[tuple[str, str, str]], factors: Iterator[tuple[str, str, str]]
) -> dict[str, str | date]:
    found = None
    kind = "Ưu điểm"
    if index % _LIMIT_EVERY == _LIMIT_AT:
        kind, found = "Hạn chế", next(limits, None)
    elif day.year >= _FACTORS_SINCE and index % _FACTOR_EVERY == _FACTOR_AT:
        kind, found = "Nhân tố mới", next(factors, None)
    if found is None:
        parts = (SITUATIONS, OBSERVATIONS, EFFECTS)
        situation, observation, effect = (words[index % len(words)] for words in parts)
        return {"kind": "Ưu điểm", "text": f"{situation}: {observation}; {effect}."}
    text, action, outcome = found
    done = min(days_after(day, 10 + index % 9), _LAST)
    return {"kind": kind, "text": text, "action": action, "action_on": done, "outcome": outcome}


def _visits() -> Iterator[tuple[date, str, str]]:
    """Who is written about when: in each group, two a round, those longest not seen first."""
    seen: dict[str, date] = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month, first in _ROUNDS:
            for offset, group in enumerate(GROUPS):
                day = on_weekday(date(year, month, first) + timedelta(days=offset))
                own = [name for name in expected_on(day) if group_of(name) == group]
                for name in sorted(own, key=lambda name: seen.get(name, date.min))[: 2 if day <= _LAST else 0]:
                    seen[name] = day
                    yield day, group, name
