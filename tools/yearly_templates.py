"""The templates of a year's papers: plan, programme, supervision, lists, letters."""

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
    text,
    title,
)
from tools.template_markup import (
    cell,
    paragraph,
    row,
    table,
    when,
)

_BOTH = (LEFT, RIGHT)


def annual_plan() -> str:
    """The yearly paper, Kế hoạch or Chương trình: inspection, supervision, signs, discipline, other work."""
    listed = columns(
        "line in inspections",
        "Kiểm tra chấp hành: đảng viên, nội dung, mốc thời gian, thời gian tiến hành và người phụ trách",
        count("TT", 11, "line.order"),
        text("Họ tên, chức vụ", 40, "line.subject"),
        text("Nội dung", 50, "line.contents"),
        text("Mốc thời gian", 28, "line.period"),
        text("Tiến hành, người phụ trách", 36, "line.duration"),
    )
    return (
        party_head()
        + title("{{ paper_name }}")
        + lines("legal_bases")
        + paragraph("Body", "Chi bộ xây dựng nội dung kiểm tra, giám sát trong năm như sau:")
        + paragraph("Part", "I- MỤC ĐÍCH, YÊU CẦU")
        + dotted("1. Mục đích:", "", "2. Yêu cầu:", "")
        + paragraph("Part", "II- NỘI DUNG")
        + paragraph("Item", "1. Kiểm tra việc chấp hành nhiệm vụ của đảng viên")
        + when("inspections", listed, paragraph("TableText"))
        + when("not inspections", room(3))
        + paragraph("Body", "Đảng viên bổ sung trong năm được thông báo trước ở kỳ sinh hoạt của Chi bộ.")
        + paragraph("Item", "2. Giám sát")
        + paragraph("Body", "2.1. Giám sát thường xuyên:", keep_next=True)
        + lines_or_room("regular", 2)
        + paragraph("Body", "2.2. Giám sát chuyên đề:", keep_next=True)
        + lines_or_room("thematic", 2)
        + paragraph("Item", "3. Kiểm tra khi có dấu hiệu vi phạm, giải quyết tố cáo")
        + lines_or_room("signs", 2)
        + paragraph("Item", "4. Xem xét, đề nghị thi hành kỷ luật")
        + room(1)
        + paragraph("Item", "5. Quán triệt, báo cáo và việc khác")
        + room(2)
        + paragraph("Part", "III- PHƯƠNG PHÁP, TỔ CHỨC THỰC HIỆN")
        + paragraph("Body", "1. Phương pháp: đảng viên tự kiểm tra, báo cáo; tổ hoặc người được phân công nghiên cứu, thẩm tra, xác minh; hội nghị Chi bộ thảo luận, kết luận.")
        + dotted("2. Phân công:", "")
        + when("adopted", paragraph("Body", "{{ adopted }}"))
        + paragraph("Body", "Nội dung trên được phổ biến đến các tổ đảng, đảng viên trong Chi bộ để thực hiện.", keep_next=True)
        + signature()
    )


def inspection_programme() -> str:
    """The programme of a term: who in which year, on what."""
    listed = columns(
        "line in lines",
        "Chương trình: năm, đảng viên, hình thức, nội dung",
        count("TT", 11, "line.order"),
        count("Năm", 16, "line.year"),
        text("Họ tên, chức vụ", 48, "line.subject"),
        text("Hình thức", 30, "line.kind"),
        text("Nội dung", 60, "line.contents"),
    )
    return (
        party_head()
        + title("CHƯƠNG TRÌNH")
        + lines("legal_bases")
        + paragraph("Body", "Chi bộ xây dựng chương trình kiểm tra, giám sát giai đoạn {{ span }} như sau:")
        + paragraph("Part", "I- MỤC ĐÍCH, YÊU CẦU")
        + dotted("1. Mục đích:", "", "2. Yêu cầu:", "")
        + paragraph("Part", "II- ĐỐI TƯỢNG, NỘI DUNG THEO NĂM")
        + listed
        + paragraph("Body")
        + when("coverage", paragraph("Body", "{{ coverage }}"))
        + paragraph("Body", "Giám sát thường xuyên thực hiện đối với mọi đảng viên, hằng năm phân công bằng văn bản.")
        + paragraph("Part", "III- TỔ CHỨC THỰC HIỆN")
        + paragraph("Body", "1. Hằng năm Chi bộ cụ thể hoá Chương trình này bằng kế hoạch của năm; thay đổi đối tượng, nội dung thì báo cáo hội nghị Chi bộ.")
        + dotted("2. Phân công:", "")
        + paragraph("Body", "3. Cuối nhiệm kỳ Chi bộ tổng kết việc thực hiện Chương trình.", keep_next=True)
        + signature()
    )


