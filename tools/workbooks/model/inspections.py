"""Plans and inspections at every stage on 20/11/2026: planned, decided, running, report late, concluded, overdue."""

from __future__ import annotations

from datetime import date

from tools.workbooks.contents import Record, records
from tools.workbooks.model.people import (
    DEPUTY,
    GROUPS,
    HARD,
    LEADER_1,
    LEADER_2,
    OFFICER,
    SECRETARY,
    SICK,
    SLIPPED,
    SUSPENDED,
)

CHECK, THEMATIC, REGULAR, SIGNS = "Kiểm tra", "Giám sát chuyên đề", "Giám sát thường xuyên", "Kiểm tra dấu hiệu vi phạm"
AREAS = ("TD", "NQ4", "CT05", "NG", "CM")
_DONE, _RUNNING, _WAITING, _DROPPED = "Hoàn thành", "Đang thực hiện", "Chưa thực hiện", "Huỷ"


def plan_items() -> list[Record]:
    """The rows of “Kế hoạch”."""
    keys = (
        "year kind members contents period_from period_to starts_on ends_on responsible superior_plan unplanned status"
    )
    return records(
        keys,
        (
            (2024, CHECK, (SLIPPED, HARD), AREAS, date(2023, 1, 1), date(2024, 4, 30), date(2024, 5, 6), date(2024, 6, 5), SECRETARY, "05-KH/ĐU, ngày 10/01/2024", False, _DONE),
            (2025, CHECK, (LEADER_2, "ML07"), ("TD", "CM", "DVKDL"), date(2024, 1, 1), date(2025, 3, 31), date(2025, 4, 14), date(2025, 5, 14), SECRETARY, "06-KH/ĐU, ngày 13/01/2025", False, _DONE),
            (2025, SIGNS, (HARD,), ("DVKDL", "CM"), date(2024, 1, 1), date(2025, 6, 30), date(2025, 7, 7), date(2025, 8, 6), SECRETARY, None, True, _DONE),
            *((2026, REGULAR, (group,), ("CM", "NQCB"), None, None, date(2026, 1, 26), date(2026, 12, 31), leader, "04-KH/ĐU, ngày 12/01/2026", False, _RUNNING)
              for group, leader in zip(GROUPS, (LEADER_1, LEADER_2), strict=True)),
            (2026, CHECK, (OFFICER, "ML06"), AREAS, date(2025, 1, 1), date(2026, 4, 30), date(2026, 5, 11), date(2026, 6, 10), DEPUTY, "04-KH/ĐU, ngày 12/01/2026", False, _DONE),
            (2026, CHECK, ("ML07", SICK), AREAS, date(2025, 1, 1), date(2026, 10, 30), date(2026, 11, 2), date(2026, 12, 2), SECRETARY, "04-KH/ĐU, ngày 12/01/2026", False, _RUNNING),
            (2026, THEMATIC, (LEADER_1,), ("CM", "NQCB"), date(2025, 6, 1), date(2026, 10, 30), date(2026, 11, 19), date(2026, 12, 18), DEPUTY, "04-KH/ĐU, ngày 12/01/2026", False, _RUNNING),
            (2026, SIGNS, (SUSPENDED,), ("DVKDL",), date(2025, 1, 1), date(2026, 8, 31), date(2026, 9, 7), date(2026, 10, 6), SECRETARY, None, True, _RUNNING),
            (2026, CHECK, (DEPUTY, LEADER_2), ("CT213", "NG"), date(2026, 1, 1), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 25), OFFICER, "04-KH/ĐU, ngày 12/01/2026", False, _WAITING),
            (2026, THEMATIC, ("Toàn chi bộ",), ("nền nếp sinh hoạt tổ đảng",), date(2026, 1, 1), date(2026, 7, 31), date(2026, 8, 3), date(2026, 8, 28), OFFICER, "04-KH/ĐU, ngày 12/01/2026", False, _DROPPED),
            (2027, CHECK, (SECRETARY, LEADER_1, SLIPPED, "Ngô Văn Mới"), AREAS, None, None, date(2027, 5, 3), date(2027, 6, 1), OFFICER, "Chương trình 2025–2030, số 02-CTr/ĐU", False, _WAITING),
        ),
    )  # fmt: skip


_KEYS = (
    "decision_no decision_date year kind member contents team_lead team starts_on ends_on self_report_due "
    "self_report_on strengths shortcomings degradation conclusion remedy remedy_due remedied_on evidence "
    "conclusion_no conclusion_date"
)
_ALL = ("UD1", "UD2", "UD3", "UD4", "UD5")
_THREE = ("Báo cáo tự kiểm tra", "Kết quả công tác", "Làm việc trực tiếp")
_LIMITS, _GOOD, _MINOR, _MAJOR = "Có hạn chế", "Tốt", "Vi phạm chưa đến mức kỷ luật", "Vi phạm phải kỷ luật"


def inspections() -> list[Record]:
    """The rows of “Kiểm tra”: each line's stage is said above it."""
    return records(_KEYS, (*_CONCLUDED, *_SIGNS, *_OPEN))


