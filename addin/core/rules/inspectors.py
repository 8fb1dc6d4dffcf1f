"""Kiểm tra: who inspects whom (F21). Nobody inspects himself; distance is wished for, not required."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.inspections import Inspection
from addin.glossary.choices import InspectionKind


@rule(
    "INS205",
    Severity.ERROR,
    title="Người kiểm tra cũng là người được kiểm tra",
    fix="Thay người trong tổ kiểm tra của lượt này.",
)
def inspector_inspects_himself(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Nobody inspects himself."""
    inspected = context.member(inspection.member)
    for key, name in inspectors(inspection):
        if inspected and context.member(name) is inspected:
            yield flag(
                inspection,
                key,
                f"“{inspected.full_name}” vừa kiểm tra vừa được kiểm tra.",
                related=("member",),
            )


def inspectors(inspection: Inspection) -> list[tuple[str, str]]:
    """(key, name as written) of the team's leader and members."""
    lead = [("team_lead", inspection.team_lead)] if inspection.team_lead else []
    return [*lead, *(("team", name) for name in inspection.team)]


@rule(
    "INS206",
    Severity.NOTICE,
    title="Người kiểm tra cùng tổ với người được kiểm tra",
    fix="Nếu được, cử người của tổ khác; nếu không thì ghi rõ lý do.",
)
def inspector_of_the_same_group(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """Inspection wants distance; group leaders supervise their own group, so only "Kiểm tra" is meant."""
    inspected = context.member(inspection.member)
    if inspection.kind != InspectionKind.INSPECTION or inspected is None or not inspected.group:
        return
    for key, name in inspectors(inspection):
        inspector = context.member(name)
        same = inspector is not None and context.group_key(inspector.group) == context.group_key(inspected.group)
        if inspector and same and inspector is not inspected:
            message = f"“{inspector.full_name}” và “{inspected.full_name}” cùng thuộc “{inspected.group}”."
            yield flag(inspection, key, message, related=("member",))


@rule(
    "INS207",
    Severity.NOTICE,
    title="Người kiểm tra có thể là cấp trên trực tiếp",
    fix="Nếu được, cử người khác đơn vị; nếu không thì ghi rõ lý do.",
)
def inspector_is_the_superior(inspection: Inspection, context: Context) -> Iterator[Flag]:
    """A leader of the same unit inspects a subordinate: allowed, but worth knowing."""
    inspected = context.member(inspection.member)
    if inspection.kind != InspectionKind.INSPECTION or inspected is None or not inspected.employer or inspected.is_leader:
        return
    for key, name in inspectors(inspection):
        inspector = context.member(name)
        same = inspector is not None and context.fold(inspector.employer) == context.fold(inspected.employer)
        if inspector and inspector.is_leader and same:
            message = f"“{inspector.full_name}” là lãnh đạo của “{inspected.employer}”, nơi “{inspected.full_name}” công tác."
            yield flag(inspection, key, message, related=("member",))
