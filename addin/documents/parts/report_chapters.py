"""Chapters I and II of the reports, sentence by sentence, from the figures of a period.

A sentence about a figure nobody entered stays away and the gap is told; a chapter left without a sentence has
dots to write on. That no sign of degradation was found is written only where the sheets say `không` for every turn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from addin.core.numerals import padded
from addin.core.tables.rows.inspections import Inspection
from addin.core.tables.series import paper_number, written
from addin.documents.parts import prose
from addin.documents.parts.code_wording import (
    NO_DEGRADATION,
    content_clauses,
    shortcoming_clause,
    strength_clause,
)
from addin.documents.parts.contexts import BLANK
from addin.documents.parts.figure_words import number_words, share_words
from addin.documents.parts.leaders_papers import leaders_papers
from addin.documents.parts.report_material import Material
from addin.glossary.choices import Conclusion, InspectionKind

_SIGNS, _THEMATIC = InspectionKind.INSPECTION_ON_SIGNS, InspectionKind.THEMATIC_SUPERVISION
_CONCLUDED = MappingProxyType({Conclusion.GOOD: "thực hiện tốt", Conclusion.LIMITED: "còn hạn chế"})


def or_dots(lines: Iterable[str]) -> tuple[str, ...]:
    """The lines; where there is none, room for a person to write."""
    return tuple(line for line in lines if line) or (f"{BLANK}.",)


def leadership(material: Material) -> tuple[str, ...]:
    """I. Who the cell is, what was made known and how, and the plan."""
    known = material.known
    lines = [_members(material)]
    documents = known.texts("dissemination.documents")
    if documents:
        lines.append(f"{material.span.length}, Chi bộ đã tuyên truyền, quán triệt {padded(len(documents))} văn bản: {'; '.join(documents)}.")
    channels = known.mapping("disseminations.by_channel")
    if channels:
        told = [f"{prose.lower_first(channel)} {number_words(count)} lần" for channel, count in channels.items() if count]
        lines.append(f"Việc quán triệt được thực hiện qua {padded(len(told))} hình thức: {', '.join(told)}.")
    lines.append(_plan(material))
    responsible = known.quiet("appointments.inspection_responsible")
    if responsible:
        names = {record["name"] for record in responsible}
        lines.append(f"Chi bộ đã phân công {padded(len(names))} đồng chí chi uỷ viên phụ trách công tác kiểm tra, giám sát.")
    return or_dots(lines)


def _members(material: Material) -> str:
    total, official, probationary = (material.known.value(f"members.{key}") for key in ("total", "official", "probationary"))
    if not total:
        return ""
    rest = f"{number_words(probationary)} đảng viên dự bị" if probationary else "không có đảng viên dự bị"
    return f"{material.as_of}, Chi bộ có {padded(total)} đảng viên, trong đó {number_words(official)} đảng viên chính thức, {rest}."


def _plan(material: Material) -> str:
    """How much was planned, done, and is late; nothing where nobody planned."""
    known = material.known
    items, done, late = known.value("plan.items"), known.quiet("plan.done") or 0, known.quiet("plan.late") or 0
    if not items:
        return ""
    carried = f"đã thực hiện đủ {padded(items)} việc" if done == items else f"đã thực hiện {number_words(done)} việc"
    overdue = f", còn {padded(late)} việc quá hạn chưa xong" if late else ""
    return f"Kế hoạch kiểm tra, giám sát {material.span.words} có {padded(items)} việc, {carried}{overdue}.{_unplanned_years(material)}"


def _unplanned_years(material: Material) -> str:
    return material.missing_years("plan.by_year", " Chưa có số liệu kế hoạch của {years}.")


def inspections(material: Material) -> tuple[str, ...]:
    """II.1 Decisions, turns and persons, contents, conclusions, remedies."""
    known = material.known
    turns = known.value("inspections.turns")
    if turns is None:
        return or_dots(())
    if not turns:
        material.gaps.tell(f"Sheet Kiểm tra không có lượt nào của {material.span.words}: điền số lượt vào báo cáo, không kiểm tra thì ghi là không")
        return (f"{material.span.length}, Chi bộ đã kiểm tra {BLANK} lượt đảng viên.",)
    signs = (known.quiet("inspections.by_kind") or {}).get(_SIGNS)
    lines = [
        _turns_sentence(material),
        _by_year(material),
        f"Trong số đó có {padded(signs)} lượt kiểm tra khi có dấu hiệu vi phạm." if signs else "",
        _contents("kiểm tra", material.turns),
        *_conclusions(material),
        _remedies(material),
    ]
    return or_dots(lines)


def _turns_sentence(material: Material) -> str:
    """Decisions by number and day, turns and people, and their share of the cell."""
    known = material.known
    decisions = _decisions(material)
    named = f" ({'; '.join(decisions)})" if decisions else ""
    coverage = known.quiet("inspections.coverage")
    share = f", bằng {share_words(coverage)} số đảng viên" if isinstance(coverage, float | int) else ""
    return (
        f"{material.span.length}, Chi bộ đã ban hành {known.count('inspections.decision_count')} quyết định kiểm tra{named}, kiểm"
        f" tra {known.count('inspections.turns')} lượt đảng viên, gồm {known.count('inspections.persons')} đồng chí{share}."
    )


def _by_year(material: Material) -> str:
    """The years of a term one by one; those the workbook says nothing of are named."""
    by_year = material.known.quiet("inspections.by_year")
    if material.span.first == material.span.last or not isinstance(by_year, Mapping):
        return ""
    told = [f"năm {year}: {number_words(count)} lượt" for year, count in by_year.items() if count is not None]
    return f"Số lượt theo từng năm: {'; '.join(told)}.{material.missing_years('inspections.by_year', ' Chưa có số liệu kiểm tra của {years}.')}"


def _decisions(material: Material) -> tuple[str, ...]:
    """`Quyết định số 23-QĐ/CB, ngày 03/9/2019`."""
    told = []
    for record in material.known.quiet("inspections.decisions") or ():
        number = paper_number(record["number"] or "")
        if number is not None:
            day = f", ngày {record['date_text']}" if record["date_text"] else ""
            told.append(f"Quyết định số {written(number.value, 'QĐ', number.organisation or material.book.settings.symbol)}{day}")
    return tuple(told)


def _contents(act: str, turns: Iterable[Inspection]) -> str:
    clauses = content_clauses(code for row in turns for code in row.contents)
    return f"Nội dung {act} tập trung vào: {'; '.join(clauses)}." if clauses else ""


def _conclusions(material: Material) -> list[str]:
    """What was concluded, strengths, the nil finding only where it was entered, shortcomings with their counts."""
    known, lines = material.known, []
    concluded = known.quiet("inspections.conclusions")
    if isinstance(concluded, Mapping):
        told = [f"{_CONCLUDED.get(word, prose.lower_first(str(word)))} {number_words(count)} lượt" for word, count in concluded.items() if count]
        lines.append(f"Kết luận kiểm tra: {'; '.join(told)}.")
    strengths = _strengths(known.quiet("strengths.by_kind"), known.quiet("inspections.turns"))
    if known.quiet("nil_findings.complete") is True:
        strengths.append(NO_DEGRADATION)
    if strengths:
        lines.append(f"Qua kiểm tra, các đồng chí được kiểm tra {'; '.join(strengths)}.")
    shortcomings = known.mapping("shortcomings.by_kind")
    if any(shortcomings.values()):
        told = [f"{prose.lower_first(shortcoming_clause(code))} ({number_words(count)} lượt)" for code, count in shortcomings.items() if count]
        lines.append(f"Những mặt còn hạn chế cần khắc phục: {'; '.join(told)}.")
    return lines


def _strengths(counts: object, turns: object) -> list[str]:
    """A clause for each kind; with its count where not every turn has it."""
    if not isinstance(counts, Mapping):
        return []
    return [
        prose.lower_first(strength_clause(str(code))) + ("" if count == turns else f" ({number_words(count)} lượt)")
        for code, count in counts.items()
        if count
    ]


def _remedies(material: Material) -> str:
    """How many were demanded, done, late, and are under way."""
    known = material.known
    due, done, overdue = known.value("remedies.due"), known.quiet("remedies.done") or 0, known.quiet("remedies.overdue") or 0
    if not due:
        return ""
    if done == due:
        return f"Chi bộ đã yêu cầu khắc phục đối với {padded(due)} lượt; các yêu cầu đều đã được thực hiện."
    left = due - done - overdue
    parts = [f"đã khắc phục {number_words(done)} lượt"] if done else []
    parts += [f"quá hạn chưa khắc phục {padded(overdue)} lượt"] if overdue else []
    parts += [f"đang khắc phục {padded(left)} lượt"] if left > 0 else []
    return f"Chi bộ đã yêu cầu khắc phục đối với {padded(due)} lượt; {', '.join(parts)}."


def supervision(material: Material) -> tuple[str, ...]:
    """II.2 Notes of the year, members nobody noted, thematic supervision, what group leaders were given and reported."""
    known = material.known
    lines = [_notes(material)]
    thematic = (known.quiet("inspections.by_kind") or {}).get(_THEMATIC)
    if thematic:
        lines.append(f"{material.span.length}, Chi bộ đã giám sát chuyên đề {padded(thematic)} lượt đảng viên.")
        lines.append(_contents("giám sát", material.supervised))
    leaders = prose.unique(row.group for row in material.book.groups if row.group and row.leader)
    if leaders:
        lines.append(f"Chi bộ có {padded(len(leaders))} tổ đảng; tổ trưởng giám sát đảng viên do mình phụ trách.")
    return or_dots([*lines, *leaders_papers(material)])


def _notes(material: Material) -> str:
    known = material.known
    notes, never = known.value("supervision.notes"), known.quiet("supervision.members_never_noted")
    if not notes:
        return ""
    rest = ""
    if never is not None:
        rest = f"; còn {padded(len(never))} đồng chí chưa có ghi nhận" if never else "; mọi đảng viên đều có ghi nhận"
    return (
        f"{material.span.length}, Chi bộ đã có {padded(notes)} ghi nhận giám sát thường xuyên đối với đảng viên{rest}."
        f"{material.missing_years('supervision.by_year', ' Chưa có số liệu giám sát của {years}.')}"
    )
