"""What happened in Chi bộ Mẫu that must never stand in a real cell's sample: discipline, denunciation, signals."""

from __future__ import annotations

from datetime import date

from tools.workbooks.contents import Record, records
from tools.workbooks.model.people import (
    EXEMPT,
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

_LIMIT, _GOOD, _NEW, _SIGN = "Hạn chế", "Ưu điểm", "Nhân tố mới", "Dấu hiệu vi phạm"


def disciplines() -> list[Record]:
    """The rows of “Kỷ luật”: an old one, one self-detected, one of duty, one private."""
    return records(
        "member form decision_no decision_date authority violation happened_on duty_related self_detected announced_on appeal_on ended_on",
        (
            (SLIPPED, "Khiển trách", "08-QĐ/CB", date(2017, 10, 16), "Chi bộ Mẫu", "Vắng sinh hoạt nhiều kỳ không lý do.", date(2017, 6, 6), False, False, date(2017, 10, 9), None, date(2018, 10, 9)),
            (SLIPPED, "Cảnh cáo", "04-QĐ/CB", date(2023, 6, 19), "Chi bộ Mẫu", "Kê khai thiếu; tự báo cáo và nộp bổ sung.", date(2022, 12, 5), False, True, date(2023, 6, 12), None, date(2024, 6, 12)),
            (HARD, "Khiển trách", "04-QĐ/CB", date(2025, 9, 22), "Chi bộ Mẫu", "Để quá hạn hồ sơ thuộc trách nhiệm, gây phiền hà.", date(2025, 5, 12), True, False, date(2025, 9, 15), date(2025, 10, 6), date(2026, 9, 15)),
            ("ML07", "Khiển trách", "05-QĐ/CB", date(2025, 11, 10), "Chi bộ Mẫu", "Vi phạm luật giao thông ngoài giờ làm việc.", date(2025, 8, 31), False, False, date(2025, 11, 5)),
        ),
    )  # fmt: skip


def denunciations() -> list[Record]:
    """The rows of “Tố cáo”; even the invented accuser may appear in no output."""
    return records(
        "received_on member content status conclusion cleared accuser",
        (
            (date(2025, 3, 3), SICK, "Cho rằng chậm trả kết quả hồ sơ.", "Đã kết luận", "Không có cơ sở: hồ sơ trả đúng hạn.", True, "Người Tố Cáo Hư Cấu Một"),
            (date(2026, 8, 24), SUSPENDED, "Cho rằng nhận quà của người nộp hồ sơ.", "Đang xác minh", None, None, "Người Tố Cáo Hư Cấu Hai"),
        ),
    )  # fmt: skip


def warnings() -> list[Record]:
    """The rows of “Cảnh báo”: one cleared with its reason, one acted on, one still open, one positive factor."""
    signal, positive = "Cảnh báo", "Nhân tố mới"
    return records(
        "code subject kind first_possible_on seen_on text action outcome closed_on cleared",
        (
            ("CB01", SICK, signal, date(2025, 2, 10), date(2025, 3, 3), "Có phản ánh chậm trả hồ sơ.", "Đối chiếu sổ giao nhận.", "Hồ sơ trả đúng hạn, phản ánh nhầm người.", date(2025, 3, 14), True),
            ("CB02", HARD, signal, date(2025, 2, 3), date(2025, 6, 2), "Ba nhiệm vụ chậm hạn liên tiếp.", "Kiểm tra khi có dấu hiệu vi phạm.", "Đã kết luận, khiển trách.", date(2025, 9, 22), False),
            ("CB03", "ML07", signal, date(2026, 10, 1), date(2026, 11, 17), "Quá hạn nộp báo cáo tự kiểm tra.", "Tổ trưởng nhắc bằng văn bản."),
            ("NT01", LEADER_2, positive, date(2026, 3, 2), date(2026, 3, 23), "Tự làm bảng nhắc hạn hồ sơ cho cả tổ.", "Giới thiệu trong sinh hoạt chi bộ.", "Tổ đảng 1 đã dùng.", date(2026, 6, 8), False),
            ("CB04", GROUPS[1], signal, date(2026, 6, 1), date(2026, 6, 15), "Hơn 90 ngày chưa có ghi nhận giám sát.", "Tổ trưởng ghi bù.", "Đã ghi đủ.", date(2026, 7, 6), False),
        ),
    )  # fmt: skip


_ONE, _TWO = GROUPS
_COPIED = "Chấp hành tốt nội quy, hoàn thành nhiệm vụ được giao trong quý."
_NOTES = (
    (date(2025, 2, 17), _ONE, LEADER_1, SLIPPED, _GOOD, date(2025, 2, 14), "Nộp tiến độ đều, hồ sơ tồn giảm còn hai."),
    (date(2025, 2, 24), _TWO, LEADER_2, HARD, _LIMIT, date(2025, 2, 3), "Chậm hạn ba hồ sơ liên tiếp.", "Tổ trưởng nhắc, yêu cầu lịch xử lý.", date(2025, 2, 25), "Chưa chuyển biến."),
    (date(2025, 5, 19), _TWO, LEADER_2, HARD, _SIGN, date(2025, 5, 12), "Người dân phản ánh bị yêu cầu đi lại nhiều lần.", "Báo cáo chi uỷ.", date(2025, 5, 20), "Chi bộ quyết định kiểm tra."),
    (date(2025, 5, 19), _ONE, LEADER_1, "ML06", _GOOD, date(2025, 5, 15), _COPIED),
    (date(2025, 8, 11), _ONE, LEADER_1, SLIPPED, _GOOD, date(2025, 8, 8), _COPIED),
    (date(2025, 8, 18), _TWO, LEADER_2, "ML07", _LIMIT, date(2025, 7, 30), "Đăng bài dễ gây hiểu nhầm trên mạng xã hội.", "Yêu cầu gỡ bài, giải trình.", date(2025, 8, 18), "Đã gỡ trong ngày."),
    (date(2025, 11, 3), _TWO, LEADER_2, SICK, _GOOD, date(2025, 10, 30), "Trở lại sau nghỉ ốm, nhận lại đủ việc."),
    (date(2025, 11, 10), _ONE, LEADER_1, OFFICER, _GOOD, date(2025, 11, 6), "Hướng dẫn tổ cách ghi nhận có việc, có ngày."),
    (date(2026, 1, 26), _ONE, LEADER_1, SUSPENDED, _SIGN, date(2026, 1, 20), "Có dấu hiệu nhận quà của người nộp hồ sơ.", "Báo cáo bí thư trong ngày.", date(2026, 1, 26), "Chuyển kiểm tra dấu hiệu vi phạm."),
    (date(2026, 2, 23), _TWO, LEADER_2, "ML07", _LIMIT, date(2026, 2, 20), "Tham gia sinh hoạt tổ còn thụ động.", "Giao chuẩn bị một nội dung trao đổi.", date(2026, 3, 2), "Đã trình bày, tổ đánh giá khá."),
    (date(2026, 3, 23), _TWO, SECRETARY, LEADER_2, _NEW, date(2026, 3, 2), "Tự làm bảng nhắc hạn hồ sơ cho cả tổ.", "Giới thiệu trong sinh hoạt chi bộ.", date(2026, 4, 6), "Tổ đảng 1 đã dùng."),
    (date(2026, 4, 20), _ONE, LEADER_1, "ML06", _GOOD, date(2026, 4, 16), "Hoàn thành sớm báo cáo quý, số liệu khớp."),
    (date(2026, 7, 6), _TWO, LEADER_2, SICK, _GOOD, date(2026, 7, 2), "Phối hợp tốt với bộ phận một cửa."),
    (date(2026, 7, 13), _ONE, LEADER_1, SLIPPED, _GOOD, date(2026, 7, 9), "Giữ đúng cam kết khắc phục, không còn hồ sơ tồn."),
    (date(2026, 10, 5), _TWO, LEADER_2, HARD, _GOOD, date(2026, 10, 1), "Quý III trả hồ sơ đúng hạn toàn bộ."),
    (date(2026, 10, 12), _ONE, LEADER_1, "Ngô Văn Mới", _GOOD, date(2026, 10, 8), "Đảng viên dự bị hoà nhập nhanh, chịu khó hỏi việc."),
    (date(2026, 10, 19), _TWO, LEADER_2, EXEMPT, _GOOD, date(2026, 10, 15), "Tuy được miễn vẫn dự buổi học nghị quyết."),
)  # fmt: skip


def supervision_notes() -> list[Record]:
    """The rows of “Giám sát”: all four kinds, a copied text, a gap, and members nobody wrote about."""
    return records("noted_on group observer member kind happened_on text action action_on outcome", _NOTES)


def rewards() -> list[Record]:
    """The rows of “Khen thưởng”."""
    return records(
        "subject form year_from year_to decision_no decision_date authority",
        (
            ("Chi bộ", "Giấy khen", 2016, 2016, "05-QĐ/ĐU", date(2017, 1, 16), "Đảng uỷ Thí dụ"),
            ("Chi bộ", "Giấy khen", 2020, 2020, "07-QĐ/ĐU", date(2021, 1, 18), "Đảng uỷ Thí dụ"),
            (LEADER_1, "Giấy khen", 2023, 2023, "09-QĐ/ĐU", date(2024, 1, 15), "Đảng uỷ Thí dụ"),
        ),
    )  # fmt: skip
