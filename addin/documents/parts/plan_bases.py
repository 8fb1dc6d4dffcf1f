"""The plans a decision rests on, behind the regulations: the superior's, then the cell's own."""

from __future__ import annotations

from datetime import date

from addin import glossary
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import kind_code, own_number, written
from addin.documents.parts import prose
from addin.documents.parts.decision_facts import Facts
from addin.documents.parts.heading import Gaps, superior_committee
from addin.documents.parts.standing import YEARLY_PLAN, is_about, is_of_years

_PLAN = "Kế hoạch"
_YEARLY = {"KH": _PLAN, "CTr": "Chương trình"}
"""What a cell calls its yearly paper."""


def plan_bases(book: Book, facts: Facts, on: date, gaps: Gaps) -> list[str]:
    """The superior's plan as entered; the cell's plan by its number where the register has it."""
    lines = []
    if facts.superior_plan:
        lines.append(_superior_plan(book, facts.superior_plan))
    registered = _registered_plan(book, facts.year, on)
    if registered is not None:
        lines.append(_numbered_plan(book, registered))
    elif facts.has_plan:
        lines.append(f"Kế hoạch kiểm tra, giám sát năm {facts.year} của Chi bộ")
        gaps.tell(f"Sheet Văn bản chưa có số, ngày của kế hoạch kiểm tra, giám sát năm {facts.year}")
    elif not facts.unplanned:
        gaps.tell(f"Không có dòng kế hoạch năm {facts.year} cho lượt này: bỏ căn cứ kế hoạch của Chi bộ")
    return lines


def _superior_plan(book: Book, entered: str) -> str:
    named = entered if glossary.fold(entered).startswith(glossary.fold(_PLAN)) else f"{_PLAN} số {entered}"
    committee = superior_committee(book.settings)
    return named if " của " in named or not committee else f"{named} của {committee}"


def _registered_plan(book: Book, year: int, on: date) -> Document | None:
    """The yearly plan in Văn bản: of that year, not after the day; a case's own plan is none."""
    yearly = (row for row in book.documents if is_about(book, row, YEARLY_PLAN.letters, YEARLY_PLAN) and is_of_years(row, year, year))
    return next((row for row in yearly if row.date is not None and not row.date > on), None)


def _numbered_plan(book: Book, row: Document) -> str:
    number = own_number(row)
    code = number.kind if number else kind_code(row.kind or "")
    told = written(number.value, code, book.settings.symbol) if number else row.number
    return f"{_YEARLY[code]} số {told}, {prose.day_words(row.date)} của Chi bộ về {_about(row.title or '')}"


def _about(title: str) -> str:
    """What a paper is about, behind "về": a title that begins with the kind of paper says it once too often."""
    words = title.strip()
    for opening in ("về việc", "về", *_YEARLY.values()):
        if glossary.fold(words).startswith(f"{glossary.fold(opening)} "):
            words = words[len(opening) :].strip()
    return prose.lower_first(words)
