"""Bản tự đánh giá, xếp loại of a person by quarter or year (Mẫu 05 of HD 43: only its title was seen on a law portal).

Tables A and B hold the cell's own criteria; without them there is room to write, as a province's guide lets the person propose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts.contexts import Context, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import bare_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.yearly.points import CriterionLine, lines_of
from addin.glossary.choices import CriterionSection, CriterionSubject

_FIRST_YEAR = 2025
_AXES = (
    "Kinh tế, nhiệm vụ chính trị", "Thể chế", "Chuyển đổi số", "Xây dựng Đảng, hệ thống chính trị", "An sinh xã hội", "Quốc phòng, an ninh",
)  # fmt: skip
"""The six groups of a province's guide; their maxima are proposed by the person."""
_GENERAL = ("",) * 5


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodSelfRating(Context):
    """One person's own rating of a quarter or a year."""

    form_code: str = word("“Mẫu 05-HD KĐ.ĐG 2025”; trống với năm trước 2025")
    period: str = word("“Quý III, năm 2026” hoặc “Năm 2026”")
    full_name: str = word("họ và tên")
    birth_date: str = word("ngày sinh; trống khi sổ không có")
    posts: str = word("chức vụ; trống khi sổ không có")
    employer: str = word("đơn vị công tác; trống khi sổ không có")
    general: tuple[CriterionLine, ...] = words("bảng A, nhóm tiêu chí chung, mỗi tiêu chí một dòng")
    results: tuple[CriterionLine, ...] = words("bảng B, kết quả nhiệm vụ, mỗi tiêu chí một dòng")


def build(reading: Reading, request: Request) -> Built:
    """The form of the person asked for."""
    gaps, year, name = Gaps(), request.needed_year, request.needed_name
    people = People(reading)
    member = people.meant(name)
    subject = CriterionSubject.LEADER if member.is_leader else CriterionSubject.MEMBER
    head = bare_fields(reading, PartialDate(request.on.year), gaps)
    context = PeriodSelfRating(
        **{key: head[key] for key in ("place_date", "layout")},
        summary="của cá nhân",
        form_code="Mẫu 05-HD KĐ.ĐG 2025" if year >= _FIRST_YEAR else "",
        period=f"Quý {'I' * request.quarter if request.quarter < 4 else 'IV'}, năm {year}" if request.quarter else f"Năm {year}",
        full_name=people.name(name),
        birth_date=str(member.birth_date or ""),
        posts=people.posts(name, request.on),
        employer=member.employer or "",
        general=_lines(reading, CriterionSection.GENERAL, subject, request) or _room(_GENERAL),
        results=_lines(reading, CriterionSection.TASKS, subject, request) or _room(_AXES),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _lines(reading: Reading, section: str, subject: str, request: Request) -> tuple[CriterionLine, ...]:
    """The points entered are a year's: a quarter's form leaves them to be given."""
    lines = lines_of(reading, section, subject, request.needed_name, request.needed_year)
    if not request.quarter:
        return lines
    return tuple(CriterionLine(order=line.order, name=line.name, most=line.most, points="") for line in lines)


def _room(names: Sequence[str]) -> tuple[CriterionLine, ...]:
    return tuple(CriterionLine(order=str(order), name=name, most="", points="") for order, name in enumerate(names, 1))


KIND = Kind(id="period-self-rating", title="Bản tự đánh giá, xếp loại", context=PeriodSelfRating, build=build)
