"""What the article concludes: three limitations (H13) and five proposals (H14), shortened; and lessons since."""

from __future__ import annotations

from tools.workbooks.contents import Record, records

SUMMARY_YEAR = 2020
LIMITATION, PROPOSAL, LESSON = "Hạn chế", "Kiến nghị", "Bài học"


def lessons() -> list[Record]:
    """The rows of “Bài học”; limitations and proposals stand in the last year of the term summed up."""
    return records(
        "year kind text applied_in",
        (
            (SUMMARY_YEAR, LIMITATION, "Chưa kịp thời phát hiện những nhân tố mới, tích cực để phát huy, nhân rộng.", "Kế hoạch kiểm tra, giám sát năm 2021"),
            (SUMMARY_YEAR, LIMITATION, "Chưa phát hiện sớm, kịp thời ngăn chặn các biểu hiện vi phạm của đảng viên.", "Kế hoạch kiểm tra, giám sát năm 2021"),
            (SUMMARY_YEAR, LIMITATION, "Công tác giám sát chưa được thực hiện thường xuyên, chưa thực chất.", "Kế hoạch kiểm tra, giám sát năm 2021"),
            (SUMMARY_YEAR, PROPOSAL, "Thứ nhất, tăng cường lãnh đạo, chỉ đạo công tác kiểm tra, giám sát tại chi bộ; đổi mới nội dung, hình thức tuyên truyền, tạo sự đồng thuận khi thực hiện.", "Kế hoạch kiểm tra, giám sát giai đoạn 2021–2025"),
            (SUMMARY_YEAR, PROPOSAL, "Thứ hai, xây dựng kế hoạch kiểm tra, giám sát cho giai đoạn 2021–2025 và từng năm, rõ đối tượng, thời gian, nội dung, phù hợp chức năng, nhiệm vụ của đơn vị.", "Kế hoạch kiểm tra, giám sát giai đoạn 2021–2025"),
            (SUMMARY_YEAR, PROPOSAL, "Thứ ba, kiểm tra, giám sát toàn diện đối với mỗi đảng viên, giúp thấy ưu điểm để phát huy, chỉ ra hạn chế để tiếp tục phấn đấu.", "Kế hoạch kiểm tra, giám sát giai đoạn 2021–2025"),
            (SUMMARY_YEAR, PROPOSAL, "Thứ tư, đề nghị cấp uỷ cấp trên hướng dẫn cụ thể, chi tiết hơn việc chi bộ kiểm tra, giám sát đảng viên, nhất là cách thức thực hiện, kể cả khi thực thi nhiệm vụ và tại nơi cư trú.", "Kiến nghị với Đảng uỷ Sở Tư pháp"),
            (SUMMARY_YEAR, PROPOSAL, "Thứ năm, thường xuyên đào tạo, bồi dưỡng nghiệp vụ công tác đảng; lựa chọn, phân công đảng viên tham mưu kiểm tra, giám sát nhiệt tình, tâm huyết, nắm chắc quy định.", "Kế hoạch bồi dưỡng năm 2021"),
            (2022, LESSON, "Kiểm tra ba nguồn (báo cáo, kết quả công tác, làm việc trực tiếp) cho kết luận chắc hơn chỉ đọc báo cáo.", "Kế hoạch kiểm tra, giám sát năm 2023"),
            (2023, LESSON, "Tổ trưởng ghi nhận hằng tháng thì báo cáo cuối năm có việc, có người, có ngày.", "Kế hoạch kiểm tra, giám sát năm 2024"),
            (2024, LESSON, "Nhân tố mới cần được giới thiệu ngay trong kỳ sinh hoạt sau, không đợi cuối năm.", "Kế hoạch kiểm tra, giám sát năm 2025"),
            (2025, LESSON, "Khắc phục hạn chế xong phải có minh chứng kèm theo hồ sơ.", "Kế hoạch kiểm tra, giám sát năm 2026"),
        ),
    )  # fmt: skip
