"""The season of reviews and ratings (HD 43-HD/BTCTW from 2025): its calendar, and what of it is still open.

The draft report goes out working days before the meeting; members are rated before the cell (QĐ 366, Điều 12); the
collective plans its remedies after the review (Điều 8); all is done before the day of the law, or of the cell's setting.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from addin.core.dates import day_of, vn_date
from addin.core.numerals import padded
from addin.core.parameters import Parameter
from addin.core.persons.rated import law_of, rating_ballots, rating_rows, standings
from addin.core.persons.reading import Reading
from addin.core.places import Place
from addin.core.ratings.double_count import with_agreed
from addin.core.records import dataclass
from addin.core.regulations.citations import rating_basis
from addin.core.regulations.law import description
from addin.core.summaries.fill_in import free_square, to_fill
from addin.core.summaries.to_do import CalendarDay, Command, Item, State, state_of
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.members import Member
from addin.core.working_days import working_days_before
from addin.glossary import fold
from addin.glossary.choices import MeetingKind
from addin.patterns import pattern

_SEASON_BEGINS = 11
_FIRST_HALF = 6
_ISO_DAY = pattern(r"(\d{2})-(\d{2})")
_WRITTEN_DAY = pattern(r"(\d{1,2})\s*[/.]\s*(\d{1,2})(?:[/.]\d{4})?")
_MEMBER_DONE = ("final_level", "cell_level", "votes_htxs", "votes_htt", "votes_htn", "votes_kht")


@dataclass(frozen=True, slots=True)
class Season:
    """One year's season: `meeting` is the review meeting where one is entered, `last` the day all is done by."""

    year: int
    draft_days: Parameter
    deadline: Parameter
    last: date
    meeting: Meeting | None
    review_days: Parameter | None = None
    special_units: Parameter | None = None

    @property
    def met_on(self) -> date | None:
        """The day of the review meeting, where it is entered."""
        return self.meeting.held_on.last if self.meeting and self.meeting.held_on else None

    @property
    def draft_due(self) -> date:
        """The last day to send the draft report: counted from the meeting, else from the end of the season."""
        return working_days_before(self.met_on or self.last, int(self.draft_days.share))


def season_of(reading: Reading, on: date) -> Season | None:
    """The season a day belongs to; None in years whose law sets no deadlines."""
    year = on.year if on.month >= _SEASON_BEGINS else on.year - 1
    law = law_of(reading, year)
    draft, deadline = law.find("rating.deadlines.draft_report_working_days"), law.find("rating.deadlines.year_end")
    if draft is None or deadline is None:
        return None
    last = _day_in(deadline.word, year)
    review, special = law.find("rating.deadlines.review_days"), law.find("rating.deadlines.special_units")
    return Season(year, draft, deadline, last, _meeting(reading, year, last), review, special)


def calendar(reading: Reading, on: date) -> tuple[CalendarDay, ...]:
    """The days of the season, in order."""
    season = season_of(reading, on)
    if season is None:
        return ()
    met, year, draft = season.met_on, season.year, season.draft_days
    days = int(draft.share)
    at = f"hội nghị kiểm điểm ngày {vn_date(met)}" if met else "hội nghị kiểm điểm (chưa ghi ngày họp ở sheet Sinh hoạt)"
    found = [CalendarDay("review.draft", season.draft_due, f"Gửi dự thảo báo cáo kiểm điểm tập thể, ít nhất {days} ngày làm việc trước {at}.", str(draft.reference), _held_at(reading, season), Command("document", ("collective-review", "--year", str(year))))]
    if met:
        text = "Hội nghị kiểm điểm: tập thể trước, cá nhân sau; xếp loại đảng viên trước, chi bộ sau; lãnh đạo kiểm điểm ở chi bộ trước, ở tập thể lãnh đạo sau."
        text += _review_days(season)
        found.append(CalendarDay("review.meeting", met, text, f"Điều 7, Điều 12 {rating_basis(year)[0].cite(on_first_use=False)}", _held_at(reading, season)))
    text = f"Hoàn thành kiểm điểm, xếp loại năm {year} trước ngày này; tập thể có kế hoạch khắc phục hạn chế sau kiểm điểm."
    text += _special_units(season)
    found.append(CalendarDay("review.done", season.last, text, str(season.deadline.reference), command=Command("rate", ("--year", str(year)))))
    return tuple(sorted(found, key=lambda day: (day.on, day.id)))


def _review_days(season: Season) -> str:
    """How long a review takes at least, unless the superior ruled otherwise."""
    if season.review_days is None:
        return ""
    return f" Kiểm điểm một tập thể, cá nhân ít nhất {padded(int(season.review_days.share))} ngày, trừ nơi có quy định khác."


def _special_units(season: Season) -> str:
    """Whom the text gives longer, and where to enter it; nothing where the cell entered its own day."""
    if season.special_units is None or season.deadline.places:
        return ""
    later, heading = vn_date(_day_in(season.special_units.word, season.year)), description("rating.deadlines.year_end")
    return f" Đơn vị đặc thù hoàn thành trước ngày {later}: ghi ngày ấy vào mục “{heading}” ở sheet Thiết lập."


def review_items(reading: Reading, on: date) -> Iterator[Item]:
    """What of the season is still open on the day."""
    season = season_of(reading, on)
    if season is None:
        return
    met = season.met_on
    if met is None or met >= on:
        yield from _draft(reading, season, on)
    yield from _ratings(reading, season, on)
    if met is not None and met < on:
        yield from _remedy_plan(reading, season, met)


