"""Comments of the places of residence in one year: who is to be asked, who was, what came back, what is overdue (F55, F56)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from addin.core.dates import PartialDate, year_end
from addin.core.parameters import Parameter, Parameters
from addin.core.persons.reading import Reading
from addin.core.persons.roster import key_of
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.activities import ResidenceComment
from addin.core.tables.rows.members import Member
from addin.core.tables.waiting import is_unanswered
from addin.glossary.choices import ResidenceLevel, StaffKind

REPLY_DAYS = "records.residence_reply_days"


class ResidenceState(StrEnum):
    """How far one member's comment is; overdue first, for that is what is to be done."""

    OVERDUE = "overdue"
    NOT_ASKED = "not_asked"
    WAITING = "waiting"
    UNREAD = "received_without_level"
    RECEIVED = "received"
    NOT_CONCERNED = "not_concerned"


@dataclass(frozen=True, slots=True)
class ResidenceLine:
    """One member on the roll; `place` is the row of the comment, else the member's own. `days` waited so far, or until the answer."""

    full_name: str
    residence: str | None
    state: ResidenceState
    requested_on: PartialDate | None
    received_on: PartialDate | None
    level: str | None
    days: int | None
    place: Place


@dataclass(frozen=True, slots=True)
class ResidenceYear:
    """`strangers` are rows of the year that name nobody on the roll."""

    year: int
    reply_days: Parameter
    lines: tuple[ResidenceLine, ...]
    strangers: tuple[Place, ...]

    def count(self, *states: ResidenceState) -> int:
        """How many members stand so."""
        return sum(line.state in states for line in self.lines)

    @property
    def answered(self) -> int:
        """How many came back, with a level or without."""
        return self.count(ResidenceState.RECEIVED, ResidenceState.UNREAD)

    @property
    def wanted(self) -> int:
        """Of how many members a comment is wanted."""
        return len(self.lines) - self.count(ResidenceState.NOT_CONCERNED)


def residence_year(reading: Reading, year: int, on: date) -> ResidenceYear:
    """Everybody in full activity at the end of the year, or today where it is not over; the armed forces only where they were asked."""
    day = min(year_end(year), on)
    allowed = Parameters(year, reading.book.settings).get(REPLY_DAYS)
    rows = {reading.roster.key(row.member): row for row in reversed(reading.book.residence_comments) if row.year == year and row.member}
    members = reading.roll(day).active
    lines = tuple(_line(member, rows.get(key_of(member)), int(allowed.share), on) for member in members if member.full_name)
    known = {key_of(member) for member in reading.book.members}
    strangers = tuple(row.place("member") for key, row in rows.items() if key not in known)
    return ResidenceYear(year, allowed, tuple(sorted(lines, key=lambda line: list(ResidenceState).index(line.state))), strangers)


def _line(member: Member, row: ResidenceComment | None, allowed: int, on: date) -> ResidenceLine:
    state = _state(member, row, allowed, on)
    requested, received = (row.requested_on, row.received_on) if row else (None, None)
    until = received.first if received else on
    days = (until - requested.last).days if requested and until >= requested.last else None
    place = row.place("member") if row else member.place("full_name")
    return ResidenceLine(member.full_name or "", member.residence, state, requested, received, row.level if row else None, days, place)


def _state(member: Member, row: ResidenceComment | None, allowed: int, on: date) -> ResidenceState:
    if row is None:
        return ResidenceState.NOT_CONCERNED if member.staff_kind == StaffKind.ARMED_FORCES else ResidenceState.NOT_ASKED
    if row.level == ResidenceLevel.NOT_CONCERNED:
        return ResidenceState.NOT_CONCERNED
    if row.level:
        return ResidenceState.RECEIVED
    if row.received_on is not None:
        return ResidenceState.UNREAD
    if row.requested_on is None:
        return ResidenceState.NOT_ASKED
    return ResidenceState.OVERDUE if is_unanswered(row, allowed, on) else ResidenceState.WAITING
