"""The templates of denunciations, discipline and the place of residence."""

from __future__ import annotations

from tools.template_blocks import (
    LEFT,
    RIGHT,
    addressed,
    columns,
    count,
    dotted,
    lines,
    lines_or_room,
    party_head,
    room,
    signature,
    signature_alone,
    signature_beside,
    signed_pairs,
    team_head,
    team_signature,
    text,
    title,
)
from tools.template_markup import paragraph, repeated, when


def denunciation_acceptance() -> str:
    """When it came, against whom, about what, what the cell does; nothing of who wrote it."""
    return (
        party_head(numbered=False)
        + title("PHIẾU TIẾP NHẬN")
        + paragraph("Body", "1. Ngày nhận: {{ received }}.")
        + dotted("Cách nhận (trực tiếp, cấp trên chuyển, gửi đến):")
        + paragraph("Body", "2. Đảng viên bị tố cáo: đồng chí {{ member }}.")
        + paragraph("Body", "3. Nội dung tố cáo: {{ content }}.")
        + paragraph("Body", "4. Nội dung thuộc phạm vi Chi bộ xem xét:", keep_next=True)
        + paragraph("Box", "□ Có")
        + paragraph("Box", "□ Không: chuyển cấp có thẩm quyền")
        + when("status", paragraph("Body", "5. Tình trạng: {{ status }}."))
        + when("not status", dotted("5. Tình trạng:"))
        + dotted("6. Phân công xem xét; thời hạn báo cáo Chi bộ:", "")
        + paragraph("Body", "Họ tên, địa chỉ, bút tích người tố cáo được giữ bí mật, không ghi ở phiếu này.", keep_next=True)
        + signature_alone()
    )


def denunciation_report() -> str:
    """I curriculum, II contents, III what was verified, IV remarks and proposal."""
    return (
        team_head()
        + title("BÁO CÁO")
        + addressed()
        + paragraph("Body", "{{ opening }}")
        + paragraph("Part", "I- SƠ LƯỢC LÝ LỊCH")
        + lines("curriculum")
        + paragraph("Part", "II- NỘI DUNG TỐ CÁO")
        + paragraph("Body", "{{ content }}.")
        + paragraph("Part", "III- KẾT QUẢ THẨM TRA, XÁC MINH")
        + dotted("1. Giải trình của đảng viên bị tố cáo:", "", "", "2. Kết quả thẩm tra, xác minh từng nội dung:", "", "", "", "")
        + paragraph("Part", "IV- NHẬN XÉT VÀ ĐỀ NGHỊ")
        + paragraph("Body", "1. Nội dung đúng, đúng một phần, sai, chưa đủ cơ sở kết luận:", keep_next=True)
        + lines_or_room("conclusion", 2)
        + dotted("2. Đề nghị:", "", "")
        + paragraph("Body", "Trên đây là kết quả thẩm tra, xác minh, kính trình Chi bộ xem xét, kết luận.", keep_next=True)
        + team_signature()
    )


def discipline_plan() -> str:
    """KL1: whom, what, who does it, the order of work."""
    return (
        party_head()
        + title("KẾ HOẠCH")
        + lines("legal_bases")
        + paragraph("Part", "I- MỤC ĐÍCH, YÊU CẦU")
        + dotted("1. Mục đích:", "", "2. Yêu cầu:", "")
        + paragraph("Part", "II- NỘI DUNG")
        + paragraph("Body", "1. Đảng viên được xem xét: {{ member }}.")
        + when("violation", paragraph("Body", "2. Nội dung vi phạm: {{ violation }}."))
        + when("not violation", dotted("2. Nội dung vi phạm:", ""))
        + dotted("3. Tổ giúp việc (tổ trưởng, thành viên):", "", "4. Thời gian, địa điểm:", "")
        + paragraph("Part", "III- CÁCH TIẾN HÀNH")
        + paragraph("Body", "1. Đảng viên viết bản kiểm điểm, tự nhận hình thức kỷ luật.")
        + paragraph("Body", "2. Thẩm tra, xác minh nội dung vi phạm; lập biên bản làm việc.")
        + paragraph("Body", "3. Đại diện Chi bộ gặp, nghe đảng viên trình bày ý kiến trước khi họp.")
        + paragraph("Body", "4. Hội nghị Chi bộ thảo luận, biểu quyết bằng phiếu kín; lập biên bản hội nghị, biên bản kiểm phiếu.")
        + paragraph("Body", "5. Ra quyết định theo thẩm quyền hoặc đề nghị cấp có thẩm quyền; công bố, lưu hồ sơ.")
        + paragraph("Part", "IV- TỔ CHỨC THỰC HIỆN")
        + paragraph("Body", "{{ committee }} theo dõi, chỉ đạo việc thực hiện Kế hoạch này.", keep_next=True)
        + signature()
    )


