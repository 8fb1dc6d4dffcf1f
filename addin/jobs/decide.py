"""`decide`: one inspection decision of any number of members, with its number taken last.

The document is rendered and checked first; only then is a number claimed in the register on the drive. Where
somebody was faster, the document is rendered again with the next one. If writing fails, the number is voided
with the reason and stays in the register.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from addin.core.dates import PartialDate, vn_date
from addin.core.persons.roster import Roster
from addin.core.records import dataclass
from addin.core.tables.paper_numbers import paper_number
from addin.core.tables.rows.settings import Settings
from addin.core.writes import RowAppend, Value, Writes
from addin.documents.kinds import inspection_decision
from addin.documents.kinds.inspection_decision import InspectionDecision
from addin.documents.parts.decision_facts import planned_facts
from addin.documents.parts.heading import Gaps
from addin.documents.render import render
from addin.errors import Misuse, SochiboError
from addin.hosts.file_names import safe_name
from addin.hosts.numbers import Claim, NumberRegister, NumberTaken, Series
from addin.jobs.appending import append_rows
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Paper

KIND = "inspection-decision"
REGISTER_FOLDER = "Sổ số văn bản"
_LETTERS = "QĐ"


@dataclass(frozen=True, slots=True)
class Wish:
    """Which decision: one that stands in the workbook, or the next one for these members."""

    decision: str | None = None
    take_next: bool = False
    members: str | None = None
    year: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The members wished for."""
        return tuple(name.strip() for name in (self.members or "").split(";") if name.strip())


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the work lies: the workbook's path, the folder for papers, the day, and the cell's own templates."""

    book: Path
    folder: Path
    on: date
    templates: Path | None = None

    @property
    def register(self) -> NumberRegister:
        """The register of numbers beside the workbook."""
        return NumberRegister(self.book.parent / REGISTER_FOLDER)


@dataclass(frozen=True, slots=True)
class DecideResult:
    """The decision as it reads; `missing` says what the workbook lacked, `file` how its paper is called."""

    workbook: str
    number: str
    place_date: str
    members: tuple[str, ...]
    legal_bases: tuple[str, ...]
    missing: tuple[str, ...]
    file: str


Finish = Callable[[Outcome[DecideResult]], tuple[Path, ...]]


def decide(opened: Opened, wish: Wish, desk: Desk, finish: Finish) -> None:
    """Make the decision and hand it to `finish`, which carries it out and tells."""
    if bool(wish.decision) == wish.take_next:
        raise Misuse(
            "Cần đúng một trong hai: --decision SỐ hoặc --next.",
            "Ví dụ: --decision 23-QĐ/CB, hoặc --next --members “Tên A;Tên B” --year 2026.",
        )
    opened.require("inspections" if wish.decision else "plan_items")
    if wish.decision:
        finish(existing(opened, wish.decision, wish.year, desk))
    else:
        _issue_next(opened, wish, desk, finish)


def existing(opened: Opened, decision: str, year: int | None, desk: Desk) -> Outcome[DecideResult]:
    """The document of a decision entered in Kiểm tra."""
    context, gaps = inspection_decision.context_of(opened.book, decision, desk.on, year)
    return _outcome(opened, context, gaps, desk)


def _issue_next(opened: Opened, wish: Wish, desk: Desk, finish: Finish) -> None:
    if not wish.names or wish.year is None:
        raise Misuse("Thiếu --members hoặc --year.", "Ví dụ: --next --members “Tên A;Tên B” --year 2026.")
    request = _request(opened, wish)
    series = series_of(opened.book.settings, desk.on)
    held = desk.register.issued_for(series, request)
    if held is not None:
        _refuse_if_entered(opened, held, series)
        finish(_next_outcome(opened, wish, desk, held))
        return
    while True:
        number = desk.register.next_number(series, _highest_used(opened, series))
        outcome = _next_outcome(opened, wish, desk, number)
        try:
            claim = desk.register.claim(series, number, desk.on, KIND, request)
        except NumberTaken:
            continue
        _finish_claimed(outcome, claim, desk, finish)
        return


def _request(opened: Opened, wish: Wish) -> str:
    """A digest of who is meant and the year; Misuse where a name means nobody, or several."""
    roster = Roster(opened.book.members)
    rows = []
    for name in wish.names:
        match = roster.find(name)
        if match.candidates:
            raise Misuse(
                f"“{name}” có thể là {len(match.candidates)} đảng viên.", "Ghi mã đảng viên, hoặc tên kèm năm sinh trong ngoặc."
            )
        if match.member is None:
            raise Misuse(f"Không thấy “{name}” trong danh sách đảng viên.", "Kiểm tra lại tên; các tên cách nhau bằng “;”.")
        member = match.member
        rows.append(f"{member.member_id}|{member.full_name}|{member.birth_date}")
    return hashlib.sha256(f"{wish.year}|{sorted(rows)}".encode()).hexdigest()[:16]


def _refuse_if_entered(opened: Opened, number: int, series: Series) -> None:
    settings = opened.book.settings
    entered = [
        row.decision_no
        for row in opened.book.inspections
        if _count(row.decision_no) == number and _in_series(row.decision_date, series, settings)
    ]
    if entered:
        raise Misuse(
            f"Các đồng chí này đã có quyết định số {entered[0]} trong sổ.",
            f"Lập lại văn bản: --decision {entered[0]}; quyết định khác thì thêm dòng kế hoạch và chọn đúng người.",
        )


def _finish_claimed(outcome: Outcome[DecideResult], claim: Claim, desk: Desk, finish: Finish) -> None:
    try:
        made = finish(outcome)
    except SochiboError as error:
        desk.register.void(claim, error.kind)
        raise
    name = made[0].name if made else outcome.effects.papers[0].name
    desk.register.issue(claim, name, hashlib.sha256(outcome.effects.papers[0].content).hexdigest())


def _next_outcome(opened: Opened, wish: Wish, desk: Desk, number: int) -> Outcome[DecideResult]:
    year = wish.year or desk.on.year
    context, gaps = inspection_decision.context_of_next(opened.book, wish.names, year, desk.on, number)
    outcome = _outcome(opened, context, gaps, desk)
    rows = _register_rows(opened, wish, desk, context, outcome.effects.papers[0])
    return replace(outcome, effects=replace(outcome.effects, writes=Writes(appends=rows)))


def _outcome(opened: Opened, context: InspectionDecision, gaps: tuple[str, ...], desk: Desk) -> Outcome[DecideResult]:
    content = render(KIND, context, desk.templates)
    number = context.number.removeprefix("Số").strip()
    name = safe_name(f"Quyết định {number}", ".docx")
    members = tuple(person.full_name for person in context.subjects)
    result = DecideResult(opened.name, number, context.place_date, members, tuple(context.legal_bases), tuple(gaps), name)
    return Outcome(result, effects=Effects(papers=(Paper(KIND, name, content),)))


def series_of(settings: Settings, on: date) -> Series:
    """The series of the day: by term (HD 36, HD 05), by year, or one for good, as the cell numbers."""
    if settings.numbering == "year":
        return Series(_LETTERS, str(on.year))
    term = settings.term_of(on) if settings.numbering == "term" else None
    if settings.numbering == "term" and term is None:
        raise Misuse(
            f"Chưa khai nhiệm kỳ có ngày {vn_date(on)}, nên chưa biết dãy số văn bản.",
            "Ghi mục Nhiệm kỳ ở sheet Thiết lập, hoặc đổi Cách đánh số thành year hay continuous.",
        )
    return Series(_LETTERS, f"{term.first:%Y%m%d}-{term.last:%Y%m%d}" if term else "liên tục")


def _highest_used(opened: Opened, series: Series) -> int:
    """The highest number of the series that the workbook itself holds."""
    settings = opened.book.settings
    used = [(row.decision_no, row.decision_date) for row in opened.book.inspections]
    used += [(row.number, row.date) for row in opened.book.documents if _is_decision(row.kind, row.number)]
    return max((_count(number) for number, day in used if _in_series(day, series, settings)), default=0)


def _is_decision(kind: str | None, number: str | None) -> bool:
    return (kind or "").casefold().startswith("quyết định") or _LETTERS in (number or "")


def _count(number: str | None) -> int:
    found = paper_number(number or "")
    return found.value if found else 0


def _in_series(day: PartialDate | None, series: Series, settings: Settings) -> bool:
    if day is None or settings.numbering == "continuous":
        return True
    if settings.numbering == "year":
        return str(day.year) == series.period
    first, _, last = series.period.partition("-")
    return not (day.last < date.fromisoformat(first) or day.first > date.fromisoformat(last))


def _register_rows(
    opened: Opened, wish: Wish, desk: Desk, context: InspectionDecision, paper: Paper
) -> tuple[RowAppend, ...]:
    """A row for each member in Kiểm tra and one in Văn bản, so that the workbook knows what was issued."""
    number = context.number.removeprefix("Số").strip()
    facts = planned_facts(opened.book, wish.names, wish.year or desk.on.year, desk.on, Gaps())
    turns: list[dict[str, Value]] = [
        {
            "decision_no": number,
            "decision_date": desk.on,
            "year": facts.year,
            "kind": facts.kind,
            "member": turn.member,
            "contents": "; ".join(turn.contents),
            "team_lead": facts.team_lead,
            "starts_on": facts.starts_on.exact if facts.starts_on else None,
            "ends_on": facts.ends_on.exact if facts.ends_on else None,
        }
        for turn in facts.turns
    ]
    document: dict[str, Value] = {
        "kind": "Quyết định",
        "number": number,
        "date": desk.on,
        "title": context.summary,
        "signer": context.signer_name,
        "subject": "; ".join(wish.names),
        "file": paper.name,
        "fingerprint": hashlib.sha256(paper.content).hexdigest(),
    }
    because = f"quyết định {number}"
    return append_rows(opened.book, "inspections", turns, because) + append_rows(
        opened.book, "documents", [document], because
    )
