"""The register, what was sent, meetings, disseminations, residence comments and local regulations of Chi bộ Mẫu."""

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
from tools.workbooks.model.ratings import POINTS
from tools.workbooks.model.standing import LAST_RATED, rated_in

_DECISION, _PLAN, _LETTER, _REPORT, _NOTICE = "Quyết định", "Kế hoạch", "Công văn", "Báo cáo", "Thông báo"


_PAPERS = (
    (_PLAN, "01-KH/CB", date(2024, 1, 22), "kiểm tra, giám sát năm 2024", SECRETARY, None, "KTGS-2024", 4),
    (_DECISION, "01-QĐ/CB", date(2024, 5, 6), "kiểm tra đảng viên chấp hành", SECRETARY, None, "KTGS-2024", 2),
    (_LETTER, "01-CV/CB", date(2024, 6, 12), "thông báo kết luận kiểm tra", SECRETARY, SLIPPED, "KTGS-2024", 2),
    (_LETTER, "02-CV/CB", date(2024, 6, 12), "thông báo kết luận kiểm tra", SECRETARY, HARD, "KTGS-2024", 2),
    (_DECISION, "01-QĐ/CB", date(2025, 1, 20), "phân công nhiệm vụ chi uỷ viên, thư ký", SECRETARY, None, "CB-2025", 2),
    (_PLAN, "01-KH/CB", date(2025, 1, 27), "kiểm tra, giám sát năm 2025", SECRETARY, None, "KTGS-2025", 4),
    (_LETTER, "01-CV/CB", date(2025, 2, 3), "giao nhiệm vụ tổ trưởng giám sát đảng viên", SECRETARY, "; ".join(GROUPS), "KTGS-2025", 2),
    (_DECISION, "02-QĐ/CB", date(2025, 4, 14), "kiểm tra đảng viên chấp hành", SECRETARY, None, "KTGS-2025", 2),
    (_LETTER, "02-CV/CB", date(2025, 5, 5), "đề nghị nơi cư trú cho ý kiến", SECRETARY, None, "CB-2025", 1),
    (_LETTER, "03-CV/CB", date(2025, 5, 21), "thông báo kết luận kiểm tra", SECRETARY, LEADER_2, "KTGS-2025", 2),
    (_LETTER, "04-CV/CB", date(2025, 5, 21), "thông báo kết luận kiểm tra", SECRETARY, "ML07", "KTGS-2025", 2),
    (_DECISION, "03-QĐ/CB", date(2025, 7, 7), "kiểm tra khi có dấu hiệu vi phạm", SECRETARY, HARD, "DHVP-2025", 2),
    (_LETTER, "05-CV/CB", date(2025, 8, 13), "thông báo kết luận kiểm tra", SECRETARY, HARD, "DHVP-2025", 3),
    (_DECISION, "04-QĐ/CB", date(2025, 9, 22), "thi hành kỷ luật đảng viên", SECRETARY, HARD, "KL-2025", 2),
    (_DECISION, "05-QĐ/CB", date(2025, 11, 10), "thi hành kỷ luật đảng viên", SECRETARY, "ML07", "KL-2025", 2),
    (_REPORT, "01-BC/CB", date(2025, 12, 1), "kết quả giám sát năm 2025 của Tổ đảng 1", LEADER_1, GROUPS[0], "KTGS-2025", 2),
    (_REPORT, "02-BC/CB", date(2025, 12, 1), "kết quả giám sát năm 2025 của Tổ đảng 2", LEADER_2, GROUPS[1], "KTGS-2025", 2),
    (_REPORT, "03-BC/CB", date(2025, 12, 15), "công tác kiểm tra, giám sát năm 2025", SECRETARY, None, "KTGS-2025", 5),
    (_PLAN, "01-KH/CB", date(2026, 1, 19), "kiểm tra, giám sát năm 2026", SECRETARY, None, "KTGS-2026", 4),
    (_LETTER, "01-CV/CB", date(2026, 1, 26), "giao nhiệm vụ tổ trưởng giám sát đảng viên", SECRETARY, "; ".join(GROUPS), "KTGS-2026", 2),
    (_DECISION, "01-QĐ/CB", date(2026, 5, 11), "kiểm tra đảng viên chấp hành", SECRETARY, None, "KTGS-2026", 2),
    (_NOTICE, "01-TB/CB", date(2026, 6, 17), "kết luận kiểm tra", SECRETARY, OFFICER, "KTGS-2026", 2),
    (_NOTICE, "02-TB/CB", date(2026, 6, 17), "kết luận kiểm tra", SECRETARY, "ML06", "KTGS-2026", 2),
    (_DECISION, "02-QĐ/CB", date(2026, 8, 10), "cấp nhầm số", SECRETARY, None, "CB-2026", 1, None, None, False, "Cấp trùng việc, không dùng"),
    (_DECISION, "03-QĐ/CB", date(2026, 9, 7), "kiểm tra khi có dấu hiệu vi phạm", SECRETARY, SUSPENDED, "DHVP-2026", 2),
    (_DECISION, "04-QĐ/CB", date(2026, 11, 2), "kiểm tra đảng viên chấp hành", SECRETARY, None, "KTGS-2026", 2),
    (_DECISION, "05-QĐ/CB", date(2026, 11, 19), "giám sát chuyên đề", SECRETARY, LEADER_1, "KTGS-2026", 2),
)  # fmt: skip


def documents() -> list[Record]:
    """The rows of “Văn bản”, numbered anew each year as the setting says."""
    keys = "kind number date title signer subject dossier pages location retention signed void_reason"
    usual: Record = {"location": "Tủ hồ sơ chi bộ", "retention": "Theo hướng dẫn của cấp uỷ", "signed": True}
    return [
        {**usual, **{key: value for key, value in row.items() if value is not None}} for row in records(keys, _PAPERS)
    ]


