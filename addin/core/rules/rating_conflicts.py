"""Xếp loại: rows against the roll, the ballots, the tasks, the inspections and each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from addin import glossary
from addin.core.dates import vn_date, year_end
from addin.core.findings import Severity
from addin.core.persons.halves import are_halves
from addin.core.persons.rated import judged_on, without_row
from addin.core.persons.roll import was_absent
from addin.core.rules.context import Context
from addin.core.rules.ratings import VOTES
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import known_person, person, repeated
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import WHOLE_CELL, RatingRow
from addin.core.tables.rows.supervision import Task
from addin.core.tables.task_counts import counted_tasks, year_of_task


def member_ballots(book: Book, context: Context) -> dict[int, list[BallotCount]]:
    """The ballot counts on members' ratings, by year; a vote on the cell itself is another matter."""
    found: dict[int, list[BallotCount]] = defaultdict(list)
    for count in book.ballot_counts:
        if count.year and context.fold(count.subject) != context.fold(WHOLE_CELL):
            found[count.year].append(count)
    return found


def votes_of(row: RatingRow) -> list[int]:
    """The votes entered for the four levels."""
    return [votes for key in VOTES if (votes := getattr(row, key)) is not None]


def marked_in(row: RatingRow) -> int:
    """The valid papers marked: for a level, or for rating the person later."""
    return sum(votes_of(row)) + (row.votes_none or 0)


@rule(
    "RAT303",
    Severity.ERROR,
    title="Số phiếu các mức không bằng số phiếu hợp lệ",
    fix="Đối chiếu biên bản kiểm phiếu và sửa số sai.",
)
def votes_differ_from_valid_ballots(book: Book, context: Context) -> Iterator[Flag]:
    """Each valid paper marks one level of each member: the four columns sum to the papers less the spoilt marks."""
    ballots = member_ballots(book, context)
    for row in book.ratings:
        counts = [count for count in ballots.get(row.year or 0, []) if count.valid is not None]
        votes = votes_of(row)
        if not counts or len(votes) < len(VOTES):
            continue
        total, spoilt = marked_in(row), row.votes_invalid or 0
        allowed = {count.valid for count in counts} | {
            (count.returned or 0) - spoilt for count in counts if count.returned
        }
        if total not in allowed:
            message = (
                f"Cộng các mức được {total} phiếu, biên bản kiểm phiếu có {counts[0].valid} phiếu hợp lệ."
            )
            yield Flag(row.place("votes_htxs"), message, (counts[0].place("valid"),))


@rule(
    "RAT304",
    Severity.ERROR,
    title="Số phiếu nhiều hơn số người bỏ phiếu",
    fix="Đối chiếu biên bản kiểm phiếu và sửa số sai.",
)
def more_votes_than_voters(book: Book, context: Context) -> Iterator[Flag]:
    """No vote can count more papers than were handed out, or people called."""
    ballots = member_ballots(book, context)
    for row in book.ratings:
        votes, counts = votes_of(row), ballots.get(row.year or 0, [])
        sizes = [size for count in counts if (size := _largest(count)) is not None]
        cast = marked_in(row) + (row.votes_invalid or 0)
        if votes and sizes and cast > max(sizes):
            message = f"Cộng được {cast} phiếu, cuộc bỏ phiếu có {max(sizes)} người."
            yield Flag(row.place("votes_htxs"), message, tuple(count.place("issued") for count in counts))


def _largest(count: BallotCount) -> int | None:
    sizes = (count.issued, count.present, count.summoned, count.official)
    return next((size for size in sizes if size is not None), None)


_TOLD_BY = {"tasks_done": ("done_on", "result"), "tasks_over": ("result",), "tasks_late": ("done_on",)}
"""The columns of a task that one must have to be counted so."""


def _can_tell(tasks: Sequence[Task], key: str) -> bool:
    """A sheet without a column for results holds no task above its target, which says nothing."""
    return key not in _TOLD_BY or any(task.has(column) for task in tasks for column in _TOLD_BY[key])


