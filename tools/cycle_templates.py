"""The templates that open one inspection or thematic supervision: plan, schedule, outline, the member's report.

One template serves both, the word switched by `act`; what the workbook does not have leaves room to write.
"""

from __future__ import annotations

from tools.template_blocks import (
    addressed,
    dotted,
    lines,
    member_head,
    member_signature,
    party_head,
    room,
    signature,
    team_head,
    team_signature,
    title,
)
from tools.template_markup import (
    data_table,
    paragraph,
    repeated,
    when,
)


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


def _self_report_to_contents(kind: str, below_each: str = "") -> str:
    """What the outline and the report that answers it have in common: down to the contents, topic by topic."""
    return (
        member_head()
        + title(kind)
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
            below_each,
        )
    )


def self_report_outline() -> str:
    """KT3: the same order as the report, a question where the member will answer."""
    return (
        _self_report_to_contents("ĐỀ CƯƠNG")
        + paragraph("Part", "II- TỰ NHẬN XÉT VÀ KIẾN NGHỊ")
        + paragraph("Body", "1. Ưu điểm; hạn chế, khuyết điểm; nguyên nhân chủ quan, khách quan.")
        + paragraph("Body", "2. Biện pháp khắc phục, thời gian; kiến nghị với Chi bộ.")
        + paragraph("Body", "Báo cáo trung thực, nêu việc làm cụ thể, kèm minh chứng; cuối báo cáo người báo cáo ký, ghi rõ họ tên. Chi bộ căn cứ báo cáo và kết quả {{ act }} để xem xét, kết luận.")
    )


def self_report() -> str:
    """KT5: identity and own data; all judgement on dotted lines."""
    return (
        _self_report_to_contents("BÁO CÁO", room(5))
        + when("not topics", room(8))
        + paragraph("Part", "II- TỰ NHẬN XÉT VÀ KIẾN NGHỊ")
        + dotted("1. Ưu điểm:", "", "", "Hạn chế, khuyết điểm:", "", "", "Nguyên nhân:", "", "2. Kiến nghị:", "")
        + paragraph("Body", "Trên đây là báo cáo của tôi về nội dung được {{ act }}, đề nghị Chi bộ xem xét, kết luận.", keep_next=True)
        + member_signature("NGƯỜI BÁO CÁO")
    )
