"""Phiếu đếm: two counters agree, square by square, and with the rating sheet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from addin import glossary
from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.ballots import BallotCount, Tally
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import WHOLE_CELL

SQUARES = ("htxs", "htt", "htn", "kht", "none", "invalid")


@rule(
    "BAL209",
    Severity.ERROR,
    title="Lượt đếm không phải 1 hoặc 2",
    fix="Ghi 1 cho người đếm thứ nhất, 2 cho người đếm thứ hai.",
)
def counter_is_neither_first_nor_second(row: Tally) -> Iterator[Flag]:
    """Double entry is two counts."""
    if row.counter is not None and row.counter not in (1, 2):
        yield flag(row, "counter", f"Lượt đếm ghi {row.counter}.")


def _pairs(book: Book, context: Context) -> dict[tuple[str, int | None, str], list[Tally]]:
    found: dict[tuple[str, int | None, str], list[Tally]] = defaultdict(list)
    for row in book.tallies:
        if row.subject:
            meeting = row.meeting_on.iso if row.meeting_on else ""
            found[(context.fold(row.subject), row.year, meeting)].append(row)
    return found


@rule(
    "BAL302",
    Severity.ERROR,
    title="Hai lượt đếm khác nhau",
    fix="Đếm lại phiếu của đối tượng này và sửa lượt đếm sai.",
)
def counters_disagree(book: Book, context: Context) -> Iterator[Flag]:
    """Square by square: a difference is counted again before anybody signs."""
    for rows in _pairs(book, context).values():
        first = next((row for row in rows if row.counter == 1), None)
        second = next((row for row in rows if row.counter == 2), None)
        for key in SQUARES if first and second else ():
            one, two = getattr(first, key), getattr(second, key)
            if first and second and one is not None and two is not None and one != two:
                message = f"“{second.subject}”, {glossary.header('tallies', key)}: lượt 1 đếm {one}, lượt 2 đếm {two}."
                yield Flag(second.place(key), message, (first.place(key),))


@rule(
    "BAL303",
    Severity.WARNING,
    title="Mới có một lượt đếm",
    fix="Người thứ hai đếm lại và ghi vào sheet Phiếu đếm.",
)
def counted_only_once(book: Book, context: Context) -> Iterator[Flag]:
    """One count has nothing to be checked against; of a subject nobody knows it is said there."""
    for rows in _pairs(book, context).values():
        row = rows[0]
        known = not book.members or context.fold(row.subject) == context.fold(WHOLE_CELL) or context.member(row.subject)
        if len(rows) == 1 and row.counter in (1, 2) and known:
            yield flag(row, "counter", f"“{row.subject}” mới có lượt đếm {row.counter}.")


@rule(
    "BAL304",
    Severity.ERROR,
    title="Phiếu đếm khác với sheet Xếp loại",
    fix="Sửa số phiếu ở sheet Xếp loại theo kết quả đếm thống nhất.",
)
def tally_differs_from_the_rating(book: Book, context: Context) -> Iterator[Flag]:
    """The votes of a rating are the agreed sums of the tallies."""
    latest: dict[tuple[int, int | None], list[Tally]] = {}
    for (_, year, _meeting), rows in sorted(_pairs(book, context).items(), key=lambda pair: pair[0][2]):
        member = context.member(rows[0].subject)
        if member is not None:
            latest[(id(member), year)] = rows
    for rating in book.ratings:
        rows = latest.get((id(context.member(rating.member)), rating.year), [])
        for key in SQUARES if rows else ():
            counted = {getattr(row, key) for row in rows} - {None}
            typed = getattr(rating, f"votes_{key}")
            if len(counted) == 1 and typed is not None and typed not in counted:
                message = f"{glossary.header('tallies', key)}: ghi {typed}, phiếu đếm được {counted.pop()}."
                yield Flag(rating.place(f"votes_{key}"), message, tuple(row.place(key) for row in rows))


@rule(
    "BAL305",
    Severity.ERROR,
    title="Cộng phiếu đếm không bằng số phiếu",
    fix="Đếm lại phiếu của đối tượng này.",
)
def tally_does_not_sum(book: Book) -> Iterator[Flag]:
    """Each returned paper marks one level of each subject, or is spoilt for it."""
    counts: dict[tuple[int | None, str], list[BallotCount]] = defaultdict(list)
    for count in book.ballot_counts:
        if count.meeting_on:
            counts[(count.year, count.meeting_on.iso)].append(count)
    for row in book.tallies:
        votes = [getattr(row, key) for key in SQUARES[:4]]
        found = counts.get((row.year, row.meeting_on.iso if row.meeting_on else ""), [])
        valid, returned = {count.valid for count in found}, {count.returned for count in found}
        if not found or None in votes or None in valid or None in returned:
            continue
        total, spoilt = sum(votes) + (row.none or 0), row.invalid or 0
        if total not in valid and total + spoilt not in returned:
            message = f"“{row.subject}”: cộng được {total} phiếu ({spoilt} không hợp lệ), thu về {found[0].returned}."
            yield Flag(row.place("htxs"), message, (found[0].place("returned"),))