def discipline_decision() -> str:
    """KL12: room for the superior's stamp, then three articles."""
    return (
        paragraph("Stamp")
        + party_head()
        + title("QUYẾT ĐỊNH")
        + lines("legal_bases")
        + paragraph("Authority", "{{ issuer }}")
        + paragraph("Body", "**Điều 1.** Thi hành kỷ luật bằng hình thức {{ form }} đối với đồng chí {{ member }}.")
        + paragraph("Body", "Nội dung vi phạm: {{ violation }}.")
        + paragraph("Body", "**Điều 2.** {{ effect }} Đồng chí bị kỷ luật có quyền khiếu nại theo quy định của Đảng; trong khi chờ giải quyết vẫn phải chấp hành Quyết định.")
        + paragraph("Body", "**Điều 3.** {{ implementers }} chịu trách nhiệm thi hành Quyết định này.", keep_next=True)
        + signature()
    )


def discipline_ballot() -> str:
    """KL10, KL14: one X in one line; no name, no signature."""
    listed = columns(
        "line in forms",
        "Phiếu biểu quyết kỷ luật: mỗi dòng một hình thức, một ô để đánh dấu",
        count("TT", 15, "line.order"),
        text("Hình thức", 110, "line.form"),
        count("Đánh dấu X", 40),
    )
    return (
        party_head(numbered=False)
        + title("PHIẾU BIỂU QUYẾT")
        + paragraph("Body", "{{ member }}.")
        + when("violation", paragraph("Body", "Nội dung vi phạm: {{ violation }}."))
        + paragraph("Body", "Đồng chí đánh dấu X vào một ô. Phiếu để trống hoặc đánh dấu từ hai ô trở lên là không hợp lệ.", keep_next=True)
        + listed
        + paragraph("TableText")
        + paragraph("Body", "Phiếu kín: không ghi tên, không ký tên.")
    )


def discipline_count_minutes() -> str:
    """KL11, KL15: papers, votes of each form; the clerk left, the head of the counting team right."""
    listed = columns(
        "line in forms",
        "Kết quả kiểm phiếu kỷ luật: hình thức, số phiếu, tỷ lệ",
        count("TT", 15, "line.order"),
        text("Hình thức", 70, "line.form"),
        count("Số phiếu", 35),
        count("Tỷ lệ trên số đảng viên phải tính", 45),
    )
    return (
        party_head(numbered=False)
        + title("BIÊN BẢN")
        + dotted("Thời gian: …… giờ …… phút, {{ meeting }}, tại")
        + paragraph("Body", "Hội nghị Chi bộ bầu Tổ kiểm phiếu gồm: đồng chí {{ lead_name }}, tổ trưởng; đồng chí {{ clerk_name }}, thư ký.")
        + paragraph("Body", "Nội dung biểu quyết: {{ member }}.")
        + paragraph("Body", "{{ attendance }}")
        + dotted("Vắng có lý do:", "Vắng không lý do:")
        + paragraph("Body", "{{ papers }}")
        + paragraph("Body", "Kết quả:", keep_next=True)
        + listed
        + paragraph("Body")
        + dotted("Hình thức đủ phiếu:")
        + paragraph("Body", "Biên bản đã được đọc lại cho hội nghị cùng nghe và thống nhất; phiếu được niêm phong, lưu hồ sơ.", keep_next=True)
        + signed_pairs((("THƯ KÝ", "{{ clerk_name }}"), ("TỔ TRƯỞNG", "{{ lead_name }}")))
    )


