"""Decisions in the register between the two the article gives, so that 23 and 35 stand in an unbroken series."""

from __future__ import annotations

from datetime import date

_END_OF_YEAR = "thành lập tổ giúp việc kiểm điểm, xếp loại năm {year}"
_COUNTING = "thành lập tổ kiểm phiếu xếp loại năm {year}"
_HELP = "phân công đảng viên chính thức giúp đỡ đảng viên dự bị"
_GROUP = "phân công tổ đảng cho đảng viên chuyển đến"
_OUTSTANDING = "phân công đảng viên giúp đỡ quần chúng ưu tú"
INSPECTION = "kiểm tra việc chấp hành nhiệm vụ của đảng viên"
THEMATIC = "giám sát chuyên đề việc thực hiện nhiệm vụ được giao"

DECISION_TITLES: tuple[tuple[date, str], ...] = (
    (date(2015, 1, 8), "phân công nhiệm vụ chi uỷ viên và thư ký chi bộ"),
    (date(2015, 1, 12), "công nhận tổ trưởng các tổ đảng"),
    (date(2015, 6, 15), "phân công chi uỷ viên theo dõi các tổ đảng"),
    (date(2015, 9, 10), "phân công đảng viên theo dõi công tác đoàn thể"),
    (date(2015, 11, 20), _END_OF_YEAR),
    (date(2016, 3, 14), _OUTSTANDING),
    (date(2016, 11, 15), _HELP),
    (date(2016, 11, 21), _END_OF_YEAR),
    (date(2016, 12, 1), _COUNTING),
    (date(2017, 3, 6), _GROUP),
    (date(2017, 6, 12), "phân công đảng viên viết bài học tập theo Chỉ thị số 05"),
    (date(2017, 11, 20), _END_OF_YEAR),
    (date(2017, 12, 1), _COUNTING),
    (date(2018, 3, 12), "phân công đảng viên giữ hồ sơ, tài liệu của chi bộ"),
    (date(2018, 8, 20), _GROUP),
    (date(2018, 10, 10), "phân công đảng viên chuẩn bị sinh hoạt chuyên đề"),
    (date(2018, 11, 19), _END_OF_YEAR),
    (date(2018, 12, 3), _COUNTING),
    (date(2019, 3, 11), _OUTSTANDING),
    (date(2019, 5, 20), _HELP),
    (date(2019, 6, 10), "phân công đảng viên chuẩn bị sinh hoạt chuyên đề"),
    (date(2019, 8, 5), "phân công đảng viên giúp việc công tác kiểm tra"),
    (date(2019, 9, 3), INSPECTION),
    (date(2019, 11, 18), _END_OF_YEAR),
    (date(2019, 12, 2), _COUNTING),
    (date(2020, 2, 3), "thành lập tổ biên tập văn kiện đại hội chi bộ"),
    (date(2020, 2, 5), "thành lập tổ phục vụ đại hội chi bộ"),
    (date(2020, 3, 16), "phân công đảng viên chuẩn bị tham luận tại đại hội"),
    (date(2020, 5, 18), "phân công nhiệm vụ chi uỷ viên và thư ký chi bộ"),
    (date(2020, 5, 20), "công nhận tổ trưởng các tổ đảng"),
    (date(2020, 5, 22), "phân công chi uỷ viên theo dõi các tổ đảng"),
    (date(2020, 6, 15), "phân công đảng viên theo dõi công tác đoàn thể"),
    (date(2020, 7, 13), "phân công đảng viên tuyên truyền kết quả đại hội"),
    (date(2020, 9, 7), "phân công đảng viên giúp việc công tác kiểm tra"),
    (date(2020, 10, 9), INSPECTION),
    (date(2020, 11, 16), _END_OF_YEAR),
    (date(2020, 12, 1), _COUNTING),
    (date(2020, 12, 28), "công nhận tổ trưởng Tổ đảng 1"),
    (date(2021, 2, 8), _HELP),
    (date(2021, 9, 15), INSPECTION),
    (date(2021, 11, 22), _END_OF_YEAR),
    (date(2021, 12, 1), _COUNTING),
    (date(2022, 4, 4), _GROUP),
    (date(2022, 9, 5), INSPECTION),
    (date(2022, 11, 21), _END_OF_YEAR),
    (date(2022, 12, 1), _COUNTING),
    (date(2023, 5, 15), THEMATIC),
    (date(2023, 9, 11), INSPECTION),
    (date(2023, 11, 20), _END_OF_YEAR),
    (date(2023, 12, 1), _COUNTING),
    (date(2024, 9, 4), _HELP),
    (date(2024, 9, 9), INSPECTION),
    (date(2024, 11, 18), _END_OF_YEAR),
    (date(2024, 12, 2), _COUNTING),
    (date(2025, 5, 19), "phân công nhiệm vụ chi uỷ viên và thư ký chi bộ"),
    (date(2025, 9, 8), INSPECTION),
    (date(2025, 11, 17), _END_OF_YEAR),
    (date(2025, 12, 1), _COUNTING),
    (date(2026, 5, 21), _HELP),
    (date(2026, 9, 14), INSPECTION),
)
