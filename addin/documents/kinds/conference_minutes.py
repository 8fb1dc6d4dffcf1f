"""Trích biên bản hội nghị chi bộ on one member: what was reported, said, concluded; opinions are left for the recorder (KT9)."""

from __future__ import annotations

from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.activities import Meeting
from addin.documents.parts import prose
from addin.documents.parts.contexts import BLANK, Minutes, settled, word, words
from addin.documents.parts.cycle import findings
from addin.documents.parts.cycle.case import Case, case_of, each_member
from addin.documents.parts.cycle.notice import meeting_of
from addin.documents.parts.cycle.standing import stands_in_case
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import minutes_fields
from addin.documents.parts.request import Request


@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceMinutes(Minutes):
    """The extract of the minutes of the meeting that concluded."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    meeting: str = word("ngày họp")
    attendance: str = word("câu về số có mặt trên tổng số")
    absent: tuple[str, ...] = words("đảng viên vắng mặt, mỗi đồng chí một dòng")
    purpose: str = word("câu nội dung hội nghị")
    lead: str = word("ai báo cáo kết quả: tổ trưởng")
    subject: str = word("đảng viên được kiểm tra, giám sát")
    strengths: tuple[str, ...] = words("kết luận về ưu điểm, mỗi điểm một dòng")
    shortcomings: tuple[str, ...] = words("kết luận về hạn chế, mỗi điểm một dòng")
    demands: tuple[str, ...] = words("yêu cầu đối với đảng viên")


def build(reading: Reading, request: Request) -> Built:
    """The extract on one member."""
    gaps = Gaps()
    case = case_of(reading, request, gaps)
    meeting, name = meeting_of(case), case.people.name(case.one)
    if meeting is None:
        gaps.tell("Sheet Sinh hoạt chưa có hội nghị chi bộ kết luận lượt này")
    demand = findings.demand(case, gaps)
    context = ConferenceMinutes(
        **minutes_fields(reading, KIND.symbol, meeting.held_on if meeting else None, request.on, gaps),
        summary=f"hội nghị Chi bộ xem xét, kết luận {case.act.about} đồng chí {name}",
        act=case.act.verb,
        meeting=prose.day_words(meeting.held_on if meeting else None),
        attendance=_attendance(meeting),
        absent=_absent(meeting, case),
        purpose=f"Xem xét, kết luận {case.act.about} đồng chí {name} theo {case.founded_on(gaps)}.",
        lead=case.lead_name(gaps),
        subject=name,
        strengths=findings.strengths(case.row),
        shortcomings=findings.shortcomings(case.row),
        demands=prose.listed([demand]) if demand else (),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _attendance(meeting: Meeting | None) -> str:
    present, total = (getattr(meeting, key) if meeting else None for key in ("present", "total"))
    told = [padded(count) if count is not None else BLANK for count in (present, total)]
    return f"Có mặt {told[0]}/{told[1]} đảng viên."


def _absent(meeting: Meeting | None, case: Case) -> tuple[str, ...]:
    """With a reason first; a name written in both columns once."""
    if meeting is None:
        return ()
    excused = [case.people.name(name) for name in meeting.absent_excused]
    others = [case.people.name(name) for name in meeting.absent if case.people.name(name) not in excused]
    return prose.listed([*(f"Đồng chí {name} (có lý do)" for name in excused), *(f"Đồng chí {name}" for name in others)])


def _lacks(reading: Reading, request: Request, _context: ConferenceMinutes) -> str:
    case = case_of(reading, request, Gaps())
    if meeting_of(case) is None:
        return "sheet Sinh hoạt chưa có hội nghị chi bộ kết luận lượt này"
    is_concluded = case.row is not None and findings.is_concluded(case.row)
    return "" if is_concluded else f"sheet Kiểm tra chưa ghi kết luận đối với đồng chí {case.people.name(case.one)}"


KIND = Kind(
    id="conference-minutes",
    title="Trích biên bản hội nghị chi bộ",
    context=ConferenceMinutes,
    build=build,
    symbol="BB",
    series="BB",
    each=each_member,
    stands=stands_in_case("conference-minutes", "BB"),
    lacks=_lacks,
)
