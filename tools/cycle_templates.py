"""The templates of one inspection or thematic supervision, from its plan to the contents of its dossier.

One template serves both, the word switched by `act`; what the workbook does not have leaves room to write.
"""

from __future__ import annotations

from tools.template_blocks import (
    addressed,
    dotted,
    lines,
    lines_or_room,
    member_head,
    member_signature,
    party_head,
    room,
    signature,
    signed_pairs,
    team_head,
    team_signature,
    three_hands,
    title,
)
from tools.template_markup import data_table, paragraph, repeated, when

_MINUTES_HANDS = (("GHI BIÊN BẢN", "{{ recorder_name }}"), ("CHỦ TRÌ", "{{ chair_name }}"))


def inspection_plan() -> str:
    """KT1: purpose, team and its tasks, contents, times, six steps, who carries it out."""
    return (
        party_head()
        + title("KẾ HOẠCH")
        + paragraph("Body", "{{ opening }}")
        + paragraph("Part", "I- MỤC ĐÍCH, YÊU CẦU")
        + dotted("1. Mục đích:", "")
        + dotted("2. Yêu cầu:", "")
        + paragraph("Part", "II- NỘI DUNG")
        + paragraph("Item", "1. Đảng viên được {{ act }}; Tổ {{ act }}")
        + paragraph("Body", "a) Đảng viên được {{ act }}:", keep_next=True)
        + repeated("person in subjects", paragraph("Body", "{{ person.text }}"))
        + paragraph("Body", "b) Tổ {{ act }} gồm:", keep_next=True)
        + repeated("person in team", paragraph("Body", "{{ person.text }}"))
        + when("not team", room(3))
        + paragraph("Item", "2. Nhiệm vụ, quyền hạn của Tổ {{ act }}")
        + paragraph(
            "Body",
            "2.1. Xây dựng lịch làm việc và đề cương; nghiên cứu báo cáo, tài liệu; làm việc với đảng viên được {{ act }} và tổ chức, cá nhân có"
            " liên quan; báo cáo Chi bộ kết quả {{ act }}; lập và bàn giao hồ sơ.",
        )
        + paragraph(
            "Body",
            "2.2. Được yêu cầu đảng viên và tổ chức, cá nhân có liên quan báo cáo, cung cấp tài liệu về nội dung {{ act }}; giữ bí mật nội dung {{ act }}.",
        )
        + paragraph("Item", "3. Nội dung {{ act }}")
        + lines("contents")
        + paragraph("Item", "4. Mốc thời gian, thời gian, địa điểm")
        + paragraph("Body", "Mốc thời gian {{ act }}: {{ period }}.")
        + paragraph("Body", "Thời gian tiến hành: {{ duration }}.")
        + dotted("Địa điểm:")
        + paragraph("Item", "5. Phương pháp tiến hành")
        + paragraph("Body", "5.1. Triển khai kế hoạch {{ act }}, giao đề cương cho đảng viên.")
        + paragraph("Body", "5.2. Đảng viên gửi {{ report }} về Tổ {{ act }}{% if report_due %} chậm nhất {{ report_due }}{% endif %}.")
        + paragraph("Body", "5.3. Tổ {{ act }} nghiên cứu báo cáo, tài liệu, kết quả công tác của đảng viên.")
        + paragraph("Body", "5.4. Làm việc với đảng viên được {{ act }} và tổ chức, cá nhân có liên quan để thẩm tra, xác minh nội dung chưa rõ.")
        + paragraph("Body", "5.5. Tổ {{ act }} báo cáo kết quả; hội nghị Chi bộ thảo luận, đảng viên giải trình, Chi bộ kết luận.")
        + paragraph("Body", "5.6. Thông báo kết luận, theo dõi việc thực hiện yêu cầu sau {{ act }}; lập, lưu hồ sơ.")
        + paragraph("Part", "III- TỔ CHỨC THỰC HIỆN")
        + paragraph("Body", "1. Tổ {{ act }} và đảng viên được {{ act }} thực hiện Kế hoạch này.")
        + paragraph("Body", "2. {{ committee }} theo dõi, chỉ đạo việc thực hiện; có vướng mắc thì báo cáo Chi bộ xem xét.", keep_next=True)
        + signature()
    )


