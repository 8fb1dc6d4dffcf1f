"""The templates of HD 43's reviews: collective, person, quarter or year, the list of the file."""

from __future__ import annotations

from tools.template_blocks import (
    annex,
    boxes,
    columns,
    count,
    dotted,
    form_code,
    lines,
    member_head,
    member_signature,
    party_head,
    room,
    signature,
    signature_alone,
    superior_signature,
    text,
    title,
)
from tools.template_markup import cell, paragraph, repeated, row, table, when

_ANNEX_ROWS = 8

_LEVELS = ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt nhiệm vụ", "Hoàn thành nhiệm vụ", "Không hoàn thành nhiệm vụ")


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
        + _results_annex("kết quả công việc năm {{ year }} của tập thể {{ cell }}")
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
        + _results_annex("kết quả công việc năm {{ year }} của đồng chí {{ full_name }}")
    )


def _results_annex(heading: str) -> str:
    """What was made, when, how well: lines the forms ask for behind them, to be written by hand or in Word."""
    widths = (12.0, 63.0, 45.0, 45.0)
    heads = ("TT", "Nhiệm vụ, sản phẩm", "Tiến độ", "Chất lượng")
    head = row(*(cell(width, paragraph("TableHead", words)) for width, words in zip(widths, heads, strict=True)), head=True)
    empty = [row(*(cell(width, paragraph("TableText")) for width in widths))] * _ANNEX_ROWS
    return annex(heading, table(widths, head, *empty, bordered=True, description="Kết quả công việc: nhiệm vụ, sản phẩm, tiến độ, chất lượng"))


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
        + paragraph("Body")
        + paragraph("Part", "III- NHẬN XÉT, CHẤM ĐIỂM CỦA CẤP CÓ THẨM QUYỀN")
        + dotted("1. Nhận xét:", "")
        + paragraph("Written", "2. Điểm, mức xếp loại đề xuất:\t", keep_next=True)
        + paragraph("Recipients", keep_next=True)
        + superior_signature()
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
