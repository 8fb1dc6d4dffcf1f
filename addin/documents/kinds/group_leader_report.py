"""Báo cáo kết quả giám sát of a group's leader, read before the whole cell at the year-end review (R36): ours, no model found.

Notes of the year by member; the state of the group and the proposals are left to be written.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from addin import glossary
from addin.core.dates import PartialDate
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.supervision import SupervisionNote
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, Context, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.yearly.groups import LedGroup, led_groups
from addin.glossary.choices import NoteKind


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchedMember:
    """One member of the group and what was noted in the year."""

    order: str = word("số thứ tự")
    full_name: str = word("họ và tên")
    strengths: str = word("ưu điểm đã ghi nhận; trống khi chưa ghi")
    shortcomings: str = word("hạn chế, ngày ghi nhận; trống khi chưa ghi")
    action: str = word("đã nhắc, xử lý; trống khi chưa ghi")
    outcome: str = word("kết quả; trống khi chưa ghi")


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLeaderReport(Context):
    """What a leader reports on the year; no number, no head of the cell's secretary."""

    cell_name: str = word("tên chi bộ, chữ in hoa")
    group_name: str = word("tên tổ đảng, chữ in hoa")
    group: str = word("tên tổ đảng")
    addressee: str = word("“Chi bộ …”")
    year: str = word("năm")
    state: str = word("câu về số đảng viên của tổ và số lần ghi nhận trong năm")
    members: tuple[WatchedMember, ...] = words("kết quả theo từng đảng viên, mỗi đồng chí một dòng")
    factors: tuple[str, ...] = words("nhân tố mới đã ghi nhận; trống khi không có")
    signs: tuple[str, ...] = words("dấu hiệu cần xem xét đã ghi nhận; trống khi không có")
    leader_name: str = word("họ và tên tổ trưởng")


def build(reading: Reading, request: Request) -> Built:
    """The report of the group asked for."""
    gaps, year = Gaps(), request.needed_year
    group = led_groups(reading, request.on, request.needed_name)[0]
    people = People(reading)
    notes, others = _notes(reading, group, year)
    if not (notes or others):
        gaps.tell(f"Sheet Giám sát chưa có ghi nhận nào năm {year} của {group.name}")
    head = bare_fields(reading, PartialDate.of(request.on), gaps)
    own = (*group.members,)
    context = GroupLeaderReport(
        **{key: value for key, value in head.items() if key != "superior_name"},
        summary=f"kết quả giám sát đảng viên năm {year} của {group.name}",
        group_name=group.name.upper(),
        group=group.name,
        addressee=cell_title(reading.book.settings, gaps),
        year=str(year),
        state=_state(group, notes, others, year, people),
        members=tuple(_watched(order, member.full_name or "", notes, people) for order, member in enumerate(own, 1)),
        factors=_told((*notes, *others), NoteKind.POSITIVE_FACTOR, people),
        signs=_told((*notes, *others), NoteKind.SIGN_OF_VIOLATION, people),
        leader_name=people.name(group.leader) if group.leader else BLANK,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _each(reading: Reading, request: Request) -> tuple[Request, ...]:
    """One report a group, unless one is asked for."""
    if request.name:
        return (request,)
    return tuple(replace(request, name=group.name) for group in led_groups(reading, request.on))


def _notes(reading: Reading, group: LedGroup, year: int) -> tuple[tuple[SupervisionNote, ...], tuple[SupervisionNote, ...]]:
    """Those of the year on whom the leader supervises, which the table has; then those on the leader, or on others under the group's name."""
    people, key = People(reading), glossary.group_key(group.name)
    names = [member.full_name or "" for member in group.members]
    noted = [row for row in reading.book.supervision_notes if row.noted_on is not None and row.noted_on.year == year]
    own = [any(people.same(row.member or "", name) for name in names) for row in noted]
    told = tuple(row for row, is_own in zip(noted, own, strict=True) if is_own)
    return told, tuple(
        row
        for row, is_own in zip(noted, own, strict=True)
        if not is_own and (glossary.group_key(row.group or "") == key or (group.leader and people.same(row.member or "", group.leader)))
    )


def _state(group: LedGroup, notes: Sequence[SupervisionNote], others: Sequence[SupervisionNote], year: int, people: People) -> str:
    """As many people and notes as the table below has; whose notes it leaves out, and who wrote them."""
    own = f"{padded(len(group.members))} đảng viên"
    whole = f"{padded(len(group.members) + 1)} đảng viên, gồm tổ trưởng và {own} do tổ trưởng giám sát" if group.leader else own
    counted = f"; năm {year} có {padded(len(notes))} lần ghi nhận giám sát đối với các đảng viên này" if notes else ""
    on_leader = [row for row in others if group.leader and people.same(row.member or "", group.leader)]
    left_out = ((on_leader, "về tổ trưởng"), ([row for row in others if row not in on_leader], "về người ngoài danh sách của tổ"))
    told = "".join(f" Ngoài bảng dưới đây: {padded(len(rows))} lần ghi nhận {whom}{_by(rows, people)}." for rows, whom in left_out if rows)
    return f"{group.name} có {whole}{counted}.{told}"


def _by(rows: Sequence[SupervisionNote], people: People) -> str:
    names = prose.unique(people.name(row.observer) for row in rows if row.observer)
    return f", do đồng chí {prose.joined(names)} giám sát" if names else ""


def _watched(order: int, name: str, notes: Sequence[SupervisionNote], people: People) -> WatchedMember:
    own = [row for row in notes if row.member and people.same(row.member, name)]
    good = [row.text or "" for row in own if row.told_kind in {NoteKind.STRENGTH, NoteKind.POSITIVE_FACTOR}]
    bad = [row for row in own if row.told_kind in {NoteKind.SHORTCOMING, NoteKind.SIGN_OF_VIOLATION}]
    return WatchedMember(
        order=str(order),
        full_name=people.name(name),
        strengths="; ".join(prose.unique(good)),
        shortcomings="; ".join(f"{row.text} ({row.noted_on})" for row in bad),
        action="; ".join(prose.unique(f"{row.action} ({row.action_on})" if row.action_on else row.action for row in bad if row.action)),
        outcome="; ".join(prose.unique(row.outcome for row in bad if row.outcome)),
    )


def _told(notes: Sequence[SupervisionNote], kind: str, people: People) -> tuple[str, ...]:
    return prose.listed([f"Đồng chí {people.name(row.member or '')}, {prose.day_words(row.noted_on)}: {prose.lower_first(row.text or '')}" for row in notes if row.told_kind == kind])


KIND = Kind(id="group-leader-report", title="Báo cáo giám sát của tổ trưởng", context=GroupLeaderReport, build=build, each=_each)
