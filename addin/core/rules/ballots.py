"""Kiểm phiếu: the papers reconcile, and no voter is stored. What the two counters read is in `tallies`."""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.persons.roll import belongs, is_official
from addin.core.places import Place
from addin.core.rules.context import Context
from addin.core.rules.rating_conflicts import votes_of
from addin.core.rules.ratings import VOTES
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    folded,
    in_the_future,
    known_person,
    outside_the_year,
    part_of,
    repeated,
    required,
    the_cell,
)
from addin.core.rules.tallies import (
    counted_only_once,
    counter_is_neither_first_nor_second,
    counters_disagree,
    tally_differs_from_the_rating,
    tally_does_not_sum,
)
from addin.core.tables.rows.ballots import BallotCount, Tally
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
    "BAL301",
    Severity.WARNING,
    title="Số đảng viên chính thức khác với danh sách",
    fix="Đối chiếu danh sách đảng viên chính thức vào ngày họp.",
)
def official_members_differ_from_the_roll(row: BallotCount, context: Context) -> Iterator[Flag]:
    """The base of the majority starts from the roll of that day."""
    day = row.meeting_on.exact if row.meeting_on else None
    if row.official is None or day is None or not any(member.has("official_on") for member in context.book.members):
        return
    counted = sum(belongs(member, day) and is_official(member, day) for member in context.book.members)
    if counted != row.official:
        yield flag(
            row,
            "official",
            f"Ghi {row.official}, danh sách ngày {vn_date(day)} có {counted} đảng viên chính thức.",
        )


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


RULES: tuple[Rule, ...] = (
    required("BAL101", BallotCount, title="Kiểm phiếu thiếu năm hoặc ngày họp", fix="Ghi năm và ngày họp.",
        why="A vote is known by its year and meeting."),
    required("BAL102", Tally, title="Phiếu đếm thiếu thông tin bắt buộc",
        fix="Ghi đủ năm, ngày họp, đối tượng và lượt đếm.",
        why="A tally says whose votes, counted in which meeting, by which counter."),
    part_of("BAL201", BallotCount, ("returned", "issued"), title="Thu về nhiều hơn phát ra",
        fix="Kiểm lại số phiếu và sửa số sai.", why="A paper that was not issued is no paper of this vote."),
    valid_and_invalid_do_not_sum,
    part_of("BAL203", BallotCount, ("present", "summoned"), title="Có mặt nhiều hơn triệu tập",
        fix="Sửa số có mặt hoặc số triệu tập.", why="Only official members called count in the base."),
    part_of("BAL204", BallotCount, ("summoned", "official"), title="Triệu tập nhiều hơn số đảng viên chính thức",
        fix="Sửa số triệu tập; đảng viên dự bị không biểu quyết.",
        why="The base is official members, less those away and exempt."),
    part_of("BAL205", BallotCount, ("issued", "present"), title="Phát phiếu nhiều hơn số có mặt",
        fix="Kiểm lại số phiếu phát ra và số có mặt.", why="One paper a voter present."),
    one_counter_twice,
    outside_the_year("BAL207", BallotCount, "meeting_on", late=1,
        message="Xếp loại năm {year} nhưng họp ngày {day}.",
        title="Ngày họp không khớp năm xếp loại",
        fix="Sửa năm hoặc ngày họp; họp đầu năm sau vẫn ghi năm được xếp loại.",
        why="A year is voted on at its end or early in the next."),
    in_the_future("BAL208", BallotCount, "meeting_on",
        when=lambda row, _: row.returned is not None or row.valid is not None, related=("returned",),
        called="Ngày họp",
        title="Đã có số phiếu nhưng chưa đến ngày họp", fix="Sửa ngày họp, hoặc xoá số phiếu.",
        why="Nothing is counted before the vote."),
    counter_is_neither_first_nor_second, official_members_differ_from_the_roll, counters_disagree,
    counted_only_once, tally_differs_from_the_rating, tally_does_not_sum,
    repeated("BAL306", Tally, folded("subject"), "counter", also=("year", "meeting_on"), at="counter",
        message="“{subject}” lượt {counter} đã có ở {there}.",
        title="Một lượt đếm ghi hai lần", fix="Đối chiếu hai dòng với phiếu đếm, sửa lượt đếm ghi nhầm.",
        why="One subject, one counter, one row."),
    known_person("BAL307", Tally, "subject", but=the_cell, title="Đối tượng trên phiếu đếm không xác định được",
        fix="Sửa tên theo sheet Đảng viên, hoặc ghi “Chi bộ”.", why="Votes that belong to nobody count for nobody."),
    known_person("BAL308", BallotCount, "counter_1", "counter_2", title="Người kiểm phiếu không xác định được",
        fix="Sửa tên theo sheet Đảng viên.", why="The counters sign the minutes.", severity=Severity.WARNING),
    votes_without_a_ballot_count, voter_named,
)  # fmt: skip
