"""The kinds of documents that are made (design.md §5): one line a kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from addin.documents.contexts import Context
from addin.documents.inspection_decision import InspectionDecision
from addin.documents.term_report import TermReport
from addin.documents.year_end_report import YearEndReport
from addin.errors import Misuse


@dataclass(frozen=True, slots=True)
class Kind:
    """`symbol` is the letters of its number; `title` names the template for people and screen readers."""

    id: str
    title: str
    symbol: str
    context: type[Context]


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        kind.id: kind
        for kind in (
            Kind("inspection-decision", "Quyết định kiểm tra", "QĐ", InspectionDecision),
            Kind("year-end-report", "Báo cáo tổng kết năm", "BC", YearEndReport),
            Kind("term-report", "Báo cáo tổng kết nhiệm kỳ", "BC", TermReport),
        )
    }
)


def kind_of(identifier: str) -> Kind:
    """The kind of that id; Misuse names the known ones."""
    try:
        return KINDS[identifier]
    except KeyError:
        raise Misuse(f"Không có loại văn bản «{identifier}».", f"Các loại có: {', '.join(KINDS)}.") from None
