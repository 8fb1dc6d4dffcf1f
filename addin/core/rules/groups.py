"""Tổ đảng: each group has one leader at a time, who is a member and belongs to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.posts import is_held
from addin.core.persons.roll import is_active
from addin.core.rules.context import Context
from addin.core.rules.periods import begins, ends_before, is_reversed
from addin.core.rules.roll import active_members, group_of
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, known_person, required
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.organisation import Group


@rule(
    "GRP302",
    Severity.WARNING,
    title="Tổ trưởng thuộc tổ khác",
    fix="Sửa tổ trưởng, hoặc sửa tổ đảng của đảng viên đó.",
)
def leader_belongs_to_another_group(group: Group, context: Context) -> Iterator[Flag]:
    """A group is led from within; a leader of another group would supervise strangers."""
    leader = context.member(group.leader)
    if leader is None or not leader.group or not group.group or not is_held(group, context.on):
        return
    if group_of(leader, context) != context.group_key(group.group):
        message = f"“{leader.full_name}” phụ trách “{group.group}” nhưng đang thuộc “{leader.group}”."
        yield Flag(group.place("leader"), message, (leader.place("group"),))


@rule(
    "GRP303",
    Severity.ERROR,
    title="Một tổ có hai tổ trưởng cùng lúc",
    fix="Ghi “Đến ngày” cho tổ trưởng trước; nếu hai dòng là một lần giữ chức thì ghi chung vào một dòng.",
)
def two_leaders_at_once(book: Book, context: Context) -> Iterator[Flag]:
    """An assignment document names one leader a group."""
    by_group: dict[str, list[Group]] = defaultdict(list)
    for row in book.groups:
        if row.group and not is_reversed(row.from_, row.to):
            by_group[context.group_key(row.group)].append(row)
    for rows in by_group.values():
        for earlier, later in pairwise(sorted(rows, key=lambda row: begins(row.from_))):
            if not ends_before(earlier.to, later.from_) and not ends_before(later.to, earlier.from_):
                message = f"“{later.leader or '…'}” và “{earlier.leader or '…'}” cùng phụ trách “{later.group}”."
                yield Flag(later.place("leader"), message, (earlier.place("leader"),))


@rule(
    "GRP304",
    Severity.WARNING,
    title="Tổ đảng đang không có tổ trưởng",
    fix="Ghi tổ trưởng mới của tổ, hoặc chuyển đảng viên sang tổ khác.",
)
def group_without_a_leader_today(book: Book, context: Context) -> Iterator[Flag]:
    """Members of a group that nobody leads are supervised by nobody; a leader not written is another rule's."""
    led = {
        context.group_key(row.group) for row in book.groups if is_held(row, context.on)
    }
    used = {group_of(member, context) for member in active_members(context, context.on)}
    last = {
        context.group_key(row.group): row
        for row in sorted(book.groups, key=lambda row: begins(row.from_))
        if row.group
    }
    for name, row in last.items():
        if name in used and name not in led:
            yield flag(
                row,
                "to" if row.to else "leader",
                f"“{row.group}” không có tổ trưởng vào ngày {vn_date(context.on)}.",
            )


@rule(
    "GRP305",
    Severity.NOTICE,
    title="Tổ đảng không có đảng viên",
    fix="Xem tên tổ ở hai sheet có giống nhau không; tổ đã giải thể thì ghi “Đến ngày”.",
)
def group_without_members(book: Book, context: Context) -> Iterator[Flag]:
    """A group in use has members; else its name is likely misspelt somewhere."""
    used = {group_of(member, context) for member in book.members}
    if not any(used):
        return
    for row in book.groups:
        if row.group and context.group_key(row.group) not in used and is_held(row, context.on):
            yield flag(row, "group", f"Không đảng viên nào ghi thuộc “{row.group}”.")


@rule(
    "GRP306",
    Severity.WARNING,
    title="Tổ trưởng không còn sinh hoạt",
    fix="Ghi “Đến ngày” cho tổ trưởng này và thêm tổ trưởng mới.",
)
def leader_no_longer_active(group: Group, context: Context) -> Iterator[Flag]:
    """Whoever left or is exempt cannot supervise."""
    leader = context.member(group.leader)
    if leader and is_held(group, context.on) and not is_active(leader, context.on):
        message = f"“{leader.full_name}” đang phụ trách “{group.group or ''}” nhưng không còn sinh hoạt đầy đủ tại chi bộ."
        yield Flag(group.place("leader"), message, (leader.place("status"),))


RULES: tuple[Rule, ...] = (
    required("GRP101", Group, title="Tổ đảng thiếu thông tin bắt buộc", fix="Ghi đủ tên tổ và tổ trưởng.",
        why="A group is its name and its leader."),
    date_order("GRP201", Group, "from", "to", "Phụ trách tổ từ {from} lại đến {to}.",
        title="Thời gian phụ trách tổ kết thúc trước khi bắt đầu", fix="Sửa “Từ ngày” hoặc “Đến ngày”.",
        why="A period runs forward."),
    known_person("GRP301", Group, "leader", title="Tổ trưởng không có trong danh sách đảng viên",
        fix="Sửa tên tổ trưởng theo sheet Đảng viên.", why="Only a member supervises members."),
    leader_belongs_to_another_group, two_leaders_at_once, group_without_a_leader_today, group_without_members,
    leader_no_longer_active,
)  # fmt: skip
