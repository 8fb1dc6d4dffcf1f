"""The kinds of papers that are made (design.md §5), in one explicit list: fields page, templates and checks follow it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from addin.documents.kinds import (
    ballot,
    cell_rating_proposal,
    conclusion_notice,
    conference_minutes,
    count_minutes,
    dossier_contents,
    explanation,
    inspection_decision,
    inspection_plan,
    inspection_report,
    not_rated_list,
    notice_minutes,
    rating_list,
    rating_proposal,
    review_minutes,
    reward_proposal,
    self_report,
    self_report_outline,
    signs_inspection_plan,
    signs_inspection_report,
    supervision_decision,
    team_schedule,
    term_report,
    thematic_supervision_contents,
    thematic_supervision_minutes,
    thematic_supervision_notice,
    thematic_supervision_outline,
    thematic_supervision_plan,
    thematic_supervision_report,
    working_minutes,
    year_end_report,
)
from addin.documents.parts.kind import Kind
from addin.errors import Misuse

_ALL = (
    inspection_decision.KIND,
    inspection_plan.KIND,
    team_schedule.KIND,
    self_report_outline.KIND,
    self_report.KIND,
    working_minutes.KIND,
    inspection_report.KIND,
    conference_minutes.KIND,
    conclusion_notice.KIND,
    notice_minutes.KIND,
    dossier_contents.KIND,
    supervision_decision.KIND,
    review_minutes.KIND,
    ballot.KIND,
    count_minutes.KIND,
    rating_list.KIND,
    rating_proposal.KIND,
    year_end_report.KIND,
    term_report.KIND,
    reward_proposal.KIND,
    not_rated_list.KIND,
    cell_rating_proposal.KIND,
    thematic_supervision_plan.KIND,
    thematic_supervision_report.KIND,
    signs_inspection_plan.KIND,
    signs_inspection_report.KIND,
    explanation.KIND,
    thematic_supervision_outline.KIND,
    thematic_supervision_minutes.KIND,
    thematic_supervision_notice.KIND,
    thematic_supervision_contents.KIND,
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})


def kind_of(identifier: str) -> Kind:
    """The kind of that id; Misuse names the known ones."""
    try:
        return KINDS[identifier]
    except KeyError:
        raise Misuse(f"Không có loại văn bản «{identifier}».", f"Các loại có: {', '.join(KINDS)}.") from None
