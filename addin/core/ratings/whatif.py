"""Before the vote: who can still be HTXS under the cap, and what lacking evidence or an open remedy would change.

Facts only, in the order of facts. Who has neither a level nor evidence enough for one counts by the ceiling, which is
an assumption and said so. Which of the people who fit are chosen is the meeting's to decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from math import comb

from addin.core.dates import PartialDate
from addin.core.levels import Level
from addin.core.numerals import number_text, padded, percent
from addin.core.persons.rated import judged_on
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings.facts import words_of
from addin.core.ratings.inputs import Inputs
from addin.core.ratings.quota import quota_of
from addin.core.ratings.rating_year import RatingYear, rating_year_of
from addin.core.ratings.results import WEIGHED, MemberRating, Quota, YearRatings
from addin.core.ratings.year import inputs_of, on_roll, rate
from addin.core.reasons import Reason
from addin.core.records import dataclass
from addin.core.tables.rows.inspections import Inspection
from addin.glossary import fold, given_name_key

DECIDES = "Đây là số liệu để chuẩn bị; chi bộ thảo luận và biểu quyết quyết định."


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whose ceiling is HTXS; `facts` are what was entered, in words, with their squares."""

    rating: MemberRating
    facts: tuple[Reason, ...]

    @property
    def full_name(self) -> str:
        """The name as on the roll."""
        return self.rating.full_name

    @property
    def is_certain(self) -> bool:
        """Whether neither a blank nor the competent level can lower the ceiling any more."""
        return not self.rating.provisional and not self.is_weighed

    @property
    def is_weighed(self) -> bool:
        """Whether the text leaves a case of this person to the competent level."""
        return any(reason.rule.startswith(WEIGHED) for reason in self.rating.because)


@dataclass(frozen=True, slots=True)
class Change:
    """What one blank input or one open remedy would change for one person."""

    full_name: str
    what: str
    from_level: Level
    to_level: Level | None
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class WhatIf:
    """`selections` counts the ways to fill the cap; None where no cap is known."""

    year: int
    quota: Quota
    candidates: tuple[Candidate, ...]
    changes: tuple[Change, ...]
    selections: int | None
    notes: tuple[str, ...]

    @property
    def fits(self) -> bool:
        """Whether all candidates together fit the cap."""
        return self.quota.cap is None or len(self.candidates) <= self.quota.cap


def whatif(reading: Reading, year: int) -> WhatIf:
    """Who can still be HTXS, what would change, and which selections fit; Misuse as for `rate`."""
    rating_year, ratings = rating_year_of(reading, year), rate(reading, year)
    candidates = _candidates(rating_year, ratings)
    members = on_roll(ratings.members, rating_year.on)
    quota = quota_of(members, rating_year.law, assumed=True)
    cap = quota.cap
    selections = None if cap is None else comb(len(candidates), min(cap, len(candidates)))
    changes = (*_blanks(ratings), *_remedies(reading, ratings))
    notes = (*_assumed(members), *_notes(quota, candidates, selections))
    return WhatIf(year, quota, candidates, changes, selections, notes)


def selection_fits(asked: WhatIf, names: Sequence[str]) -> bool:
    """Whether these people can all be HTXS: each a candidate, and no more than the cap."""
    possible = {fold(one.full_name) for one in asked.candidates}
    chosen = {fold(name) for name in names}
    return chosen <= possible and (asked.quota.cap is None or len(chosen) <= asked.quota.cap)


def _candidates(rating_year: RatingYear, ratings: YearRatings) -> tuple[Candidate, ...]:
    able = [
        one
        for one in ratings.members
        if one.ceiling is Level.HTXS and one.level in (None, Level.HTXS)
    ]
    seen = [(_numbers(inputs_of(rating_year, one)), one) for one in able]
    ordered = sorted(seen, key=lambda item: _order(*item))
    return tuple(Candidate(one, _facts(rating_year, one)) for _, one in ordered)


def _order(numbers: tuple[Decimal, ...], rating: MemberRating) -> tuple[object, ...]:
    """Complete rows first, then points, tasks above target, agency's level; names only to keep the order."""
    return (rating.provisional, *(-number for number in numbers), given_name_key(rating.full_name), rating.place)


