"""Tells the checklist: with the command that helps on a terminal, with the button in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.summaries.to_do import CalendarDay, Command, Item
from addin.core.summaries.tracker import OpenCase
from addin.jobs.agenda import AgendaResult
from addin.output.forms import plain

BUTTON_NAMES: Mapping[str, str] = {"decide": "Ra quyết định", "rate": "Dự kiến xếp loại", "ballots": "Phiếu biểu quyết", "tally": "Kiểm phiếu"}
"""The button that does what a command does, by the command; a test holds them to the ribbon."""
_SHOWN_PLACES = 3


def form(result: AgendaResult) -> dict[str, Any]:
    """`{"workbook", "on", "items": [{"id", "state", "text", "due", "command", "button", "places"}], "calendar": [{"id", "on", "text", "reference"}], "cases": [{"procedure", "decision", "year", "members", "stages": [{"id", "form", "title", "who", "paper", "variant", "done", "due", "lacking"}]}]}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "items": [
            {
                "id": item.id,
                "state": item.state.value,
                "text": item.text,
                "due": plain(item.due),
                "command": _words(item.command) if item.command else None,
                "button": _button(item),
                "places": plain(item.places),
            }
            for item in result.items
        ],
        "calendar": [{"id": day.id, "on": day.on.isoformat(), "text": day.text, "reference": day.reference} for day in result.calendar],
        "cases": [_case_form(case) for case in result.cases],
    }


def lines(result: AgendaResult) -> Iterator[str]:
    """A line a thing to do, with the command that helps."""
    yield _head(result)
    for item in result.items:
        name = _button(item)
        yield f"{_line(item)}{f' → sochibo {_words(item.command)}' if item.command else ''}{f' (nút “{name}”)' if name else ''}"
    yield from _calendar(result.calendar)
    yield from _tracker(result.cases, result.on)


def box(result: AgendaResult) -> Iterator[str]:
    """A line a thing to do, with the button that helps."""
    yield _head(result)
    for item in result.items:
        name = _button(item)
        yield f"{_line(item)}{f' → nút “{name}”' if name else ''}"


def _button(item: Item) -> str | None:
    return BUTTON_NAMES.get(item.command.name) if item.command else None


def _calendar(days: Iterable[CalendarDay]) -> Iterator[str]:
    """The season's days still worth looking at a glance."""
    lines = [f"  {vn_date(day.on)}: {day.text} ({day.reference})" for day in days]
    if lines:
        yield "Lịch kiểm điểm, xếp loại:"
        yield from lines


def _tracker(cases: Iterable[OpenCase], on: date) -> Iterator[str]:
    """A line a case: what is over, the stage it stands at, how many are left."""
    lines = [f"  {case.name}: {_standing(case, on)}" for case in cases]
    if lines:
        yield "Tiến trình các cuộc kiểm tra, giám sát chưa kết luận:"
        yield from lines


def _standing(case: OpenCase, on: date) -> str:
    over = sum(1 for one in case.stages if one.is_over)
    current = case.current
    if current is None:
        return f"đã qua {padded(over)}/{padded(len(case.stages))} bước"
    state = current.state(on)
    due = f", hạn {vn_date(current.due)}{f' ({state.label.lower()})' if state else ''}" if current.due else ""
    form = f"{current.stage.form} " if current.stage.form else ""
    return f"{padded(over)}/{padded(len(case.stages))} bước; đang ở {form}{current.stage.title} ({current.stage.who.lower()}{due})"


def _case_form(case: OpenCase) -> dict[str, Any]:
    return {
        "procedure": case.procedure.id,
        "decision": case.decision,
        "year": case.year,
        "members": list(case.members),
        "stages": [
            {
                "id": one.stage.id,
                "form": one.stage.form,
                "title": one.stage.title,
                "who": one.stage.who,
                "paper": one.stage.paper or None,
                "variant": one.stage.variant or None,
                "done": one.is_over,
                "due": plain(one.due),
                "lacking": list(one.lacking),
            }
            for one in case.stages
        ],
    }


def _head(result: AgendaResult) -> str:
    day = vn_date(result.on)
    return f"Việc cần làm đến {day}: {padded(len(result.items))} việc." if result.items else f"Đến {day} không còn việc nào."


def _line(item: Item) -> str:
    due = f" (hạn {vn_date(item.due)})" if item.due else ""
    places = f" [{', '.join(str(place) for place in item.places[:_SHOWN_PLACES])}]" if item.places else ""
    return f"• {item.state.label}: {item.text}{due}{places}"


def _words(command: Command) -> str:
    return " ".join((command.name, *command.options))