def residence_request() -> str:
    """The list, the letter, the request, the comment form: one template; the comment is under the head of who gives it."""
    listed = columns(
        "one in members",
        "Danh sách đảng viên: ngày sinh, ngày vào Đảng, nơi cư trú, tình trạng",
        count("TT", 12, "one.order"),
        text("Họ và tên", 41, "one.full_name"),
        count("Ngày sinh", 26, "one.birth_date"),
        count("Ngày vào Đảng", 26, "one.admitted_on"),
        text("Nơi cư trú", 34, "one.residence"),
        text("Ghi chú", 26, "one.state"),
        keep_last=True,
    )
    person = repeated(
        "one in members",
        paragraph("Body", "Đồng chí: {{ one.full_name }}{% if gender %} ({{ gender }}){% endif %}; sinh ngày: {{ one.birth_date }}; vào Đảng ngày: {{ one.admitted_on }}."),
        paragraph("Body", "Nơi cư trú: {{ one.residence }}."),
    )
    received = "".join(
        (
            paragraph("SignAuthority", "ĐẢNG UỶ NƠI CƯ TRÚ"),
            paragraph("SignPost", "Tiếp nhận ngày …… tháng …… năm ………", keep_next=True),
            paragraph("SignPost", "về Chi bộ …………………………", keep_next=True),
            paragraph("SignPost", "(ký, ghi rõ họ tên)"),
        )
    )
    letter = (
        dotted("Kính gửi: Đảng uỷ xã, phường:", "Chi bộ nơi cư trú:")
        + paragraph("Body", "{{ cell }} giới thiệu đồng chí có tên sau đây về giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú:")
    )
    comment = (
        paragraph("Body", "1. Gương mẫu chấp hành, vận động gia đình, nhân dân chấp hành chủ trương của Đảng, pháp luật của Nhà nước:", keep_next=True)
        + room(1)
        + paragraph("Body", "2. Giữ mối liên hệ với chi uỷ, tham gia sinh hoạt do nơi cư trú tổ chức:", keep_next=True)
        + room(1)
        + paragraph("Body", "3. Quan hệ, đoàn kết với nhân dân nơi cư trú; giữ gìn nếp sống văn hoá:", keep_next=True)
        + room(1)
        + dotted("Nhận xét khác:", "")
        + signed_pairs((("XÁC NHẬN CỦA ĐẢNG UỶ XÃ, PHƯỜNG", "…………"), ("T/M CHI BỘ NƠI CƯ TRÚ", "…………")), widths=(RIGHT, LEFT))
    )
    theirs = (
        paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"),
        dotted("Đảng bộ xã, phường:", "Chi bộ nơi cư trú:"),
        paragraph("PlaceDate", "……………, ngày …… tháng …… năm ………"),
    )
    return (
        when("is_letter", party_head(field="letter_number"))
        + when("not is_letter", when("not is_comment", party_head(numbered=False)))
        + when("is_comment", *theirs)
        + title("{{ paper_name }}")
        + lines("legal_bases")
        + when("is_list", paragraph("Body", "{{ cell }} đề nghị cấp uỷ nơi cư trú nhận xét đảng viên có tên sau đây, năm {{ year }}:", keep_next=True), listed, paragraph("Body", keep_next=True))
        + when("is_letter", letter, person, dotted("Được miễn sinh hoạt nơi cư trú (nếu có), lý do:"))
        + when("is_opinion", dotted("Kính gửi: Chi uỷ nơi cư trú:"), paragraph("Body", "{{ cell }} đề nghị cho ý kiến nhận xét năm {{ year }} đối với:"), person, room(4))
        + when("is_comment", person, comment)
        + when("is_letter", signature_beside(received))
        + when("not is_letter", when("not is_comment", signature_alone()))
    )