def dispatches() -> list[Record]:
    """The rows of “Gửi nhận”: the last one not yet received."""
    return records(
        "document recipient sent_on received_on",
        (
            ("01-KH/CB", GROUPS[0], date(2026, 1, 19), date(2026, 1, 20)),
            ("01-KH/CB", GROUPS[1], date(2026, 1, 19), date(2026, 1, 21)),
            ("01-KH/CB", "Đảng uỷ Thí dụ", date(2026, 1, 19), date(2026, 1, 22)),
            ("04-QĐ/CB", SICK, date(2026, 11, 2), date(2026, 11, 3)),
            ("04-QĐ/CB", "ML07", date(2026, 11, 2)),
        ),
    )


def meetings() -> list[Record]:
    """The rows of “Sinh hoạt”: one of each kind, with excused and unexcused absence."""
    return records(
        "held_on kind topic total present absent absent_excused votes_for resolution",
        (
            (date(2026, 1, 12), "Định kỳ", "Kế hoạch kiểm tra, giám sát năm 2026", 11, 11, None, None, 11, "Thông qua kế hoạch."),
            (date(2026, 3, 16), "Chuyên đề", "Nêu gương của cán bộ, đảng viên", 11, 10, (SICK,), (SICK,)),
            (date(2026, 5, 4), "Định kỳ", "Nhiệm vụ tháng 5", 11, 10, ("ML07",)),
            (date(2026, 6, 8), "Định kỳ", "Sơ kết sáu tháng; kết luận kiểm tra", 11, 9, ("ML07", HARD), (HARD,)),
            (date(2026, 9, 14), "Bất thường", "Xem xét đình chỉ sinh hoạt một đảng viên", 12, 12, None, None, None, "Đề nghị đình chỉ sinh hoạt 90 ngày."),
            (date(2026, 10, 5), "Tổ đảng", "Sinh hoạt Tổ đảng 2", 5, 5),
            (date(2026, 11, 9), "Định kỳ", "Chuẩn bị kiểm điểm cuối năm", 11, 10, ("ML07",)),
            (date(2025, 12, 6), "Kiểm điểm", "Kiểm điểm, xếp loại năm 2025", 11, 11, None, None, None, "Nghe hai tổ trưởng báo cáo; bỏ phiếu xếp loại."),
        ),
    )  # fmt: skip


def disseminations() -> list[Record]:
    """The rows of “Quán triệt”: all four channels."""
    rule = "Quy định số 21-QĐ/TW ngày 11/4/2026"
    return records(
        "date channel document presenter present total understood",
        (
            (date(2026, 5, 4), "Sinh hoạt định kỳ", rule, SECRETARY, 10, 11, 9),
            (date(2026, 5, 13), "Qua kiểm tra, giám sát", rule, DEPUTY, 2, 2, 2),
            (date(2026, 5, 18), "Văn bản", rule, None, None, 11),
            (date(2026, 3, 16), "Sinh hoạt chuyên đề", "Quy định số 296-QĐ/TW ngày 30/5/2025", OFFICER, 10, 11, 8),
        ),
    )


def residence_comments() -> list[Record]:
    """The rows of “Nơi cư trú”: every level, one never returned."""
    asked = date(2025, 11, 3)
    return records(
        "year member requested_on received_on level text",
        (
            (2025, SECRETARY, asked, date(2025, 11, 14), "Tốt", "Gia đình gương mẫu, dự đủ sinh hoạt."),
            (2025, OFFICER, asked, date(2025, 11, 17), "Khá", "Tham gia phong trào đều."),
            (2025, HARD, asked, date(2025, 11, 20), "Trung bình", "Ít dự sinh hoạt khu phố."),
            (2025, "ML07", asked, date(2025, 11, 20), "Chưa tốt", "Bị nhắc nhở về trật tự, giao thông."),
            (2025, SICK, asked, date(2025, 11, 18), "Không thuộc diện", "Nghỉ điều trị tại nơi khác."),
            (2025, "ML06", asked),
        ),
    )


def criteria_points() -> list[Record]:
    """The rows of “Chấm điểm” of 2025, summing to the points of “Xếp loại”."""
    rows: list[Record] = []
    for name, level in rated_in(LAST_RATED):
        prefix = "LD" if name in (SECRETARY, DEPUTY) else "DV"
        rows += _four(name, prefix, POINTS[level])
    return rows + _four("Chi bộ", "CB", (28, 63))


def _four(name: str, prefix: str, points: tuple[int, int]) -> list[Record]:
    general, results = points
    own = (general // 2, general - general // 2, min(50, results * 5 // 7), results - min(50, results * 5 // 7))
    return [
        {"year": LAST_RATED, "member": name, "code": f"{prefix}{number}", "self_points": value, "points": value}
        for number, value in enumerate(own, start=1)
    ]


def regulations() -> list[Record]:
    """The rows of “Quy định”: the superior's own guidance, invented."""
    return records(
        "number kind issued_on issuer title in_force_from in_force_to replaced_by",
        (
            ("03-HD/ĐU", "Hướng dẫn", date(2024, 11, 4), "Đảng uỷ Thí dụ", "kiểm điểm, xếp loại năm 2024", date(2024, 11, 4), date(2025, 11, 16), "07-HD/ĐU"),
            ("07-HD/ĐU", "Hướng dẫn", date(2025, 11, 17), "Đảng uỷ Thí dụ", "kiểm điểm, xếp loại từ năm 2025", date(2025, 11, 17)),
        ),
    )  # fmt: skip
