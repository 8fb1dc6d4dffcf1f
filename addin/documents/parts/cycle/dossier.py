"""Mục lục và chứng từ kết thúc of one dossier: the papers in the order of the process, as the register has them (KT12)."""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.numerals import padded
from addin.core.persons.reading import Reading
from addin.core.summaries.procedures import Stage, procedure_of
from addin.core.tables.rows.papers import Document
from addin.documents.parts.contexts import BLANK, settled, word, words
from addin.documents.parts.cycle.acts import Act
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.papers import TeamHeaded, team_head
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built
from addin.documents.parts.people import People
from addin.documents.parts.request import Request
from addin.glossary.choices import Role


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
    """The contents of the member's dossier."""
    gaps = Gaps()
    case = case_of(reading, request, gaps, acts)
    procedure = procedure_of(case.facts.kind, has_committee=True)
    stages = [stage for stage in (procedure.stages if procedure else ()) if stage.id != "contents"]
    found = {stage.id: _registered(case, stage) for stage in stages}
    kept = [stage for stage in stages if not stage.optional or found[stage.id] or (stage.id == "decision" and case.decision)]
    lines = tuple(_line(order, stage, found[stage.id], case) for order, stage in enumerate(kept, 1))
    pages = [line.pages for line in lines if line.day]
    posts = case.people.posts(case.one, case.on)
    context = DossierContents(
        **team_head(case, gaps),
        summary=f"hồ sơ {case.act.verb} đảng viên",
        act=case.act.verb,
        subject=", ".join(part for part in (f"Đồng chí {case.people.name(case.one)}", posts) if part),
        papers=lines,
        count=padded(sum(1 for line in lines if line.day)) if any(line.day for line in lines) else BLANK,
        sheets=padded(sum(map(int, pages))) if pages and all(pages) else BLANK,
        keeper=_keeper(case),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _line(order: int, stage: Stage, row: Document | None, case: Case) -> DossierLine:
    number, day = (row.number or "", str(row.date or "")) if row else _of_row(stage, case)
    pages = str(row.pages) if row and row.pages else ""
    return DossierLine(order=str(order), number=number, day=day, title=stage.title, pages=pages, note=(row.location or "") if row else "")


def _of_row(stage: Stage, case: Case) -> tuple[str, str]:
    """Number and day as Kiểm tra has them, where the register has no line of the paper."""
    row = case.row
    if row is None:
        return "", ""
    known = {
        "decision": (row.decision_no, row.decision_date),
        "self_report": (None, row.self_report_on),
        "notice": (row.conclusion_no, row.conclusion_date),
    }
    number, day = known.get(stage.id, (None, None))
    return number or "", str(day or "")


def _registered(case: Case, stage: Stage) -> Document | None:
    """The line of Văn bản that is this paper of this dossier: by its dossier, else by the member it names and the year."""
    for row in case.reading.book.documents:
        title = glossary.fold(f"{row.kind or ''} {row.title or ''}")
        if row.void_reason or not all(glossary.fold(word) in title for word in stage.words) or not stage.words:
            continue
        if _is_of_case(row, case):
            return row
    return None


def _is_of_case(row: Document, case: Case) -> bool:
    number = case.row.decision_no if case.row else None
    if row.dossier and number and glossary.fold(number) in glossary.fold(row.dossier):
        return True
    named = any(case.people.same(name, case.one) for name in (row.subject or "").split(";") if name.strip())
    in_title = glossary.fold(case.people.name(case.one)) in glossary.fold(row.title or "")
    return (named or in_title) and row.date is not None and case.facts.year <= row.date.year <= case.facts.year + 1


def _keeper(case: Case) -> str:
    """Who advises on inspection keeps the file, where the cell has such a member (seed, §3)."""
    named = People(case.reading).holders(Role.INSPECTION_ADVISER, case.on)
    return case.people.name(named[0]) if len(named) == 1 else BLANK
