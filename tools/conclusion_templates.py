"""The templates of one inspection or supervision from its sessions to the contents of its dossier; the word is switched by `act`."""

from __future__ import annotations

from tools.template_blocks import (
    addressed,
    dotted,
    lines,
    lines_or_room,
    party_head,
    room,
    signature,
    signed_pairs,
    team_head,
    team_signature,
    three_hands,
    title,
)
from tools.template_markup import (
    data_table,
    paragraph,
    repeated,
    when,
)

_MINUTES_HANDS = (("GHI BIÊN BẢN", "{{ recorder_name }}"), ("CHỦ TRÌ", "{{ chair_name }}"))


def working_minutes() -> str:
    """KT4, 6, 7, 11: who, about what, what was said; three sign."""
    return (
        party_head(numbered=False)
        + title("BIÊN BẢN")
        + dotted("Vào lúc …… giờ …… phút, ngày …… tháng …… năm ………, tại")
        + paragraph("Part", "I- THÀNH PHẦN")
        + lines("present")
        + dotted("Tham dự khác:")
        + paragraph("Part", "II- NỘI DUNG")
        + paragraph("Body", "{{ purpose }}", keep_next=True)
        + lines_or_room("topics", 2)
        + paragraph("Body", "Mọi nội dung trao đổi trong buổi làm việc liên quan đến việc {{ act }} được giữ bí mật.")
        + paragraph("Part", "III- DIỄN BIẾN")
        + dotted("1. Ý kiến của người chủ trì:", "", "", "2. Ý kiến, giải trình của bên làm việc:", "", "", "", "3. Nội dung thống nhất, tài liệu giao nhận:", "", "")
        + paragraph(
            "Body",
            "Biên bản kết thúc lúc …… giờ …… phút cùng ngày, đã đọc lại cho những người có mặt cùng nghe, nhất trí và ký tên.",
            keep_next=True,
        )
        + three_hands(("CHỦ TRÌ", "{{ chair_name }}"), ("GHI BIÊN BẢN", "{{ recorder_name }}"), ("{{ third_capacity }}", "{{ third_name }}"))
    )


def inspection_report() -> str:
    """KT8: findings under each content, remarks, proposal."""
    return (
        team_head()
        + title("BÁO CÁO")
        + addressed()
        + paragraph("Body", "{{ opening }}")
        + when("received", paragraph("Body", "{{ received }}"))
        + paragraph("Part", "I- KẾT QUẢ")
        + repeated("line in topics", paragraph("Item", "{{ line }}"), room(4))
        + when("not topics", room(8))
        + paragraph("Part", "II- NHẬN XÉT, KIẾN NGHỊ")
        + paragraph("Item", "1. Ưu điểm")
        + lines_or_room("strengths", 3)
        + paragraph("Item", "2. Hạn chế, khuyết điểm, nguyên nhân")
        + lines_or_room("shortcomings", 3)
        + dotted("Nguyên nhân:", "")
        + paragraph("Item", "3. Đề nghị")
        + lines_or_room("proposal", 2)
        + paragraph("Body", "Trên đây là báo cáo kết quả {{ act }}, Tổ {{ act }} kính trình Chi bộ xem xét, kết luận.", keep_next=True)
        + team_signature()
    )


def conference_minutes() -> str:
    """KT9: attendance, report and draft notice, opinions, the member's word, conclusion."""
    return (
        party_head()
        + title("TRÍCH BIÊN BẢN")
        + dotted("Thời gian: …… giờ …… phút, {{ meeting }}, tại")
        + paragraph("Part", "I- THÀNH PHẦN")
        + paragraph("Body", "{{ attendance }}")
        + when("absent", paragraph("Body", "Vắng mặt:", keep_next=True))
        + lines("absent")
        + paragraph("Body", "Chủ trì: đồng chí {{ chair_name }}. Ghi biên bản: đồng chí {{ recorder_name }}.")
        + paragraph("Part", "II- NỘI DUNG")
        + paragraph("Body", "{{ purpose }}")
        + paragraph("Part", "III- DIỄN BIẾN")
        + paragraph("Body", "1. Đồng chí chủ trì quán triệt mục đích, yêu cầu, nguyên tắc xem xét, kết luận.")
        + paragraph("Body", "2. Đồng chí {{ lead }} thay mặt Tổ {{ act }} trình bày báo cáo kết quả {{ act }} và dự thảo Thông báo kết luận.")
        + paragraph("Body", "3. Thảo luận:", keep_next=True)
        + dotted("Đồng chí", "", "Đồng chí", "", "Đồng chí", "", "Đồng chí", "")
        + paragraph("Body", "4. Đồng chí {{ subject }} giải trình:", keep_next=True)
        + room(3)
        + paragraph("Body", "5. Đồng chí chủ trì kết luận:", keep_next=True)
        + paragraph("Body", "(1) Ưu điểm:", keep_next=True)
        + lines_or_room("strengths", 2)
        + paragraph("Body", "(2) Hạn chế, khuyết điểm:", keep_next=True)
        + lines_or_room("shortcomings", 2)
        + paragraph("Body", "(3) Yêu cầu đối với đồng chí {{ subject }}:", keep_next=True)
        + lines_or_room("demands", 2)
        + dotted("Biểu quyết: đồng ý ……/……; không đồng ý ……/……; ý kiến khác:")
        + paragraph("Body", "Hội nghị kết thúc lúc …… giờ …… phút cùng ngày. Biên bản đã được đọc lại cho hội nghị cùng nghe và thống nhất.", keep_next=True)
        + signed_pairs(_MINUTES_HANDS)
    )


