"""Quyết định phân công giám sát thường xuyên of a year: each leader, the members, the contents, when to report (R33, R34).

No model of a cell's paper was found: ours, a decision, because a cell could not issue a Thông báo before 2026 (forms.md §2).
"""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.persons.reading import Reading
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import Issued, settled, word, words
from addin.documents.parts.heading import Gaps, cell_title, superior_committee
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.legal_basis import LegalBasis
from addin.documents.parts.paper_fields import issued_fields
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.documents.parts.standing import Matter
from addin.documents.parts.yearly.groups import LedGroup, led_groups
from addin.documents.parts.yearly.plan_lines import items_of
from addin.errors import PaperRefused
from addin.glossary.choices import InspectionKind

_BASIS = LegalBasis("supervision-assignment")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentLine:
    """One who supervises, and whom."""

    order: str = word("số thứ tự")
    observer: str = word("người giám sát, chức vụ")
    members: str = word("đảng viên được giám sát")
    contents: str = word("nội dung; trống khi kế hoạch chưa ghi")


@dataclass(frozen=True, slots=True, kw_only=True)
class SupervisionAssignment(Issued):
    """The assignment of one year."""

    year: str = word("năm")
    legal_bases: tuple[str, ...] = words("các dòng Căn cứ")
    issuer: str = word("dòng “CHI BỘ … QUYẾT ĐỊNH”")
    assignments: tuple[AssignmentLine, ...] = words("phân công, mỗi người giám sát một dòng")
    rhythm: str = word("số ngày tối đa giữa hai lần ghi nhận, theo Thiết lập")
    committee: str = word("“Chi uỷ, các” hoặc “Các”: đầu câu của Điều cuối")


def build(reading: Reading, request: Request) -> Built:
    """Every group of the day, or the one asked for; PaperRefused where a group has nobody to lead it."""
    gaps, year = Gaps(), request.needed_year
    groups = led_groups(reading, request.on, request.name)
    leaderless = [group.name for group in groups if not group.leader]
    if leaderless:
        raise PaperRefused(f"Chưa phân công được: {', '.join(leaderless)} chưa có tổ trưởng.", "Ghi tổ trưởng ở sheet Tổ đảng.")
    settings, superior = reading.book.settings, superior_committee(reading.book.settings)
    who = [f"{superior} (để báo cáo)"] if superior else []
    context = SupervisionAssignment(
        **{**issued_fields(reading, KIND.symbol, request.on, gaps), "recipients": tuple(f"- {one}," for one in ("Như Điều 4", *who))},
        summary=f"phân công giám sát thường xuyên đảng viên năm {year}",
        year=str(year),
        legal_bases=_BASIS.of_day(reading.book, request.on, gaps, (f"Kế hoạch kiểm tra, giám sát năm {year} của Chi bộ",)),
        issuer=f"{cell_title(settings, gaps)} quyết định".upper(),
        assignments=tuple(_line(reading, order, group, request, gaps) for order, group in enumerate(groups, 1)),
        rhythm=str(settings.supervision_rhythm_days),
        committee="Chi uỷ, các" if settings.has_committee else "Các",
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _line(reading: Reading, order: int, group: LedGroup, request: Request, gaps: Gaps) -> AssignmentLine:
    people = People(reading)
    leader = group.leader or ""
    posts = [post for post in people.posts(leader, request.on).split(", ") if glossary.fold(post) != glossary.fold("Tổ trưởng tổ đảng")]
    if not group.members:
        gaps.tell(f"{group.name} chưa có đảng viên nào ngoài tổ trưởng")
    return AssignmentLine(
        order=str(order),
        observer=", ".join(part for part in (people.name(leader), *posts, f"Tổ trưởng {group.name}") if part),
        members="; ".join(people.name(member.full_name or "") for member in group.members),
        contents=_contents(reading, group, request, gaps),
    )


def _contents(reading: Reading, group: LedGroup, request: Request, gaps: Gaps) -> str:
    """What the plan of the year says of the group, or of the whole cell."""
    wanted = {glossary.group_key(group.name), glossary.group_key("Toàn chi bộ")}
    items = items_of(reading, request.needed_year, request.needed_year, [InspectionKind.REGULAR_SUPERVISION])
    codes = [code for item in items if wanted & {glossary.group_key(name) for name in item.members} for code in item.contents]
    if not codes:
        gaps.tell(f"Kế hoạch năm {request.needed_year} chưa ghi nội dung giám sát thường xuyên của {group.name}")
    return prose.upper_first("; ".join(content_clauses(codes)))


def _lacks(_reading: Reading, request: Request, context: SupervisionAssignment) -> str:
    if not any(one.members for one in context.assignments):
        return "các tổ chưa có đảng viên nào ngoài tổ trưởng (cột Tổ đảng của sheet Đảng viên)"
    has_contents = any(one.contents for one in context.assignments)
    return "" if has_contents else f"sheet Kế hoạch chưa ghi nội dung giám sát thường xuyên nào của năm {request.needed_year}"


KIND = Kind(
    id="supervision-assignment",
    title="Quyết định phân công giám sát",
    context=SupervisionAssignment,
    build=build,
    symbol="QĐ",
    series="QĐ",
    legal_basis=_BASIS,
    matter=Matter(("giám sát", "phân công|giao|thường xuyên"), never=("chuyên đề", "kết quả"), letters=("CV", "TB")),
    lacks=_lacks,
)
