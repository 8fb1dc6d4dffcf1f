"""Words the sample's supervision notes are put together from; no two notes share more than one of the three parts."""

from __future__ import annotations

SITUATIONS = (
    "Soạn báo cáo tháng của phòng", "Chuẩn bị tài liệu họp giao ban", "Tiếp nhận hồ sơ của công dân",
    "Trực bộ phận một cửa", "Rà soát văn bản nội bộ", "Tham gia tổ xây dựng quy chế làm việc",
    "Phục vụ đoàn công tác của cấp trên", "Quyết toán kinh phí quý", "Kiểm kê tài sản cuối kỳ",
    "Chỉnh lý hồ sơ lưu trữ", "Cập nhật trang thông tin điện tử", "Hướng dẫn người mới vào cơ quan",
    "Sinh hoạt tổ đảng tháng này", "Góp ý dự thảo nghị quyết của chi bộ", "Chuẩn bị sinh hoạt chuyên đề",
    "Tham gia hiến máu do cơ quan phát động", "Dự lớp học nghị quyết", "Phối hợp với đơn vị thuộc Sở",
    "Xử lý văn bản đến", "Đối chiếu số liệu với kế toán", "Vận động ủng hộ vùng bão lũ",
    "Sắp xếp lại kho tài liệu", "Trả lời ý kiến phản ánh của người dân", "Thực hiện nền nếp giờ làm việc",
    "Tổng hợp ý kiến góp ý của các phòng", "Chuẩn bị hội nghị viên chức, người lao động", "Tham gia sinh hoạt đoàn thể",
    "Theo dõi tiến độ kế hoạch năm", "Sử dụng phần mềm quản lý văn bản", "Giữ gìn an toàn phòng cháy cơ quan", "Tham gia trồng cây đầu năm",
)  # fmt: skip
OBSERVATIONS = (
    "làm chắc, ít phải sửa", "chủ động hỏi khi có điểm chưa rõ", "xong trước hạn hai ngày", "phối hợp tốt với đồng nghiệp",
    "nêu rõ chính kiến và lắng nghe góp ý", "giữ đúng lịch đã hẹn", "lời nói, cử chỉ đúng mực với người dân",
    "nhận phần việc khó về mình", "ghi chép đầy đủ, dễ tra cứu", "đề xuất cách làm gọn hơn",
    "tự giác làm thêm ngoài giờ khi cần", "nhắc việc sớm cho người liên quan", "báo cáo trung thực cả việc chưa đạt",
    "tiết kiệm giấy, mực và điện", "giúp hai đồng chí mới làm quen việc", "không để tồn hồ sơ qua ngày",
    "sửa ngay sau khi được góp ý", "phát biểu xây dựng, không nể nang", "kiểm tra chéo trước khi trình",
    "giữ bí mật công tác", "sắp xếp công việc gia đình để dự đủ", "tra cứu kỹ căn cứ trước khi viết",
    "bình tĩnh giải thích khi người dân bức xúc", "chia sẻ biểu mẫu cho cả tổ", "nhận lỗi thẳng thắn khi sót một số liệu",
    "viết ngắn, đúng trọng tâm", "theo đến khi có kết quả cuối cùng", "đi sớm chuẩn bị phòng họp", "lưu đủ chứng từ kèm theo",
)  # fmt: skip
EFFECTS = (
    "được lãnh đạo phòng ghi nhận", "tổ học theo cách làm này", "việc chung nhanh hơn kỳ trước", "không có ý kiến phản ánh",
    "số liệu khớp ngay lần đầu", "cuộc họp kết thúc sớm", "người dân cảm ơn tại chỗ", "hồ sơ đạt khi kiểm tra lại",
    "cả phòng cùng tham gia", "rút được kinh nghiệm cho lần sau", "giảm được một khâu trung gian",
    "được nêu trong sinh hoạt tổ đảng", "giữ được nền nếp của tổ", "cấp trên không phải nhắc",
    "chi bộ lấy làm ví dụ trao đổi", "tài liệu dùng lại được cho năm sau", "đoàn công tác đánh giá tốt",
    "đồng nghiệp tin cậy", "tiến độ cả tổ được bảo đảm", "không phát sinh chi phí", "văn bản ban hành không phải đính chính",
    "kế hoạch quý hoàn thành đủ", "thêm hai người đăng ký tham gia",
)  # fmt: skip
LIMITS = (
    ("Còn nể nang, ít góp ý trong hai kỳ sinh hoạt tổ gần đây.", "Trao đổi riêng, đề nghị chuẩn bị ý kiến trước kỳ sinh hoạt.", "Kỳ sau đã có 02 ý kiến góp ý."),
    ("Nộp báo cáo quý chậm ba ngày so với hạn của tổ.", "Tổ trưởng nhắc, cùng lập lại lịch việc.", "Quý sau nộp đúng hạn."),
    ("Chưa đề xuất cải tiến nào trong nửa năm.", "Giao nghiên cứu một sáng kiến nhỏ về biểu mẫu.", "Đã nộp đề xuất rút gọn một biểu mẫu."),
    ("Chuẩn bị tài liệu họp còn sơ sài, phải bổ sung tại chỗ.", "Hướng dẫn dùng danh mục tài liệu trước khi họp.", "Các cuộc họp sau đủ tài liệu."),
    ("Đến muộn hai buổi giao ban đầu tuần.", "Nhắc nhở trong sinh hoạt tổ.", "Không lặp lại trong quý."),
    ("Ghi sổ theo dõi văn bản chưa đều, sót bốn văn bản đến.", "Yêu cầu cập nhật bù và kiểm tra chéo hằng tuần.", "Sổ đã đủ, không sót thêm."),
    ("Góp ý đồng chí khác còn chung chung, chưa nêu việc cụ thể.", "Trao đổi cách góp ý dựa trên việc làm.", "Góp ý sau rõ việc, rõ thời gian."),
    ("Một việc phối hợp với đơn vị bạn kéo dài quá hạn năm ngày.", "Chi uỷ viên phụ trách cùng tháo gỡ.", "Đã hoàn thành, có báo cáo nguyên nhân."),
    ("Chưa tham gia phong trào của đoàn thể trong quý.", "Động viên đăng ký một việc vừa sức.", "Đã tham gia đợt hiến máu."),
    ("Học nghị quyết trực tuyến chưa đủ thời lượng.", "Bố trí học bù và viết thu hoạch.", "Đã nộp bài thu hoạch."),
    ("Hồ sơ giao nhận thiếu chữ ký một bên.", "Yêu cầu bổ sung và tự kiểm tra hồ sơ trong tháng.", "Đã bổ sung đủ."),
    ("Trả lời phản ánh của người dân còn dài, khó hiểu.", "Góp ý cách viết ngắn, gửi mẫu tham khảo.", "Lần sau trả lời rõ ràng."),
    ("Ít dùng phần mềm quản lý văn bản, còn chuyển tay bản giấy.", "Phân công đồng chí cùng phòng kèm cặp.", "Đã dùng thành thạo các chức năng chính."),
    ("Kế hoạch tu dưỡng cá nhân đăng ký còn chung chung.", "Đề nghị viết lại với chỉ tiêu đo được.", "Đã viết lại, tổ thông qua."),
)  # fmt: skip
NEW_FACTORS = (
    ("Lập danh mục câu hỏi thường gặp dán tại bộ phận tiếp nhận hồ sơ.", "Đề nghị chi bộ giới thiệu cho các tổ.", "Cả ba tổ cùng dùng."),
    ("Tự làm bảng theo dõi hạn xử lý văn bản, nhắc trước hai ngày.", "Nhân rộng ra toàn Văn phòng.", "Không còn văn bản quá hạn trong quý."),
    ("Tổ chức nhóm đọc nghị quyết 15 phút trước giờ làm thứ Hai.", "Trao đổi kinh nghiệm trong sinh hoạt chi bộ.", "Hai tổ đăng ký làm theo."),
    ("Số hoá kho hồ sơ cũ, tra cứu trong một phút.", "Đề xuất khen thưởng cuối năm.", "Đơn vị thuộc Sở đến học cách làm."),
    ("Vận động đồng nghiệp quyên góp tủ sách pháp luật cho khu phố.", "Nêu gương trong sinh hoạt chuyên đề.", "Khu phố gửi thư cảm ơn."),
    ("Gộp ba biểu báo cáo trùng nội dung thành một biểu.", "Giao phổ biến biểu mới cho các phòng.", "Giảm mỗi tháng nửa ngày tổng hợp."),
    ("Quay video ngắn hướng dẫn nộp hồ sơ trực tuyến.", "Đưa lên trang thông tin của Sở.", "Tỷ lệ nộp trực tuyến tăng."),
    ("Tự soạn tình huống thực hành kiểm tra, giám sát cho tổ đảng.", "Đưa vào sinh hoạt chuyên đề quý sau.", "Ba tổ cùng thực hành."),
)  # fmt: skip
