"""Proposals of members, courses they took, and what they committed to; invented."""

from __future__ import annotations

from datetime import date

from tools.workbooks.contents import Record, records
from tools.workbooks.office.people import expected_on

_COMMITTED = (2023, 2024, 2025, 2026)
_RUNNING_YEAR = 2026
_COMMITMENTS = (
    "Mỗi quý có ít nhất 02 ý kiến góp ý trong sinh hoạt chi bộ", "Không để việc được giao quá hạn",
    "Đề xuất 01 giải pháp cải tiến công việc", "Đọc và trao đổi 01 nghị quyết với tổ đảng",
    "Giúp đỡ 01 quần chúng ưu tú phấn đấu vào Đảng", "Tham gia đầy đủ sinh hoạt tại nơi cư trú",
    "Thực hành tiết kiệm trong sử dụng tài sản công", "Hoàn thành một lớp bồi dưỡng chuyên môn",
    "Xây dựng gia đình văn hoá, nêu gương nơi cư trú", "Trả lời ý kiến của người dân trong 02 ngày làm việc",
    "Chuyển toàn bộ hồ sơ công việc sang bản điện tử",
)  # fmt: skip
_BASIC, _SKILLS = "Bồi dưỡng nghiệp vụ công tác đảng", "Bồi dưỡng nghiệp vụ kiểm tra, giám sát"
_GIVEN = "Giấy chứng nhận"
_COURSES = (
    ("Nguyễn Văn Mẫu", _BASIC, "Nghiệp vụ bí thư chi bộ", date(2016, 6, 13), date(2016, 6, 17), _GIVEN),
    ("Mai Văn Kiểm", _SKILLS, "Quy trình kiểm tra, giám sát ở chi bộ", date(2018, 7, 9), date(2018, 7, 11), _GIVEN),
    ("Nguyễn Văn Mẫu", _BASIC, "Nghiệp vụ bí thư chi bộ", date(2020, 8, 10), date(2020, 8, 14), _GIVEN),
    ("Bùi Thị Tường Thuật", _BASIC, "Nghiệp vụ phó bí thư, chi uỷ viên", date(2021, 10, 11), date(2021, 10, 15), _GIVEN),
    ("Mai Văn Kiểm", _SKILLS, "Kiểm tra, giám sát theo Quy định số 22-QĐ/TW", date(2021, 11, 8), date(2021, 11, 10), _GIVEN),
    ("Lê Minh Hoạ", _BASIC, "Ghi biên bản, lập hồ sơ của chi bộ", date(2022, 4, 18), date(2022, 4, 19), _GIVEN),
    ("Nguyễn Văn Mẫu", _BASIC, "Nghiệp vụ bí thư chi bộ", date(2022, 9, 19), date(2022, 9, 23), _GIVEN),
    ("Bùi Thị Tường Thuật", _SKILLS, "Kỹ năng kết luận kiểm tra", date(2023, 7, 10), date(2023, 7, 12), _GIVEN),
    ("Mai Văn Kiểm", _SKILLS, "Thu thập và đánh giá chứng cứ", date(2023, 7, 10), date(2023, 7, 12), _GIVEN),
    ("Hoàng Thị Ví Dụ", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2023, 10, 16), date(2023, 10, 17), _GIVEN),
    ("Ngô Văn Kê Khai", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2023, 10, 16), date(2023, 10, 17), _GIVEN),
    ("Tạ Văn Trích Lục", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2023, 10, 16), date(2023, 10, 17), _GIVEN),
    ("Nguyễn Văn Mẫu", _BASIC, "Nghiệp vụ bí thư chi bộ", date(2024, 8, 5), date(2024, 8, 9), _GIVEN),
    ("Cao Thị Soát", _SKILLS, "Nhập môn công tác kiểm tra của Đảng", date(2024, 11, 4), date(2024, 11, 8), _GIVEN),
    ("Mai Văn Kiểm", _SKILLS, "Kiểm tra khi có dấu hiệu vi phạm", date(2024, 11, 4), date(2024, 11, 6), _GIVEN),
    ("Bùi Thị Tường Thuật", _BASIC, "Nghiệp vụ phó bí thư, chi uỷ viên", date(2025, 4, 14), date(2025, 4, 18), _GIVEN),
    ("Cao Thị Soát", _SKILLS, "Kiểm tra, giám sát theo Quy định số 296-QĐ/TW", date(2025, 10, 13), date(2025, 10, 15), _GIVEN),
    ("Lê Minh Hoạ", _BASIC, "Ghi biên bản, lập hồ sơ của chi bộ", date(2025, 11, 17), date(2025, 11, 18), _GIVEN),
    ("Hoàng Thị Ví Dụ", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2025, 9, 22), date(2025, 9, 23), _GIVEN),
    ("Ngô Văn Kê Khai", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2025, 9, 22), date(2025, 9, 23), _GIVEN),
    ("Tạ Văn Trích Lục", _SKILLS, "Giám sát thường xuyên của tổ trưởng", date(2025, 9, 22), date(2025, 9, 23), _GIVEN),
    ("Nguyễn Văn Mẫu", _BASIC, "Nghiệp vụ bí thư chi bộ", date(2026, 6, 22), date(2026, 6, 26), _GIVEN),
    ("Bùi Thị Tường Thuật", _SKILLS, "Kiểm tra, giám sát theo Quy định số 21-QĐ/TW", date(2026, 7, 13), date(2026, 7, 15), _GIVEN),
    ("Cao Thị Soát", _SKILLS, "Kiểm tra, giám sát theo Quy định số 21-QĐ/TW", date(2026, 7, 13), date(2026, 7, 15), _GIVEN),
)  # fmt: skip


