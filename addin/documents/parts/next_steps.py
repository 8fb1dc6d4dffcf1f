"""Cần làm gì để tốt hơn: one line for each condition that failed and each blank input (requirements R58).

Only what the reasons of a rating and the computed changes say is turned into a step; nothing is promised.
"""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from addin import glossary
from addin.core.ratings import MemberRating, Reason
from addin.core.ratings.whatif import Change
from addin.documents.parts import prose
from addin.documents.parts.squares import squares

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


def next_steps(one: MemberRating, changes: Iterable[Change] = ()) -> tuple[str, ...]:
    """What to do, in the order of the reasons; empty where nothing stands in the way or nobody is rated.

    `changes` are what `whatif` found for the year: those that lift this person's ceiling are added. They carry a
    name only, so the squares must be this person's own too.
    """
    if not one.is_rated:
        return ()
    own = {place for reason in one.because for place in reason.places}
    lifting = (
        change.what
        for change in changes
        if change.to_level is not None and change.full_name == one.full_name and change.places and own.issuperset(change.places)
    )
    return prose.listed(prose.unique((*(step for reason in one.because if (step := _step(reason))), *lifting)))


def _step(reason: Reason) -> str:
    head, _, condition = reason.rule.partition(".")
    said = prose.lower_first(reason.text.rstrip(" ."))
    if head in {"missing", "lacking"}:
        entered = [place for place in reason.places if place.column]
        where = squares(entered) or f"sheet {glossary.sheet_name('ratings')}, dòng của năm"
        return f"Bổ sung số liệu ở {where}: {said.removeprefix('chưa đủ căn cứ: thiếu ')}"
    if head not in _CONDITIONS or condition in _NO_STEP:
        return ""
    return f"{_STEPS.get(condition, 'Cải thiện')}: {said}"
