"""Giám sát: whether supervision by group leaders is regular and real (R44, R45)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from operator import is_

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.posts import is_held
from addin.core.rules.context import Context
from addin.core.rules.product_defaults import SHORT_NOTE_LETTERS
from addin.core.rules.repeats import standing_at
from addin.core.rules.roll import active_members
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    date_order,
    days_of_setting,
    in_the_future,
    known_person,
    required,
    too_many_days,
)
from addin.core.rules.shapes.making import picked
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.organisation import Appointment, Group
from addin.core.tables.rows.ratings import WHOLE_CELL
from addin.core.tables.rows.supervision import SupervisionNote
from addin.glossary.choices import NoteKind, Role

NOTES, RHYTHM = "supervision_notes", "inspection.supervision_rhythm_days"


@rule("SUP205", Severity.WARNING, title="Tự giám sát chính mình", fix="Ghi đúng người giám sát.")
def observer_observes_himself(book: Book, context: Context) -> Iterator[Flag]:
    """A group leader is observed by the committee, not by himself."""
    observed, observers = context.column(NOTES, "member"), context.column(NOTES, "observer")
    who = {name: context.member(name) for name in {*observed, *observers}}
    for note in picked(book.supervision_notes, map(is_, map(who.get, observed), map(who.get, observers))):
        member = who[note.member]
        if member is not None:
            yield flag(note, "observer", f"“{member.full_name}” tự ghi nhận về mình.", related=("member",))


@rule(
    "SUP303",
    Severity.WARNING,
    title="Người giám sát không phải tổ trưởng, cấp uỷ",
    fix="Sửa người giám sát, hoặc cập nhật sheet Tổ đảng, Phân công.",
)
def observer_without_a_mandate(book: Book, context: Context) -> Iterator[Flag]:
    """Supervision is assigned in writing to group leaders; the committee supervises too. Who observes himself is told so."""
    if not (book.groups or book.appointments):
        return
    posts = tuple(context.fold(post) for post in (Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.COMMITTEE_MEMBER, "Tổ trưởng", "Tổ phó"))
    mandates = _mandates(book, context)
    for note in book.supervision_notes:
        observer = context.member(note.observer)
        if observer is None or note.noted_on is None or observer is context.member(note.member) or context.fold(observer.party_post).startswith(posts):
            continue
        day = note.noted_on.first
        if not any(is_held(row, day) for row in mandates[id(observer)]):
            message = f"Ngày {note.noted_on} “{observer.full_name}” không phụ trách tổ, không trong cấp uỷ."
            yield flag(note, "observer", message)


def _mandates(book: Book, context: Context) -> dict[int, list[Group | Appointment]]:
    """What each member leads or serves in, by the identity of the member's row."""
    found: dict[int, list[Group | Appointment]] = defaultdict(list)
    for group in book.groups:
        found[id(context.member(group.leader))].append(group)
    for appointment in book.appointments:
        found[id(context.member(appointment.member))].append(appointment)
    return found


def _group(note: SupervisionNote, context: Context) -> str:
    """The group as the name to show: written, or that of the observed member."""
    member = context.member(note.member)
    return note.group or (member.group if member and member.group else "")


@rule(
    "SUP304",
    Severity.WARNING,
    title="Giám sát của tổ bị ngắt quãng",
    fix="Nhắc tổ trưởng ghi nhận thường xuyên; nhịp sửa được ở Thiết lập.",
    cites=RHYTHM,
)
def supervision_interrupted(book: Book, context: Context) -> Iterator[Flag]:
    """Supervision is regular where no gap, today's included, exceeds the rhythm.

    Where the cell set no rhythm of its own, a note in each quarter is regular too, whatever days lie between.
    """
    is_own = "supervision_rhythm_days" in book.settings.places
    limit = timedelta(days=book.settings.supervision_rhythm_days)
    by_group: dict[str, list[SupervisionNote]] = defaultdict(list)
    for note in book.supervision_notes:
        if note.noted_on and note.noted_on.exact and not note.noted_on > context.on:
            by_group[context.group_key(_group(note, context))].append(note)
    for notes in by_group.values():
        notes.sort(key=lambda note: note.noted_on.first if note.noted_on else context.on)
        days = [note.noted_on.first for note in notes if note.noted_on]
        name = _group(notes[0], context)
        words = f"“{name}”" if name else WHOLE_CELL
        for note, day, after in zip(notes, days, [*days[1:], context.on], strict=True):
            if after - day > limit and (is_own or _quarter(after) - _quarter(day) > 1):
                until = "đến nay" if after == context.on else f"đến {vn_date(after)}"
                message = f"{words}: sau {vn_date(day)} không ghi nhận nào {until} ({(after - day).days} ngày, nhịp {limit.days} ngày)."
                yield flag(note, "noted_on", message, as_of=day)


def _quarter(day: date) -> int:
    """Quarters counted through the years."""
    return day.year * 4 + (day.month - 1) // 3


