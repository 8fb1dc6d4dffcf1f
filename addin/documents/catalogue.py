"""The kinds of papers that are made (design.md §5), in one explicit list: fields page, templates and checks follow it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from addin.documents.kinds import (
    ballot,
    cell_rating_proposal,
    count_minutes,
    explanation,
    inspection_decision,
    not_rated_list,
    rating_list,
    rating_proposal,
    review_minutes,
    reward_proposal,
    term_report,
    year_end_report,
)
from addin.documents.parts.kind import Kind
from addin.errors import Misuse

_ALL = (
    inspection_decision.KIND,
    year_end_report.KIND,
    term_report.KIND,
    rating_list.KIND,
    not_rated_list.KIND,
    rating_proposal.KIND,
    cell_rating_proposal.KIND,
    reward_proposal.KIND,
    explanation.KIND,
    ballot.KIND,
    count_minutes.KIND,
    review_minutes.KIND,
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ALL})


def kind_of(identifier: str) -> Kind:
    """The kind of that id; Misuse names the known ones."""
    try:
        return KINDS[identifier]
    except KeyError:
        raise Misuse(f"Không có loại văn bản «{identifier}».", f"Các loại có: {', '.join(KINDS)}.") from None
