"""All of the sample in one value."""

from __future__ import annotations

from tools.workbooks.contents import Contents, Rows
from tools.workbooks.office import (
    advice,
    ballots,
    gatherings,
    lessons,
    party_cell,
    people,
    ratings,
    residence,
    scoring,
)
from tools.workbooks.office.assumptions import ASSUMPTIONS
from tools.workbooks.office.inspections import inspections
from tools.workbooks.office.plans import plan_items
from tools.workbooks.office.register import documents, numbers
from tools.workbooks.office.supervision import supervision_notes
from tools.workbooks.office.tasks import tasks

SETTINGS = {
    "cell_name": "Chi bộ Văn phòng Sở 2",
    "superior_name": "Đảng bộ Sở Tư pháp",
    "place": "Thành phố A",
    "symbol": "CB",
    "is_base_cell": "không",
    "terms": "05/01/2015–14/5/2020; 15/5/2020–14/5/2025; 15/5/2025–14/5/2030",
    "has_committee": "có",
    "spelling": "uỷ",
    "numbering": "continuous",
}


def _judged() -> dict[str, Rows]:
    """People, plans, inspections, ratings and votes."""
    return {
        "members": people.members(),
        "groups": people.groups(),
        "appointments": people.appointments(),
        "plan_items": plan_items(),
        "inspections": inspections(numbers()),
        "supervision_notes": supervision_notes(),
        "tasks": tasks(),
        "ratings": ratings.ratings(),
        "ballot_counts": ballots.ballot_counts(),
        "tallies": ballots.tallies(),
        "cell_years": party_cell.cell_years(),
    }


def _lived() -> dict[str, Rows]:
    """Conduct, papers, meetings and whatever else the year brings."""
    return {
        "rewards": party_cell.rewards(),
        "documents": documents(),
        "dispatches": residence.dispatches(),
        "meetings": gatherings.meetings(),
        "disseminations": gatherings.disseminations(),
        "residence_comments": residence.residence_comments(),
        "trainings": advice.trainings(),
        "proposals": advice.proposals(),
        "commitments": advice.commitments(),
        "criteria": scoring.criteria(),
        "criteria_points": scoring.criteria_points(),
        "lessons": lessons.lessons(),
    }


def office() -> Contents:
    """Chi bộ Văn phòng Sở 2, 2015–2026."""
    return Contents(
        title="SỔ CHI BỘ · CHI BỘ VĂN PHÒNG SỞ 2",
        settings=SETTINGS,
        tables={**_judged(), **_lived()},
        assumptions=ASSUMPTIONS,
    )
