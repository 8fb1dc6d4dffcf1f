"""Builds the shipped Word templates: `python -m tools.templates`. The same source gives the same bytes.

The templates in templates/ are committed; a test builds them again and compares.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from addin.documents.catalogue import kind_of
from addin.documents.template_files import shipped_folder
from tools import inspection_templates as inspection
from tools import rating_templates as rating
from tools.template_markup import package

BODIES: Mapping[str, Callable[[], str]] = MappingProxyType(
    {
        "inspection-decision": inspection.inspection_decision,
        "year-end-report": inspection.inspection_report,
        "term-report": inspection.inspection_report,
        "rating-list": rating.rating_list,
        "not-rated-list": rating.not_rated_list,
        "rating-proposal": rating.rating_proposal,
        "cell-rating-proposal": rating.cell_rating_proposal,
        "reward-proposal": rating.reward_proposal,
        "explanation": rating.explanation,
        "ballot": rating.ballot,
        "count-minutes": rating.count_minutes,
        "review-minutes": rating.review_minutes,
    }
)
LANDSCAPE = frozenset({"rating-list"})


def built(kind: str) -> bytes:
    """The template of a kind, whole."""
    return package(BODIES[kind](), kind_of(kind).title, landscape=kind in LANDSCAPE)


def main() -> None:
    """Write every template where the product looks for it."""
    for kind in BODIES:
        (shipped_folder() / f"{kind}.docx").write_bytes(built(kind))


if __name__ == "__main__":
    main()