def conclusion_notice() -> str:
    """KT10: strengths, shortcomings, what is asked, who sees to it."""
    return (
        party_head()
        + title("THÔNG BÁO")
        + paragraph("Body", "{{ opening }}")
        + paragraph("Item", "1. Ưu điểm")
        + lines_or_room("strengths", 2)
        + paragraph("Item", "2. Hạn chế, khuyết điểm")
        + lines_or_room("shortcomings", 2)
        + when("conclusion", paragraph("Body", "{{ conclusion }}"))
        + paragraph("Item", "3. Chi bộ yêu cầu")
        + lines_or_room("demands", 2)
        + paragraph("Item", "4. Tổ chức thực hiện")
        + paragraph("Body", "Đảng viên được {{ act }} thực hiện nghiêm Thông báo này. {{ follow_up }}", keep_next=True)
        + signature()
    )


def dossier_contents() -> str:
    """KT12: the papers in order, then the end sheet."""
    papers = data_table(
        [("TT", 11), ("Số, ký hiệu", 28), ("Ngày", 26), ("Tên văn bản", 62), ("Số tờ", 15), ("Ghi chú", 23)],
        "paper in papers",
        [
            paragraph("TableNumber", "{{ paper.order }}"),
            paragraph("TableText", "{{ paper.number }}"),
            paragraph("TableText", "{{ paper.day }}"),
            paragraph("TableText", "{{ paper.title }}"),
            paragraph("TableNumber", "{{ paper.pages }}"),
            paragraph("TableText", "{{ paper.note }}"),
        ],
        "Mục lục hồ sơ: số, ngày, tên văn bản, số tờ",
        keep_last=True,
    )
    return (
        team_head()
        + title("MỤC LỤC VÀ CHỨNG TỪ KẾT THÚC")
        + paragraph("Body", "{{ subject }}")
        + papers
        + paragraph("Body")
        + paragraph("Part", "CHỨNG TỪ KẾT THÚC")
        + paragraph("Body", "Hồ sơ {{ act }} này gồm {{ count }} văn bản, {{ sheets }} tờ, sắp xếp theo trình tự {{ act }}.", keep_next=True)
        + paragraph("Body", "Ngày nộp lưu: ngày …… tháng …… năm ……… Nơi lưu: Chi bộ.", keep_next=True)
        + signed_pairs((("NGƯỜI LƯU GIỮ HỒ SƠ", "{{ keeper }}"), ("TỔ TRƯỞNG", "{{ lead_name }}")))
    )


def signs_inspection_report() -> str:
    """DH: I curriculum, II signs, III what was verified, IV remarks and proposal."""
    return (
        team_head()
        + title("BÁO CÁO")
        + addressed()
        + paragraph("Body", "{{ opening }}")
        + paragraph("Part", "I- SƠ LƯỢC LÝ LỊCH")
        + lines("curriculum")
        + paragraph("Part", "II- NỘI DUNG DẤU HIỆU VI PHẠM")
        + lines_or_room("signs", 4)
        + paragraph("Part", "III- KẾT QUẢ THẨM TRA, XÁC MINH")
        + room(8)
        + paragraph("Part", "IV- NHẬN XÉT VÀ ĐỀ NGHỊ")
        + paragraph("Item", "1. Ưu điểm")
        + lines_or_room("strengths", 2)
        + paragraph("Item", "2. Khuyết điểm, vi phạm; nguyên nhân")
        + lines_or_room("shortcomings", 3)
        + dotted("Nguyên nhân, trách nhiệm:", "")
        + paragraph("Item", "3. Đề nghị")
        + lines_or_room("proposal", 2)
        + paragraph("Body", "Trên đây là kết quả kiểm tra, Tổ kiểm tra kính trình Chi bộ xem xét, kết luận.", keep_next=True)
        + team_signature()
    )
