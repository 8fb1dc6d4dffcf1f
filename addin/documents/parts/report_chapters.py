"""The chapters of the reports, sentence by sentence, from the figures of a period.

A sentence that needs a figure nobody entered says "chưa có số liệu"; a sentence about nothing at all stays
away. That no sign of degradation was found is written only where the sheets say `không` for every turn.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from addin.core.numerals import padded
from addin.core.tables.series import paper_number, written
from addin.documents.parts import prose
from addin.documents.parts.code_wording import (
    NO_DEGRADATION,
    content_clauses,
    shortcoming_clause,
    strength_clause,
)
from addin.documents.parts.contexts import BLANK
from addin.documents.parts.figure_words import UNKNOWN, number_words, share_words
from addin.documents.parts.report_material import Material
from addin.glossary.choices import InspectionKind

_OWN_ORDINAL = re.compile(r"(?:thứ \w+|\d+)[,.)]", re.IGNORECASE)
_SIGNS = InspectionKind.INSPECTION_ON_SIGNS
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def leadership(material: Material) -> tuple[str, ...]:
    """I. Who the cell is, what was made known and how, and the plan."""
    known = material.known
    lines = [
        (f"Số đảng viên của Chi bộ: {known.count('members.total')}; chính thức: {known.count('members.official')};"
        f" dự bị: {known.count('members.probationary')}.")
    ]
    documents = known.texts("dissemination.documents")
    if documents:
        lines.append(f"Chi bộ đã tuyên truyền, quán triệt {padded(len(documents))} văn bản: {'; '.join(documents)}.")
    channels = known.mapping("disseminations.by_channel")
    if channels:
        told = [f"{prose.lower_first(channel)} {number_words(count)} lần" for channel, count in channels.items() if count]
        lines.append(f"Việc quán triệt được thực hiện qua {padded(len(told))} hình thức: {', '.join(told)}.")
    lines.append(
        f"Số mục trong kế hoạch kiểm tra, giám sát: {known.count('plan.items')}; đã hoàn thành: {known.count('plan.done')};"
        f" quá hạn chưa xong: {known.count('plan.late')}."
    )
    responsible = known.quiet("appointments.inspection_responsible")
    if responsible:
        names = {record["name"] for record in responsible}
        lines.append(f"Chi bộ phân công {padded(len(names))} đồng chí Chi uỷ viên phụ trách công tác kiểm tra, giám sát.")
    return tuple(lines)


def inspections(material: Material) -> tuple[str, ...]:
    """II.1 Decisions, turns and persons, contents, conclusions, remedies."""
    known = material.known
    lines = [_turns_sentence(material)]
    by_year = known.quiet("inspections.by_year")
    if material.span.first != material.span.last and isinstance(by_year, Mapping):
        told = [f"năm {year}: {number_words(count)} lượt" for year, count in by_year.items() if count is not None]
        lines.append(f"Số lượt theo từng năm: {'; '.join(told)}.")
    signs = (known.quiet("inspections.by_kind") or {}).get(_SIGNS)
    if signs:
        lines.append(f"Số lượt kiểm tra khi có dấu hiệu vi phạm: {number_words(signs)}.")
    lines += _contents(material)
    lines += _conclusions(material)
    lines.append(
        f"Số yêu cầu khắc phục: {known.count('remedies.due')}; đã khắc phục: {known.count('remedies.done')}; quá hạn chưa"
        f" khắc phục: {known.count('remedies.overdue')}."
    )
    return tuple(lines)


def _turns_sentence(material: Material) -> str:
    """Decisions by number and day, turns and people."""
    known = material.known
    if known.value("inspections.turns") is None:
        return f"{material.span.length}: {UNKNOWN} về kiểm tra."
    decisions = _decisions(material)
    named = f" ({'; '.join(decisions)})" if decisions else ""
    return (
        f"{material.span.length}, Chi bộ ban hành {known.count('inspections.decision_count')} quyết định kiểm tra{named}, kiểm"
        f" tra {known.count('inspections.turns')} lượt đảng viên, gồm {known.count('inspections.persons')} đồng chí."
    )


def _decisions(material: Material) -> tuple[str, ...]:
    """`Quyết định số 23-QĐ/CB, ngày 03/9/2019`."""
    told = []
    for record in material.known.quiet("inspections.decisions") or ():
        number = paper_number(record["number"] or "")
        if number is not None:
            day = f", ngày {record['date_text']}" if record["date_text"] else ""
            told.append(f"Quyết định số {written(number.value, 'QĐ', number.organisation or material.book.settings.symbol)}{day}")
    return tuple(told)


def _contents(material: Material) -> list[str]:
    clauses = content_clauses(code for row in material.turns for code in row.contents)
    return [f"Nội dung kiểm tra tập trung vào: {'; '.join(clauses)}."] if clauses else []


def _conclusions(material: Material) -> list[str]:
    """Strengths of the turns, the nil finding only where it was entered, shortcomings with their counts."""
    known, lines = material.known, []
    strengths = _strengths(known.quiet("strengths.by_kind"), known.quiet("inspections.turns"))
    if known.quiet("nil_findings.complete") is True:
        strengths.append(NO_DEGRADATION)
    if strengths:
        lines.append(f"Qua kiểm tra, các đồng chí được kiểm tra {'; '.join(strengths)}.")
    shortcomings = known.mapping("shortcomings.by_kind")
    if any(shortcomings.values()):
        told = [f"{shortcoming_clause(code)} ({number_words(count)} lượt)" for code, count in shortcomings.items() if count]
        lines.append(f"Những mặt còn hạn chế cần khắc phục: {'; '.join(told)}.")
    return lines


def _strengths(counts: object, turns: object) -> list[str]:
    """A clause for each kind; with its count where not every turn has it."""
    if not isinstance(counts, Mapping):
        return []
    return [
        strength_clause(str(code)) + ("" if count == turns else f" ({number_words(count)} lượt)")
        for code, count in counts.items()
        if count
    ]


def supervision(material: Material) -> tuple[str, ...]:
    """II.2 Notes of the year and members nobody noted."""
    known = material.known
    lines = [
        (f"Số ghi nhận giám sát thường xuyên: {known.count('supervision.notes')}; số đảng viên chưa có ghi nhận nào:"
        f" {known.count('supervision.members_never_noted')}.")
    ]
    leaders = prose.unique(row.group for row in material.book.groups if row.group and row.leader)
    if leaders:
        lines.append(f"Chi bộ có {padded(len(leaders))} tổ đảng; tổ trưởng giám sát đảng viên do mình phụ trách.")
    assigned, reported = known.quiet("supervision.assignments"), known.quiet("supervision.group_reports")
    if assigned or reported:
        lines.append(
            f"Văn bản giao nhiệm vụ giám sát cho tổ trưởng tổ đảng: {number_words(len(assigned or ()))}; báo cáo giám sát của"
            f" tổ trưởng trước Chi bộ: {number_words(len(reported or ()))}."
        )
    return tuple(lines)


def strengths(material: Material) -> tuple[str, ...]:
    """III.1 What the figures bear out; nothing is praised that nobody counted."""
    known = material.known
    lines = []
    coverage = known.quiet("inspections.coverage")
    if coverage is not None and not isinstance(coverage, Mapping):
        lines.append(f"Tỷ lệ đảng viên được kiểm tra trong {material.span.words}: {share_words(coverage)}.")
    items, done = known.quiet("plan.items"), known.quiet("plan.done")
    if isinstance(items, int) and items and done == items:
        lines.append("Kế hoạch kiểm tra, giám sát được thực hiện đầy đủ.")
    if not lines:
        material.gaps.tell("Chưa có số liệu để nêu ưu điểm")
    return tuple(lines) or (f"{BLANK}.",)


def listed_texts(material: Material, identifier: str) -> tuple[str, ...]:
    """III.2, III.3: the texts of Bài học, each a paragraph."""
    texts = material.known.texts(identifier)
    if not texts:
        return (f"{BLANK}.",)
    return tuple(f"{prose.upper_first(text.rstrip(' .;'))}." for text in texts)


def proposals(material: Material) -> tuple[str, ...]:
    """IV.2 `Thứ nhất, …`; a text that brings its own ordinal keeps it."""
    texts = [text.rstrip(" .;") for text in material.known.texts("reports.proposals")]
    return tuple(f"{_numbered(number, text)}." for number, text in enumerate(texts)) or (f"{BLANK}.",)


def _numbered(number: int, text: str) -> str:
    has_ordinal = _OWN_ORDINAL.match(text) is not None
    return prose.upper_first(text) if has_ordinal else f"{_ordinal(number)}, {prose.lower_first(text)}"


def _ordinal(number: int) -> str:
    return f"Thứ {_ORDINALS[number]}" if number < len(_ORDINALS) else f"Thứ {number + 1}"


def directions(material: Material) -> tuple[str, ...]:
    """IV.1 What the plan already holds for the years after the span (H15)."""
    plan = material.known.quiet("plan.term")
    if not plan:
        material.gaps.tell(f"Chưa có kế hoạch kiểm tra, giám sát sau năm {material.span.last}")
        return (f"{BLANK}.",)
    first, last = plan["from"], plan["to"]
    items = [item for year in plan["by_year"].values() for item in year]
    span = f"năm {first}" if first == last else f"giai đoạn {first}-{last} và từng năm"
    lines = [
        (f"Thực hiện kế hoạch kiểm tra, giám sát {span}, gồm {padded(len(items))} mục, xác định rõ đối tượng, thời gian"
        " và nội dung.")
    ]
    clauses = content_clauses(code for item in items for code in item["contents"])
    if clauses:
        lines.append(f"Nội dung trọng tâm: {'; '.join(clauses)}.")
    return tuple(lines)
