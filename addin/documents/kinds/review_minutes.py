"""Biên bản hội nghị kiểm điểm, đánh giá, xếp loại: what the sheets know; opinions are left for the recorder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.ratings import YearRatings, rate
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.rows.book import Book
from addin.documents.parts import prose
from addin.documents.parts.cell_levels import cell_words
from addin.documents.parts.contexts import BLANK, Minutes, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import minutes_fields
from addin.documents.parts.people import People
from addin.documents.parts.rated_people import RatedPeople
from addin.documents.parts.rating_lines import level_counts, quota_sentence
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.glossary.choices import MeetingKind

_KIND = MeetingKind.REVIEW


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewMinutes(Minutes):
    """The minutes of one year's review meeting."""

    meeting: str = word("ngày họp")
    opening: str = word("câu mở đầu: chi bộ họp để làm gì")
    attendance: str = word("câu về tổng số, có mặt, vắng")
    absent: tuple[str, ...] = words("đảng viên vắng mặt, mỗi đồng chí một dòng")
    reviewed: tuple[str, ...] = words("đảng viên được kiểm điểm, mỗi đồng chí một dòng để ghi ý kiến")
    not_rated: tuple[str, ...] = words("đảng viên không xếp loại và lý do")
    counts: tuple[str, ...] = words("số đồng chí theo từng mức")
    quota: str = word("câu về giới hạn hoàn thành xuất sắc nhiệm vụ")
    cell_level: str = word("câu về mức chi bộ tự đề nghị cho chi bộ")


def build(reading: Reading, request: Request) -> Built:
    """The minutes of the latest Kiểm điểm meeting on that year up to today, and what they lack."""
    gaps, book, year = Gaps(), reading.book, request.needed_year
    ratings, people = rate(reading, year), People(reading)
    named = RatedPeople(reading, ratings)
    meeting = _meeting(book, year, request.on)
    if meeting is None:
        gaps.tell(f"Sheet Sinh hoạt chưa có cuộc họp Kiểm điểm của năm {year}")
    day = meeting.held_on if meeting else None
    recorded = ratings.party_cell.level
    if recorded is None:
        gaps.tell(f"Chưa có mức xếp loại chi bộ năm {year}: để trống")
    level = f"“{cell_words(recorded, year)}”" if recorded else BLANK
    context = ReviewMinutes(
        **minutes_fields(reading, KIND.symbol, day, request.on, gaps),
        summary=f"hội nghị kiểm điểm, đánh giá, xếp loại chất lượng năm {year}",
        meeting=prose.day_words(day),
        opening=f"{cell_title(book.settings, gaps)} họp kiểm điểm, đánh giá, xếp loại chất lượng năm {year}.",
        attendance=_attendance(meeting, gaps),
        absent=_absent(meeting, people),
        reviewed=_reviewed(ratings, named),
        not_rated=prose.listed([f"Đồng chí {named.name(one)}: {named.why_not(one)}" for one in ratings.members if not one.is_rated]),
        counts=level_counts(ratings, to_fill=True),
        quota=quota_sentence(ratings, gaps),
        cell_level=f"Chi bộ đề nghị xếp loại chi bộ: {level}.",
    )
    return settled(context, book.members), tuple(gaps.told)


def _meeting(book: Book, year: int, on: date) -> Meeting | None:
    """The latest one held for the year: in it, or early in the next, and not after `on`."""
    held = [
        row
        for row in book.meetings
        if row.kind == _KIND and row.held_on is not None and _is_of(row, year) and not row.held_on > on
    ]
    return max(held, key=lambda row: row.held_on.last if row.held_on else date.min, default=None)


def _is_of(row: Meeting, year: int) -> bool:
    day = row.held_on
    return day is not None and (day.year == year or (day.year == year + 1 and (day.month or 12) <= 3))


def _attendance(meeting: Meeting | None, gaps: Gaps) -> str:
    counts = []
    for key, meaning in (("total", "tổng số đảng viên"), ("present", "số có mặt")):
        value = getattr(meeting, key) if meeting else None
        if value is None:
            gaps.tell(f"Cuộc họp kiểm điểm chưa có {meaning}", meeting.place(key) if meeting else None)
        counts.append(BLANK if value is None else padded(value))
    total, present = (getattr(meeting, key) if meeting else None for key in ("total", "present"))
    away = f"; vắng: {padded(total - present)}" if total is not None and present is not None and total >= present else ""
    return f"Tổng số đảng viên: {counts[0]}; có mặt: {counts[1]}{away}."


def _reviewed(ratings: YearRatings, named: RatedPeople) -> tuple[str, ...]:
    """Each with a number and the posts of the day, in the order of the sheet."""
    rated = [one for one in ratings.members if one.is_rated]
    told = (", ".join(part for part in (named.name(one), named.posts(one)) if part) for one in rated)
    return tuple(f"2.{order}. Đồng chí {text}" for order, text in enumerate(told, 1))


def _absent(meeting: Meeting | None, people: People) -> tuple[str, ...]:
    if meeting is None:
        return ()
    excused = [f"{people.name(name)} (có lý do)" for name in meeting.absent_excused]
    known = [people.name(name) for name in meeting.absent_excused]
    others = [people.name(name) for name in meeting.absent if people.name(name) not in known]
    return prose.listed([f"Đồng chí {name}" for name in (*excused, *others)])


def _lacks(reading: Reading, request: Request, _context: ReviewMinutes) -> str:
    year = request.needed_year
    return "" if _meeting(reading.book, year, request.on) else f"sheet Sinh hoạt chưa có cuộc họp Kiểm điểm của năm {year}"


KIND = Kind(
    id="review-minutes",
    title="Biên bản kiểm điểm",
    context=ReviewMinutes,
    build=build,
    symbol="BB",
    series="BB",
    matter=Matter(("kiểm điểm",), never=("kiểm phiếu",)),
    lacks=_lacks,
)
