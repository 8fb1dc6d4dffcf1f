"""Kế hoạch: what was planned, done and late; how long from plan to decision; what is planned next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from addin import glossary
from addin.core.summaries.counting import before, counted, iso, shown
from addin.core.summaries.figures import Figure, Key, Value, places_of
from addin.core.summaries.inspections import grouped_decisions
from addin.core.summaries.view import View, by_year, year_of
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.plans import PlanItem
from addin.glossary.choices import PlanStatus

TABLE = "plan_items"
_TERM_YEARS = 5
_PLAN = frozenset({"kế hoạch", "kh"})


def items(view: View) -> Iterator[Figure]:
    """Items planned for the interval, done, late, called off, and outside the plan."""
    rows, entered = view.within(TABLE, view.book.plan_items), view.has_entered(TABLE)
    done = [row for row in rows if is_done(view, row)]
    settled = {row.place() for row in done}
    off = [row for row in rows if row.status == PlanStatus.CANCELLED]
    late = [row for row in rows if row.place() not in settled and row.status != PlanStatus.CANCELLED and row.ends_on and row.ends_on < view.on]
    unplanned = [row for row in rows if row.unplanned]
    yield counted("plan.items", "Số việc trong kế hoạch", TABLE, rows, "contents", entered=entered)
    settling: Key = ("status", "members") if view.book.inspections else "status"
    yield counted("plan.done", "Việc đã thực hiện", TABLE, done, "status", entered=entered, rests_on=(settling,))
    yield counted("plan.late", "Việc quá hạn chưa xong", TABLE, late, "ends_on", entered=entered, rests_on=("ends_on", settling))
    yield counted("plan.cancelled", "Việc đã huỷ", TABLE, off, "status", entered=entered)
    yield counted("plan.unplanned", "Việc đột xuất", TABLE, unplanned, "unplanned", entered=entered)
    years: dict[str, Value] = {str(year): len(found) for year, found in by_year(TABLE, rows).items()}
    yield Figure("plan.by_year", years or None, places_of(rows, "year"), "Kế hoạch theo năm", TABLE)


def is_done(view: View, item: PlanItem) -> bool:
    """Said to be done; or nothing is said, and every person named has such a turn that year."""
    if item.status is not None:
        return item.status == PlanStatus.DONE
    turns = [row for row in view.book.inspections if year_of(row, "inspections") == item.year and row.kind == item.kind]
    return bool(item.members) and view.persons(item.members) <= view.persons(row.member for row in turns)


def plan_to_decision(view: View) -> Iterator[Figure]:
    """Days from the year's plan, as the register has it, to each decision; unknown where either day is."""
    groups = grouped_decisions(view)
    value = tuple(_waited(view, rows) for rows in groups)
    rows = [row for group in groups for row in group]
    places = places_of(rows, "decision_date")
    yield Figure("plan_to_decision_days", value or None, places, "Số ngày từ kế hoạch đến quyết định", "inspections")


def _waited(view: View, rows: Sequence[Inspection]) -> Value:
    decided = min((row.decision_date for row in rows), key=before)
    plan = plan_paper(view, year_of(rows[0], "inspections"))
    start = plan.date.exact if plan and plan.date else None
    end = decided.exact if decided else None
    return {
        "number": next((row.decision_no for row in rows if row.decision_no), None),
        "date": iso(decided),
        "plan_number": plan.number if plan else None,
        "plan_date": iso(plan.date) if plan else None,
        "days": (end - start).days if start and end else None,
    }


def plan_paper(view: View, year: int | None) -> Document | None:
    """The first plan of inspection and supervision the register holds for a year; a title, where given, must say so."""
    papers = [
        row
        for row in view.book.documents
        if row.date and row.date.year == year and not row.void_reason and glossary.fold(row.kind or "") in _PLAN
    ]
    fitting = [row for row in papers if not row.title or _is_ours(row.title)]
    return min(fitting, key=lambda row: (before(row.date), row.place()), default=None)


def _is_ours(title: str) -> bool:
    folded = glossary.fold(title)
    return "kiểm tra" in folded or "giám sát" in folded


def next_plan(view: View) -> Iterator[Figure]:
    """What is planned for the years after the interval, up to a term of five: subject, time and content a line (H15).

    What was called off is planned no more.
    """
    ahead = range(view.last_year + 1, view.last_year + 1 + _TERM_YEARS)
    rows = sorted(
        (row for row in view.book.plan_items if (year_of(row, TABLE) or 0) in ahead and row.status != PlanStatus.CANCELLED),
        key=lambda row: (before(row.starts_on), row.place()),
    )
    years = by_year(TABLE, rows)
    value: Value = None
    if years:
        lines: dict[str, Value] = {str(year): tuple(map(_line, found)) for year, found in years.items()}
        value = {"from": min(years), "to": max(years), "by_year": lines}
    yield Figure("plan.term", value, places_of(rows, "contents"), "Kế hoạch giai đoạn tiếp theo", TABLE)


def _line(row: PlanItem) -> Value:
    return {
        "kind": row.kind,
        "members": row.members,
        "contents": row.contents,
        "starts_on": iso(row.starts_on),
        "ends_on": iso(row.ends_on),
        "time_text": " – ".join(text for text in (shown(row.starts_on), shown(row.ends_on)) if text) or None,
    }


def papers(view: View) -> Iterator[Figure]:
    """Papers issued in the interval, and numbers voided."""
    rows, entered = view.within("documents", view.book.documents), view.has_entered("documents")
    issued = [row for row in rows if not row.void_reason]
    void = [row for row in rows if row.void_reason]
    yield counted("documents.issued", "Số văn bản đã ban hành", "documents", issued, "number", entered=entered)
    yield counted("documents.void", "Số văn bản huỷ số", "documents", void, "number", entered=entered, rests_on=("void_reason",))