def _numbers(inputs: Inputs) -> tuple[Decimal, ...]:
    points = [inputs.number(key) for key in ("points_general", "points_tasks")]
    over, assigned = inputs.number("tasks_over"), inputs.number("tasks_assigned")
    agency = inputs.level("agency_level")
    return (
        sum((one for one in points if one is not None), Decimal()),
        over / assigned if over is not None and assigned else Decimal(),
        Decimal(agency.rank if agency else -1),
    )


def _facts(rating_year: RatingYear, rating: MemberRating) -> tuple[Reason, ...]:
    inputs = inputs_of(rating_year, rating)
    general, tasks = inputs.number("points_general"), inputs.number("points_tasks")
    over, assigned = inputs.number("tasks_over"), inputs.number("tasks_assigned")
    agency, found = inputs.level("agency_level"), []
    if general is not None and tasks is not None:
        found.append(Reason("fact.points", f"Tổng điểm {number_text(general + tasks)}.", None, inputs.places("points_general", "points_tasks")))
    if over is not None and assigned:
        text = f"Vượt mức {number_text(over)}/{number_text(assigned)} nhiệm vụ ({percent(over / assigned)})."
        found.append(Reason("fact.tasks_over", text, None, inputs.places("tasks_over", "tasks_assigned")))
    if agency is not None:
        found.append(Reason("fact.agency", f"Cơ quan xếp {words_of(agency, rating_year.year)}.", None, inputs.places("agency_level")))
    return tuple(found)


def _blanks(ratings: YearRatings) -> list[Change]:
    return [
        Change(one.full_name, reason.text, one.ceiling, None, reason.places)
        for one in ratings.members
        for reason in one.because
        if one.ceiling is not None and (reason.rule == "lacking" or reason.rule.startswith("missing."))
    ]


def _remedies(reading: Reading, ratings: YearRatings) -> list[Change]:
    """Rates again as if each open remedy were done: only what that changes is said."""
    opened = [one for one in reading.book.inspections if one.remedied_on is None and (one.shortcomings or one.remedy)]
    if not opened:
        return []
    day = PartialDate.of(judged_on(reading.book, ratings.year))
    remedied = {id(one): replace(one, remedied_on=day) for one in opened}
    after = rate(_with(reading, remedied), ratings.year)
    changes = []
    for before, later in zip(ratings.members, after.members, strict=True):
        if before.ceiling is not None and later.ceiling is not None and before.ceiling is not later.ceiling:
            places = tuple(place for reason in before.because if reason.rule == "htxs.shortcomings" for place in reason.places)
            text = f"Khắc phục xong các hạn chế đã chỉ ra: mức cao nhất từ {words_of(before.ceiling, ratings.year)} lên {words_of(later.ceiling, ratings.year)}."
            changes.append(Change(before.full_name, text, before.ceiling, later.ceiling, places))
    return changes


def _with(reading: Reading, remedied: dict[int, Inspection]) -> Reading:
    return reading.changed(inspections=tuple(remedied.get(id(one), one) for one in reading.book.inspections))


def _assumed(members: Sequence[MemberRating]) -> tuple[str, ...]:
    """Whom the cap could count only by the ceiling."""
    count = sum(1 for one in members if one.is_rated and one.counted is None)
    if not count:
        return ()
    return (f"Giả định: {padded(count)} người chưa có mức được tính theo mức cao nhất có thể.",)


def _notes(quota: Quota, candidates: Sequence[Candidate], selections: int | None) -> tuple[str, ...]:
    count = len(candidates)
    if quota.cap is None or selections is None:
        return (f"Có {padded(count)} người còn có thể Hoàn thành xuất sắc; không có số liệu về giới hạn.", DECIDES)
    if count <= quota.cap:
        return (f"Có {padded(count)} người còn có thể Hoàn thành xuất sắc, trong giới hạn {padded(quota.cap)}: chọn ai cũng vừa.", DECIDES)
    text = (
        f"Có {padded(count)} người còn có thể Hoàn thành xuất sắc, giới hạn {padded(quota.cap)}: "
        f"{selections} cách chọn đủ {padded(quota.cap)} người, mỗi cách để lại {padded(count - quota.cap)} người."
    )
    return (text, DECIDES)
