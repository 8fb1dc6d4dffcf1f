"""Giám sát: whether supervision by group leaders is regular and real (R44, R45)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import timedelta

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.rules.appointments import COMMITTEE, DEPUTY, SECRETARY
from addin.core.rules.blanks import blank_squares, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import holds, later_than
from addin.core.rules.product_defaults import SHORT_NOTE_LETTERS
from addin.core.rules.repeats import standing_at
from addin.core.rules.roll import active_members, unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.supervision import SupervisionNote

SIGN = "Dấu hiệu vi phạm"
RHYTHM = "inspection.supervision_rhythm_days"


@rule(
    "SUP101",
    Severity.ERROR,
    title="Ghi nhận giám sát thiếu thông tin bắt buộc",
    fix="Ghi đủ ngày, người giám sát, đảng viên, loại và nội dung.",
)
def note_incomplete(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """Who saw what of whom, and when."""
    yield from required_squares(note, "supervision_notes", context)


@rule(
    "SUP102",
    Severity.WARNING,
    title="Dấu hiệu vi phạm chưa ghi cách xử lý",
    fix="Ghi đã nhắc nhở, báo cáo hay kiểm tra, và ngày xử lý.",
)
def sign_without_action(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """A sign seen and left alone is not prevented."""
    if note.kind == SIGN:
        yield from blank_squares(note, "supervision_notes", context, "action")


@rule("SUP201", Severity.WARNING, title="Ngày ghi nhận ở tương lai", fix="Kiểm tra lại ngày, nhất là năm.")
def note_in_the_future(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """Notes are written after seeing."""
    if later_than(note.noted_on, context.on):
        yield flag(note, "noted_on", f"Ngày {note.noted_on} sau hôm nay ({vn_date(context.on)}).")


@rule(
    "SUP202",
    Severity.ERROR,
    title="Ghi nhận trước khi việc xảy ra",
    fix="Sửa ngày ghi nhận hoặc ngày xảy ra.",
)
def noted_before_it_happened(note: SupervisionNote) -> Iterator[Flag]:
    """What has not happened cannot be seen."""
    if later_than(note.happened_on, note.noted_on):
        message = f"Ghi nhận ngày {note.noted_on}, việc xảy ra ngày {note.happened_on}."
        yield flag(note, "happened_on", message, related=("noted_on",))


@rule("SUP203", Severity.WARNING, title="Xử lý trước khi ghi nhận", fix="Sửa ngày xử lý hoặc ngày ghi nhận.")
def acted_before_noting(note: SupervisionNote) -> Iterator[Flag]:
    """Action answers the note."""
    if later_than(note.noted_on, note.action_on):
        message = f"Xử lý ngày {note.action_on}, trước ngày ghi nhận {note.noted_on}."
        yield flag(note, "action_on", message, related=("noted_on",))


@rule(
    "SUP204",
    Severity.NOTICE,
    title="Phát hiện chậm",
    fix="Rút kinh nghiệm để ghi nhận kịp thời; nếu nhập muộn thì sửa ngày ghi nhận.",
    cites=RHYTHM,
)
def noticed_late(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """From event to detection should be no longer than the rhythm of supervision."""
    happened = note.happened_on.exact if note.happened_on else None
    noted = note.noted_on.exact if note.noted_on else None
    rhythm = context.book.settings.supervision_rhythm_days
    if happened and noted and noted - happened > timedelta(days=rhythm):
        message = f"Xảy ra {vn_date(happened)}, {(noted - happened).days} ngày sau mới ghi nhận (nhịp {rhythm} ngày)."
        yield flag(note, "noted_on", message, related=("happened_on",), as_of=noted)


@rule("SUP205", Severity.WARNING, title="Tự giám sát chính mình", fix="Ghi đúng người giám sát.")
def observer_observes_himself(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """A group leader is observed by the committee, not by himself."""
    member = context.member(note.member)
    if member and context.member(note.observer) is member:
        yield flag(note, "observer", f"“{member.full_name}” tự ghi nhận về mình.", related=("member",))


@rule(
    "SUP301",
    Severity.ERROR,
    title="Người được giám sát không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên.",
)
def observed_member_not_on_the_roll(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """A note belongs to one member."""
    yield from unknown_names(note, "member", context)


@rule(
    "SUP302",
    Severity.ERROR,
    title="Người giám sát không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên.",
)
def observer_not_on_the_roll(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """Members supervise members."""
    yield from unknown_names(note, "observer", context)


@rule(
    "SUP303",
    Severity.WARNING,
    title="Người giám sát không phải tổ trưởng, cấp uỷ",
    fix="Sửa người giám sát, hoặc cập nhật sheet Tổ đảng, Phân công.",
)
def observer_without_a_mandate(note: SupervisionNote, context: Context) -> Iterator[Flag]:
    """Supervision is assigned in writing to group leaders; the committee supervises too."""
    observer, book = context.member(note.observer), context.book
    if observer is None or note.noted_on is None or not (book.groups or book.appointments):
        return
    day = note.noted_on.first
    leads = any(
        context.member(row.leader) is observer and holds(row.from_, row.to, day) for row in book.groups
    )
    serves = any(
        context.member(row.member) is observer and holds(row.from_, row.to, day) for row in book.appointments
    )
    posts = (SECRETARY, DEPUTY, COMMITTEE, "Tổ trưởng", "Tổ phó")
    holds_post = any(context.fold(observer.party_post).startswith(context.fold(post)) for post in posts)
    if not (leads or serves or holds_post):
        message = f"Ngày {note.noted_on} “{observer.full_name}” không phụ trách tổ, không trong cấp uỷ."
        yield flag(note, "observer", message)


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
    """Supervision is regular where no gap, today's included, exceeds the rhythm."""
    limit = timedelta(days=book.settings.supervision_rhythm_days)
    by_group: dict[str, list[SupervisionNote]] = defaultdict(list)
    for note in book.supervision_notes:
        if note.noted_on and note.noted_on.exact and not note.noted_on > context.on:
            by_group[context.fold(_group(note, context))].append(note)
    for notes in by_group.values():
        notes.sort(key=lambda note: note.noted_on.first if note.noted_on else context.on)
        days = [note.noted_on.first for note in notes if note.noted_on]
        name = _group(notes[0], context)
        words = f"“{name}”" if name else "Chi bộ"
        for note, day, after in zip(notes, days, [*days[1:], context.on], strict=True):
            if after - day > limit:
                until = "đến nay" if after == context.on else f"đến {vn_date(after)}"
                message = f"{words}: sau {vn_date(day)} không ghi nhận nào {until} ({(after - day).days} ngày, nhịp {limit.days} ngày)."
                yield flag(note, "noted_on", message, as_of=day)


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
    noted = {context.fold(_group(note, context)) for note in book.supervision_notes}
    for row in book.groups:
        if row.group and context.fold(row.group) not in noted and holds(row.from_, row.to, context.on):
            yield flag(row, "leader", f"Không có ghi nhận giám sát nào của “{row.group}”.")


@rule(
    "SUP306",
    Severity.WARNING,
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
    """Leaders report on the members of their own group."""
    member = context.member(note.member)
    if member and note.group and member.group and context.fold(note.group) != context.fold(member.group):
        message = f"Ghi “{note.group}” nhưng “{member.full_name}” thuộc “{member.group}”."
        yield flag(note, "group", message, related=("member",))