@rule(
    "SUP305",
    Severity.WARNING,
    title="Tổ chưa có ghi nhận giám sát nào",
    fix="Nhắc tổ trưởng ghi nhận; kiểm tra văn bản giao nhiệm vụ của tổ trưởng.",
)
def group_without_notes(book: Book, context: Context) -> Iterator[Flag]:
    """A leader who notes nothing supervises nobody."""
    if not book.supervision_notes:
        return
    noted = {context.group_key(_group(note, context)) for note in book.supervision_notes}
    for row in book.groups:
        if row.group and context.group_key(row.group) not in noted and is_held(row, context.on):
            yield flag(row, "leader", f"Không có ghi nhận giám sát nào của “{row.group}”.")


@rule(
    "SUP306",
    Severity.NOTICE,
    title="Đảng viên chưa được giám sát lần nào",
    fix="Nhắc tổ trưởng ghi nhận về đảng viên này.",
)
def member_never_observed(book: Book, context: Context) -> Iterator[Flag]:
    """Supervision covers everybody."""
    if not book.supervision_notes:
        return
    observed = {id(context.member(note.member)) for note in book.supervision_notes}
    for member in active_members(context, context.on):
        if id(member) not in observed:
            yield Flag(member.place("full_name"), f"Sheet Giám sát chưa có dòng nào về “{member.full_name}”.")


@rule(
    "SUP307",
    Severity.WARNING,
    title="Nội dung giám sát chép lại",
    fix="Ghi việc cụ thể đã thấy ở từng đảng viên.",
)
def note_copied(book: Book, context: Context) -> Iterator[Flag]:
    """The same sentence about two members, or twice about one, says nothing of either."""
    first: dict[str, SupervisionNote] = {}
    for note in book.supervision_notes:
        text = context.fold(note.text).replace(context.fold(note.member), "").strip()
        if len(text) < SHORT_NOTE_LETTERS:
            continue
        other = first.setdefault(text, note)
        if other is not note:
            message = f"Trùng nguyên văn với {standing_at(note, other)} (“{other.member}”)."
            yield Flag(note.place("text"), message, (other.place("text"),))


@rule(
    "SUP308",
    Severity.NOTICE,
    title="Tổ ghi trong giám sát khác với tổ của đảng viên",
    fix="Sửa tổ ở dòng giám sát, hoặc ở sheet Đảng viên.",
)
def note_under_another_group(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """Leaders report on the members of their own group; a group the sheet of groups does not have is said at the member."""
    member = context.member(note.member)
    if not (member and note.group and member.group) or (context.group_names and context.group_key(member.group) not in context.group_names):
        return
    if context.group_key(note.group) != context.group_key(member.group):
        message = f"Ghi “{note.group}” nhưng “{member.full_name}” thuộc “{member.group}”."
        yield flag(note, "group", message, related=("member",))


RULES: tuple[Rule, ...] = (
    required("SUP101", SupervisionNote, title="Ghi nhận giám sát thiếu thông tin bắt buộc",
        fix="Ghi đủ ngày, người giám sát, đảng viên, loại và nội dung.", why="Who saw what of whom, and when."),
    required("SUP102", SupervisionNote, "action", when=lambda note, _: note.kind == NoteKind.SIGN_OF_VIOLATION,
        title="Dấu hiệu vi phạm chưa ghi cách xử lý", fix="Ghi đã nhắc nhở, báo cáo hay kiểm tra, và ngày xử lý.",
        why="A sign seen and left alone is not prevented.", severity=Severity.WARNING),
    in_the_future("SUP201", SupervisionNote, "noted_on", title="Ngày ghi nhận ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="Notes are written after seeing."),
    date_order("SUP202", SupervisionNote, "happened_on", "noted_on",
        "Ghi nhận ngày {noted_on}, việc xảy ra ngày {happened_on}.", at="happened_on",
        title="Ghi nhận trước khi việc xảy ra", fix="Sửa ngày ghi nhận hoặc ngày xảy ra.",
        why="What has not happened cannot be seen."),
    date_order("SUP203", SupervisionNote, "noted_on", "action_on",
        "Xử lý ngày {action_on}, trước ngày ghi nhận {noted_on}.",
        title="Xử lý trước khi ghi nhận", fix="Sửa ngày xử lý hoặc ngày ghi nhận.", why="Action answers the note.",
        severity=Severity.WARNING),
    too_many_days("SUP204", SupervisionNote, "happened_on", "noted_on",
        "Xảy ra {happened_on}, {days} ngày sau mới ghi nhận (nhịp {limit} ngày).",
        limit=days_of_setting("supervision_rhythm_days"), as_of="noted_on",
        title="Phát hiện chậm", fix="Rút kinh nghiệm để ghi nhận kịp thời; nếu nhập muộn thì sửa ngày ghi nhận.",
        why="From event to detection should be no longer than the rhythm of supervision.", cites=RHYTHM,
        severity=Severity.NOTICE),
    observer_observes_himself,
    known_person("SUP301", SupervisionNote, "member", title="Người được giám sát không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="A note belongs to one member."),
    known_person("SUP302", SupervisionNote, "observer", title="Người giám sát không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="Members supervise members."),
    observer_without_a_mandate, supervision_interrupted, group_without_notes, member_never_observed, note_copied,
    note_under_another_group,
)  # fmt: skip
