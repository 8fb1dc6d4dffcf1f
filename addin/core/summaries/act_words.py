"""What the papers of an inspection are called in an inspection, on signs of a violation, and in a supervision (forms.md)."""

from __future__ import annotations

from addin.core.tables.rows.inspections import Inspection
from addin.glossary.choices import InspectionKind

SUPERVISIONS = frozenset({InspectionKind.THEMATIC_SUPERVISION, InspectionKind.REGULAR_SUPERVISION})


def verb_of(turn: Inspection) -> str:
    """“kiểm tra” hay “giám sát”."""
    return "giám sát" if turn.kind in SUPERVISIONS else "kiểm tra"


def self_report_of(turn: Inspection) -> str:
    """What the member writes, with whose it is."""
    if turn.kind in SUPERVISIONS:
        return f"báo cáo của đảng viên được giám sát {turn.member}"
    return f"báo cáo {'giải trình' if turn.kind == InspectionKind.INSPECTION_ON_SIGNS else 'tự kiểm tra'} của {turn.member}"
