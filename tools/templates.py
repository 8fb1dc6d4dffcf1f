"""Builds the shipped Word templates: `python -m tools.templates`. The same source gives the same bytes.

They follow the list of kinds: the template `annual-plan.docx` is what `annual_plan()` of one of the rooms below
draws. The templates in templates/ are committed; a test builds them again and compares.
"""

from __future__ import annotations

from addin.documents.catalogue import KINDS, kind_of
from addin.documents.template_files import shipped_folder
from tools import (
    case_templates,
    conclusion_templates,
    cycle_templates,
    inspection_templates,
    rating_templates,
    review_templates,
    yearly_templates,
)
from tools.template_markup import package

_ROOMS = (
    inspection_templates,
    cycle_templates,
    conclusion_templates,
    yearly_templates,
    review_templates,
    case_templates,
    rating_templates,
)
LANDSCAPE = frozenset({"rating-list", "count-minutes"})


def built(kind_id: str) -> bytes:
    """The template of a kind, whole; LookupError names the function nobody wrote."""
    kind = kind_of(kind_id)
    name = kind.stem.replace("-", "_")
    draw = next((getattr(room, name) for room in _ROOMS if hasattr(room, name)), None)
    if draw is None:
        raise LookupError(f"no {name}() in {', '.join(room.__name__ for room in _ROOMS)}")
    title = next(known.title for known in KINDS.values() if known.stem == kind.stem)
    return package(draw(), title, landscape=kind.stem in LANDSCAPE)


def main() -> None:
    """Write every template where the product looks for it."""
    for kind in KINDS.values():
        (shipped_folder() / f"{kind.stem}.docx").write_bytes(built(kind.id))


if __name__ == "__main__":
    main()