# fmt: off
_CONCLUDED = (
    # concluded and remedied
    ("01-QĐ/CB", date(2024, 5, 6), 2024, CHECK, SLIPPED, AREAS, SECRETARY, (OFFICER,), date(2024, 5, 8), date(2024, 6, 5), date(2024, 5, 20), date(2024, 5, 17),
     _ALL, ("HC2",), False, _LIMITS, "Lập tiến độ và báo cáo hằng tháng.", date(2024, 11, 29), date(2024, 11, 20), _THREE, "01-CV/CB", date(2024, 6, 12)),
    # concluded, remedy overdue
    ("01-QĐ/CB", date(2024, 5, 6), 2024, CHECK, HARD, AREAS, SECRETARY, (OFFICER,), date(2024, 5, 8), date(2024, 6, 5), date(2024, 5, 20), date(2024, 5, 20),
     ("UD3",), ("HC1", "HC2"), False, _LIMITS, "Xử lý xong các hồ sơ tồn; tự phê bình trước tổ.", date(2024, 12, 31), None, _THREE, "02-CV/CB", date(2024, 6, 12)),
    ("02-QĐ/CB", date(2025, 4, 14), 2025, CHECK, LEADER_2, ("TD", "CM", "DVKDL"), SECRETARY, (OFFICER,), date(2025, 4, 16), date(2025, 5, 14), date(2025, 4, 28), date(2025, 4, 25),
     _ALL, ("HC3",), False, _LIMITS, "Đề xuất 01 giải pháp trong quý IV.", date(2025, 12, 15), date(2025, 12, 10), (*_THREE, "Nơi cư trú"), "03-CV/CB", date(2025, 5, 21)),
    ("02-QĐ/CB", date(2025, 4, 14), 2025, CHECK, "ML07", ("TD", "CM", "DVKDL"), SECRETARY, (OFFICER,), date(2025, 4, 16), date(2025, 5, 14), date(2025, 4, 28), date(2025, 4, 28),
     ("UD1", "UD3"), ("HC2", "Đăng bài gây hiểu nhầm trên mạng xã hội"), False, _MINOR, "Gỡ bài, kiểm điểm trước tổ.", date(2025, 6, 30), date(2025, 6, 20), _THREE, "04-CV/CB", date(2025, 5, 21)),
    # concluded this year, one well, one still to remedy in time
    ("01-QĐ/CB", date(2026, 5, 11), 2026, CHECK, OFFICER, AREAS, DEPUTY, (LEADER_2,), date(2026, 5, 13), date(2026, 6, 10), date(2026, 5, 25), date(2026, 5, 22),
     _ALL, ("Cần ghi sổ giám sát đều hơn",), False, _GOOD, "Ghi sổ hằng tháng.", date(2026, 9, 30), date(2026, 9, 28), _THREE, "01-TB/CB", date(2026, 6, 17)),
    ("01-QĐ/CB", date(2026, 5, 11), 2026, CHECK, "ML06", AREAS, DEPUTY, (LEADER_2,), date(2026, 5, 13), date(2026, 6, 10), date(2026, 5, 25), date(2026, 5, 26),
     _ALL, ("HC1",), False, _LIMITS, "Mỗi quý 02 ý kiến góp ý.", date(2027, 3, 31), None, ("Báo cáo tự kiểm tra",), "02-TB/CB", date(2026, 6, 17)),
)
_SIGNS = (
    # signs of violation, concluded: must be disciplined
    ("03-QĐ/CB", date(2025, 7, 7), 2025, SIGNS, HARD, ("DVKDL", "CM"), SECRETARY, (OFFICER, LEADER_1), date(2025, 7, 9), date(2025, 8, 6), date(2025, 7, 21), date(2025, 7, 18),
     ("UD1",), ("HC2", "Để quá hạn nhiều hồ sơ, gây phiền hà"), False, _MAJOR, "Kiểm điểm, xem xét kỷ luật.", date(2025, 9, 30), date(2025, 9, 24), (*_THREE, "Khác"), "05-CV/CB", date(2025, 8, 13)),
    # signs of violation, past its end without a conclusion
    ("03-QĐ/CB", date(2026, 9, 7), 2026, SIGNS, SUSPENDED, ("DVKDL",), SECRETARY, (OFFICER,), date(2026, 9, 9), date(2026, 10, 6), date(2026, 9, 21), date(2026, 9, 21)),
)
_OPEN = (
    # running, self-report in
    ("04-QĐ/CB", date(2026, 11, 2), 2026, CHECK, SICK, AREAS, SECRETARY, (OFFICER,), date(2026, 11, 4), date(2026, 12, 2), date(2026, 11, 16), date(2026, 11, 13)),
    # running, self-report late
    ("04-QĐ/CB", date(2026, 11, 2), 2026, CHECK, "ML07", AREAS, SECRETARY, (OFFICER,), date(2026, 11, 4), date(2026, 12, 2), date(2026, 11, 16)),
    # decided, not begun
    ("05-QĐ/CB", date(2026, 11, 19), 2026, THEMATIC, LEADER_1, ("CM", "NQCB"), DEPUTY, (LEADER_2,), date(2026, 11, 23), date(2026, 12, 18), date(2026, 12, 4)),
)
# fmt: on
