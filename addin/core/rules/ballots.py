"""Kiểm phiếu and Phiếu đếm: the papers reconcile, two counters agree, and no voter is stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.places import Place
from addin.core.rules.blanks import required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rating_conflicts import votes_of
from addin.core.rules.ratings import VOTES
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import WHOLE_CELL, unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.ballots import BallotCount, Tally
from addin.core.tables.book import Book
from addin.core.tables.roll import belongs, is_official

SQUARES = ("htxs", "htt", "htn", "kht", "invalid")
VOTER_WORDS = (
    "người bỏ phiếu",
    "cử tri",
    "người bầu",
    "người biểu quyết",
    "họ tên người bỏ",
    "đảng viên bỏ phiếu",
    "người ghi phiếu",
    "chữ ký người bỏ",
)
"""Headings that would tie a vote to a person, in the words offices use."""

PERSON_WORDS = ("họ và tên", "họ tên", "đảng viên", "tên đảng viên", "họ và tên đảng viên")
"""On Kiểm phiếu, where no row is about a member, a column of names can only be of voters."""


def _more(row: BallotCount, part: str, whole: str) -> Iterator[Flag]:
    few, many = getattr(row, part), getattr(row, whole)
    if few is not None and many is not None and few > many:
        names = glossary.header("ballot_counts", part), glossary.header("ballot_counts", whole)
        yield flag(row, part, f"“{names[0]}” {few}, nhiều hơn “{names[1]}” {many}.", related=(whole,))


@rule("BAL101", Severity.ERROR, title="Kiểm phiếu thiếu năm hoặc ngày họp", fix="Ghi năm và ngày họp.")
def ballot_count_incomplete(row: BallotCount, context: Context) -> Iterator[Flag]:
    """A vote is known by its year and meeting."""
    yield from required_squares(row, "ballot_counts", context)


@rule("BAL102", Severity.ERROR, title="Phiếu đếm thiếu thông tin bắt buộc", fix="Ghi đủ năm, ngày họp, đối tượng và lượt đếm.")
def tally_incomplete(row: Tally, context: Context) -> Iterator[Flag]:
    """A tally says whose votes, counted in which meeting, by which counter."""
    yield from required_squares(row, "tallies", context)


@rule("BAL201", Severity.ERROR, title="Thu về nhiều hơn phát ra", fix="Kiểm lại số phiếu và sửa số sai.")
def more_returned_than_issued(row: BallotCount) -> Iterator[Flag]:
    """A paper that was not issued is no paper of this vote."""
    yield from _more(row, "returned", "issued")


@rule("BAL202", Severity.ERROR, title="Phiếu hợp lệ và không hợp lệ không bằng số thu về", fix="Kiểm lại số phiếu và sửa số sai.")
def valid_and_invalid_do_not_sum(row: BallotCount) -> Iterator[Flag]:
    """Each returned paper is valid or not."""
    if row.returned is None or row.valid is None or row.invalid is None:
        return
    if row.valid + row.invalid != row.returned:
        message = f"Hợp lệ {row.valid} + không hợp lệ {row.invalid} = {row.valid + row.invalid}, thu về {row.returned}."
        yield flag(row, "returned", message, related=("valid", "invalid"))


@rule("BAL203", Severity.ERROR, title="Có mặt nhiều hơn triệu tập", fix="Sửa số có mặt hoặc số triệu tập.")
def more_present_than_summoned(row: BallotCount) -> Iterator[Flag]:
    """Only official members called count in the base."""
    yield from _more(row, "present", "summoned")


@rule("BAL204", Severity.ERROR, title="Triệu tập nhiều hơn số đảng viên chính thức", fix="Sửa số triệu tập; đảng viên dự bị không biểu quyết.")
def more_summoned_than_official(row: BallotCount) -> Iterator[Flag]:
    """The base is official members, less those away and exempt."""
    yield from _more(row, "summoned", "official")


@rule("BAL205", Severity.ERROR, title="Phát phiếu nhiều hơn số có mặt", fix="Kiểm lại số phiếu phát ra và số có mặt.")
def more_issued_than_present(row: BallotCount) -> Iterator[Flag]:
    """One paper a voter present."""
    yield from _more(row, "issued", "present")


@rule("BAL206", Severity.ERROR, title="Hai người kiểm phiếu là một người", fix="Ghi hai người kiểm phiếu khác nhau.")
def one_counter_twice(row: BallotCount, context: Context) -> Iterator[Flag]:
    """Two counts are two people's."""
    if not row.counter_1 or not row.counter_2:
        return
    first, second = context.member(row.counter_1), context.member(row.counter_2)
    same = first is second if first and second else context.fold(row.counter_1) == context.fold(row.counter_2)
    if same:
        yield flag(row, "counter_2", f"“{row.counter_2}” ghi ở cả hai ô người kiểm phiếu.", related=("counter_1",))