def proposals() -> list[Record]:
    """The rows of “Đề xuất”, first of all by the officer in charge of inspection."""
    yes, looking, no = "Chấp nhận", "Đang xem xét", "Không"
    return records(
        "date by text decision done_on applied_in",
        (
            (date(2016, 2, 5), "Mai Văn Kiểm", "Lập sổ theo dõi giám sát chung cho ba tổ đảng.", yes, date(2016, 3, 1), "Ba tổ đảng"),
            (date(2017, 4, 5), "Mai Văn Kiểm", "Mỗi cuộc kiểm tra lập một bộ hồ sơ có mục lục.", yes, date(2017, 5, 5), "Hồ sơ kiểm tra từ năm 2019"),
            (date(2019, 7, 5), "Mai Văn Kiểm", "Nội dung kiểm tra gắn kế hoạch tu dưỡng với Chỉ thị số 05 và nêu gương.", yes, date(2019, 9, 3), "Quyết định kiểm tra năm 2019"),
            (date(2020, 9, 7), "Mai Văn Kiểm", "Kiểm tra lại đảng viên đã được yêu cầu khắc phục năm trước.", yes, date(2020, 10, 9), "Quyết định kiểm tra năm 2020"),
            (date(2021, 3, 5), "Bùi Thị Tường Thuật", "Lấy thêm ý kiến nơi cư trú và kết quả công tác khi kiểm tra.", yes, date(2021, 9, 15), "Kiểm tra từ năm 2021"),
            (date(2022, 5, 5), "Lê Minh Hoạ", "Dùng bảng theo dõi hạn xử lý văn bản cho toàn Văn phòng.", yes, date(2022, 6, 6), "Toàn Văn phòng"),
            (date(2023, 2, 6), "Hồ Thị Dò", "Dán câu hỏi thường gặp tại bộ phận tiếp nhận hồ sơ.", yes, date(2023, 3, 6), "Bộ phận tiếp nhận hồ sơ"),
            (date(2024, 4, 5), "Ngô Văn Kê Khai", "Gộp ba biểu báo cáo trùng nội dung.", yes, date(2024, 5, 6), "Các phòng thuộc Sở"),
            (date(2025, 8, 5), "Cao Thị Soát", "Tập huấn tổ trưởng cách ghi nhận giám sát có việc, có ngày.", yes, date(2025, 9, 22), "Ba tổ đảng"),
            (date(2026, 3, 5), "Từ Văn Hoà", "Chuyển sổ ghi nhận giám sát sang bảng tính dùng chung.", yes, date(2026, 4, 6), "Ba tổ đảng"),
            (date(2026, 10, 5), "Võ Thị Nghiệm", "Mở chuyên mục nhân tố mới trên trang thông tin.", looking),
            (date(2023, 9, 5), "Đỗ Văn Bản", "Gộp hai kỳ sinh hoạt chuyên đề trong năm thành một.", no),
        ),
    )  # fmt: skip


def trainings() -> list[Record]:
    """The rows of “Bồi dưỡng”: seldom before 2021, as the article says of deputies and committee members."""
    return records("member course topic from to certificate", _COURSES)


def commitments() -> list[Record]:
    """The rows of “Cam kết”: one a member a year, judged at the end of it."""
    rows: list[Record] = []
    for year in _COMMITTED:
        for index, name in enumerate(expected_on(date(year, 1, 15))):
            done = None if year == _RUNNING_YEAR else "Chuyển năm sau" if (index + year) % 13 == 0 else "Đạt"
            rows.append(
                {
                    "year": year,
                    "member": name,
                    "text": f"{_COMMITMENTS[(index + year * 4) % len(_COMMITMENTS)]}.",
                    "result": done,
                    "evidence": "Bản kiểm điểm cuối năm" if done == "Đạt" else None,
                }
            )
    return rows
