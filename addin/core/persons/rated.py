"""As of when a year is judged, who is then to be rated, and why somebody is not.

31/12 of the rating year, or the day of its latest rating meeting (design.md §4a). Every door asks here: what is rated,
whose row is asked for, who stands on the list of those not rated. A date that is not known to the day never takes
anybody's rating away; what it leaves open is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from addin.core.dates import PartialDate, months_after, vn_date, year_end
from addin.core.numerals import padded
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.halves import joined
from addin.core.persons.reading import Reading
from addin.core.persons.roll import belongs, had_left, status_on
from addin.core.persons.roster import Roster
from addin.core.reasons import Missing, Reason
from addin.core.records import dataclass
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.columns import position
from addin.core.tables.rows.members import GONE, Member
from addin.core.tables.rows.ratings import WHOLE_CELL, RatingRow
from addin.glossary import fold, header
from addin.glossary.choices import MemberStatus

PARTY_CELL = fold(WHOLE_CELL)
_SUSPENDED = fold(MemberStatus.SUSPENDED)
_STATUSES, _MONTHS = "rating.exempt.statuses", "rating.exempt.new_member_months"


@dataclass(frozen=True, slots=True)
class Standing:
    """`why_not` says why the person is not rated; `missing` what could still say so."""

    member: Member
    why_not: Reason | None = None
    missing: tuple[Missing, ...] = ()


@dataclass(frozen=True, slots=True)
class RatingRows:
    """The rating rows of a year: `of_members` by the identity of the member's row, `of_strangers` under nobody's name."""

    of_members: Mapping[int, tuple[RatingRow, ...]]
    of_strangers: tuple[RatingRow, ...]

    def of(self, member: Member) -> tuple[RatingRow, ...]:
        """The rows of one member, the one that counts first."""
        return self.of_members.get(id(member), ())


def judged_on(book: Book, year: int) -> date:
    """The day of the latest rating meeting of the year, else 31/12."""
    rows = rating_ballots(book.ballot_counts, year)
    days = [row.meeting_on.exact for row in rows if row.meeting_on and row.meeting_on.exact]
    return max((day for day in days if day), default=year_end(year))


def rating_ballots(rows: Sequence[BallotCount], year: int) -> tuple[BallotCount, ...]:
    """The votes of the year on members; a meeting date in neither this year nor the next is a slip and is not used."""
    return tuple(
        row
        for row in rows
        if row.year == year
        and not (row.subject and fold(row.subject) == PARTY_CELL)
        and (row.meeting_on is None or year <= row.meeting_on.year <= year + 1)
    )


def law_of(reading: Reading, year: int) -> Parameters:
    """The year's numbers, read once."""
    return reading.once(_law, year)


def rating_rows(reading: Reading, year: int) -> RatingRows:
    """Whose the rating rows of a year are."""
    return reading.once(_rows).get(year, _NO_ROWS)


def standings(reading: Reading, year: int) -> tuple[Standing, ...]:
    """Everybody a rating of the year is asked of: on the roll, or with a row of the year; in the order of the sheet."""
    return reading.once(_standings, year)


def without_row(reading: Reading, year: int) -> tuple[Member, ...]:
    """Those to be rated who have no rating row of the year yet."""
    rows = rating_rows(reading, year)
    return tuple(one.member for one in standings(reading, year) if one.why_not is None and not rows.of(one.member))


def _law(reading: Reading, year: int) -> Parameters:
    return Parameters(year, reading.book.settings)


_NO_ROWS = RatingRows({}, ())


def _rows(reading: Reading) -> Mapping[int, RatingRows]:
    """Those of every year, in one walk over the rows."""
    roster, by_year = reading.roster, defaultdict[int, list[RatingRow]](list)
    for row in sorted(reading.book.ratings, key=position):
        if row.year is not None and row.member:
            by_year[row.year].append(row)
    return {year: _owned(rows, roster) for year, rows in by_year.items()}


def _owned(rows: Sequence[RatingRow], roster: Roster) -> RatingRows:
    owned: dict[int, list[RatingRow]] = defaultdict(list)
    strangers: list[RatingRow] = []
    for row in rows:
        member = roster.find(row.member).member if row.member else None
        (owned[id(member)] if member is not None else strangers).append(row)
    return RatingRows({key: joined(own) for key, own in owned.items()}, tuple(strangers))


def _standings(reading: Reading, year: int) -> tuple[Standing, ...]:
    day, law, rows = judged_on(reading.book, year), law_of(reading, year), rating_rows(reading, year)
    asked = (one for one in reading.once(_in_order) if one.full_name)
    return tuple(
        _standing(member, law, day, has_row=bool(rows.of(member)))
        for member in asked
        if rows.of(member) or belongs(member, day)
    )


