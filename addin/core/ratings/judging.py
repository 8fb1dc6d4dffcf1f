"""As of when a year is judged, and who then stood on the cell's roll and was to be rated.

31/12 of the rating year, or the day of the rating meeting where one was entered (design.md §4a). A date
that is not known to the day never takes anybody's rating away.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from addin.core.dates import PartialDate, add_months, vn_date
from addin.core.numerals import padded
from addin.core.ratings.inputs import Missing
from addin.core.ratings.parameters import Parameter, Parameters
from addin.core.ratings.results import Reason
from addin.core.records import dataclass
from addin.core.tables.rows.ballots import BallotCount
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.members import Member
from addin.glossary import fold, header

_GONE = frozenset(fold(status) for status in ("Chuyển đi", "Từ trần", "Ra khỏi Đảng"))
SUSPENDED = fold("Đình chỉ sinh hoạt")
AWAY = fold("Sinh hoạt tạm thời")
EXEMPT = fold("Miễn công tác và sinh hoạt")
PARTY_CELL = fold("Chi bộ")


@dataclass(frozen=True, slots=True)
class Standing:
    """`why_not` says why the person is not rated; `missing` what could still say so."""

    why_not: Reason | None = None
    missing: tuple[Missing, ...] = ()


def judged_on(book: Book, year: int) -> date:
    """The day of the latest rating meeting of the year, else 31/12."""
    rows = rating_ballots(book.ballot_counts, year)
    days = [row.meeting_on.exact for row in rows if row.meeting_on and row.meeting_on.exact]
    return max((day for day in days if day), default=date(year, 12, 31))


def rating_ballots(rows: Sequence[BallotCount], year: int) -> tuple[BallotCount, ...]:
    """The votes of the year on members; a meeting date outside the season is a slip and is not used."""
    return tuple(
        row
        for row in rows
        if row.year == year
        and not (row.subject and fold(row.subject) == PARTY_CELL)
        and (row.meeting_on is None or year <= row.meeting_on.year <= year + 1)
    )


def status_on(member: Member, day: date) -> str | None:
    """The folded status then; a status that began later, or none, is full activity."""
    if member.status is None or (member.status_from is not None and member.status_from > day):
        return None
    return fold(member.status)


def is_on_roll(member: Member, day: date) -> bool:
    """Whether the person belonged to the cell then; what is not dated counts as now and then."""
    begun = member.joined_cell_on or member.admitted_on
    if begun is not None and begun > day:
        return False
    return _left_text(member, day) is None


def standing_of(member: Member, law: Parameters, day: date, *, has_row: bool) -> Standing:
    """Whether a person is rated; somebody who left is only asked about where a rating row was entered."""
    gone = _left_text(member, day)
    if gone and not (has_row and member.left_cell_on is None and member.status_from is None):
        return Standing(Reason("left", gone, None, (member.place("status"),)))
    status = status_on(member, day)
    if member.joined_cell_on is not None and member.joined_cell_on > day:
        text = f"Chuyển đến ngày {member.joined_cell_on}, sau ngày xét {vn_date(day)}."
        return Standing(Reason("joined_later", text, None, (member.place("joined_cell_on"),)))
    exempt = law.find("rating.exempt.statuses")
    if exempt is not None and isinstance(exempt.value, tuple) and status in {fold(one) for one in exempt.value}:
        return Standing(_not_rated(member, status or "", exempt))
    new = _new_member(member, law, day)
    if new is not None:
        return Standing(new)
    return Standing(None, (*_unsure_admission(member, law, day), *_unsure_leaving(member, gone)))


def _left_text(member: Member, day: date) -> str | None:
    if member.left_cell_on is not None and not member.left_cell_on > day:
        return f"Đã chuyển đi ngày {member.left_cell_on}."
    if status_on(member, day) in _GONE:
        since = f" từ {member.status_from}" if member.status_from else ""
        return f"{member.status}{since}."
    return None


def _not_rated(member: Member, status: str, rule: Parameter) -> Reason:
    code = "suspended" if status == SUSPENDED else "exempt"
    since = f" từ {member.status_from}" if member.status_from else ""
    text = f"{member.status}{since}: không xếp loại."
    return Reason(code, text, rule.reference, (member.place("status"),))


def _new_member(member: Member, law: Parameters, day: date) -> Reason | None:
    months = law.find("rating.exempt.new_member_months")
    admitted = member.admitted_on
    if months is None or admitted is None or not add_months(admitted.first, int(months.share)) > day:
        return None
    review = law.holds("rating.exempt.new_member_self_review")
    after = "vẫn tự kiểm điểm, chưa xếp loại" if review else "không thuộc diện kiểm điểm, xếp loại"
    text = f"Kết nạp ngày {admitted}, đến {vn_date(day)} chưa đủ {padded(int(months.share))} tháng: {after}."
    return Reason("new_member", text, months.reference, (member.place("admitted_on"),))


def _unsure_admission(member: Member, law: Parameters, day: date) -> tuple[Missing, ...]:
    months = law.find("rating.exempt.new_member_months")
    admitted: PartialDate | None = member.admitted_on
    if months is None or (admitted is not None and not add_months(admitted.last, int(months.share)) > day):
        return ()
    return (Missing("admitted_on", header("members", "admitted_on"), member.place("admitted_on")),)


def _unsure_leaving(member: Member, gone: str | None) -> tuple[Missing, ...]:
    if gone is None:
        return ()
    return (Missing("status_from", header("members", "status_from"), member.place("status_from")),)
