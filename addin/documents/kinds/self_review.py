"""Bản kiểm điểm, tự đánh giá, xếp loại cá nhân: Mẫu 2A, 2B or 2C of HD 43 by the member's object, prefilled, signed by the member.

The order of the headings of 2B and 2C was seen on a law portal; 2A's bare form was not: its headings follow the text of QĐ 366.
All judgement is the member's; what the workbook has (tasks, commitments, shortcomings named before) stands as a reminder.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from addin.core.dates import PartialDate
from addin.core.persons.rated import standings
from addin.core.persons.reading import Reading
from addin.core.tables.rows.members import Member
from addin.documents.parts.contexts import Context, settled, word, words
from addin.documents.parts.cycle import records
from addin.documents.parts.heading import Gaps, cell_title
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.yearly.points import both_totals
from addin.glossary.choices import CriterionSubject, StaffKind

_FIRST_YEAR = 2025
_LEADER, _INSIDE, _OUTSIDE = "2A", "2B", "2C"
_ANNEX = {_LEADER: "3", _INSIDE: "4", _OUTSIDE: "5"}
_WHO = {
    _LEADER: "đảng viên giữ chức vụ lãnh đạo, quản lý",
    _INSIDE: "đảng viên không giữ chức vụ lãnh đạo, quản lý",
    _OUTSIDE: "đảng viên ngoài hệ thống chính trị",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfReview(Context):
    """One member's review of a year."""

    form_code: str = word("“Mẫu 02A/02B/02C-HD KĐ.ĐG 2025”; trống với năm trước 2025")
    year: str = word("năm")
    who: str = word("đối tượng: giữ chức vụ lãnh đạo, quản lý; không giữ; ngoài hệ thống chính trị")
    is_leader: str = word("“x” khi giữ chức vụ lãnh đạo, quản lý (2A); trống khi không")
    is_outside: str = word("“x” khi ngoài hệ thống chính trị (2C); trống khi không")
    annex: str = word("số phụ lục chấm điểm: 3, 4 hoặc 5")
    full_name: str = word("họ và tên")
    birth_date: str = word("ngày sinh; trống khi sổ không có")
    employer: str = word("đơn vị công tác; trống khi sổ không có")
    cell: str = word("“Chi bộ …”")
    tasks: tuple[str, ...] = words("nhiệm vụ của năm đã ghi trong sổ, mỗi việc một dòng")
    commitments: tuple[str, ...] = words("cam kết tu dưỡng của năm, mỗi cam kết một dòng")
    earlier: tuple[str, ...] = words("hạn chế đã được chỉ ra ở các năm trước và việc khắc phục")
    points_general: str = word("điểm tự chấm tiêu chí chung, hoặc dấu chấm")
    points_tasks: str = word("điểm tự chấm kết quả nhiệm vụ, hoặc dấu chấm")
    points_total: str = word("tổng điểm tự chấm, hoặc dấu chấm")


def build(reading: Reading, request: Request) -> Built:
    """The review of the member asked for."""
    gaps, year, name = Gaps(), request.needed_year, request.needed_name
    people = People(reading)
    member = people.meant(name)
    form = form_of(member)
    if member.is_leader is None or member.staff_kind is None:
        gaps.tell(f"Sheet Đảng viên chưa ghi Lãnh đạo, quản lý hoặc Đối tượng của đồng chí {people.name(name)}: đang dùng mẫu {form}", member.place("full_name"))
    subject = CriterionSubject.LEADER if form == _LEADER else CriterionSubject.MEMBER
    general, results, total = both_totals(reading, subject, name, year)
    head = bare_fields(reading, PartialDate(request.on.year), gaps)
    context = SelfReview(
        **{key: head[key] for key in ("place_date", "layout")},
        summary=f"năm {year}",
        form_code=f"Mẫu 0{form}-HD KĐ.ĐG 2025" if year >= _FIRST_YEAR else "",
        year=str(year),
        who=_WHO[form],
        is_leader="x" if form == _LEADER else "",
        is_outside="x" if form == _OUTSIDE else "",
        annex=_ANNEX[form],
        full_name=people.name(name),
        birth_date=str(member.birth_date or ""),
        employer=member.employer or "",
        cell=cell_title(reading.book.settings, gaps),
        tasks=records.tasks(reading, name, year, year),
        commitments=records.commitments(reading, name, year, year),
        earlier=records.named_shortcomings(reading, name, year - 1),
        points_general=general,
        points_tasks=results,
        points_total=total,
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def form_of(member: Member) -> str:
    """2A who leads, 2C outside the political system, else 2B."""
    if member.is_leader:
        return _LEADER
    return _OUTSIDE if member.staff_kind in {StaffKind.RETIRED, StaffKind.OTHER} else _INSIDE


def _each(reading: Reading, request: Request) -> tuple[Request, ...]:
    """One review a member who is rated, unless one is asked for; namesakes by their numbers."""
    if request.name:
        return (request,)
    people = People(reading)
    rated = [one.member for one in standings(reading, request.needed_year) if one.why_not is None]
    named = [one.full_name if people.find(one.full_name or "").member else one.member_id for one in rated]
    return tuple(replace(request, name=name) for name in named if name)


KIND = Kind(id="self-review", title="Bản kiểm điểm cá nhân", context=SelfReview, build=build, each=_each)
