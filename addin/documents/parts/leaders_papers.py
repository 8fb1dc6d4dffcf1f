"""What group leaders were given to supervise and what they reported, from the papers that stand in the register: which years have one (H12)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from addin.core.numerals import padded
from addin.documents.parts.report_material import Material

_Papers = Sequence[Mapping[str, Any]]


def leaders_papers(material: Material) -> Iterator[str]:
    """One sentence on the assignments, one on the reports; none of what has no paper."""
    given, reported = (material.known.quiet(f"supervision.{name}") or () for name in ("assignments", "group_reports"))
    if given:
        begins = _begin(given, material, "Hằng năm, ")
        yield f"{begins}Chi bộ đã ban hành văn bản giao nhiệm vụ giám sát cho tổ trưởng tổ đảng, gồm {padded(len(given))} văn bản{_lacking(given, material)}."
    if reported:
        begins = _begin(reported, material, "Cuối mỗi năm, ")
        subject = "các tổ trưởng" if begins else "Các tổ trưởng"
        yield f"{begins}{subject} tổ đảng đã báo cáo kết quả giám sát trước toàn Chi bộ, gồm {padded(len(reported))} báo cáo{_lacking(reported, material)}."


def _begin(papers: _Papers, material: Material, words: str) -> str:
    """The words for several years of which none is without a paper."""
    span = material.span
    return words if span.first < span.last and not _years_without(papers, material) else ""


def _lacking(papers: _Papers, material: Material) -> str:
    years = _years_without(papers, material)
    return f"; chưa có của {'các năm' if len(years) > 1 else 'năm'} {', '.join(map(str, years))}" if years else ""


def _years_without(papers: _Papers, material: Material) -> list[int]:
    told = {int(str(one["date"])[:4]) for one in papers if one.get("date")}
    return [year for year in range(material.span.first, material.span.last + 1) if year not in told]
