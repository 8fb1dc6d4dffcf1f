"""Sơ lược lý lịch of a member, as the member list has it."""

from __future__ import annotations

from datetime import date

from addin.core.dates import PartialDate
from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.heading import Gaps
from addin.documents.parts.people import People


def curriculum(reading: Reading, name: str, on: date, gaps: Gaps) -> tuple[str, ...]:
    """A line a datum; what the list does not have is left out and told once."""
    people = People(reading)
    member = people.find(name).member
    if member is None:
        gaps.tell(f"Chưa rõ lý lịch của đồng chí {people.name(name)}: không có trong sheet Đảng viên")
        return prose.listed([f"Họ và tên: {people.name(name)}"])
    told = (
        ("Họ và tên", people.name(name)),
        ("Ngày sinh", _day(member.birth_date)),
        ("Quê quán", member.hometown),
        ("Dân tộc", member.ethnicity),
        ("Nơi cư trú", member.residence),
        ("Ngày vào Đảng", _day(member.admitted_on)),
        ("Ngày chính thức", _day(member.official_on)),
        ("Chức vụ", people.posts(name, on)),
        ("Đơn vị công tác", member.employer),
    )
    lacking = [what for what, value in told if not value]
    if lacking:
        gaps.tell(f"Lý lịch của đồng chí {people.name(name)} còn thiếu: {', '.join(lacking).lower()}", member.place("full_name"))
    return prose.listed([f"{what}: {value}" for what, value in told if value])


def _day(day: PartialDate | None) -> str | None:
    return str(day) if day else None
