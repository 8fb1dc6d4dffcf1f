"""Kiểm phiếu: the papers reconcile, and no voter is stored. What the two counters read is in `tallies`."""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import belongs, is_official
from addin.core.places import Place
from addin.core.rules.blanks import required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.rating_conflicts import votes_of
from addin.core.rules.ratings import VOTES
from addin.core.rules.roll import unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book

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


@rule("BAL201", Severity.ERROR, title="Thu về nhiều hơn phát ra", fix="Kiểm lại số phiếu và sửa số sai.")
def more_returned_than_issued(row: BallotCount) -> Iterator[Flag]:
    """A paper that was not issued is no paper of this vote."""
    yield from _more(row, "returned", "issued")


@rule(
    "BAL202",
    Severity.ERROR,
    title="Phiếu hợp lệ và không hợp lệ không bằng số thu về",
    fix="Kiểm lại số phiếu và sửa số sai.",
)
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


@rule(
    "BAL204",
    Severity.ERROR,
    title="Triệu tập nhiều hơn số đảng viên chính thức",
    fix="Sửa số triệu tập; đảng viên dự bị không biểu quyết.",
)
def more_summoned_than_official(row: BallotCount) -> Iterator[Flag]:
    """The base is official members, less those away and exempt."""
    yield from _more(row, "summoned", "official")


@rule(
    "BAL205",
    Severity.ERROR,
    title="Phát phiếu nhiều hơn số có mặt",
    fix="Kiểm lại số phiếu phát ra và số có mặt.",
)
def more_issued_than_present(row: BallotCount) -> Iterator[Flag]:
    """One paper a voter present."""
    yield from _more(row, "issued", "present")


@rule(
    "BAL206",
    Severity.ERROR,
    title="Hai người kiểm phiếu là một người",
    fix="Ghi hai người kiểm phiếu khác nhau.",
)
def one_counter_twice(row: BallotCount, context: Context) -> Iterator[Flag]:
    """Two counts are two people's."""
    if not row.counter_1 or not row.counter_2:
        return
    first, second = context.member(row.counter_1), context.member(row.counter_2)
    same = first is second if first and second else context.fold(row.counter_1) == context.fold(row.counter_2)
    if same:
        yield flag(
            row, "counter_2", f"“{row.counter_2}” ghi ở cả hai ô người kiểm phiếu.", related=("counter_1",)
        )


@rule(
    "BAL207",
    Severity.WARNING,
    title="Ngày họp không khớp năm xếp loại",
    fix="Sửa năm hoặc ngày họp; họp đầu năm sau vẫn ghi năm được xếp loại.",
)
def meeting_in_another_year(row: BallotCount) -> Iterator[Flag]:
    """A year is voted on at its end or early in the next."""
    if row.year and row.meeting_on and row.meeting_on.year not in (row.year, row.year + 1):
        yield flag(
            row, "meeting_on", f"Xếp loại năm {row.year} nhưng họp ngày {row.meeting_on}.", related=("year",)
        )


@rule(
    "BAL208",
    Severity.WARNING,
    title="Đã có số phiếu nhưng chưa đến ngày họp",
    fix="Sửa ngày họp, hoặc xoá số phiếu.",
)
def counted_before_the_meeting(row: BallotCount, context: Context) -> Iterator[Flag]:
    """Nothing is counted before the vote."""
    if later_than(row.meeting_on, context.on) and (row.returned is not None or row.valid is not None):
        yield flag(
            row,
            "meeting_on",
            f"Ngày họp {row.meeting_on} sau hôm nay ({vn_date(context.on)}).",
            related=("returned",),
        )


@rule(
    "BAL301",
    Severity.WARNING,
    title="Số đảng viên chính thức khác với danh sách",
    fix="Đối chiếu danh sách đảng viên chính thức vào ngày họp.",
)
def official_members_differ_from_the_roll(row: BallotCount, context: Context) -> Iterator[Flag]:
    """The base of the majority starts from the roll of that day."""
    day = row.meeting_on.exact if row.meeting_on else None
    if row.official is None or day is None or not context.book.members:
        return
    counted = sum(belongs(member, day) and is_official(member, day) for member in context.book.members)
    if counted != row.official:
        yield flag(
            row,
            "official",
            f"Ghi {row.official}, danh sách ngày {vn_date(day)} có {counted} đảng viên chính thức.",
        )


@rule(
    "BAL308",
    Severity.WARNING,
    title="Người kiểm phiếu không xác định được",
    fix="Sửa tên theo sheet Đảng viên.",
)
def counter_not_on_the_roll(row: BallotCount, context: Context) -> Iterator[Flag]:
    """The counters sign the minutes."""
    yield from unknown_names(row, "counter_1", context)
    yield from unknown_names(row, "counter_2", context)


@rule(
    "BAL309",
    Severity.NOTICE,
    title="Có phiếu xếp loại nhưng chưa có kiểm phiếu",
    fix="Ghi số phiếu phát ra, thu về, hợp lệ vào sheet Kiểm phiếu.",
)
def votes_without_a_ballot_count(book: Book) -> Iterator[Flag]:
    """Without the papers issued and returned, a majority has no base."""
    counted = {row.year for row in book.ballot_counts}
    said: set[int] = set()
    for row in book.ratings:
        if row.year and row.year not in counted and row.year not in said and len(votes_of(row)) == len(VOTES):
            said.add(row.year)
            yield flag(row, "votes_htxs", f"Năm {row.year} có phiếu nhưng sheet Kiểm phiếu chưa có dòng nào.")


@rule(
    "BAL401",
    Severity.ERROR,
    title="Có cột ghi người bỏ phiếu",
    fix="Xoá cột này: phiếu kín thì không lưu ai bỏ phiếu gì.",
)
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
