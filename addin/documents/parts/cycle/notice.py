"""Thông báo kết luận to one member: strengths, shortcomings, what is asked, by when; what it rests on is cited (forms.md §1, KT10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from addin.core.persons.reading import Reading
from addin.core.tables.rows.activities import Meeting
from addin.core.tables.series import read_number
from addin.core.writes import Write
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.cycle import findings
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.heading import Gaps, heading_of, superior_committee
from addin.documents.parts.kind import Built
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.errors import PaperRefused
from addin.glossary.choices import MeetingKind, Role

SYMBOL = "TB"


@dataclass(frozen=True, slots=True, kw_only=True)
class ConclusionNotice(Issued):
    """What the cell concluded on one member."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    opening: str = word("câu mở đầu: căn cứ quyết định, kế hoạch, báo cáo, hội nghị; ai, nội dung, mốc thời gian")
    strengths: tuple[str, ...] = words("ưu điểm, mỗi ưu điểm một dòng")
    shortcomings: tuple[str, ...] = words("hạn chế, khuyết điểm, mỗi điểm một dòng; trống khi không có")
    conclusion: str = word("câu kết luận của chi bộ; trống khi sổ chưa ghi")
    demands: tuple[str, ...] = words("yêu cầu: ai, việc gì, hạn nào; trống khi không có")
    follow_up: str = word("ai theo dõi việc thực hiện")


def build_notice(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The notice of a conclusion that stands in Kiểm tra; PaperRefused while there is none."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    row, name = case.row, case.people.name(case.one)
    if row is None or not findings.is_concluded(row):
        raise PaperRefused(
            f"Chưa lập thông báo: sheet Kiểm tra chưa ghi kết luận đối với đồng chí {name}.",
            "Ghi các cột Ưu điểm, Hạn chế, khuyết điểm, Kết luận của dòng ấy rồi lập lại.",
        )
    given = read_number(row.conclusion_no)
    if given is not None and given.kind != SYMBOL:
        raise PaperRefused(
            f"Chưa lập thông báo: kết luận đã gửi bằng văn bản số {row.conclusion_no}, không phải Thông báo ({row.place('conclusion_no')}).",
            "Dùng văn bản đã gửi; nếu số ấy ghi nhầm thì sửa ở sheet Kiểm tra rồi lập lại.",
        )
    told = findings.contradiction(row)
    if told:
        raise PaperRefused(f"Chưa lập thông báo: {prose.lower_first(told)} ({row.place('conclusion')}).", "Sửa dòng ấy ở sheet Kiểm tra rồi lập lại.")
    context = ConclusionNotice(
        **_issued(case, gaps),
        summary=f"kết luận {case.act.about} đồng chí {name}",
        act=case.act.verb,
        opening=_opening(case, gaps),
        strengths=findings.strengths(row),
        shortcomings=findings.shortcomings(row),
        conclusion=f"Chi bộ kết luận: “{row.conclusion}”." if row.conclusion else "",
        demands=prose.listed([demand] if (demand := findings.demand(case, gaps)) else []),
        follow_up=_follow_up(case),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def has_its_number(reading: Reading, request: Request) -> bool:
    """Whether Kiểm tra has the number of this notice."""
    case = case_of(reading, request, Gaps())
    return case.row is not None and read_number(case.row.conclusion_no) is not None


def squares(reading: Reading, request: Request, number: str) -> tuple[Write, ...]:
    """Number and day in the member's row of Kiểm tra; what somebody entered there stands."""
    row = case_of(reading, request, Gaps()).row
    if row is None:
        return ()
    wanted = (("conclusion_no", row.conclusion_no, number), ("conclusion_date", row.conclusion_date, request.on))
    return tuple(Write(row.place(key), value, f"thông báo {number}") for key, known, value in wanted if known is None and row.has(key))


def _issued(case: Case, gaps: Gaps) -> dict[str, Any]:
    """Head, signer, recipients; number and date of a notice that was given stand."""
    row, book = case.row, case.reading.book
    day = row.conclusion_date if row else None
    on = (day.exact if day else None) or case.on
    number = read_number(row.conclusion_no) if row else None
    fields = issued_fields(case.reading, SYMBOL, on, gaps)
    if number is not None and day is not None:
        head = heading_of(book.settings, SYMBOL, day, gaps, number=number.value)
        fields = {**fields, "number": head.number, "place_date": head.place_date}
    superior = superior_committee(book.settings)
    who = [f"Uỷ ban Kiểm tra {superior} (để báo cáo)"] if superior else []
    who += ["Cấp uỷ Chi bộ"] if book.settings.has_committee else []
    lines = tuple(f"- {one}," for one in (*who, f"Đồng chí {case.people.name(case.one)} (để thực hiện)"))
    return {**fields, "recipients": lines, "archive": "Lưu Chi bộ, hồ sơ."}


def meeting_of(case: Case) -> Meeting | None:
    """The meeting of the cell that concluded: on the day of the conclusion, else the first behind the work."""
    row = case.row
    day = row.conclusion_date if row else None
    held = [one for one in case.reading.book.meetings if one.held_on is not None and one.kind != MeetingKind.GROUP]
    if day is not None:
        return next((one for one in held if one.held_on == day), None)
    ends = case.facts.ends_on
    later = [one for one in held if ends is not None and one.held_on is not None and not one.held_on < ends.first]
    return min(later, key=lambda one: one.held_on.first if one.held_on else case.on, default=None)


def _opening(case: Case, gaps: Gaps) -> str:
    meeting = meeting_of(case)
    if meeting is None:
        gaps.tell("Sheet Sinh hoạt chưa có hội nghị chi bộ kết luận lượt này")
    at = f", hội nghị Chi bộ {prose.day_words(meeting.held_on)}" if meeting else ""
    posts = case.people.posts(case.one, case.on)
    who = ", ".join(part for part in (case.people.name(case.one), posts) if part)
    contents = prose.joined(content_clauses(case.facts.turns[0].contents))
    what = f" về {contents}" if contents else ""
    return (
        f"Thực hiện {case.founded_on(gaps)}; trên cơ sở báo cáo kết quả {case.act.verb} của {case.act.team}{at}, Chi bộ "
        f"kết luận việc {case.act.verb} đối với đồng chí {who}{what}; mốc thời gian {case.act.verb} {case.period(gaps)}, như sau:"
    )


def _follow_up(case: Case) -> str:
    adviser = People(case.reading).holders(Role.INSPECTION_ADVISER, case.on)
    who = f"Đồng chí {case.people.name(adviser[0])}" if len(adviser) == 1 else "Chi uỷ" if case.reading.book.settings.has_committee else "Bí thư Chi bộ"
    return f"{who} theo dõi, đôn đốc việc thực hiện Thông báo này, báo cáo Chi bộ."