@rule("BAL207", Severity.WARNING, title="Ngày họp không khớp năm xếp loại", fix="Sửa năm hoặc ngày họp; họp đầu năm sau vẫn ghi năm được xếp loại.")
def meeting_in_another_year(row: BallotCount) -> Iterator[Flag]:
    """A year is voted on at its end or early in the next."""
    if row.year and row.meeting_on and row.meeting_on.year not in (row.year, row.year + 1):
        yield flag(row, "meeting_on", f"Xếp loại năm {row.year} nhưng họp ngày {row.meeting_on}.", related=("year",))


@rule("BAL208", Severity.WARNING, title="Đã có số phiếu nhưng chưa đến ngày họp", fix="Sửa ngày họp, hoặc xoá số phiếu.")
def counted_before_the_meeting(row: BallotCount, context: Context) -> Iterator[Flag]:
    """Nothing is counted before the vote."""
    if later_than(row.meeting_on, context.on) and (row.returned is not None or row.valid is not None):
        yield flag(row, "meeting_on", f"Ngày họp {row.meeting_on} sau hôm nay ({vn_date(context.on)}).", related=("returned",))


@rule("BAL209", Severity.ERROR, title="Lượt đếm không phải 1 hoặc 2", fix="Ghi 1 cho người đếm thứ nhất, 2 cho người đếm thứ hai.")
def counter_is_neither_first_nor_second(row: Tally) -> Iterator[Flag]:
    """Double entry is two counts."""
    if row.counter is not None and row.counter not in (1, 2):
        yield flag(row, "counter", f"Lượt đếm ghi {row.counter}.")


@rule("BAL301", Severity.WARNING, title="Số đảng viên chính thức khác với danh sách", fix="Đối chiếu danh sách đảng viên chính thức vào ngày họp.")
def official_members_differ_from_the_roll(row: BallotCount, context: Context) -> Iterator[Flag]:
    """The base of the majority starts from the roll of that day."""
    day = row.meeting_on.exact if row.meeting_on else None
    if row.official is None or day is None or not context.book.members:
        return
    counted = sum(belongs(member, day) and is_official(member, day) for member in context.book.members)
    if counted != row.official:
        yield flag(row, "official", f"Ghi {row.official}, danh sách ngày {vn_date(day)} có {counted} đảng viên chính thức.")


def _pairs(book: Book, context: Context) -> dict[tuple[str, int | None, str], list[Tally]]:
    found: dict[tuple[str, int | None, str], list[Tally]] = defaultdict(list)
    for row in book.tallies:
        if row.subject:
            meeting = row.meeting_on.iso if row.meeting_on else ""
            found[(context.fold(row.subject), row.year, meeting)].append(row)
    return found


@rule("BAL302", Severity.ERROR, title="Hai lượt đếm khác nhau", fix="Đếm lại phiếu của đối tượng này và sửa lượt đếm sai.")
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


@rule("BAL303", Severity.WARNING, title="Mới có một lượt đếm", fix="Người thứ hai đếm lại và ghi vào sheet Phiếu đếm.")
def counted_only_once(book: Book, context: Context) -> Iterator[Flag]:
    """One count has nothing to be checked against."""
    for rows in _pairs(book, context).values():
        counters = {row.counter for row in rows}
        if len(counters & {1, 2}) == 1:
            row = rows[0]
            yield flag(row, "counter", f"“{row.subject}” mới có lượt đếm {row.counter}.")


