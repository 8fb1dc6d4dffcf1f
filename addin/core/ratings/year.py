"""`rate`: every person on the roll, the cap and the party cell, for one year, from the rows alone.

Same rows, same answer, in whatever order they stand. A year's law is that of 31/12; who stood where is
judged on the day of the rating meeting (judging.py). What was decided is read, never invented.
"""

from __future__ import annotations

from collections import defaultdict

from addin.core.levels import Level, lower
from addin.core.persons.reading import Reading, reading_of
from addin.core.places import Place
from addin.core.ratings.computing import Records, computed_from
from addin.core.ratings.facts import Facts
from addin.core.ratings.inputs import Inputs, Missing, position
from addin.core.ratings.judging import is_on_roll, standing_of
from addin.core.ratings.leadership import led_level
from addin.core.ratings.party_cell import rate_party_cell
from addin.core.ratings.quota import quota_of
from addin.core.ratings.results import Counted, MemberRating, Reason, Ruling, Status, Vote, YearRatings
from addin.core.ratings.season import Season, season_of
from addin.core.ratings.votes import ballot_row, ballots_of, base_for, counted
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.members import Member
from addin.core.tables.rows.ratings import RatingRow


@dataclass(frozen=True, slots=True)
class _Person:
    """Who is asked about: a member, a rating row, or both; `others` are further rows for the same person."""

    member: Member | None
    row: RatingRow | None
    others: tuple[RatingRow, ...] = ()
    is_doubtful: bool = False


def rate(source: Reading | Book, year: int) -> YearRatings:
    """The year's ratings as proposals with reasons, once a reading; Misuse for a year no instrument covers."""
    return reading_of(source).once(_rated_year, year)


def _rated_year(reading: Reading, year: int) -> YearRatings:
    season = season_of(reading, year)
    members = tuple(_rate_person(season, person) for person in _people(season))
    return YearRatings(
        year=season.year,
        regime=season.regime.regime,
        judged_on=season.on,
        members=members,
        quota=quota_of(members, season.law),
        party_cell=rate_party_cell(season, members),
    )


def inputs_of(season: Season, rating: MemberRating) -> Inputs:
    """The inputs one rating rests on: typed, else computed."""
    return _facts(season, _Person(rating.member, rating.row)).inputs


def _people(season: Season) -> list[_Person]:
    """Everybody on the roll in the order of the sheet, then rating rows of nobody on it."""
    rows: dict[int, list[RatingRow]] = defaultdict(list)
    strangers: list[_Person] = []
    for row in sorted(season.book.ratings, key=position):
        if row.year != season.law.year or not row.member:
            continue
        match = season.roster.find(row.member)
        if match.member is not None:
            rows[id(match.member)].append(row)
        else:
            strangers.append(_Person(None, row, (), bool(match.candidates)))
    people = []
    for member in sorted(season.book.members, key=position):
        own = rows.get(id(member), [])
        if member.full_name and (own or is_on_roll(member, season.on)):
            people.append(_Person(member, own[0] if own else None, tuple(own[1:])))
    return people + strangers


def _rate_person(season: Season, person: _Person) -> MemberRating:
    missing: tuple[Missing, ...] = ()
    if person.member is not None:
        standing = standing_of(person.member, season.law, season.on, has_row=person.row is not None)
        if standing.why_not is not None:
            return _not_rated(person, standing.why_not)
        missing = standing.missing
    ruling = _with_missing(season.regime.rate_member(_facts(season, person)), missing, person)
    return _rated(person, ruling, _vote(season, person))


def _facts(season: Season, person: _Person) -> Facts:
    known = person.member
    fallback = _place(person)
    records = season.records.get(id(known), Records()) if known else Records()
    computed = computed_from(season.book, season.law.year, records, known, season.on)
    disciplines = season.disciplines.get(id(known), ()) if known else ()
    led = led_level(season, known) if known else None
    return Facts(season.law, season.on, known, Inputs("ratings", person.row, fallback, computed), disciplines, led)


def _with_missing(ruling: Ruling, missing: tuple[Missing, ...], person: _Person) -> Ruling:
    """Adds what is doubtful about who the person is, or whether the person is rated at all."""
    reasons = [
        Reason(f"missing.{one.key}", f"Chưa rõ “{one.label}”: có thể thuộc diện không xếp loại.", None, (one.place,))
        for one in missing
    ]
    if person.member is None and person.row is not None:
        said = "trùng với nhiều người" if person.is_doubtful else "không có trong danh sách đảng viên"
        place = person.row.place("member")
        reasons.append(Reason("missing.member", f"Tên trên dòng xếp loại {said}: chưa xét được tư cách, kỷ luật.", None, (place,)))
    if person.others:
        places = tuple(row.place() for row in person.others)
        reasons.append(Reason("duplicate_row", "Năm này còn dòng xếp loại khác của cùng người: chỉ dùng dòng đầu.", None, places))
    provisional = ruling.provisional or any(one.rule.startswith("missing.") for one in reasons)
    return Ruling(ruling.ceiling, provisional, (*ruling.because, *reasons))


def _vote(season: Season, person: _Person) -> Counted:
    if person.row is None:
        return Counted()
    ballots = ballots_of(person.row)
    if ballots.total == 0:
        return Counted()
    name = person.member.full_name if person.member else person.row.member
    sheet = ballot_row(season.book.ballot_counts, season.law.year, name, season.roster)
    base = base_for(season.book, sheet, ballots, season.reading.roll(season.on))
    return counted(ballots, base, season.law.settings.ballot_threshold, season.law.year, "member")


def _rated(person: _Person, ruling: Ruling, vote: Counted) -> MemberRating:
    because = [*ruling.because, *vote.because]
    if vote.voted is not None and vote.voted.rank > ruling.ceiling.rank:
        text = "Phiếu cao hơn mức cao nhất quy định cho phép: lấy mức thấp hơn, chi bộ xem lại."
        because.append(Reason("vote.above_ceiling", text, None, vote.because[0].places))
    return MemberRating(
        place=_place(person),
        full_name=_name(person),
        status=Status.RATED,
        why_not=None,
        ceiling=ruling.ceiling,
        provisional=ruling.provisional,
        vote=vote.vote,
        voted=vote.voted,
        result=result_of(ruling.ceiling, vote),
        because=tuple(because),
        row=person.row,
        member=person.member,
    )


def _not_rated(person: _Person, why: Reason) -> MemberRating:
    return MemberRating(
        _place(person), _name(person), Status.NOT_RATED, why.text, None, False, Vote.NONE, None, None, (why,),
        person.row, person.member,
    )  # fmt: skip


def result_of(ceiling: Level, vote: Counted) -> Level | None:
    """The lower of ceiling and vote; the ceiling without a vote; nothing where the meeting votes again."""
    if vote.vote is Vote.NO_MAJORITY:
        return None
    return ceiling if vote.voted is None else lower(ceiling, vote.voted)


def _place(person: _Person) -> Place:
    row = person.row or person.member
    if row is None:
        raise LookupError
    return row.place()


def _name(person: _Person) -> str:
    written = person.member.full_name if person.member else person.row.member if person.row else None
    return written or ""
