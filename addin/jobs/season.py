"""`next`: the season's checklist for a person and as JSON."""

from __future__ import annotations

from datetime import date

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.summaries.agenda import Item, agenda
from addin.jobs.answers import plain
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome, Told


def season(opened: Opened, on: date) -> Outcome[Told]:
    """What is due, late or missing on the day."""
    items = agenda(opened.reading, on)
    answer = {
        "workbook": opened.name,
        "on": on.isoformat(),
        "items": [
            {
                "id": item.id,
                "state": item.state.value,
                "text": item.text,
                "due": plain(item.due),
                "command": item.command or None,
                "places": plain(item.places),
            }
            for item in items
        ],
    }
    head = f"Việc cần làm đến {vn_date(on)}: {padded(len(items))} việc." if items else f"Đến {vn_date(on)} không còn việc nào."
    return Outcome(Told(answer, (head, *(_line(item) for item in items))))


def _line(item: Item) -> str:
    due = f" (hạn {vn_date(item.due)})" if item.due else ""
    places = f" [{', '.join(str(place) for place in item.places[:3])}]" if item.places else ""
    command = f" → sochibo {item.command}" if item.command else ""
    return f"• {item.state.label}: {item.text}{due}{places}{command}"
