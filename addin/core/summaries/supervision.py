"""Giám sát: is it regular and real? Notes, who was never noted, how soon things were seen, what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from addin import glossary
from addin.core.persons.roster import key_of
from addin.core.summaries.counting import counted, listed, median, shown, tallied
from addin.core.summaries.figures import Figure, Value, places_of
from addin.core.summaries.view import View, by_year
from addin.core.tables.rows.papers import Document
from addin.core.tables.rows.supervision import SupervisionNote
from addin.glossary.choices import NoteKind

TABLE = "supervision_notes"
_POSITIVE = frozenset({NoteKind.STRENGTH, NoteKind.POSITIVE_FACTOR})


def notes_of(view: View) -> tuple[SupervisionNote, ...]:
    """The notes of the interval, in the order of the sheets."""
    return view.within(TABLE, view.book.supervision_notes)


def notes(view: View) -> Iterator[Figure]:
    """How many notes: in all, by year, by kind, by group."""
    rows = notes_of(view)
    yield counted("supervision.notes", "Số ghi nhận giám sát", TABLE, rows, "text", entered=view.has_entered(TABLE))
    years: dict[str, Value] = {str(year): len(found) for year, found in by_year(TABLE, rows).items()}
    yield Figure("supervision.by_year", years or None, places_of(rows, "noted_on"), "Ghi nhận giám sát theo năm", TABLE)
    yield tallied("supervision.by_kind", "Ghi nhận theo loại", TABLE, rows, "kind", words=lambda row: (row.told_kind,))
    yield tallied("supervision.by_group", "Ghi nhận theo tổ đảng", TABLE, rows, "group", words=lambda row: (_group(view, row),))


def _group(view: View, row: SupervisionNote) -> str | None:
    """The note's own group, else the member's."""
    member = view.reading.roster.find(row.member).member if row.member else None
    return row.group or (member.group if member else None)


def never_noted(view: View) -> Iterator[Figure]:
    """Members on the roll about whom no note of the interval exists."""
    seen = view.persons(row.member for row in notes_of(view))
    never = [member for member in view.roll.members if key_of(member) not in seen]
    never.sort(key=lambda one: (glossary.given_name_key(one.full_name or ""), one.full_name or ""))
    entered = view.has_entered(TABLE) and bool(view.book.members)
    names = tuple(one.full_name or "" for one in never)
    places = places_of(never, "full_name")
    label = "Đảng viên chưa có ghi nhận giám sát"
    yield Figure("supervision.members_never_noted", names if entered else None, places, label, TABLE, ("member",))


def positive_factors(view: View) -> Iterator[Figure]:
    """New positive factors, with the person and the words."""
    rows = [row for row in notes_of(view) if row.told_kind == NoteKind.POSITIVE_FACTOR]
    yield listed(
        "supervision.positive_factors",
        NoteKind.POSITIVE_FACTOR,
        TABLE,
        rows,
        "text",
        text=lambda row: {"name": view.name(row.member or ""), "text": row.text, "date_text": shown(row.noted_on)},
        rests_on=("kind", "text"),
    )


def detection(view: View) -> Iterator[Figure]:
    """Median days from event to note, good and bad news apart; only where both days are known (R41)."""
    rows = notes_of(view)
    for figure_id, label, wanted in (
        ("supervision.detection_days.positive", "Số ngày phát hiện ưu điểm, nhân tố mới (trung vị)", True),
        ("supervision.detection_days.negative", "Số ngày phát hiện hạn chế, vi phạm (trung vị)", False),
    ):
        known = [row for row in rows if row.kind and (row.kind in _POSITIVE) is wanted and _days(row) is not None]
        value = median([_days(row) or 0 for row in known]) if known else None
        yield Figure(figure_id, value, places_of(known, "happened_on"), label, TABLE, ("kind", "happened_on"))


def _days(row: SupervisionNote) -> int | None:
    happened = row.happened_on.exact if row.happened_on else None
    noted = row.noted_on.exact if row.noted_on else None
    return (noted - happened).days if happened and noted and noted >= happened else None


def substance(view: View) -> Iterator[Figure]:
    """Notes with words used before, and bad news that led to nothing (R43, R45)."""
    rows = notes_of(view)
    counts = Counter(glossary.fold(row.text) for row in rows if row.text)
    repeated = [row for row in rows if row.text and counts[glossary.fold(row.text)] > 1]
    entered = any(row.text for row in rows)
    yield counted("supervision.repeated_texts", "Ghi nhận lặp lại nguyên văn", TABLE, repeated, "text", entered=entered)
    bad = [row for row in rows if row.kind and row.kind not in _POSITIVE]
    idle = [row for row in bad if not row.action]
    label = "Hạn chế, vi phạm chưa ghi xử lý"
    yield counted("supervision.without_action", label, TABLE, idle, "action", entered=bool(rows), rests_on=("kind", "action"))


def papers(view: View) -> Iterator[Figure]:
    """The yearly assignment of group leaders and their reports, as the register of papers knows them (H12)."""
    rows = [row for row in view.within("documents", view.book.documents) if not row.void_reason]
    assigned = [row for row in rows if _speaks_of(row, "giám sát") and _speaks_of(row, "giao nhiệm vụ", "phân công")]
    reports = [row for row in rows if _speaks_of(row, "giám sát") and _is_report(row) and _speaks_of(row, "tổ trưởng", "tổ đảng")]
    yield _papers("supervision.assignments", "Văn bản giao nhiệm vụ giám sát", assigned)
    yield _papers("supervision.group_reports", "Báo cáo giám sát của tổ đảng", reports)


def _papers(figure_id: str, label: str, rows: Sequence[Document]) -> Figure:
    return listed(
        figure_id,
        label,
        "documents",
        rows,
        "number",
        text=lambda row: {"number": row.number, "date": row.date.iso if row.date else None, "date_text": shown(row.date)},
    )


def _speaks_of(row: Document, *words: str) -> bool:
    title = glossary.fold(row.title or "")
    return any(glossary.fold(word) in title for word in words)


def _is_report(row: Document) -> bool:
    return glossary.fold(row.kind or "") in ("báo cáo", "bc")