def supervision_assignment() -> str:
    """Four articles: who watches whom, how, the report, who carries it out."""
    listed = columns(
        "line in assignments",
        "Phân công giám sát: người giám sát, đảng viên được giám sát, nội dung, chế độ báo cáo",
        count("TT", 11, "line.order"),
        text("Người giám sát, chức vụ", 42, "line.observer"),
        text("Đảng viên được giám sát", 46, "line.members"),
        text("Nội dung", 38, "line.contents"),
        ("Chế độ báo cáo", 28, "TableText", "Khi có việc; cuối năm báo cáo bằng văn bản"),
    )
    return (
        party_head()
        + title("QUYẾT ĐỊNH")
        + lines("legal_bases")
        + paragraph("Authority", "{{ issuer }}")
        + paragraph("Body", "**Điều 1.** Phân công giám sát thường xuyên đảng viên năm {{ year }}:", keep_next=True)
        + listed
        + paragraph("Body")
        + paragraph(
            "Body",
            "**Điều 2.** Người giám sát theo dõi việc thực hiện nhiệm vụ đảng viên và nhiệm vụ được giao; ghi nhận việc cụ thể, có ngày tháng, cách nhau không quá"
            " {{ rhythm }} ngày; phát hiện nhân tố mới thì báo cáo để phát huy, có hạn chế thì nhắc ngay, có dấu hiệu vi phạm thì báo cáo Chi bộ.",
        )
        + paragraph("Body", "**Điều 3.** Cuối năm, người giám sát báo cáo kết quả bằng văn bản trước toàn Chi bộ tại hội nghị kiểm điểm, đánh giá, xếp loại.")
        + paragraph("Body", "**Điều 4.** {{ committee }} đồng chí có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này.", keep_next=True)
        + signature()
    )


def group_leader_report() -> str:
    """The state of the group, each member, factors, signs, proposals; signed by the leader."""
    listed = columns(
        "member in members",
        "Kết quả giám sát: đảng viên, ưu điểm, hạn chế và ngày ghi nhận, đã xử lý, kết quả",
        count("TT", 11, "member.order"),
        text("Họ và tên", 34, "member.full_name"),
        text("Ưu điểm", 36, "member.strengths"),
        text("Hạn chế, ngày ghi nhận", 36, "member.shortcomings"),
        text("Đã nhắc, xử lý", 25, "member.action"),
        text("Kết quả", 23, "member.outcome"),
    )
    head = table(
        _BOTH,
        row(
            cell(LEFT, paragraph("Superior", "{{ cell_name }}"), paragraph("Issuer", "{{ group_name }}")),
            cell(RIGHT, paragraph("PartyName", "ĐẢNG CỘNG SẢN VIỆT NAM"), paragraph("PartyLine")),
        ),
        row(cell(LEFT, paragraph("Number", "*")), cell(RIGHT, paragraph("PlaceDate", "{{ place_date }}"))),
    )
    return (
        head
        + title("BÁO CÁO")
        + addressed()
        + paragraph("Body", "Thực hiện văn bản của Chi bộ giao nhiệm vụ giám sát năm {{ year }}, {{ group }} báo cáo kết quả như sau:")
        + paragraph("Part", "I- TÌNH HÌNH TỔ")
        + paragraph("Body", "{{ state }}")
        + room(3)
        + paragraph("Part", "II- KẾT QUẢ GIÁM SÁT TỪNG ĐẢNG VIÊN")
        + when("members", listed)
        + when("not members", room(2))
        + paragraph("Body")
        + paragraph("Part", "III- NHÂN TỐ MỚI, VIỆC LÀM TÍCH CỰC")
        + lines_or_room("factors", 2)
        + paragraph("Part", "IV- DẤU HIỆU CẦN XEM XÉT")
        + lines_or_room("signs", 2)
        + paragraph("Part", "V- KIẾN NGHỊ")
        + room(3)
        + paragraph("Body", "Trên đây là kết quả giám sát của {{ group }}, kính trình Chi bộ xem xét.", keep_next=True)
        + paragraph("Recipients", keep_next=True)
        + table(
            _BOTH,
            row(
                cell(LEFT, paragraph("Recipients")),
                cell(RIGHT, paragraph("SignAuthority", "TỔ TRƯỞNG"), paragraph("SignName", "{{ leader_name }}")),
            ),
        )
        + paragraph("Recipients", tiny=True)
    )


