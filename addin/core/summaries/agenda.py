"""What is to be done ("what now?", F71): what is due, late or missing on a day, with its squares.

Pure: the same book and day give the same list. Deadlines come from the cell's settings and from the dates
entered in the sheets; where neither gives one, the item has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from addin import glossary
from addin.core.dates import PartialDate, vn_date
from addin.core.numerals import padded
from addin.core.persons.posts import is_held
from addin.core.persons.rated import standings, without_row
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings import LevelFrom, rate
from addin.core.summaries.act_words import self_report_of, verb_of
from addin.core.summaries.discipline_due import discipline_items
from addin.core.summaries.fill_in import free_square, to_fill
from addin.core.summaries.probation_due import probation_items
from addin.core.summaries.quarters import quarter_items
from addin.core.summaries.records.reminders import reminder_items
from addin.core.summaries.review_season import review_items
from addin.core.summaries.to_do import Command, Item, State, state_of
from addin.core.summaries.tracker import groups_without_report, tracked_items
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.glossary.choices import InspectionKind, PlanStatus

_YEAR_END = 11
_INSPECTION = frozenset({InspectionKind.INSPECTION, InspectionKind.INSPECTION_ON_SIGNS, InspectionKind.THEMATIC_SUPERVISION})


def open_items(reading: Reading, on: date) -> tuple[Item, ...]:
    """Everything open on the day, late things first, then by date."""
    items = [item for step in _STEPS for item in step(reading, on)]
    order = list(State)
    return tuple(sorted(items, key=lambda item: (order.index(item.state), item.due or date.max, item.id, item.text)))


def _plan(reading: Reading, on: date) -> Iterator[Item]:
    if any(item.year == on.year for item in reading.book.plan_items):
        return
    day, month = reading.book.settings.plan_deadline
    due = date(on.year, month, day)
    state = state_of(due, on) or State.MISSING
    text = f"Ban hành kế hoạch kiểm tra, giám sát năm {on.year}."
    yield _to_write("plan.missing", state, text, reading, free_square(reading, "plan_items", "members", on.year), due=due)


def _plan_paper(reading: Reading, on: date) -> Iterator[Item]:
    """The rows of the year are there, their paper is not in the register."""
    if not any(item.year == on.year for item in reading.book.plan_items) or plan_paper(reading, on.year):
        return
    day, month = reading.book.settings.plan_deadline
    due = date(on.year, month, day)
    text = f"Lập văn bản kế hoạch kiểm tra, giám sát năm {on.year} từ các dòng đã ghi."
    yield Item("plan.paper", state_of(due, on) or State.MISSING, text, due, Command("document", ("annual-plan", "--year", str(on.year))), free_square(reading, "documents", "number", on.year))


def plan_paper(reading: Reading, year: int) -> bool:
    """Whether the register has the yearly paper."""
    return any(_names_plan(document, year) for document in reading.book.documents)


def _names_plan(document: Document, year: int) -> bool:
    title = glossary.fold(f"{document.kind or ''} {document.title or ''}")
    wanted = (glossary.fold("kiểm tra"), glossary.fold("giám sát"), str(year))
    is_plan = any(glossary.fold(word) in title for word in ("kế hoạch", "chương trình"))
    return is_plan and all(word in title for word in wanted) and not document.void_reason


def _assignments(reading: Reading, on: date) -> Iterator[Item]:
    if not reading.book.groups:
        return
    wanted = ("giao nhiệm vụ", "phân công")
    titles = [
        glossary.fold(f"{document.kind or ''} {document.title or ''}")
        for document in reading.book.documents
        if document.date and document.date.year == on.year and not document.void_reason
    ]
    if not any("giám sát" in title and any(glossary.fold(word) in title for word in wanted) for title in titles):
        text = f"Lập văn bản giao nhiệm vụ giám sát năm {on.year} cho tổ trưởng các tổ đảng."
        yield Item("supervision.assignment", State.MISSING, text, command=Command("document", ("supervision-assignment", "--year", str(on.year))), places=free_square(reading, "documents", "number", on.year))


def _undecided(reading: Reading, on: date) -> Iterator[Item]:
    key = reading.roster.key
    decided = {(turn.year, key(turn.member or "")) for turn in reading.book.inspections}
    for item in reading.book.plan_items:
        if item.year is None or item.kind not in _INSPECTION or item.status in (PlanStatus.DONE, PlanStatus.CANCELLED):
            continue
        open_ = [name for name in item.members if (item.year, key(name)) not in decided]
        due = item.starts_on.last if item.starts_on else None
        state = state_of(due, on) if due else None
        if open_ and state:
            text = f"Ra quyết định {item.kind.lower()} năm {item.year}: {', '.join(open_)}."
            asked = ("--next", "--members", f'"{";".join(open_)}"', "--year", str(item.year), "--kind", f'"{item.kind}"')
            yield Item("inspection.undecided", state, text, due, Command("decide", asked), (item.place("members"),))


def _open_inspections(reading: Reading, on: date) -> Iterator[Item]:
    for turn in reading.book.inspections:
        yield from _self_report(reading, turn, on)
        yield from _conclusion(reading, turn, on)
        yield from _remedy(reading, turn, on)


def _self_report(reading: Reading, turn: Inspection, on: date) -> Iterator[Item]:
    if turn.self_report_due and not turn.self_report_on and not turn.conclusion_date:
        yield from _dated(reading, turn, "self_report_on", "self_report_due", on, text=f"Nhận {self_report_of(turn)}.")


def _conclusion(reading: Reading, turn: Inspection, on: date) -> Iterator[Item]:
    if turn.ends_on and not turn.conclusion_date and not turn.conclusion:
        yield from _dated(reading, turn, "conclusion", "ends_on", on, text=f"Kết luận {verb_of(turn)} đối với {turn.member}.")


def _remedy(reading: Reading, turn: Inspection, on: date) -> Iterator[Item]:
    if turn.remedy_due and not turn.remedied_on:
        yield from _dated(reading, turn, "remedied_on", "remedy_due", on, text=f"Kiểm tra việc khắc phục của {turn.member}.")


def _dated(reading: Reading, turn: Inspection, missing: str, key: str, on: date, *, text: str) -> Iterator[Item]:
    """The square to be filled first, then the one that says until when."""
    due: PartialDate = getattr(turn, key)
    state = state_of(due.last, on)
    if state:
        square = turn.place(missing)
        yield Item(f"inspection.{key}", state, text, due.last, places=(square, turn.place(key)), to_fill=to_fill(reading, (square,)))


def _to_write(item: str, state: State, text: str, reading: Reading, squares: tuple[Place, ...], *, due: date | None = None) -> Item:
    """What is done by writing in one of the squares, the first that is empty."""
    return Item(item, state, text, due, places=squares, to_fill=to_fill(reading, squares))


def _supervision(reading: Reading, on: date) -> Iterator[Item]:
    if not reading.book.groups:
        return
    rhythm = reading.book.settings.supervision_rhythm_days
    names = dict.fromkeys(group.group for group in reading.book.groups if group.group and is_held(group, on))
    for name in names:
        days = [
            note.noted_on.last
            for note in reading.book.supervision_notes
            if note.noted_on and glossary.group_key(note.group or "") == glossary.group_key(name) and note.noted_on.last <= on
        ]
        due = max(days) + timedelta(days=rhythm) if days else None
        if due is None:
            yield _to_write("supervision.none", State.MISSING, f"{name} chưa có ghi nhận giám sát nào.", reading, free_square(reading, "supervision_notes", "noted_on", on.year))
        elif due < on:
            text = f"{name}: lần ghi nhận giám sát gần nhất là {vn_date(max(days))}, quá nhịp {rhythm} ngày."
            yield _to_write("supervision.gap", State.LATE, text, reading, free_square(reading, "supervision_notes", "noted_on", on.year), due=due)


def _group_reports(reading: Reading, on: date) -> Iterator[Item]:
    """From November on the leaders write what they read out at the review."""
    waiting = groups_without_report(reading, on.year, on) if on.month >= _YEAR_END else ()
    if waiting:
        text = f"Lập báo cáo giám sát năm {on.year}: {', '.join(waiting)}; đọc trước toàn chi bộ ở hội nghị kiểm điểm."
        yield Item("supervision.report", State.DUE, text, command=Command("document", ("group-leader-report", "--year", str(on.year))), places=free_square(reading, "documents", "number", on.year))


def _ratings(reading: Reading, on: date) -> Iterator[Item]:
    year = on.year if on.month >= _YEAR_END else on.year - 1
    missing = without_row(reading, year)
    rated = [one for one in standings(reading, year) if one.why_not is None]
    if rated and len(missing) == len(rated):
        yield Item("ratings.none", State.MISSING, f"Nhập dữ liệu xếp loại năm {year}.", command=Command("rate", ("--year", str(year))), places=free_square(reading, "ratings", "member", year))
        return
    for nth, member in enumerate(missing):
        text = f"Chưa có dòng xếp loại năm {year} của {member.full_name}."
        free = free_square(reading, "ratings", "member", year, nth)
        yield Item("ratings.member", State.MISSING, text, places=(*free, member.place("full_name")), to_fill=to_fill(reading, free))
    members = rate(reading, year).members
    undecided = [one.row for one in members if one.row and one.level and one.recorded.source is not LevelFrom.FINAL]
    if undecided and year < on.year:
        text = f"Nhập quyết định xếp loại năm {year} của cấp trên cho {padded(len(undecided))} đảng viên."
        yield _to_write("ratings.final", State.MISSING, text, reading, tuple(row.place("final_level") for row in undecided))


def _plan_next_year(reading: Reading, on: date) -> Iterator[Item]:
    if on.month >= _YEAR_END and not any(item.year == on.year + 1 for item in reading.book.plan_items):
        day, month = reading.book.settings.plan_deadline
        text = f"Chuẩn bị kế hoạch kiểm tra, giám sát năm {on.year + 1}."
        yield _to_write("plan.next", State.DUE, text, reading, free_square(reading, "plan_items", "members", on.year + 1), due=date(on.year + 1, month, day))


_STEPS: tuple[Callable[[Reading, date], Iterator[Item]], ...] = (
    _plan,
    _plan_paper,
    _plan_next_year,
    _assignments,
    _undecided,
    _open_inspections,
    tracked_items,
    discipline_items,
    probation_items,
    _supervision,
    _group_reports,
    reminder_items,
    _ratings,
    review_items,
    quarter_items,
)
