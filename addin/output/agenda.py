"""Tells the checklist: with the command that helps on a terminal, with the button in a box."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.places import Place
from addin.core.summaries.to_do import CalendarDay, Command, Item
from addin.core.summaries.tracker import OpenCase
from addin.jobs.agenda import AgendaResult
from addin.output.forms import plain

BUTTON_NAMES: Mapping[str, str] = {
    "check": "Kiểm tra dữ liệu",
    "decide": "Ra quyết định",
    "rate": "Dự kiến xếp loại",
    "ballots": "Phiếu biểu quyết",
    "tally": "Kiểm phiếu",
    "summarise_year": "Tổng kết năm",
    "summarise_term": "Tổng kết nhiệm kỳ",
    "plan": "Kế hoạch",
    "assign": "Phân công giám sát",
    "group_reports": "Báo cáo tổ",
    "dossier": "Hồ sơ kiểm tra",
}
"""The buttons that help, by their names on the ribbon; a test holds them to it."""
BUTTON_OF: Mapping[tuple[str, ...], str] = {
    **{(name,): name for name in ("decide", "rate", "ballots", "tally")},
    ("summarise", "--year"): "summarise_year",
    ("summarise", "--from"): "summarise_term",
    ("document", "annual-plan"): "plan",
    ("document", "supervision-assignment"): "assign",
    ("document", "group-leader-report"): "group_reports",
    ("document", "--all-due"): "dossier",
    ("put",): "check",
}
"""The button that does what a command does, by the command or the command and what it is told first; what is written by hand is looked at by the check."""
_SHOWN_PLACES = 3
_SOON = timedelta(days=31)
_LONGEST_LIST, _LONGEST_CALENDAR = 1100, 520
"""Together with their headings less than a box holds."""


def form(result: AgendaResult) -> dict[str, Any]:
    """`{"workbook", "on", "items": [{"id", "state", "text", "due", "command", "button", "places"}], "calendar": [{"id", "on", "text", "reference", "command", "button", "places"}], "cases": [{"procedure", "decision", "year", "members", "stages": [{"id", "form", "title", "who", "paper", "variant", "done", "due", "lacking"}]}]}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "items": [
            {
                "id": item.id,
                "state": item.state.value,
                "text": item.text,
                "due": plain(item.due),
                "command": _words(_helping(item)),
                "button": _button(_helping(item)),
                "places": plain(item.places),
            }
            for item in result.items
        ],
        "calendar": [_day_form(day) for day in result.calendar],
        "cases": [_case_form(case) for case in result.cases],
    }


def lines(result: AgendaResult) -> Iterator[str]:
    """A line a thing to do, with the command that helps."""
    yield _head(result)
    for item in result.items:
        yield f"{_line(item)}{_by_command(_helping(item), result.workbook)}"
    yield from _calendar(result)
    yield from _tracker(result.cases, result.on)


def box(result: AgendaResult) -> Iterator[str]:
    """A line a thing to do, with the square to fill or the button that helps; then the days of the month to come. Neither crowds the other out."""
    yield _head(result)
    yield from _few((f"{_line(item)}{_by_hand(_helping(item), item.to_fill)}" for item in result.items), _LONGEST_LIST, "việc")
    soon = [day for day in result.calendar if result.on <= day.on <= result.on + _SOON]
    if soon:
        yield "Lịch một tháng tới:"
        told = (f"  {vn_date(day.on)}: {day.text} ({day.reference}){_squares(day.places[:1])}{_by_hand(day.command)}" for day in soon)
        yield from _few(told, _LONGEST_CALENDAR, "ngày")


def _few(lines: Iterable[str], longest: int, what: str) -> Iterator[str]:
    """As many as fit, at least one, and how many are left."""
    left, used = list(lines), 0
    while left and (not used or used + len(left[0]) <= longest):
        line = left.pop(0)
        used += len(line) + 1
        yield line
    if left:
        yield f"… và {padded(len(left))} {what} nữa."


def _helping(item: Item) -> Command | None:
    """The command that helps; what only a person knows is put into its square."""
    if item.command is None and item.to_fill is not None:
        return Command("put", (f'"{item.to_fill.sheet}!{item.to_fill.cell}=…"', "--write"))
    return item.command


def _button(command: Command | None) -> str | None:
    if command is None:
        return None
    name = BUTTON_OF.get((command.name,)) or BUTTON_OF.get((command.name, *command.options[:1]))
    return BUTTON_NAMES[name] if name else None


def _by_command(command: Command | None, workbook: str) -> str:
    """The command as it is typed, and its button."""
    if command is None:
        return ""
    name, typed = _button(command), " ".join((command.name, f'"{workbook}"', *command.options))
    return f" → sochibo {typed}{f' (nút “{name}”)' if name else ''}"


def _by_hand(command: Command | None, to_fill: Place | None = None) -> str:
    """The button; before it the square a person fills."""
    name = _button(command)
    if name is None:
        return ""
    filled = f"ghi ô {to_fill} rồi bấm " if to_fill and command is not None and command.name == "put" else ""
    return f" → {filled}nút “{name}”"


def _calendar(result: AgendaResult) -> Iterator[str]:
    """The days to come; of a whole year month by month."""
    month = 0
    if result.calendar:
        yield f"Lịch năm {result.year}:" if result.year else "Lịch ba tháng tới:"
    for day in result.calendar:
        if result.year and day.on.month != month:
            month = day.on.month
            yield f"  Tháng {month}/{result.year}"
        yield f"  {vn_date(day.on)}: {day.text} ({day.reference}){_squares(day.places[:1])}{_by_command(day.command, result.workbook)}"


def _day_form(day: CalendarDay) -> dict[str, Any]:
    return {
        "id": day.id,
        "on": day.on.isoformat(),
        "text": day.text,
        "reference": day.reference,
        "command": _words(day.command),
        "button": _button(day.command),
        "places": plain(day.places),
    }


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
    return f"• {item.state.label}: {item.text}{due}{_squares(item.places[:_SHOWN_PLACES])}"


def _squares(places: Sequence[Place]) -> str:
    return f" [{', '.join(map(str, places))}]" if places else ""


def _words(command: Command | None) -> str | None:
    return " ".join((command.name, *command.options)) if command else None
