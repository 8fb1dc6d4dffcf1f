"""The kinds of papers that are made (design.md §5), in one explicit list: fields page, templates and checks follow it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from types import MappingProxyType

from addin.documents.kinds import (
    annual_plan,
    ballot,
    cell_rating_proposal,
    collective_review,
    conclusion_notice,
    conference_minutes,
    count_minutes,
    denunciation_acceptance,
    denunciation_report,
    discipline_ballot,
    discipline_count_minutes,
    discipline_decision,
    discipline_plan,
    discipline_proposal_ballot,
    dossier_contents,
    explanation,
    group_leader_report,
    inspection_decision,
    inspection_plan,
    inspection_programme,
    inspection_report,
    invitation,
    member_record,
    not_rated_list,
    notice_minutes,
    period_self_rating,
    positive_factors,
    rating_list,
    rating_proposal,
    residence_request,
    review_file_list,
    review_minutes,
    reward_proposal,
    self_report,
    self_report_outline,
    self_review,
    signs_inspection_plan,
    signs_inspection_report,
    supervision_assignment,
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
    inspection_programme.KIND,
    annual_plan.KIND,
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
    supervision_assignment.KIND,
    group_leader_report.KIND,
    review_minutes.KIND,
    ballot.KIND,
    count_minutes.KIND,
    rating_list.KIND,
    rating_proposal.KIND,
    year_end_report.KIND,
    term_report.KIND,
    discipline_decision.KIND,
    discipline_ballot.KIND,
    residence_request.KIND,
    invitation.KIND,
    reward_proposal.KIND,
    member_record.KIND,
    positive_factors.KIND,
    not_rated_list.KIND,
    cell_rating_proposal.KIND,
    thematic_supervision_plan.KIND,
    thematic_supervision_report.KIND,
    signs_inspection_plan.KIND,
    signs_inspection_report.KIND,
    denunciation_acceptance.KIND,
    denunciation_report.KIND,
    explanation.KIND,
    collective_review.KIND,
    self_review.KIND,
    review_file_list.KIND,
    period_self_rating.KIND,
    thematic_supervision_outline.KIND,
    thematic_supervision_minutes.KIND,
    thematic_supervision_notice.KIND,
    thematic_supervision_contents.KIND,
    discipline_plan.KIND,
    discipline_count_minutes.KIND,
    discipline_proposal_ballot.KIND,
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})


def kind_of(identifier: str) -> Kind:
    """The kind of that id; Misuse names the known ones."""
    if not identifier:
        raise Misuse("Chưa cho biết lập văn bản nào.", "Ghi LOẠI (bảng ở mục 11 của hướng dẫn), hoặc --all-due.")
    try:
        return KINDS[identifier]
    except KeyError:
        near = get_close_matches(identifier, KINDS, n=3)
        meant = f"Có phải: {', '.join(near)}? " if near else ""
        raise Misuse(f"Không có loại văn bản «{identifier}».", f"{meant}Các loại có: {', '.join(KINDS)}.") from None
