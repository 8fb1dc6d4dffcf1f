"""Cần làm gì để tốt hơn: one line for each condition that failed and each blank input (requirements R58).

Only what the reasons of a rating say is turned into a step; nothing is promised and nobody's level foretold.
"""

from __future__ import annotations

from types import MappingProxyType

from addin.core.ratings import MemberRating, Reason
from addin.documents import prose
from addin.documents.squares import squares

_CONDITIONS = frozenset({"htxs", "htt", "htn", "kht", "ceiling"})
_STEPS = MappingProxyType(
    {
        "points": "Nâng tổng điểm",
        "tasks_over": "Tăng số nhiệm vụ vượt mức",
        "tasks_done": "Hoàn thành đủ nhiệm vụ được giao",
        "tasks": "Hoàn thành đủ nhiệm vụ được giao",
        "tasks_late": "Làm xong nhiệm vụ đúng hạn",
        "unit_over": "Nâng kết quả đơn vị, lĩnh vực phụ trách",
        "head": "Nâng kết quả đơn vị, lĩnh vực phụ trách",
        "shortcomings": "Khắc phục hết các hạn chế đã chỉ ra",
        "grades": "Nâng các tiêu chí chưa đạt",
        "grade": "Nâng tiêu chí bị xếp Kém",
        "agency": "Nâng kết quả công tác ở cơ quan",
        "quarters": "Hoàn thành nhiệm vụ từng quý",
        "breach": "Khắc phục vi phạm, không để tái diễn",
        "discipline": "Khắc phục vi phạm, không để tái diễn",
    }
)
_NO_STEP = frozenset({"sick"})
"""Nobody is asked to be less ill."""


def next_steps(one: MemberRating) -> tuple[str, ...]:
    """What to do, in the order of the reasons; empty where nothing stands in the way or nobody is rated."""
    if not one.is_rated:
        return ()
    return prose.listed(prose.unique(step for reason in one.because if (step := _step(reason))))


def _step(reason: Reason) -> str:
    head, _, condition = reason.rule.partition(".")
    said = prose.lower_first(reason.text.rstrip(" ."))
    if head == "missing":
        where = squares(reason.places)
        return f"Bổ sung số liệu{f' ở {where}' if where else ''}: {said}"
    if head not in _CONDITIONS or condition in _NO_STEP:
        return ""
    return f"{_STEPS.get(condition, 'Cải thiện')}: {said}"
