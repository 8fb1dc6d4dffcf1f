"""Levels 2016–2025 and everything out of the ordinary, one exception a line, in the regime it belongs to."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from addin.core.levels import Level
from tools.workbooks.contents import Value
from tools.workbooks.model.people import DEPUTY, GONE, HARD, SECRETARY, SICK, SLIPPED

FIRST_RATED, LAST_RATED, RUNNING = 2016, 2025, 2026
_LEVELS = {"X": Level.HTXS, "T": Level.HTT, "H": Level.HTN, "K": Level.KHT}
_STANDING = {
    SECRETARY: "TXTXTTXTTX",
    DEPUTY: "TTXTTTXTXT",
    "Lê Thị Cần Mẫn": "XTTTXTXTTT",
    "Phạm Văn Dũng Cảm": "TTTTTXTXTT",
    "Hoàng Văn Em": "TTTTTTXTTT",
    "ML06": "TTTTTTTTTT",
    "ML07": "...-TTTTTH",
    HARD: "TTKTTTTTKK",
    SLIPPED: "TKTTTKTHTT",
    SICK: "TTTTHTTTTT",
    "Đặng Văn Miễn": "TTTTTTTT--",
    "Lý Văn Treo": "THTTTTTTTT",
    GONE: "TTTTTT....",
}
EXCEPTIONS: Mapping[tuple[int, str], Mapping[str, Value]] = {
    (2018, HARD): {"tasks_assigned": 10, "tasks_done": 4, "tasks_over": 0, "tasks_late": 2, "reasons": "Hoàn thành dưới 50% nhiệm vụ được giao."},
    (2020, SICK): {"sick_months": 4, "reasons": "Nghỉ ốm 04 tháng trong năm."},
    (2021, SLIPPED): {"agency_level": Level.KHT, "reasons": "Cơ quan xếp loại không hoàn thành nhiệm vụ."},
    (2023, SLIPPED): {"reasons": "Bị cảnh cáo; tự phát hiện và đã khắc phục."},
    (2024, HARD): {"grade_tasks": "Kém", "grade_discipline": "Kém", "reasons": "Tiêu chí kết quả nhiệm vụ xếp mức kém."},
    (2025, HARD): {"breach": True, "reasons": "Bị khiển trách về vi phạm liên quan chức trách, nhiệm vụ."},
    (2025, "ML07"): {"tasks_late": 1, "tasks_assigned": 5, "tasks_done": 5, "tasks_over": 0, "reasons": "01 việc chậm hạn; vi phạm không liên quan chức trách."},
    (2025, SICK): {"sick_months": Decimal("3.5"), "tasks_late": 1, "reasons": "Chi bộ bỏ phiếu cao hơn mức trần: 01 việc chậm hạn; nghỉ ốm 3,5 tháng không hạ mức."},
}  # fmt: skip
NO_MAJORITY = {(2024, "ML06")}


def rated_in(year: int) -> list[tuple[str, Level]]:
    """Members rated in a year with their level; names shared by two are written as the member's number."""
    letter = year - FIRST_RATED
    return [(name, _LEVELS[line[letter]]) for name, line in _STANDING.items() if line[letter] in _LEVELS]
