"""Members whose months of probation are over and who have no day of full membership: their case is to be considered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import vn_date
from addin.core.persons.probation import is_prolonged, probation_end
from addin.core.persons.reading import Reading
from addin.core.persons.roll import is_active
from addin.core.summaries.fill_in import is_empty, to_fill
from addin.core.summaries.to_do import Item, State


def probation_items(reading: Reading, on: date) -> Iterator[Item]:
    """One a member, late since the day the months were over."""
    for member in reading.book.members:
        end, _ = probation_end(member) or (None, None)
        square = member.place("official_on")
        waits = end is not None and end < on and is_active(member, on) and not is_prolonged(member)
        if end is not None and waits and member.has("official_on") and is_empty(reading, square):
            text = f"{member.full_name} hết thời gian dự bị ngày {vn_date(end)}, chưa có ngày chính thức: xét công nhận đảng viên chính thức."
            yield Item("member.probation", State.LATE, text, end, places=(square,), to_fill=to_fill(reading, (square,)))
