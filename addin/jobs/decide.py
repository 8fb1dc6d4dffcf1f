"""`decide`: one inspection decision of any number of members, made again by its number or new with the next one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, cast

from addin.core.persons.reading import Reading
from addin.core.records import dataclass
from addin.documents.kinds.inspection_decision import KIND as INSPECTION
from addin.documents.kinds.supervision_decision import KIND as SUPERVISION
from addin.documents.parts.decision_facts import DECIDED_KINDS, decision_rows, next_kind
from addin.documents.parts.request import Request, Terms
from addin.errors import Misuse
from addin.glossary import fold
from addin.glossary.choices import InspectionKind
from addin.hosts.file_names import safe_name
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Numbering
from addin.jobs.promising import promise

if TYPE_CHECKING:
    from addin.documents.parts.decision import InspectionDecision


@dataclass(frozen=True, slots=True)
class Wish:
    """Which decision: one that stands in the workbook, or the next one for these members."""

    decision: str | None = None
    take_next: bool = False
    members: str | None = None
    year: int | None = None
    starts: date | None = None
    ends: date | None = None
    report_due: date | None = None
    team: str | None = None
    lead: str | None = None
    kind: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The members wished for."""
        return _names_in(self.members)

    @property
    def terms(self) -> Terms:
        """When and by whom, as far as it was said."""
        return Terms(self.starts, self.ends, self.report_due, _names_in(self.team), self.lead)


@dataclass(frozen=True, slots=True)
class DecideResult:
    """The decision as it reads; `number` None until it is issued, `missing` what the workbook lacked, `title` how it is called."""

    workbook: str
    kind: str
    number: str | None
    place_date: str
    members: tuple[str, ...]
    legal_bases: tuple[str, ...]
    missing: tuple[str, ...]
    title: str
    warnings: tuple[str, ...] = ()


def decide(opened: Opened, wish: Wish, on: date, templates: Path | None = None) -> Outcome[DecideResult]:
    """The decision as a promise: a new one is a draft until it is issued, then it takes the next number."""
    if bool(wish.decision) == wish.take_next:
        raise Misuse(
            "Cần đúng một trong hai: --decision SỐ hoặc --next.",
            "Ví dụ: --decision 23-QĐ/CB, hoặc --next --members “Tên A;Tên B” --year 2026.",
        )
    opened.require("inspections" if wish.decision else "plan_items")
    if wish.take_next and (not wish.names or wish.year is None):
        raise Misuse("Thiếu --members hoặc --year.", "Ví dụ: --next --members “Tên A;Tên B” --year 2026.")
    if wish.decision and wish.terms != Terms():
        raise Misuse(
            "Ngày và tổ của quyết định đã có số lấy ở sheet Kiểm tra.",
            "Sửa dòng của quyết định ở sheet Kiểm tra rồi lập lại; --starts, --ends, --report-due, --team, --lead chỉ dùng với --next.",
        )
    decided = _kind(opened.reading, wish)
    kind = SUPERVISION if decided == InspectionKind.THEMATIC_SUPERVISION else INSPECTION
    request = Request(on, year=wish.year, decision=wish.decision, members=wish.names, terms=wish.terms, inspection_kind=decided)
    promised = promise(opened.reading, kind, request, templates)
    context = cast("InspectionDecision", promised.context)  # what this kind builds
    number = context.number.removeprefix("Số").strip() if wish.decision else None
    paper = replace(promised.paper, name=_names(number, promised.paper.numbering, f"{kind.title} {wish.year}"))
    result = DecideResult(
        opened.name,
        kind.id,
        number,
        context.place_date,
        tuple(person.full_name for person in context.subjects),
        tuple(context.legal_bases),
        promised.gaps,
        paper.name(None) if number else f"{kind.title} {wish.year}",
        promised.warnings,
    )
    return Outcome(result, effects=Effects(papers=(paper,)))


def _names_in(written: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in (written or "").split(";") if name.strip())


def _kind(reading: Reading, wish: Wish) -> str:
    """Of the rows in Kiểm tra for a decision that stands; else the kind asked for, else that of the plan's next rows."""
    if wish.decision:
        return decision_rows(reading.book, wish.decision, wish.year)[0].kind or InspectionKind.INSPECTION
    if wish.kind is None:
        return next_kind(reading, wish.names, wish.year or 0)
    for kind in DECIDED_KINDS:
        if fold(kind) == fold(wish.kind):
            return kind
    raise Misuse(f"“{wish.kind}” không ra quyết định.", f"Hình thức: {', '.join(DECIDED_KINDS)}.")


def _names(own: str | None, asked: Numbering | None, draft: str) -> Callable[[int | None], str]:
    """Decisions are filed by their number; a draft has none, and says so."""

    def name(number: int | None) -> str:
        text = own if asked is None or number is None else asked.written(number)
        return safe_name(f"Quyết định {text}" if text else f"{draft} (dự thảo)", ".docx")

    return name
