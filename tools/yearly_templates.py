"""The templates of a year's papers: plan, programme, supervision, and the reviews of HD 43."""

from __future__ import annotations

from tools.template_blocks import (
    LEFT,
    RIGHT,
    addressed,
    boxes,
    columns,
    count,
    dotted,
    form_code,
    lines,
    lines_or_room,
    member_head,
    member_signature,
    party_head,
    room,
    signature,
    signature_alone,
    text,
    title,
)
from tools.template_markup import cell, paragraph, repeated, row, table, when

_BOTH = (LEFT, RIGHT)
_LEVELS = ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ")


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
        + when("inspections", listed)
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
        + when("adopted", paragraph("Body", "{{ adopted }}", keep_next=True))
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


def collective_review() -> str:
    """Mẫu 01: A what is reviewed, B self-rating."""
    return (
        form_code()
        + party_head()
        + title("BÁO CÁO")
        + paragraph("Body", "Căn cứ kết quả lãnh đạo, chỉ đạo thực hiện nhiệm vụ chính trị năm {{ year }}, tập thể {{ cell }} kiểm điểm như sau:")
        + paragraph("Part", "A- NỘI DUNG KIỂM ĐIỂM")
        + paragraph("Part", "I- ƯU ĐIỂM, KẾT QUẢ ĐẠT ĐƯỢC")
        + _numbered("1. Về việc chấp hành nguyên tắc tổ chức, quy chế làm việc", "rules", 3)
        + _numbered("2. Về thực hiện các mục tiêu, chỉ tiêu, nhiệm vụ", "results", 3)
        + _numbered("3. Về xây dựng, chỉnh đốn Đảng; kiểm tra, giám sát, kỷ luật; giải quyết đơn thư", "building", 3)
        + _numbered("4. Về triển khai, thực hiện văn bản của cấp trên", "spreading", 2)
        + paragraph("Part", "II- HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYÊN NHÂN")
        + dotted("1. Hạn chế, khuyết điểm:", "", "", "2. Nguyên nhân:", "", "")
        + paragraph("Part", "III- KẾT QUẢ KHẮC PHỤC HẠN CHẾ CỦA KỲ TRƯỚC")
        + repeated("line in earlier", paragraph("Body", "{{ line }}"), dotted("Đã, đang hoặc chưa khắc phục; mức độ:"))
        + when("not earlier", dotted("Từng hạn chế: đã, đang hoặc chưa khắc phục; mức độ:", ""))
        + dotted("Vướng mắc; trách nhiệm của tập thể, cá nhân:", "")
        + paragraph("Part", "IV- GIẢI TRÌNH VẤN ĐỀ ĐƯỢC GỢI Ý (NẾU CÓ)")
        + room(2)
        + paragraph("Part", "V- TRÁCH NHIỆM CỦA TẬP THỂ, CÁ NHÂN")
        + room(3)
        + paragraph("Part", "VI- PHƯƠNG HƯỚNG, BIỆN PHÁP")
        + room(4)
        + paragraph("Part", "B- TỰ ĐÁNH GIÁ, XẾP LOẠI")
        + _points("1")
        + paragraph("Item", "II- Tự đề xuất mức xếp loại")
        + boxes(*_LEVELS)
        + paragraph("Body", "Kèm theo: phụ lục kết quả công việc (sản phẩm, tiến độ, chất lượng).", keep_next=True)
        + signature()
    )


def _numbered(heading: str, field: str, space: int) -> str:
    return paragraph("Item", heading) + lines(field) + room(space)


def _points(annex: str) -> str:
    return (
        paragraph("Item", f"I- Tự chấm điểm theo Phụ lục {annex}")
        + paragraph("Body", "1. Nhóm tiêu chí chung: {{ points_general }}/30 điểm.")
        + paragraph("Body", "2. Kết quả thực hiện nhiệm vụ: {{ points_tasks }}/70 điểm.")
        + paragraph("Body", "Tổng điểm: {{ points_total }}/100 điểm.")
    )


