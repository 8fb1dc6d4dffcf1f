"""Tasks, commitments, proposals, courses and lessons of Chi bộ Mẫu."""

from __future__ import annotations

from datetime import date

from tools.workbooks.contents import Record, records
from tools.workbooks.model.people import (
    DEPUTY,
    HARD,
    LEADER_1,
    LEADER_2,
    NEW,
    OFFICER,
    SECRETARY,
    SICK,
    SLIPPED,
)

_DONE, _OVER, _FAILED = "Đạt", "Vượt mức", "Không đạt"


def tasks() -> list[Record]:
    """The rows of “Nhiệm vụ” of 2026: on time, beyond, late, not done, not yet due."""
    return records(
        "member task assigned_on due_on done_on result evidence",
        (
            (SECRETARY, "Chỉ đạo đề án sắp xếp bộ phận một cửa", date(2026, 1, 12), date(2026, 6, 30), date(2026, 6, 22), _OVER, "Đề án đã phê duyệt"),
            (SECRETARY, "Tổ chức học tập nghị quyết", date(2026, 2, 2), date(2026, 4, 30), date(2026, 4, 24), _DONE, "Báo cáo kết quả"),
            (DEPUTY, "Hoàn thành kế hoạch cải cách hành chính", date(2026, 1, 12), date(2026, 9, 30), date(2026, 9, 28), _OVER, "Báo cáo quý III"),
            (DEPUTY, "Kiểm kê tài sản giữa năm", date(2026, 6, 1), date(2026, 7, 15), date(2026, 7, 14), _DONE, "Biên bản kiểm kê"),
            (OFFICER, "Lập hồ sơ các cuộc kiểm tra", date(2026, 1, 26), date(2026, 10, 30), date(2026, 10, 26), _DONE, "Mục lục hồ sơ"),
            (LEADER_1, "Chỉnh lý hồ sơ lưu trữ 2020–2022", date(2026, 3, 2), date(2026, 8, 31), date(2026, 8, 17), _OVER, "Biên bản bàn giao"),
            (LEADER_2, "Dựng bảng nhắc hạn hồ sơ", date(2026, 2, 2), date(2026, 3, 31), date(2026, 3, 2), _OVER, "Bảng đang dùng"),
            ("ML06", "Tổng hợp báo cáo quý", date(2026, 1, 12), date(2026, 10, 9), date(2026, 10, 7), _DONE, "Bốn báo cáo"),
            ("ML07", "Cập nhật trang thông tin", date(2026, 1, 12), date(2026, 6, 30), date(2026, 7, 13), _FAILED, "Trang thông tin"),
            ("ML07", "Số hoá hồ sơ năm 2019", date(2026, 4, 6), date(2026, 9, 30)),
            (HARD, "Xử lý dứt điểm hồ sơ tồn", date(2026, 1, 12), date(2026, 6, 30), date(2026, 6, 29), _DONE, "Sổ theo dõi"),
            (HARD, "Trực bộ phận một cửa", date(2026, 7, 6), date(2026, 12, 18)),
            (SLIPPED, "Rà soát kê khai tài sản", date(2026, 2, 2), date(2026, 3, 31), date(2026, 3, 27), _DONE, "Danh sách rà soát"),
            (SICK, "Hướng dẫn nộp hồ sơ trực tuyến", date(2026, 3, 2), date(2026, 11, 30)),
            (NEW, "Viết bài thu hoạch nghị quyết", date(2026, 9, 7), date(2026, 10, 15), date(2026, 10, 12), _DONE, "Bài thu hoạch"),
        ),
    )  # fmt: skip


def commitments() -> list[Record]:
    """The rows of “Cam kết”."""
    return records(
        "year member text result evidence",
        (
            (2025, SLIPPED, "Không để hồ sơ quá hạn.", "Đạt", "Sổ theo dõi"),
            (2025, HARD, "Xử lý xong hồ sơ tồn trước tháng 9.", "Chuyển năm sau", "Báo cáo tổ đảng"),
            (2025, "ML07", "Góp ý ít nhất 02 ý kiến mỗi quý.", "Chưa đạt"),
            (2026, HARD, "Xử lý xong hồ sơ tồn trong sáu tháng đầu năm.", "Đạt", "Sổ theo dõi"),
            (2026, "ML06", "Đề xuất 01 giải pháp cải tiến biểu mẫu."),
            (2026, NEW, "Hoàn thành lớp bồi dưỡng đảng viên mới."),
        ),
    )


def proposals() -> list[Record]:
    """The rows of “Đề xuất”."""
    return records(
        "date by text decision done_on applied_in",
        (
            (date(2025, 10, 6), OFFICER, "Ghi nhận giám sát theo mẫu có việc, có ngày.", "Chấp nhận", date(2025, 11, 10), "Hai tổ đảng"),
            (date(2026, 4, 6), LEADER_2, "Dùng bảng nhắc hạn cho toàn đơn vị.", "Chấp nhận", date(2026, 6, 8), "Tổ đảng 1"),
            (date(2026, 6, 8), "ML06", "Bỏ báo cáo tuần bằng giấy.", "Không"),
            (date(2026, 11, 9), LEADER_1, "Mời nơi cư trú dự buổi kiểm điểm.", "Đang xem xét"),
        ),
    )


def trainings() -> list[Record]:
    """The rows of “Bồi dưỡng”: the deputy's last course is long past."""
    given = "Giấy chứng nhận"
    return records(
        "member course topic from to certificate",
        (
            (DEPUTY, "Bồi dưỡng nghiệp vụ công tác đảng", "Phó bí thư, chi uỷ viên", date(2021, 5, 10), date(2021, 5, 14), given),
            (SECRETARY, "Bồi dưỡng nghiệp vụ công tác đảng", "Bí thư chi bộ", date(2025, 8, 4), date(2025, 8, 8), given),
            (OFFICER, "Bồi dưỡng nghiệp vụ kiểm tra, giám sát", "Quy trình kiểm tra ở chi bộ", date(2026, 7, 20), date(2026, 7, 22), given),
            (NEW, "Bồi dưỡng đảng viên mới", None, date(2026, 11, 9), date(2026, 11, 13)),
        ),
    )  # fmt: skip


def lessons() -> list[Record]:
    """The rows of “Bài học”."""
    return records(
        "year kind text applied_in",
        (
            (2025, "Hạn chế", "Phát hiện việc chậm hạn của đảng viên muộn bốn tháng.", "Kế hoạch năm 2026"),
            (2025, "Kiến nghị", "Đề nghị cấp trên mở lớp nghiệp vụ cho phó bí thư.", "Công văn gửi Đảng uỷ Thí dụ"),
            (2025, "Bài học", "Ghi nhận ngay khi thấy, báo cáo trong ngày.", "Kế hoạch năm 2026"),
        ),
    )


def criteria() -> list[Record]:
    """The rows of “Bộ tiêu chí”."""
    general, results = "Tiêu chí chung", "Kết quả nhiệm vụ"
    lines = (
        (1, "Phẩm chất chính trị, đạo đức, nêu gương", general, 15),
        (2, "Tự phê bình, khắc phục hạn chế", general, 15),
        (3, "Khối lượng, chất lượng nhiệm vụ", results, 50),
        (4, "Tiến độ nhiệm vụ", results, 20),
    )
    return records(
        "code name section max_points applies_to",
        [
            (f"{prefix}{number}", name, section, points, subject)
            for prefix, subject in (("DV", "Đảng viên"), ("LD", "Lãnh đạo, quản lý"), ("CB", "Chi bộ"))
            for number, name, section, points in lines
        ],
    )
