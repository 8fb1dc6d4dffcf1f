"""`rate`: every person on the roll, the cap and the party cell, for one year, from the rows alone.

Same rows, same answer, in whatever order they stand. A year's law is that of 31/12; who stood where is
judged on the day of the rating meeting (core/persons/rated.py). What was decided is read, never invented.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from addin.core.persons.rated import Standing, rating_rows, standings
from addin.core.persons.reading import Reading
from addin.core.persons.roll import belongs
from addin.core.places import Place
from addin.core.ratings.computing import Records, computed_from, with_last_year
from addin.core.ratings.decided import decided_unrated, decision_unread
from addin.core.ratings.double_count import with_agreed
from addin.core.ratings.facts import Facts
from addin.core.ratings.inputs import Inputs
from addin.core.ratings.known_days import known_to
from addin.core.ratings.leadership import led_level
from addin.core.ratings.party_cell import rate_party_cell
from addin.core.ratings.quota import quota_of
from addin.core.ratings.rating_year import RatingYear, rating_year_of
from addin.core.ratings.regimes import regime_in
from addin.core.ratings.results import (
    Counted,
    MemberRating,
    Recorded,
    Ruling,
    Status,
    Vote,
    YearRatings,
    level_of_record,
)
from addin.core.ratings.votes import above_ceiling, ballot_row, ballots_of, base_for, counted, result_of
from addin.core.reasons import Missing, Reason
from addin.core.records import dataclass
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.ratings import RatingRow

_DOUBT: Final = "missing."
NOTHING_ADVERSE: Final = Reason(
    "adverse.none",
    "Ô để trống về kỷ luật, suy thoái, vi phạm, mất đoàn kết, tín nhiệm thấp, nghỉ ốm, nơi phụ trách chậm: không có ghi nhận.",
)
"""Said once for the list; an adverse fact is written when it happens."""


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is asked about: a member, a rating row, or both; `others` are further rows for the same person."""

    member: Member | None
    row: RatingRow | None
    others: tuple[RatingRow, ...] = ()
    standing: Standing | None = None
    is_doubtful: bool = False


def rate(reading: Reading, year: int) -> YearRatings:
    """The year's ratings as proposals with reasons, once a reading; Misuse for a year no instrument covers."""
    return reading.once(_rated_year, year)


def _rated_year(reading: Reading, year: int) -> YearRatings:
    rating_year = rating_year_of(with_agreed(reading, year), year)
    members = tuple(_rate_person(rating_year, person) for person in _people(rating_year))
    return YearRatings(
        year=rating_year.year,
        regime=regime_in(rating_year.year),
        judged_on=rating_year.on,
        members=members,
        quota=quota_of(on_roll(members, rating_year.on), rating_year.law),
        party_cell=rate_party_cell(rating_year, members),
        notes=(NOTHING_ADVERSE,) if any(one.is_rated for one in members) else (),
    )


def on_roll(members: Sequence[MemberRating], day: date) -> tuple[MemberRating, ...]:
    """Whom the cap counts: members of the roll of the judged day, nobody else."""
    return tuple(one for one in members if one.member is not None and belongs(one.member, day))


def inputs_of(rating_year: RatingYear, rating: MemberRating) -> Inputs:
    """The inputs one rating rests on: typed, else computed."""
    return _facts(rating_year, _Person(rating.member, rating.row)).inputs


def _people(rating_year: RatingYear) -> list[_Person]:
    """Everybody on the roll in the order of the sheet, then rating rows of nobody on it."""
    reading, year = rating_year.reading, rating_year.year
    rows = rating_rows(reading, year)
    people = []
    for standing in standings(reading, year):
        own = rows.of(standing.member)
        people.append(_Person(standing.member, own[0] if own else None, own[1:], standing))
    doubtful = ((row, bool(reading.roster.find(row.member or "").candidates)) for row in rows.of_strangers)
    return people + [_Person(None, row, is_doubtful=is_doubtful) for row, is_doubtful in doubtful]