def self_review() -> str:
    """Mẫu 2A, 2B, 2C: one template, the headings by the member's object."""
    leading = when("is_leader", paragraph("Item", "2. Kết quả lãnh đạo, chỉ đạo, điều hành; kết quả của nơi phụ trách; quy tụ, đoàn kết"), room(4))
    working = when(
        "not is_leader",
        when("not is_outside", paragraph("Item", "2. Thực hiện nhiệm vụ, quyền hạn; kết quả các chỉ tiêu, nhiệm vụ được giao trong năm")),
        when("is_outside", paragraph("Item", "2. Thực hiện quyền, nghĩa vụ của đảng viên; việc Chi bộ giao")),
    )
    leader_only = when(
        "is_leader",
        paragraph("Item", "4. Tinh thần đổi mới, trách nhiệm; nêu gương của bản thân, gia đình; phòng, chống tham nhũng, lãng phí, tiêu cực"),
        room(3),
    )
    return (
        form_code()
        + member_head()
        + title("BẢN KIỂM ĐIỂM, TỰ ĐÁNH GIÁ, XẾP LOẠI CÁ NHÂN")
        + paragraph("Addressee", "({{ who }})")
        + paragraph("Body", "Họ và tên: {{ full_name }}")
        + _known("Ngày sinh", "birth_date")
        + _known("Đơn vị công tác", "employer")
        + paragraph("Body", "Chi bộ: {{ cell }}")
        + paragraph("Part", "A- NỘI DUNG KIỂM ĐIỂM")
        + paragraph("Part", "I- ƯU ĐIỂM, KẾT QUẢ ĐẠT ĐƯỢC")
        + paragraph("Item", "1. Về phẩm chất chính trị, đạo đức, lối sống; đoàn kết; ý thức tổ chức kỷ luật; nêu gương; tác phong; biểu hiện suy thoái (nếu có)")
        + room(4)
        + leading
        + working
        + when("tasks", paragraph("Body", "Nhiệm vụ đã ghi trong sổ của Chi bộ:", keep_next=True))
        + lines("tasks")
        + room(4)
        + paragraph("Item", "3. Kết quả thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu năm {{ year }}")
        + lines("commitments")
        + room(2)
        + leader_only
        + paragraph("Part", "II- HẠN CHẾ, KHUYẾT ĐIỂM VÀ NGUYÊN NHÂN")
        + dotted("1. Hạn chế, khuyết điểm:", "", "2. Nguyên nhân:", "")
        + paragraph("Part", "III- KẾT QUẢ KHẮC PHỤC HẠN CHẾ CỦA KỲ TRƯỚC")
        + lines("earlier")
        + room(2)
        + paragraph("Part", "IV- GIẢI TRÌNH VẤN ĐỀ ĐƯỢC GỢI Ý (NẾU CÓ)")
        + room(1)
        + paragraph("Part", "V- TRÁCH NHIỆM ĐỐI VỚI HẠN CHẾ CỦA TẬP THỂ (NẾU CÓ)")
        + room(1)
        + paragraph("Part", "VI- PHƯƠNG HƯỚNG, BIỆN PHÁP")
        + room(2)
        + paragraph("Part", "B- TỰ ĐÁNH GIÁ, XẾP LOẠI")
        + _points("{{ annex }}")
        + paragraph("Item", "II- Tự đề xuất mức xếp loại")
        + boxes(*_LEVELS)
        + paragraph("Body", "Kèm theo: phụ lục kết quả công việc.", keep_next=True)
        + member_signature("NGƯỜI TỰ KIỂM ĐIỂM")
    )


def _known(label: str, field: str) -> str:
    return when(field, paragraph("Body", f"{label}: {{{{ {field} }}}}")) + when(f"not {field}", dotted(f"{label}:"))


def period_self_rating() -> str:
    """Mẫu 05: tables A and B, the person's proposal, the comment of who confirms."""
    general = columns(
        "line in general",
        "Bảng A: tiêu chí, đảm bảo hay không, điểm tối đa, điểm đạt",
        count("TT", 11, "line.order"),
        text("Tiêu chí", 62, "line.name"),
        count("Đảm bảo", 17),
        count("Không đảm bảo", 19),
        count("Điểm tối đa", 18, "line.most"),
        count("Điểm đạt", 18, "line.points"),
        text("Ghi chú", 20),
    )
    results = columns(
        "line in results",
        "Bảng B: nhiệm vụ, sản phẩm, điểm tối đa, điểm tự chấm",
        count("TT", 11, "line.order"),
        text("Nhóm nhiệm vụ", 55, "line.name"),
        text("Sản phẩm, tiến độ, chất lượng", 57),
        count("Điểm tối đa", 20, "line.most"),
        count("Điểm tự chấm", 22, "line.points"),
    )
    return (
        form_code()
        + member_head()
        + title("BẢN TỰ ĐÁNH GIÁ, XẾP LOẠI")
        + paragraph("Addressee", "{{ period }}")
        + paragraph("Body", "Họ và tên: {{ full_name }}")
        + _known("Ngày sinh", "birth_date")
        + _known("Chức vụ", "posts")
        + _known("Đơn vị công tác", "employer")
        + paragraph("Part", "I- TỰ CHẤM ĐIỂM")
        + paragraph("Body", "A. Nhóm tiêu chí chung (tối đa 30 điểm):", keep_next=True)
        + general
        + paragraph("Body")
        + paragraph("Body", "B. Kết quả thực hiện nhiệm vụ (tối đa 70 điểm):", keep_next=True)
        + results
        + paragraph("Body")
        + dotted("Tổng điểm:")
        + paragraph("Part", "II- TỰ ĐỀ XUẤT MỨC XẾP LOẠI")
        + boxes(*_LEVELS)
        + member_signature("CÁ NHÂN TỰ ĐÁNH GIÁ")
        + paragraph("Part", "III- NHẬN XÉT, CHẤM ĐIỂM CỦA CẤP CÓ THẨM QUYỀN")
        + room(3)
        + paragraph("SignAuthority", "XÁC NHẬN CỦA CẤP CÓ THẨM QUYỀN")
        + paragraph("SignPost", "(chức vụ, chữ ký, họ tên)")
        + paragraph("Body")
    )


def review_file_list() -> str:
    """Mẫu 04: the papers of the file."""
    listed = columns(
        "paper in papers",
        "Danh mục hồ sơ: tài liệu, số và ngày, số tờ",
        count("TT", 12, "paper.order"),
        text("Tên tài liệu", 75, "paper.title"),
        text("Số, ngày", 38, "paper.number"),
        count("Số tờ", 16, "paper.pages"),
        text("Ghi chú", 24),
        keep_last=True,
    )
    return form_code() + party_head(numbered=False) + title("DANH MỤC") + listed + paragraph("Body", keep_next=True) + signature_alone()


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

