"""Discipline an inspection concluded to be due: to be considered, and when the law lets it wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core import regulations
from addin.core.persons.reading import Reading
from addin.core.persons.to_discipline import undisciplined
from addin.core.summaries.fill_in import free_square, to_fill
from addin.core.summaries.to_do import Item, State


def discipline_items(reading: Reading, on: date) -> Iterator[Item]:
    """One a turn, with the cases in which discipline is not considered yet on the day."""
    deferred = regulations.in_force(on).find("discipline.deferred_when")
    wait = f" Chưa xem xét khi {', '.join(deferred.items)} ({deferred.reference})." if deferred else ""
    for one in undisciplined(reading):
        after = f" theo kết luận ngày {one.since}" if one.since else ""
        text = f"Xem xét kỷ luật đồng chí {one.member.full_name}{after}.{wait}"
        free = free_square(reading, "disciplines", "member")
        yield Item("discipline.due", State.MISSING, text, places=(*free, one.turn.place("conclusion")), to_fill=to_fill(reading, free))
