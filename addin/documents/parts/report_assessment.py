"""Chapters III and IV of the reports: what the figures bear out, the words people entered, what is planned and asked for."""

from __future__ import annotations

import re

from addin.core.numerals import padded
from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.report_chapters import or_dots
from addin.documents.parts.report_material import Material

_OWN_ORDINAL = re.compile(r"(?:thứ \w+|\d+)[,.)]", re.IGNORECASE)
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def strengths(material: Material) -> tuple[str, ...]:
    """III.1 What the figures bear out; nothing is praised that nobody counted, and no term of which years are unknown."""
    known, words = material.known, material.span.words
    items, done = known.quiet("plan.items"), known.quiet("plan.done")
    due, remedied = known.quiet("remedies.due"), known.quiet("remedies.done")
    notes, never = known.quiet("supervision.notes"), known.quiet("supervision.members_never_noted")
    factors = prose.unique(str(one["text"]).rstrip(" .;") for one in known.quiet("supervision.positive_factors") or () if one.get("text"))
    lines = [
        f"Kế hoạch kiểm tra, giám sát {words} được thực hiện đầy đủ ({padded(items)}/{padded(items)} việc)."
        if items and done == items and not material.missing_years("plan.by_year", "{years}") else "",
        "Mọi đảng viên đều được ghi nhận giám sát." if notes and never == () else "",
        "Các yêu cầu khắc phục sau kiểm tra đều đã được thực hiện." if due and remedied == due else "",
        f"Nhân tố mới được phát hiện, ghi nhận: {'; '.join(prose.lower_first(one) for one in factors)}." if factors else "",
    ]
    if not any(lines):
        material.gaps.tell("Chưa có số liệu để nêu ưu điểm")
    return or_dots(lines)


def listed_texts(material: Material, identifier: str, more: tuple[str, ...] = ()) -> tuple[str, ...]:
    """III.2, III.3: the texts of Bài học and those a person accepted, each a paragraph."""
    texts = (*material.known.texts(identifier), *more) if not more else (*(material.known.quiet(identifier) or ()), *more)
    return or_dots(f"{prose.upper_first(text.rstrip(' .;'))}." for text in prose.unique(map(str, texts)))


def proposals(material: Material) -> tuple[str, ...]:
    """IV.2 `Thứ nhất, …`; a text that brings its own ordinal keeps it, and one alone has none."""
    texts = [text.rstrip(" .;") for text in material.known.texts("reports.proposals")]
    if len(texts) == 1:
        return (f"{prose.upper_first(texts[0])}.",)
    return or_dots(f"{_numbered(number, text)}." for number, text in enumerate(texts))


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
        return or_dots(())
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
