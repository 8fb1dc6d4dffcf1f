"""Tóm tắt hồ sơ đảng viên: one member over the years, as the workbook has it. Ours: not the yearly phiếu bổ sung hồ sơ.

Restricted sheets are not looked at: a denunciation stands in no record.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.tables.rows.activities import Training
from addin.core.tables.rows.columns import Row
from addin.core.tables.rows.discipline import Discipline, Reward
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.organisation import Appointment
from addin.core.tables.rows.supervision import SupervisionNote
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses, shortcoming_clause
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.cycle import records
from addin.documents.parts.cycle.curriculum import curriculum
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.people import People
from addin.documents.parts.rating_lines import level_words
from addin.documents.parts.request import Request

_FIRST, _LAST = 1900, 2999


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRecord(Signed):
    """What the workbook has of one member; an empty list has no heading."""

    full_name: str = word("họ và tên")
    curriculum: tuple[str, ...] = words("lý lịch, mỗi mục một dòng")
    posts: tuple[str, ...] = words("chức vụ đã giữ ở chi bộ, từ ngày đến ngày")
    ratings: tuple[str, ...] = words("mức xếp loại từng năm")
    inspections: tuple[str, ...] = words("các lượt được kiểm tra, giám sát và kết luận")
    notes: tuple[str, ...] = words("ghi nhận giám sát")
    tasks: tuple[str, ...] = words("nhiệm vụ được giao và kết quả")
    commitments: tuple[str, ...] = words("cam kết tu dưỡng, rèn luyện")
    rewards: tuple[str, ...] = words("khen thưởng")
    disciplines: tuple[str, ...] = words("kỷ luật")
    trainings: tuple[str, ...] = words("bồi dưỡng")
    residence: tuple[str, ...] = words("nhận xét nơi cư trú")


def build(reading: Reading, request: Request) -> Built:
    """The record of the member asked for, of one year where a year is asked for."""
    gaps, name = Gaps(), request.needed_name
    people = People(reading)
    people.meant(name)
    first, last = (request.year, request.year) if request.year else (_FIRST, _LAST)
    context = MemberRecord(
        **signed_fields(reading, request.on, gaps),
        summary=f"tóm tắt của đồng chí {people.name(name)}" + (f" năm {request.year}" if request.year else ""),
        full_name=people.name(name),
        curriculum=curriculum(reading, name, request.on, gaps),
        ratings=_ratings(reading, name, first, last),
        tasks=records.tasks(reading, name, first, last),
        commitments=records.commitments(reading, name, first, last),
        residence=records.residence(reading, name, first, last),
        **_of_sheets(reading, name, first, last),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _of_sheets(reading: Reading, name: str, first: int, last: int) -> dict[str, Any]:
    """A line a row of each sheet that names the member; of the years asked for where a row has one."""
    book, people = reading.book, People(reading)
    inspections = (row for row in book.inspections if row.year and first <= row.year <= last)
    notes = (row for row in book.supervision_notes if row.noted_on and first <= row.noted_on.year <= last)

    def own(rows: Iterable[Row], key: str, told: Callable[..., str]) -> tuple[str, ...]:
        named = (row for row in rows if getattr(row, key) and people.same(getattr(row, key), name))
        return prose.listed([told(row) for row in named])

    return {
        "posts": own(book.appointments, "member", _post),
        "inspections": own(inspections, "member", _inspection),
        "notes": own(notes, "member", _note),
        "rewards": own(book.rewards, "subject", _reward),
        "disciplines": own(book.disciplines, "member", _discipline),
        "trainings": own(book.trainings, "member", _training),
    }


def _post(row: Appointment) -> str:
    return f"{row.role}: từ {row.from_ or '……'} đến {row.to or 'nay'}"


def _inspection(row: Inspection) -> str:
    by = f" theo Quyết định số {row.decision_no}" if row.decision_no else ""
    return _joined(
        f"Năm {row.year}: {(row.kind or '').lower()}{by}",
        f"nội dung: {'; '.join(content_clauses(row.contents))}" if row.contents else "",
        f"kết luận: {row.conclusion.lower()}" if row.conclusion else "",
        f"hạn chế: {prose.joined([shortcoming_clause(code) for code in row.shortcomings])}" if row.shortcomings else "",
        f"khắc phục xong {prose.day_words(row.remedied_on)}" if row.remedied_on else "",
    )


def _note(row: SupervisionNote) -> str:
    return f"{prose.upper_first(prose.day_words(row.noted_on))}, {(row.kind or '').lower()}: {row.text or 'không'}"


def _reward(row: Reward) -> str:
    return f"{row.form}, {prose.day_words(row.decision_date)}{f' ({row.authority})' if row.authority else ''}"


def _discipline(row: Discipline) -> str:
    return f"{row.form}, {prose.day_words(row.decision_date)}{f': {row.violation}' if row.violation else ''}"


def _training(row: Training) -> str:
    return _joined(row.course or "", row.topic or "", f"từ {row.from_} đến {row.to}" if row.from_ and row.to else "")


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)


def _ratings(reading: Reading, name: str, first: int, last: int) -> tuple[str, ...]:
    """The level of record of each year that has rows of the member."""
    people = People(reading)
    years = sorted({row.year for row in reading.book.ratings if row.year and first <= row.year <= last and row.member and people.same(row.member, name)})
    lines = []
    for year in years:
        one = next((each for each in rate(reading, year).members if people.same(each.full_name, name)), None)
        if one is not None and one.level is not None:
            lines.append(f"Năm {year}: {prose.lower_first(level_words(one.level, year))}")
    return prose.listed(lines)


KIND = Kind(id="member-record", title="Hồ sơ đảng viên", context=MemberRecord, build=build)