@rule(
    "RAT305",
    Severity.WARNING,
    title="Số nhiệm vụ khác với sheet Nhiệm vụ",
    fix="Đối chiếu với sheet Nhiệm vụ: bổ sung nhiệm vụ còn thiếu, hoặc sửa số ghi ở đây.",
)
def task_counts_differ_from_the_tasks(book: Book, context: Context) -> Iterator[Flag]:
    """The counts are computed where blank; typed ones should agree."""
    by_member: dict[tuple[int, int], list[Task]] = defaultdict(list)
    for task in book.tasks:
        member, year = context.member(task.member), year_of_task(task)
        if member and year is not None:
            by_member[(id(member), year)].append(task)
    meetings = member_ballots(book, context)
    for row in book.ratings:
        tasks = by_member.get((id(context.member(row.member)), row.year or 0))
        if not tasks or row.year is None:
            continue
        counted_today = _task_counts(tasks, min(year_end(row.year), context.on))
        differing = {key: one for key, one in counted_today.items() if getattr(row, key) not in (None, one) and _can_tell(tasks, key)}
        if not differing:
            continue
        held = [count.meeting_on.last for count in meetings.get(row.year, []) if count.meeting_on]
        counts = [_task_counts(tasks, day) for day in held]
        for key, counted in differing.items():
            typed = getattr(row, key)
            if all(typed != one[key] for one in counts):
                message = (
                    f"“{glossary.header('ratings', key)}” ghi {typed}, sheet Nhiệm vụ đếm được {counted}."
                )
                yield flag(row, key, message)


def _task_counts(tasks: list[Task], day: date) -> dict[str, int]:
    """As the ratings count them on the judged day, 31/12 or the meeting's."""
    return {key: len(rows) for key, rows in counted_tasks(tasks, day).items()}


@rule(
    "RAT306",
    Severity.WARNING,
    title="Số hạn chế khác với sheet Kiểm tra",
    fix="Đối chiếu với sheet Kiểm tra: bổ sung hạn chế còn thiếu, hoặc sửa số ghi ở đây.",
)
def shortcomings_differ_from_the_inspections(book: Book, context: Context) -> Iterator[Flag]:
    """The counts are computed where blank; typed ones should not be smaller than what inspections found."""
    found: dict[tuple[int, int], int] = defaultdict(int)
    for inspection in book.inspections:
        member = context.member(inspection.member)
        if member and inspection.year:
            found[(id(member), inspection.year)] += len(inspection.shortcomings)
    for row in book.ratings:
        counted = found.get((id(context.member(row.member)), row.year or 0), 0)
        if row.shortcomings_total is not None and row.shortcomings_total < counted:
            message = (
                f"Ghi {row.shortcomings_total} hạn chế đã chỉ ra, sheet Kiểm tra năm {row.year} có {counted}."
            )
            yield flag(row, "shortcomings_total", message)


@rule(
    "RAT307",
    Severity.WARNING,
    title="Xếp loại người không còn ở chi bộ vào ngày xét",
    fix="Đối chiếu ngày chuyển đi với ngày xét; người chuyển đi được xếp loại ở nơi mới.",
)
def rated_after_leaving(book: Book, context: Context) -> Iterator[Flag]:
    """A member is rated where he is on the day the year is judged."""
    for row in book.ratings:
        member = context.member(row.member)
        entered = row.cell_level or row.final_level or votes_of(row)
        day = judged_on(book, row.year) if row.year else None
        stands_beside = row.place("member") == (member.place("full_name") if member else None)
        if member and day and entered and not stands_beside and was_absent(member, day):
            message = f"Ngày {vn_date(day)} “{member.full_name}” không sinh hoạt tại chi bộ."
            yield Flag(row.place("member"), message, (member.place("left_cell_on"),))


@rule(
    "RAT308",
    Severity.NOTICE,
    title="Đảng viên chưa có dòng xếp loại của năm",
    fix="Thêm dòng xếp loại, hoặc ghi tình trạng nếu thuộc diện không xếp loại.",
)
def member_without_rating(book: Book, context: Context) -> Iterator[Flag]:
    """Every member is rated save the exempt, suspended and newly admitted; asked of finished years that have rows."""
    years = sorted({row.year for row in book.ratings if row.year and row.year < context.on.year})
    for year in years:
        for member in without_row(context.reading, year):
            yield Flag(member.place("full_name"), f"“{member.full_name}” chưa có dòng xếp loại năm {year}.", year=year)


RULES: tuple[Rule, ...] = (
    known_person("RAT301", RatingRow, "member", title="Người được xếp loại không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên.", why="A rating belongs to one member."),
    repeated("RAT302", RatingRow, person("member"), "year", halves=are_halves, message="“{member}” đã có dòng năm {year} ở {there}.",
        title="Một đảng viên có hai dòng xếp loại trong năm", fix="Đối chiếu hai dòng: sửa tên hoặc năm ghi nhầm, hoặc sửa số liệu cho khớp.",
        why="One member, one year, one rating; counts and the cap depend on it."),
    votes_differ_from_valid_ballots, more_votes_than_voters, task_counts_differ_from_the_tasks,
    shortcomings_differ_from_the_inspections, rated_after_leaving, member_without_rating,
)  # fmt: skip