def _draft(reading: Reading, season: Season, on: date) -> Iterator[Item]:
    if _has_paper(reading, season, "báo cáo kiểm điểm") or on > season.last:
        return
    days = int(season.draft_days.share)
    places = _held_at(reading, season)
    if season.met_on:
        text = f"Gửi dự thảo báo cáo kiểm điểm tập thể: ít nhất {days} ngày làm việc trước hội nghị ngày {vn_date(season.met_on)}."
    else:
        text = (
            f"Định ngày hội nghị kiểm điểm năm {season.year} (ghi ở sheet Sinh hoạt) và gửi dự thảo báo cáo kiểm điểm tập thể "
            f"trước hội nghị ít nhất {days} ngày làm việc."
        )
    command = Command("document", ("collective-review", "--year", str(season.year)))
    yield Item("review.draft", state_of(season.draft_due, on) or State.MISSING, text, season.draft_due, command, places)


def _held_at(reading: Reading, season: Season) -> tuple[Place, ...]:
    """The square of the meeting's day, or where it is to be written."""
    return (season.meeting.place("held_on"),) if season.meeting else free_square(reading, "meetings", "held_on", season.year)


def _ratings(reading: Reading, season: Season, on: date) -> Iterator[Item]:
    rated = [one.member for one in standings(reading, season.year) if one.why_not is None]
    waiting = [member for member in rated if not _is_settled(reading, season, member)]
    rows = [row for row in reading.book.cell_years if row.year == season.year]
    cell = next((row for row in rows if row.level or row.self_level), None)
    state, command = state_of(season.last, on), Command("rate", ("--year", str(season.year)))
    if waiting and len(waiting) < len(rated) and cell is not None:
        text = f"Chi bộ đã xếp loại khi còn {padded(len(waiting))} đảng viên chưa có mức: xếp loại đảng viên trước, chi bộ sau (Điều 12)."
        yield Item("review.order", State.DUE, text, season.last, places=(cell.place("self_level"),))
    if state is None or not rated or (state is State.LATE and season.met_on is None and len(waiting) == len(rated)):
        return
    limit = f"trước ngày {vn_date(season.last)}"
    if waiting:
        text = f"Kiểm điểm, xếp loại {padded(len(waiting))} đảng viên năm {season.year}, {limit}."
        yield Item("review.members", state, text, season.last, command, _places(reading, season, waiting))
    if cell is None:
        text = f"Xếp loại chi bộ năm {season.year} sau khi xếp loại đảng viên (Điều 12), {limit}."
        places = tuple(row.place("self_level") for row in rows) or free_square(reading, "cell_years", "self_level")
        yield Item("review.party_cell", state, text, season.last, command, places)


def _remedy_plan(reading: Reading, season: Season, met: date) -> Iterator[Item]:
    if reading.book.has_table("documents") and not _has_paper(reading, season, "kế hoạch khắc phục"):
        text = f"Lập kế hoạch khắc phục hạn chế, khuyết điểm của tập thể sau kiểm điểm ngày {vn_date(met)} (Điều 8)."
        free = free_square(reading, "documents", "number", season.year)
        yield Item("review.remedy_plan", State.MISSING, text, places=free, to_fill=to_fill(reading, free))


def _is_settled(reading: Reading, season: Season, member: Member) -> bool:
    rows = rating_rows(with_agreed(reading, season.year), season.year).of(member)
    return bool(rows) and any(getattr(rows[0], key) is not None for key in _MEMBER_DONE)


def _places(reading: Reading, season: Season, waiting: list[Member]) -> tuple[Place, ...]:
    rows = rating_rows(reading, season.year)
    return tuple(rows.of(member)[0].place("cell_level") if rows.of(member) else member.place("full_name") for member in waiting)


def _has_paper(reading: Reading, season: Season, words: str) -> bool:
    """Whether a paper of the season says so in its kind or title."""
    wanted = fold(words)
    return any(
        wanted in fold(f"{one.kind or ''} {one.title or ''}")
        for one in reading.book.documents
        if one.date and season.year <= one.date.year <= season.year + 1 and not one.void_reason
    )


def _meeting(reading: Reading, year: int, last: date) -> Meeting | None:
    """The latest review meeting of the season, which the rating ballots may date too."""
    begins = date(year, _SEASON_BEGINS, 1)
    ballots = {row.meeting_on.exact for row in rating_ballots(reading.book.ballot_counts, year) if row.meeting_on}
    found = [
        one
        for one in reading.book.meetings
        if one.held_on and (one.kind == MeetingKind.REVIEW or one.held_on.exact in ballots) and begins <= one.held_on.first <= last
    ]
    return max(found, key=lambda one: one.held_on.last if one.held_on else begins, default=None)


def _day_in(written: str, year: int) -> date:
    """The deadline as a day: of the year itself, or of the next where it lies in its first half."""
    iso, plain = _ISO_DAY.fullmatch(written.strip()), _WRITTEN_DAY.fullmatch(written.strip())
    month, day = (int(iso[1]), int(iso[2])) if iso else (int(plain[2]), int(plain[1])) if plain else (12, 31)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        month, day = 12, 31
    return day_of(year + 1 if month <= _FIRST_HALF else year, month, day)
