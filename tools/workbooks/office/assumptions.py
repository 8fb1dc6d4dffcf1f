"""What the article leaves open, and what the sample took instead: the sheet “Giả định”."""

from __future__ import annotations

from tools.workbooks.contents import Assumption

ASSUMPTIONS = (
    Assumption(
        "Nguồn", "Bài viết ngày 23/08/2021 của Chi bộ Văn phòng Sở 2, Đảng bộ Sở Tư pháp.",
        "Chỉ những điều bài viết nêu là có thật: tên chi bộ, tên đảng bộ, hai quyết định, văn bản quán triệt, danh hiệu, Giấy khen, hạn chế, kiến nghị.",
    ),
    Assumption("Người", "24 đảng viên ở 03 tổ đảng, tên, ngày sinh, số định danh, số thẻ.", "Đều hư cấu; người có tên trong bài không có trong sổ."),
    Assumption("Địa danh", "Thành phố A.", "Bài không nêu địa danh."),
    Assumption("Chia 08 lượt đảng viên được kiểm tra", "04 lượt theo Quyết định số 23-QĐ/CB, 04 lượt theo Quyết định số 35-QĐ/CB.", "Bài chỉ nêu tổng cộng 08 lượt."),
    Assumption("Số người trong 08 lượt", "07 người, trong đó một người được kiểm tra cả hai năm.", "Bài nêu lượt, không nêu số người."),
    Assumption("Ưu điểm, hạn chế của từng lượt", "Mỗi lượt đủ năm ưu điểm, một đến hai trong ba hạn chế; biểu hiện suy thoái: không.", "Bài chỉ nêu nhận xét chung."),
    Assumption("Nguồn chứng cứ hai cuộc kiểm tra 2019, 2020", "Chỉ có báo cáo tự kiểm tra.", "Bài nêu chi bộ mới kiểm tra qua báo cáo của đảng viên."),
    Assumption("Ba năm trong sạch, vững mạnh", "2015, 2016, 2017.", "Từ năm 2018 không còn mức này; bài không nêu năm nào."),
    Assumption("Năm tiêu biểu", "2017.", "Bài nêu 01 năm, không nêu năm nào; năm này nằm trong ba năm trên."),
    Assumption("Xếp loại chi bộ 2018–2025", "Hoàn thành tốt nhiệm vụ; 2022 và 2024 hoàn thành xuất sắc nhiệm vụ.", "Bài không nêu; các năm sau bài viết là hư cấu."),
    Assumption("“5 năm (2015-2020)”", "Nhiệm kỳ 2015–2020 tính từ 05/01/2015 đến 14/5/2020; tổng kết theo năm tính từ 2015 đến 2020.", "2015–2020 là sáu năm dương lịch; bài không nêu ngày."),
    Assumption("Giấy khen", "Tặng năm 2020, không ghi số.", "Bài không nêu số và ngày quyết định."),
    Assumption("Cách đánh số", "Liên tục qua các nhiệm kỳ; các số khác 23-QĐ/CB và 35-QĐ/CB là hư cấu.", "Hai số tăng dần qua thời điểm thường có đại hội."),
    Assumption("Số thông báo kết luận trước 2026", "Là công văn (…-CV/CB).", "Theo ghi chép chưa đối chiếu toàn văn, chi bộ chưa ban hành thông báo trước 09/01/2026."),
    Assumption("Ngày quán triệt", "Theo lịch sinh hoạt giả định; đủ bốn hình thức.", "Bài nêu văn bản và hình thức, không nêu ngày."),
    Assumption("Kế hoạch hằng năm", "Ban hành giữa tháng 01 mỗi năm; kế hoạch giai đoạn 2021–2025 ban hành 06/9/2021.", "Bài nêu “ngay từ đầu năm” và đề xuất kế hoạch giai đoạn, không nêu ngày."),
    Assumption("Chi uỷ viên phụ trách kiểm tra", "Một người từ 2015, một người khác từ 15/5/2025.", "Bài nêu 01 đồng chí chi uỷ viên."),
    Assumption("Xếp loại, phiếu, nhiệm vụ, giám sát, sinh hoạt, nơi cư trú, bồi dưỡng", "Hư cấu, đủ cho các thể thức 2015–2025.", "Bài không có số liệu này."),
    Assumption("Quyết định xếp loại của cấp trên", "Chỉ ghi tháng; ô số ghi “giả định”.", "Không đặt số văn bản cho cơ quan có thật."),
    Assumption("Thời điểm của sổ", "Số liệu đến ngày 20/11/2026.", "Sổ mẫu không đọc đồng hồ của máy."),
)  # fmt: skip
