"""What one turn found, in the words of a paper: only what the sheet says, nil findings only where it says so."""

from __future__ import annotations

from addin.core.tables.rows.inspections import Inspection
from addin.documents.parts import prose
from addin.documents.parts.code_wording import NO_DEGRADATION, shortcoming_clause, strength_clause
from addin.documents.parts.cycle.case import Case
from addin.documents.parts.heading import Gaps
from addin.glossary.choices import Conclusion


def strengths(row: Inspection | None) -> tuple[str, ...]:
    """A line a strength; that there is no sign of degradation only where the sheet says `không`."""
    if row is None:
        return ()
    clauses = [strength_clause(code) for code in row.strengths]
    clauses += [NO_DEGRADATION] if row.degradation is False else []
    return prose.listed([prose.upper_first(clause) for clause in clauses])


def shortcomings(row: Inspection | None) -> tuple[str, ...]:
    """A line a shortcoming."""
    codes = row.shortcomings if row else ()
    return prose.listed([prose.upper_first(shortcoming_clause(code)) for code in codes])


def demand(case: Case, gaps: Gaps) -> str:
    """What is to be put right, by whom and until when; blank where nothing is asked for."""
    row = case.row
    if row is None or not (row.remedy or row.remedy_due):
        return ""
    if row.remedy_due is None:
        gaps.tell("Chưa có hạn khắc phục", row.place("remedy_due"))
    what = (row.remedy or "khắc phục các hạn chế đã nêu").rstrip(" .;")
    until = f", báo cáo Chi bộ kết quả trước {prose.day_words(row.remedy_due)}" if row.remedy_due else ""
    return f"Đồng chí {case.people.name(case.one)}: {prose.lower_first(what)}{until}."


def is_concluded(row: Inspection | None) -> bool:
    """Whether the meeting's conclusion stands in the sheet, or what it rests on."""
    return row is not None and bool(row.conclusion or row.strengths or row.shortcomings)


def contradiction(row: Inspection | None) -> str | None:
    """A conclusion that its findings do not bear out: the đảng uỷ would send it back (forms.md §1)."""
    if row is None or row.conclusion is None:
        return None
    if row.conclusion != Conclusion.GOOD and not row.shortcomings:
        return f"Kết luận “{row.conclusion}” nhưng chưa ghi hạn chế, khuyết điểm nào"
    if row.conclusion == Conclusion.GOOD and row.degradation:
        return "Kết luận “Tốt” nhưng ghi có biểu hiện suy thoái"
    return None