def _rate_person(rating_year: RatingYear, person: _Person) -> MemberRating:
    standing = person.standing
    if standing is not None and standing.why_not is not None:
        return _not_rated(person, standing.why_not)
    unrated = decided_unrated(rating_year.reading, person.row)
    if unrated is not None:
        return _not_rated(person, unrated)
    unread = decision_unread(rating_year.reading, person.row)
    doubts = (*_doubts(standing.missing if standing is not None else (), person), *((unread,) if unread else ()))
    rated = _rated(person, rating_year.regime.rate_member(_facts(rating_year, person)), doubts, _vote(rating_year, person))
    return replace(rated, recorded=Recorded()) if unread else rated


def _facts(rating_year: RatingYear, person: _Person) -> Facts:
    known = person.member
    fallback = _place(person)
    records = rating_year.records.get(id(known), Records()) if known else Records()
    computed = computed_from(rating_year.book, rating_year.year, records, known, on=rating_year.on, known=rating_year.reading.once(known_to, rating_year.year))
    before = rating_rows(rating_year.reading, rating_year.year - 1).of(known)[:1] if known else ()
    computed = with_last_year(computed, before[0] if before else None)
    disciplines = rating_year.disciplines.get(id(known), ()) if known else ()
    led = led_level(rating_year, known) if known else None
    return Facts(rating_year.law, rating_year.on, known, Inputs("ratings", person.row, fallback, computed), disciplines, led)


def _doubts(missing: tuple[Missing, ...], person: _Person) -> tuple[Reason, ...]:
    """What is doubtful about who the person is, or whether the person is rated at all: it lowers no level."""
    reasons = [
        Reason(f"{_DOUBT}{one.key}", f"Chưa rõ “{one.label}”: có thể thuộc diện không xếp loại.", None, (one.place,))
        for one in missing
    ]
    if person.member is None and person.row is not None:
        said = "trùng với nhiều người" if person.is_doubtful else "không có trong danh sách đảng viên"
        place = person.row.place("member")
        reasons.append(Reason(f"{_DOUBT}member", f"Tên trên dòng xếp loại {said}: chưa xét được tư cách, kỷ luật.", None, (place,)))
    if person.others:
        places = tuple(row.place() for row in person.others)
        reasons.append(Reason("duplicate_row", "Năm này còn dòng xếp loại khác của cùng người: chỉ dùng dòng đầu.", None, places))
    return tuple(reasons)


def _vote(rating_year: RatingYear, person: _Person) -> Counted:
    if person.row is None:
        return Counted()
    ballots = ballots_of(person.row)
    if ballots.total == 0:
        return Counted()
    name = person.member.full_name if person.member else person.row.member
    sheet = ballot_row(rating_year.book.ballot_counts, rating_year.law.year, name, rating_year.roster)
    base = base_for(rating_year.book, sheet, ballots, rating_year.reading.roll(rating_year.on))
    return counted(ballots, base, rating_year.law.settings.ballot_threshold, rating_year.law.year, "member")


def _rated(person: _Person, ruling: Ruling, doubts: tuple[Reason, ...], vote: Counted) -> MemberRating:
    row = person.row
    return MemberRating(
        place=_place(person),
        full_name=_name(person),
        status=Status.RATED,
        why_not=None,
        ceiling=ruling.ceiling,
        provisional=bool(ruling.lacking) or any(one.rule.startswith(_DOUBT) for one in doubts),
        lacking=ruling.lacking,
        recorded=level_of_record(row.final_level if row else None, row.cell_level if row else None, vote.voted),
        vote=vote.vote,
        voted=vote.voted,
        result=result_of(ruling, vote),
        because=(*ruling.because, *doubts, *vote.because, *above_ceiling(ruling, vote)),
        row=row,
        member=person.member,
    )


def _not_rated(person: _Person, why: Reason) -> MemberRating:
    return MemberRating(
        place=_place(person),
        full_name=_name(person),
        status=Status.NOT_RATED,
        why_not=why.text,
        ceiling=None,
        provisional=False,
        lacking=(),
        recorded=Recorded(),
        vote=Vote.NONE,
        voted=None,
        result=None,
        because=(why,),
        row=person.row,
        member=person.member,
    )


def _place(person: _Person) -> Place:
    row = person.row or person.member
    if row is None:
        raise LookupError
    return row.place()


def _name(person: _Person) -> str:
    written = person.member.full_name if person.member else person.row.member if person.row else None
    return written or ""
