"""All of the second sample in one value, faults planted last."""

from __future__ import annotations

from tools.workbooks.contents import Contents, Rows
from tools.workbooks.model import conduct, inspections, papers, people, ratings, work
from tools.workbooks.model.assumptions import ASSUMPTIONS
from tools.workbooks.model.faults import FAULTS, listed, plant

SETTINGS = {
    "cell_name": "Chi bộ Mẫu",
    "superior_name": "Đảng bộ Thí dụ",
    "place": "Thí Dụ",
    "symbol": "CB",
    "is_base_cell": "không",
    "terms": "05/01/2015–14/01/2020; 15/01/2020–14/01/2025; 15/01/2025–14/01/2030",
    "has_committee": "có",
    "htxs_allocated": "2024: 2",
    "quota_base": "HTT+",
    "quota_rounding": "floor",
    "quota_rate_raised": "25%; 15-CV/ĐU, ngày 10/12/2025",
    "ballot_threshold": "50%",
    "ballot_base": "summoned",
    "plan_deadline": "31/01",
    "supervision_rhythm_days": "90",
    "inspection_max_days": "30",
    "spelling": "uỷ",
    "line_spacing": "18",
    "numbering": "year",
    "output_folder": "Văn bản",
}


def _judged() -> dict[str, Rows]:
    """People, plans, inspections, ratings and votes."""
    return {
        "members": people.members(),
        "groups": people.groups(),
        "appointments": people.appointments(),
        "plan_items": inspections.plan_items(),
        "inspections": inspections.inspections(),
        "supervision_notes": conduct.supervision_notes(),
        "tasks": work.tasks(),
        "ratings": ratings.ratings(),
        "ballot_counts": ratings.ballot_counts(),
        "tallies": ratings.tallies(),
        "cell_years": ratings.cell_years(),
    }


def _lived() -> dict[str, Rows]:
    """Conduct, papers, meetings and whatever else the year brings."""
    return {
        "disciplines": conduct.disciplines(),
        "rewards": conduct.rewards(),
        "documents": papers.documents(),
        "dispatches": papers.dispatches(),
        "meetings": papers.meetings(),
        "disseminations": papers.disseminations(),
        "residence_comments": papers.residence_comments(),
        "trainings": work.trainings(),
        "proposals": work.proposals(),
        "commitments": work.commitments(),
        "warnings": conduct.warnings(),
        "denunciations": conduct.denunciations(),
        "criteria": work.criteria(),
        "criteria_points": papers.criteria_points(),
        "lessons": work.lessons(),
        "regulations": papers.regulations(),
    }


def model() -> Contents:
    """Chi bộ Mẫu on 20/11/2026."""
    return Contents(
        title="SỔ CHI BỘ · CHI BỘ MẪU",
        settings=SETTINGS,
        tables=plant({**_judged(), **_lived()}, FAULTS),
        assumptions=(*ASSUMPTIONS, *listed(FAULTS)),
    )