def team_schedule() -> str:
    """KT2: the outline that goes with it, who does what, the days."""
    duties = data_table(
        [("STT", 12), ("Họ và tên", 50), ("Nhiệm vụ trong tổ", 33), ("Nội dung được phân công", 70)],
        "duty in duties",
        [
            paragraph("TableNumber", "{{ duty.order }}"),
            paragraph("TableText", "{{ duty.full_name }}"),
            paragraph("TableText", "{{ duty.role }}"),
            paragraph("TableText") + paragraph("TableText"),
        ],
        "Phân công trong tổ: họ tên, nhiệm vụ, nội dung được phân công",
    )
    sessions = data_table(
        [("Ngày, giờ", 26), ("Địa điểm", 26), ("Làm việc với", 40), ("Nội dung", 45), ("Người thực hiện", 28)],
        "session in sessions",
        [
            paragraph("TableText", "{{ session.day }}"),
            paragraph("TableText"),
            paragraph("TableText", "{{ session.partner }}"),
            paragraph("TableText", "{{ session.content }}"),
            paragraph("TableText", "{{ session.who }}"),
        ],
        "Lịch làm việc: ngày giờ, địa điểm, làm việc với ai, nội dung, người thực hiện",
        keep_last=True,
    )
    return (
        team_head()
        + title("KẾ HOẠCH")
        + paragraph("Body", "{{ opening }}")
        + repeated("person in subjects", paragraph("Body", "{{ person.text }}"))
        + paragraph("Part", "I- ĐỀ CƯƠNG")
        + paragraph("Body", "Đề cương {{ report }} gửi đảng viên được {{ act }} kèm theo Kế hoạch này.")
        + paragraph("Part", "II- PHÂN CÔNG")
        + when("duties", duties)
        + when("not duties", room(3))
        + paragraph("Part", "III- LỊCH LÀM VIỆC")
        + sessions
        + paragraph("Body", keep_next=True)
        + team_signature()
    )


def _identity() -> str:
    return (
        paragraph("Body", "Họ và tên: {{ full_name }}")
        + _datum("Chức vụ Đảng", "party_post")
        + _datum("Chức vụ chính quyền, đoàn thể", "job_title")
        + _datum("Đơn vị công tác", "employer")
    )


def _datum(label: str, field: str) -> str:
    """The value, or dots to write on."""
    return when(field, paragraph("Body", f"{label}: {{{{ {field} }}}}")) + when(f"not {field}", dotted(f"{label}:"))


def self_report_outline() -> str:
    """KT3: the same order as the report, a question where the member will answer."""
    return (
        member_head()
        + title("ĐỀ CƯƠNG")
        + addressed()
        + _identity()
        + paragraph("Body", "Mốc thời gian báo cáo: {{ period }}.{% if report_due %} Hạn gửi {{ report }}: {{ report_due }}.{% endif %}")
        + paragraph("Part", "I- NỘI DUNG")
        + repeated(
            "topic in topics",
            paragraph("Item", "{{ topic.heading }}"),
            paragraph("Body", "{%p for line in topic.points %}"),
            paragraph("Body", "{{ line }}"),
            paragraph("Body", "{%p endfor %}"),
        )
        + paragraph("Part", "II- TỰ NHẬN XÉT VÀ KIẾN NGHỊ")
        + paragraph("Body", "1. Ưu điểm; hạn chế, khuyết điểm; nguyên nhân chủ quan, khách quan.")
        + paragraph("Body", "2. Biện pháp khắc phục, thời gian; kiến nghị với Chi bộ.")
        + paragraph("Body", "Báo cáo trung thực, nêu việc làm cụ thể, kèm minh chứng; cuối báo cáo người báo cáo ký, ghi rõ họ tên. Chi bộ căn cứ báo cáo và kết quả {{ act }} để xem xét, kết luận.")
    )


def self_report() -> str:
    """KT5: identity and own data; all judgement on dotted lines."""
    return (
        member_head()
        + title("BÁO CÁO")
        + addressed()
        + _identity()
        + paragraph("Body", "Mốc thời gian báo cáo: {{ period }}.{% if report_due %} Hạn gửi {{ report }}: {{ report_due }}.{% endif %}")
        + paragraph("Part", "I- NỘI DUNG")
        + repeated(
            "topic in topics",
            paragraph("Item", "{{ topic.heading }}"),
            paragraph("Body", "{%p for line in topic.points %}"),
            paragraph("Body", "{{ line }}"),
            paragraph("Body", "{%p endfor %}"),
            room(5),
        )
        + when("not topics", room(8))
        + paragraph("Part", "II- TỰ NHẬN XÉT VÀ KIẾN NGHỊ")
        + dotted("1. Ưu điểm:", "", "", "Hạn chế, khuyết điểm:", "", "", "Nguyên nhân:", "", "2. Kiến nghị:", "")
        + paragraph("Body", "Trên đây là báo cáo của tôi về nội dung được {{ act }}, đề nghị Chi bộ xem xét, kết luận.", keep_next=True)
        + member_signature("NGƯỜI BÁO CÁO")
    )


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
        + paragraph("Body", "Hồ sơ {{ act }} này gồm {{ count }} văn bản, {{ sheets }} tờ, sắp xếp theo trình tự {{ act }}.")
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