def _in_order(reading: Reading) -> Sequence[Member]:
    return sorted(reading.book.members, key=position)


def _standing(member: Member, law: Parameters, day: date, *, has_row: bool) -> Standing:
    """A row entered for somebody gone at an unknown time is a sign that the person was still there: asked, not refused."""
    gone = _gone(member, day)
    is_undated = gone is not None and member.left_cell_on is None and member.status_from is None
    why = None if is_undated and has_row else gone
    why = why or _came_later(member, day) or _exempt(member, law, day) or _new_member(member, law, day)
    return Standing(member, why) if why else Standing(member, None, tuple(_unsure(member, law, day)))


def _gone(member: Member, day: date) -> Reason | None:
    if member.left_cell_on is not None:
        text = f"Đã chuyển đi ngày {member.left_cell_on}."
        return Reason("left", text, None, (member.place("status"),)) if had_left(member, day) else None
    if member.status not in GONE or not (member.status_from is None or had_left(member, day)):
        return None
    return Reason("left", f"{member.status}{_since(member)}.", None, (member.place("status"),))


def _came_later(member: Member, day: date) -> Reason | None:
    if member.joined_cell_on is None or not member.joined_cell_on > day:
        return None
    text = f"Chuyển đến ngày {member.joined_cell_on}, sau ngày xét {vn_date(day)}."
    return Reason("joined_later", text, None, (member.place("joined_cell_on"),))


def _exempt(member: Member, law: Parameters, day: date) -> Reason | None:
    rule, status = law.find(_STATUSES), status_on(member, day)
    if rule is None or status is None or not _is_exempt(status, rule):
        return None
    code = "suspended" if fold(status) == _SUSPENDED else "exempt"
    return Reason(code, f"{status}{_since(member)}: không xếp loại.", rule.reference, (member.place("status"),))


def _is_exempt(status: str, rule: Parameter) -> bool:
    return isinstance(rule.value, tuple) and fold(status) in {fold(one) for one in rule.value}


def _since(member: Member) -> str:
    return f" từ {member.status_from}" if member.status_from else ""


def _new_member(member: Member, law: Parameters, day: date) -> Reason | None:
    months, admitted = law.find(_MONTHS), member.admitted_on
    if months is None or admitted is None or not months_after(admitted.first, int(months.share)) > day:
        return _admitted_later(member, day)
    review = law.holds("rating.exempt.new_member_self_review")
    after = "vẫn tự kiểm điểm, chưa xếp loại" if review else "không thuộc diện kiểm điểm, xếp loại"
    text = f"Kết nạp ngày {admitted}, đến {vn_date(day)} chưa đủ {padded(int(months.share))} tháng: {after}."
    return Reason("new_member", text, months.reference, (member.place("admitted_on"),))


def _admitted_later(member: Member, day: date) -> Reason | None:
    if member.admitted_on is None or not member.admitted_on > day:
        return None
    text = f"Kết nạp ngày {member.admitted_on}, sau ngày xét {vn_date(day)}."
    return Reason("new_member", text, None, (member.place("admitted_on"),))


def _unsure(member: Member, law: Parameters, day: date) -> Iterator[Missing]:
    """What is not known well enough to say that the person is rated: each square once."""
    months, admitted = law.find(_MONTHS), member.admitted_on
    if months is not None and (admitted is None or months_after(admitted.last, int(months.share)) > day):
        yield _to_enter(member, "admitted_on")
    for key, begun in (("joined_cell_on", member.joined_cell_on), ("left_cell_on", member.left_cell_on)):
        if begun is not None and _is_open(begun, day):
            yield _to_enter(member, key)
    if member.left_cell_on is None and _status_could_exempt(member, law, day):
        yield _to_enter(member, "status_from")


def _status_could_exempt(member: Member, law: Parameters, day: date) -> bool:
    rule = law.find(_STATUSES)
    if member.status in GONE:
        return member.status_from is None or _is_open(member.status_from, day)
    if member.status is None or member.status_from is None or rule is None:
        return False
    return _is_open(member.status_from, day) and _is_exempt(member.status, rule)


def _is_open(begun: PartialDate, day: date) -> bool:
    """Whether the day may lie before or after: the month or year written holds both."""
    return begun.first <= day < begun.last


def _to_enter(member: Member, key: str) -> Missing:
    return Missing(key, header("members", key), member.place(key))