@rule("BAL304", Severity.ERROR, title="Phiếu đếm khác với sheet Xếp loại", fix="Sửa số phiếu ở sheet Xếp loại theo kết quả đếm thống nhất.")
def tally_differs_from_the_rating(book: Book, context: Context) -> Iterator[Flag]:
    """The votes of a rating are the agreed sums of the tallies."""
    latest: dict[tuple[int, int | None], list[Tally]] = {}
    for (_, year, _meeting), rows in sorted(_pairs(book, context).items(), key=lambda pair: pair[0][2]):
        member = context.member(rows[0].subject)
        if member is not None:
            latest[(id(member), year)] = rows
    for rating in book.ratings:
        rows = latest.get((id(context.member(rating.member)), rating.year), [])
        for key in SQUARES:
            counted = {getattr(row, key) for row in rows} - {None}
            typed = getattr(rating, f"votes_{key}")
            if len(counted) == 1 and typed is not None and typed not in counted:
                message = f"{glossary.header('tallies', key)}: ghi {typed}, phiếu đếm được {counted.pop()}."
                yield Flag(rating.place(f"votes_{key}"), message, tuple(row.place(key) for row in rows))


@rule("BAL305", Severity.ERROR, title="Cộng phiếu đếm không bằng số phiếu", fix="Đếm lại phiếu của đối tượng này.")
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
        total, spoilt = sum(votes), row.invalid or 0
        if total not in valid and total + spoilt not in returned:
            message = f"“{row.subject}”: cộng được {total} phiếu ({spoilt} không hợp lệ), thu về {found[0].returned}."
            yield Flag(row.place("htxs"), message, (found[0].place("returned"),))


@rule("BAL306", Severity.ERROR, title="Một lượt đếm ghi hai lần", fix="Xoá dòng thừa, hoặc sửa lượt đếm.")
def tally_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """One subject, one counter, one row."""

    def key_of(row: Tally) -> tuple[object, ...] | None:
        if not row.subject or row.counter is None:
            return None
        return context.fold(row.subject), row.year, row.meeting_on, row.counter

    for row, first in repeated(book.tallies, key_of):
        message = f"“{row.subject}” lượt {row.counter} đã có ở {standing_at(row, first)}."
        yield Flag(row.place("counter"), message, (first.place("counter"),))


@rule("BAL307", Severity.ERROR, title="Đối tượng trên phiếu đếm không xác định được", fix="Sửa tên theo sheet Đảng viên, hoặc ghi “Chi bộ”.")
def tally_subject_unknown(row: Tally, context: Context) -> Iterator[Flag]:
    """Votes that belong to nobody count for nobody."""
    if context.fold(row.subject) != context.fold(WHOLE_CELL):
        yield from unknown_names(row, "subject", context)


@rule("BAL308", Severity.WARNING, title="Người kiểm phiếu không xác định được", fix="Sửa tên theo sheet Đảng viên.")
def counter_not_on_the_roll(row: BallotCount, context: Context) -> Iterator[Flag]:
    """The counters sign the minutes."""
    yield from unknown_names(row, "counter_1", context)
    yield from unknown_names(row, "counter_2", context)


@rule("BAL309", Severity.NOTICE, title="Có phiếu xếp loại nhưng chưa có kiểm phiếu", fix="Ghi số phiếu phát ra, thu về, hợp lệ vào sheet Kiểm phiếu.")
def votes_without_a_ballot_count(book: Book) -> Iterator[Flag]:
    """Without the papers issued and returned, a majority has no base."""
    counted = {row.year for row in book.ballot_counts}
    said: set[int] = set()
    for row in book.ratings:
        if row.year and row.year not in counted and row.year not in said and len(votes_of(row)) == len(VOTES):
            said.add(row.year)
            yield flag(row, "votes_htxs", f"Năm {row.year} có phiếu nhưng sheet Kiểm phiếu chưa có dòng nào.")


@rule("BAL401", Severity.ERROR, title="Có cột ghi người bỏ phiếu", fix="Xoá cột này: phiếu kín thì không lưu ai bỏ phiếu gì.")
def voter_named(book: Book, context: Context) -> Iterator[Flag]:
    """The vote is secret: no voter is ever stored with a vote."""
    words = [context.fold(word) for word in VOTER_WORDS]
    persons = {context.fold(word) for word in PERSON_WORDS}
    for table in book.layout:
        if table.table not in ("ballot_counts", "tallies", "ratings"):
            continue
        row = table.heading_rows[-1] if table.heading_rows else 0
        for column, heading in table.unknown:
            named = table.table == "ballot_counts" and context.fold(heading) in persons
            if named or any(word in context.fold(heading) for word in words):
                message = f"Cột “{heading}” gắn phiếu với người bỏ phiếu."
                yield Flag(Place(table.sheet, row, column), message)
