"""One inspection or supervision as its papers need it: whom, what, when, by whom, and what was found.

It is asked for by the number of its decision, or, where the cell issues none, by the member and the year: then a row of
Kiểm tra says it, else the plan of the year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from addin.core.dates import PartialDate
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.series import paper_number, written
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import BLANK
from addin.documents.parts.cycle.acts import ACTS, EVERY_ACT, Act
from addin.documents.parts.decision_facts import Facts, decision_rows, facts_of_rows, planned_facts
from addin.documents.parts.heading import Gaps
from addin.documents.parts.people import People, Person, as_list
from addin.documents.parts.plan_bases import plan_bases
from addin.documents.parts.request import Request
from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class Case:
    """`rows` are those of Kiểm tra, none while it is only planned."""

    reading: Reading
    act: Act
    facts: Facts
    rows: tuple[Inspection, ...]
    on: date

    @property
    def people(self) -> People:
        """Those of the workbook."""
        return People(self.reading)

    @property
    def names(self) -> tuple[str, ...]:
        """The members concerned, by their full names."""
        return tuple(self.people.name(turn.member) for turn in self.facts.turns)

    @property
    def summary(self) -> str:
        """`kiểm tra việc … đối với đồng chí …`, or so many members."""
        names = self.names
        whom = f"đồng chí {names[0]}" if len(names) == 1 else f"{padded(len(names))} đảng viên"
        return f"{self.act.about} {whom}"

    @property
    def one(self) -> str:
        """The only member; Misuse where there are several."""
        if len(self.facts.turns) > 1:
            raise Misuse("Văn bản này lập cho từng đảng viên.", "Ghi thêm --for và họ tên đảng viên.")
        return self.facts.turns[0].member

    @property
    def row(self) -> Inspection | None:
        """The row of the only member, where there is one."""
        return self.rows[0] if self.rows else None

    @property
    def concluded_on(self) -> PartialDate | None:
        """The first day on which the cell concluded; the team had reported by then."""
        return min((row.conclusion_date for row in self.rows if row.conclusion_date), key=lambda day: day.first, default=None)

    def subjects(self, gaps: Gaps) -> tuple[Person, ...]:
        """The members concerned, with the posts of the day."""
        return as_list([self.people.person(turn.member, order, self.on, gaps) for order, turn in enumerate(self.facts.turns, 1)])

    def team(self, gaps: Gaps) -> tuple[Person, ...]:
        """The lead first, then the others once."""
        lead, people = self.facts.team_lead, self.people
        named = [(name, "Thành viên") for name in self.facts.team if not (lead and people.same(name, lead))]
        named = [(lead, "Tổ trưởng"), *named] if lead else named
        if lead is None:
            gaps.tell(f"Chưa có tổ trưởng {self.act.team.lower()}")
        return as_list([people.person(name, order, self.on, gaps, role) for order, (name, role) in enumerate(named, 1)])

    def lead_name(self, gaps: Gaps) -> str:
        """Who signs for the team."""
        lead = self.facts.team_lead
        return gaps.filled(self.people.name(lead) if lead else None, f"Chưa có tổ trưởng {self.act.team.lower()}")

    def contents(self, gaps: Gaps) -> tuple[str, ...]:
        """One clause an area."""
        clauses = content_clauses(code for turn in self.facts.turns for code in turn.contents)
        if not clauses:
            gaps.tell(f"Chưa có nội dung {self.act.verb}")
        return clauses or (BLANK,)

    def period(self, gaps: Gaps) -> str:
        """The time looked at."""
        if self.facts.period_from is None or self.facts.period_to is None:
            gaps.tell("Kế hoạch chưa có mốc thời gian (Mốc từ, Mốc đến) cho lượt này")
        return prose.period_words(self.facts.period_from, self.facts.period_to)

    def duration(self, gaps: Gaps) -> str:
        """From the first to the last day of the work."""
        if self.facts.starts_on is None or self.facts.ends_on is None:
            gaps.tell("Chưa có đủ ngày bắt đầu và ngày kết thúc")
        return prose.period_words(self.facts.starts_on, self.facts.ends_on)

    @property
    def decision(self) -> str | None:
        """`Quyết định số 23-QĐ/CB, ngày 03/9/2019 của Chi bộ`; None where the cell issued none."""
        if self.facts.count is None or self.facts.day is None:
            return None
        number = written(self.facts.count, "QĐ", self.facts.symbol or self.reading.book.settings.symbol)
        return f"Quyết định số {number}, {prose.day_words(self.facts.day)} của Chi bộ"

    def founded_on(self, gaps: Gaps) -> str:
        """The decision, else the cell's plan: what a paper of the case carries out."""
        plans = plan_bases(self.reading.book, self.facts, self.on, gaps) if self.decision is None else []
        return self.decision or (plans[-1] if plans else f"kế hoạch của Chi bộ năm {self.facts.year}")


def case_of(reading: Reading, request: Request, gaps: Gaps, acts: Sequence[Act] = EVERY_ACT) -> Case:
    """The case meant, narrowed to one member where one is named; Misuse where none is meant, or another kind of act."""
    if request.decision:
        rows = _of_member(reading, decision_rows(reading.book, request.decision, request.year), request)
    else:
        rows = _undecided_rows(reading, request, acts)
    if rows:
        facts = facts_of_rows(reading, rows, gaps)
    else:
        facts = planned_facts(reading, (request.needed_name,), request.needed_year, request.on, gaps, kind=acts[0].kind)
        facts = replace(facts, day=None)
    act = ACTS.get(facts.kind)
    if act is None or act not in acts:
        raise Misuse(
            f"{facts.kind} không lập văn bản này.", "Văn bản này dùng cho: " + ", ".join(one.kind for one in acts) + "."
        )
    return Case(reading, act, facts, rows, request.on)


def each_member(reading: Reading, request: Request) -> tuple[Request, ...]:
    """One paper a member: the one named, else all of the decision."""
    if request.name or not request.decision:
        return (request,)
    rows = decision_rows(reading.book, request.decision, request.year)
    return tuple(replace(request, name=row.member) for row in rows if row.member)


def _of_member(reading: Reading, rows: tuple[Inspection, ...], request: Request) -> tuple[Inspection, ...]:
    if not request.name:
        return rows
    people = People(reading)
    own = tuple(row for row in rows if row.member and people.same(row.member, request.name))
    if not own:
        raise Misuse(f"Quyết định {request.decision} không có đồng chí {request.name}.", "Xem cột Đảng viên của sheet Kiểm tra.")
    return own


def _undecided_rows(reading: Reading, request: Request, acts: Sequence[Act]) -> tuple[Inspection, ...]:
    """The rows of the member and year; where several papers stand on them, a person says which."""
    if not request.name:
        raise Misuse("Chưa cho biết cuộc kiểm tra, giám sát nào.", "Ghi --decision và số quyết định, hoặc --for và --year.")
    year, people, kinds = request.needed_year, People(reading), {act.kind for act in acts}
    rows = tuple(
        row
        for row in reading.book.inspections
        if row.year == year and row.kind in kinds and row.member and people.same(row.member, request.name)
    )
    numbers = prose.unique(row.decision_no for row in rows if row.decision_no)
    if len(numbers) > 1:
        raise Misuse(f"Năm {year} đồng chí {request.name} có nhiều quyết định: {', '.join(numbers)}.", "Ghi thêm --decision.")
    known = [number for number in numbers if paper_number(number)]
    return _of_member(reading, decision_rows(reading.book, known[0], year), request) if known else rows
