"""Mục lục và chứng từ kết thúc of one dossier: the papers in the order of the process, as the register has them (KT12)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.summaries.procedures import Stage, procedure_of
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import KIND_CODES, own_number, paper_number, read_number, written
from addin.documents.parts.contexts import BLANK, settled, word, words
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.filed import DECISION, NOTICE, filed, line_of
from addin.documents.parts.cycle.papers import TeamHeaded, team_head
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.glossary.choices import Role

_CODES = {DECISION: "QĐ", NOTICE: "TB"}


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierLine:
    """One paper of the dossier; number, day and sheets blank where the register has none."""

    order: str = word("số thứ tự")
    number: str = word("số, ký hiệu; trống khi không có")
    day: str = word("ngày văn bản; trống khi chưa có")
    title: str = word("tên văn bản")
    pages: str = word("số tờ; trống khi chưa ghi")
    note: str = word("ghi chú")


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierContents(TeamHeaded):
    """The list of one dossier and its end sheet."""

    act: str = word("“kiểm tra” hoặc “giám sát”")
    subject: str = word("đảng viên của hồ sơ: họ tên, chức vụ")
    papers: tuple[DossierLine, ...] = words("các văn bản theo trình tự, mỗi văn bản một dòng")
    count: str = word("số văn bản đã có; dòng chấm khi sổ chưa có văn bản nào")
    sheets: str = word("tổng số tờ; dòng chấm khi chưa đủ số")
    keeper: str = word("người lưu giữ hồ sơ")


def build_contents(reading: Reading, request: Request, acts: tuple[Act, ...]) -> Built:
    """The contents of the member's dossier, as far as the register and Kiểm tra know it."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    member = case.one
    stages = stages_of(case)
    lines = filed(case, stages)
    found = {stage.id: line_of(lines, stage.id, member) for stage in stages}
    kept = [stage for stage in stages if not stage.optional or found[stage.id] or (stage.id == DECISION and case.decision)]
    symbol = reading.book.settings.symbol
    papers = tuple(_line(order, stage, found[stage.id], case.row, symbol) for order, stage in enumerate(kept, 1))
    context = contents_of(case, papers, gaps)
    return settled(context, reading.book.members), tuple(gaps.told)


def stages_of(case: Case) -> tuple[Stage, ...]:
    """Those of the case's procedure whose papers go into the dossier."""
    procedure = procedure_of(case.facts.kind, has_committee=case.reading.book.settings.has_committee)
    return tuple(stage for stage in (procedure.stages if procedure else ()) if stage.id != "contents")


def contents_of(case: Case, papers: tuple[DossierLine, ...], gaps: Gaps, there: Sequence[DossierLine] | None = None) -> DossierContents:
    """The list and its end sheet; unless told what is there, what has no day is not there yet."""
    there = [line for line in papers if line.day] if there is None else there
    sheets = [line.pages for line in there]
    return DossierContents(
        **team_head(case, gaps),
        summary=f"hồ sơ {case.act.verb} đảng viên",
        act=case.act.verb,
        subject=_whom(case),
        papers=papers,
        count=padded(len(there)) if there else BLANK,
        sheets=padded(sum(map(int, sheets))) if sheets and all(sheets) else BLANK,
        keeper=_keeper(case),
    )


def _whom(case: Case) -> str:
    """One with his or her posts, several by their names."""
    if len(case.names) > 1:
        return f"Các đồng chí: {', '.join(case.names)}"
    posts = case.people.posts(case.one, case.on)
    return ", ".join(part for part in (f"Đồng chí {case.names[0]}", posts) if part)


def _line(order: int, stage: Stage, row: Document | None, turn: Inspection | None, organisation: str) -> DossierLine:
    number, day = (registered_number(row, organisation), str(row.date or "")) if row else number_and_day(stage.id, turn, organisation)
    pages = str(row.pages) if row and row.pages else ""
    return DossierLine(order=str(order), number=number, day=day, title=stage.paper_title, pages=pages, note=(row.location or "") if row else "")


def registered_number(row: Document, organisation: str) -> str:
    """`03-QĐ/CB`, whether number and symbol stand in one column, in two, or the symbol is left to the kind and the cell's own; else as written."""
    number = own_number(row) if read_number(row.number) is None else None
    if number is None or number.kind not in KIND_CODES.values():
        return row.number or ""
    return written(number.value, number.kind, number.organisation or organisation)


def number_and_day(stage: str, row: Inspection | None, organisation: str) -> tuple[str, str]:
    """As Kiểm tra has them, where the register has no line of the paper; a count alone with the symbol of its paper."""
    if row is None:
        return "", ""
    known = {
        DECISION: (row.decision_no, row.decision_date),
        "self_report": (None, row.self_report_on),
        NOTICE: (row.conclusion_no, row.conclusion_date),
    }
    entered, day = known.get(stage, (None, None))
    number = paper_number(entered or "")
    if number is not None and not number.kind:
        entered = written(number.value, _CODES[stage], organisation)
    return entered or "", str(day or "")


def _keeper(case: Case) -> str:
    """Who advises on inspection keeps the file, where the cell has such a member (seed, §3)."""
    named = People(case.reading).holders(Role.INSPECTION_ADVISER, case.on)
    return case.people.name(named[0]) if len(named) == 1 else BLANK