def positive_factors() -> str:
    """Whose, what, when seen, what was done of it."""
    listed = columns(
        "factor in factors",
        "Nhân tố mới: cá nhân, tập thể, việc làm, ngày ghi nhận, đã nhân rộng",
        count("TT", 12, "factor.order"),
        text("Cá nhân, tập thể", 38, "factor.subject"),
        text("Nhân tố mới, việc làm tích cực", 55, "factor.text"),
        count("Ngày ghi nhận", 25, "factor.seen"),
        text("Đã phát huy, nhân rộng", 35, "factor.spread"),
        keep_last=True,
    )
    return (
        party_head(numbered=False)
        + title("DANH SÁCH")
        + listed
        + paragraph("Body", keep_next=True)
        + paragraph("Body", "{{ total }}", keep_next=True)
        + signature_alone()
    )


def invitation() -> str:
    """Who is invited to what, when, where."""
    return (
        party_head()
        + title("GIẤY MỜI")
        + paragraph("Body", "{{ cell }} trân trọng kính mời: {{ invited }}")
        + paragraph("Body", "Đến dự: {{ meeting }}.")
        + dotted("Thời gian: …… giờ …… phút, {{ when }}; địa điểm:")
        + when("topic", paragraph("Body", "Nội dung: {{ topic }}"))
        + when("not topic", dotted("Nội dung:", ""))
        + dotted("Tài liệu:")
        + paragraph("Body", "Đề nghị đồng chí sắp xếp công việc, dự họp đúng thành phần, thời gian.", keep_next=True)
        + signature()
    )


def member_record() -> str:
    """Everything the workbook has of one member; a part without lines has no heading."""
    parts = (
        ("posts", "Chức vụ đã giữ ở Chi bộ"),
        ("ratings", "Đánh giá, xếp loại"),
        ("inspections", "Kiểm tra, giám sát"),
        ("notes", "Ghi nhận giám sát thường xuyên"),
        ("tasks", "Nhiệm vụ được giao"),
        ("commitments", "Cam kết tu dưỡng, rèn luyện, phấn đấu"),
        ("trainings", "Bồi dưỡng"),
        ("residence", "Nhận xét nơi cư trú"),
        ("rewards", "Khen thưởng"),
        ("disciplines", "Kỷ luật"),
    )
    return (
        party_head(numbered=False)
        + title("HỒ SƠ ĐẢNG VIÊN")
        + paragraph("Item", "Lý lịch đồng chí {{ full_name }}")
        + lines("curriculum")
        + "".join(when(field, paragraph("Item", heading)) + lines(field) for field, heading in parts)
        + paragraph("Body", "Bản tóm tắt này lập từ sổ của Chi bộ, không thay phiếu bổ sung hồ sơ đảng viên hằng năm.", keep_next=True)
        + signature_alone()
    )
