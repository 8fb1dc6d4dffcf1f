"""The templates of the rating papers: lists, proposals, ballots, minutes, explanation."""

from __future__ import annotations

from tools.template_blocks import (
    WIDE,
    closing_lines,
    dotted,
    lines,
    party_head,
    signature,
    signature_alone,
    signed_pairs,
    title,
)
from tools.template_markup import data_table, paragraph, repeated, when

_VOTES = (("HTXS", "votes_htxs"), ("HTT", "votes_htt"), ("HTN", "votes_htn"), ("KHT", "votes_kht"))
_MINUTES_HANDS = (("NGƯỜI GHI BIÊN BẢN", "{{ recorder_name }}"), ("CHỦ TRÌ HỘI NGHỊ", "{{ chair_name }}"))


def _columns(
    each: str, description: str, *columns: tuple[str, float, str, str], keep_last: bool = False
) -> str:
    """A table of heading, width, style and text of each column."""
    heads = [(heading, width) for heading, width, _, _ in columns]
    return data_table(heads, each, [paragraph(style, text) for _, _, style, text in columns], description, keep_last=keep_last)


def _text(heading: str, width: float, field: str) -> tuple[str, float, str, str]:
    return heading, width, "TableText", f"{{{{ {field} }}}}" if field else ""


def _number(heading: str, width: float, field: str) -> tuple[str, float, str, str]:
    return heading, width, "TableNumber", f"{{{{ {field} }}}}" if field else ""


def rating_list() -> str:
    """Landscape: who, the opinions, votes, the level of record."""
    told = ("member in members", "Danh sách xếp loại: đảng viên, mức từng nơi đề xuất, số phiếu, mức xếp loại")
    opinions = [
        _number("Tự xếp loại", 16, "member.self_level"),
        _number("Cơ quan", 16, "member.agency_level"),
        _number("Chi uỷ", 16, "member.committee_level"),
        _number("Đoàn thể", 16, "member.union_level"),
    ]
    person = [_number("STT", 12, "member.order"), _text("Họ và tên", 38, "member.full_name")]
    result = [_number("Phiếu HTXS/HTT/ HTN/KHT", 28, "member.votes"), _text("Mức xếp loại", 46, "member.level"), _text("Ghi chú", 18, "member.note")]
    points = _number("{{ points_heading }}", 16, "member.points")
    with_points = _columns(*told, *person, _text("Chức vụ", 30, "member.posts"), *opinions, points, *result)
    without = _columns(*told, *person, _text("Chức vụ", 46, "member.posts"), *opinions, *result)
    return (
        party_head(WIDE, numbered=False)
        + title("DANH SÁCH")
        + when("basis", paragraph("Addressee", "{{ basis }}"))
        + when("points_heading", with_points)
        + when("not points_heading", without)
        + paragraph("TableText", "{{ legend }}")
        + paragraph("Body", "Tổng hợp theo mức:", keep_next=True)
        + lines("counts")
        + when("quota", paragraph("Body", "{{ quota }}", keep_next=True))
        + signature_alone(WIDE)
    )


def not_rated_list() -> str:
    """Who is not rated, and why."""
    listed = _columns(
        "member in members",
        "Danh sách đảng viên chưa kiểm điểm, xếp loại: ngày kết nạp, chưa kiểm điểm, chưa xếp loại, lý do",
        _number("STT", 12, "member.order"),
        ("Họ và tên, chức vụ", 46, "TableText", "{{ member.full_name }}{% if member.posts %}, {{ member.posts }}{% endif %}"),
        _number("Ngày kết nạp", 24, "member.admitted"),
        _number("Chưa kiểm điểm", 18, "member.unreviewed"),
        _number("Chưa xếp loại", 17, "member.unrated"),
        ("Lý do", 48, "TableText", "{{ member.reason }}{% if member.reference %} ({{ member.reference }}){% endif %}"),
        keep_last=True,
    )
    return (
        party_head(numbered=False)
        + title("DANH SÁCH")
        + when("members", listed)
        + paragraph("Body", keep_next=True)
        + paragraph("Body", "{{ total }}", keep_next=True)
        + signature_alone()
    )


def _proposal(*body: str) -> str:
    """A Tờ trình: to whom, on what basis, the body, the closing."""
    return (
        party_head()
        + title("TỜ TRÌNH")
        + paragraph("Addressee", "Kính trình: {{ addressee }}")
        + lines("legal_bases")
        + "".join(body)
        + paragraph("Body", "{{ closing }}", keep_next=True)
        + signature()
    )


def rating_proposal() -> str:
    """How many of each level, the cap, and the members."""
    told = ("member in members", "Đảng viên, điểm, số phiếu và mức xếp loại chi bộ đề nghị")
    person = [_number("STT", 12, "member.order"), _text("Họ và tên", 42, "member.full_name")]
    result = [_number("Phiếu HTXS/HTT/ HTN/KHT", 29, "member.votes"), _text("Mức đề nghị", 36, "member.level")]
    points = _number("{{ points_heading }}", 16, "member.points")
    with_points = _columns(*told, *person, _text("Chức vụ", 30, "member.posts"), points, *result, keep_last=True)
    without = _columns(*told, *person, _text("Chức vụ", 46, "member.posts"), *result, keep_last=True)
    return _proposal(
        paragraph("Body", "{{ opening }}", keep_next=True),
        lines("counts"),
        when("quota", paragraph("Body", "{{ quota }}")),
        when("points_heading", with_points),
        when("not points_heading", without),
        paragraph("TableText", "{{ legend }}"),
        when("not_rated", paragraph("Body", "Không xếp loại:", keep_next=True)),
        closing_lines("not_rated"),
    )


def cell_rating_proposal() -> str:
    """The level of the cell, its reasons, and how the members were rated."""
    return _proposal(
        paragraph("Body", "{{ proposal }}"),
        when("reasons", paragraph("Body", "Kết quả đánh giá, biểu quyết làm căn cứ:", keep_next=True)),
        lines("reasons"),
        paragraph("Body", "Mức đề nghị xếp loại đảng viên của Chi bộ:", keep_next=True),
        closing_lines("counts"),
    )


def reward_proposal() -> str:
    """Who is proposed for what, and for which merit."""
    listed = _columns(
        "reward in rewards",
        "Đề nghị khen thưởng: đối tượng, hình thức, thời gian, cấp khen thưởng, thành tích",
        _number("STT", 12, "reward.order"),
        _text("Cá nhân, tập thể", 36, "reward.subject"),
        _text("Hình thức", 20, "reward.form"),
        _number("Năm", 19, "reward.period"),
        _text("Cấp khen thưởng", 36, "reward.authority"),
        _text("Thành tích", 42, "reward.merit"),
        keep_last=True,
    )
    return _proposal(paragraph("Body", "{{ opening }}"), when("rewards", listed), paragraph("Body", keep_next=True))


def explanation() -> str:
    """One member's level with every reason, regulation and square."""
    listed = _columns(
        "reason in reasons",
        "Các lý do: nội dung, quy định, các ô trong sổ",
        _number("STT", 12, "reason.order"),
        _text("Lý do", 70, "reason.text"),
        _text("Quy định", 45, "reason.reference"),
        _text("Ô trong sổ", 38, "reason.squares"),
        keep_last=True,
    )
    return (
        party_head(numbered=False)
        + title("GIẢI THÍCH")
        + paragraph("Body", "Đồng chí {{ full_name }}, {{ posts }}.")
        + paragraph("Body", "{{ standing }}")
        + paragraph("Body", "Văn bản áp dụng: {{ regime }}.")
        + when("reasons", listed)
        + paragraph("Body", keep_next=True)
        + when("actions", paragraph("Item", "Cần làm gì để tốt hơn"))
        + closing_lines("actions")
        + signature_alone()
    )


def ballot() -> str:
    """Boxes to mark; no name, no signature."""
    boxes = [(f"{{{{ level_{place} }}}}", 20.0, "TableNumber", "") for place in (1, 2, 3, 4)]
    agreed = [("Đồng ý", 30.0, "TableNumber", ""), ("Không đồng ý", 30.0, "TableNumber", "")]
    told = ("subject in subjects", "Phiếu biểu quyết: mỗi dòng một đối tượng, mỗi mức một ô để đánh dấu")
    order, heading = _number("STT", 12, "subject.order"), "{{ subject_heading }}"
    person = (order, _text(heading, 43, "subject.subject"))
    of_members = _columns(*told, *person, _text("{{ posts_heading }}", 30, "subject.posts"), *boxes)
    first_step = _columns(*told, *person, _text("{{ posts_heading }}", 50, "subject.posts"), *boxes[1:])
    second_step = _columns(*told, *person, _text("{{ posts_heading }}", 50, "subject.posts"), *agreed)
    of_cell = _columns(*told, order, _text(heading, 73, "subject.subject"), *boxes)
    return (
        party_head(numbered=False)
        + title("{{ paper_name }}")
        + paragraph("Body", "Đồng chí đánh dấu X vào một ô ở mỗi dòng. Dòng để trống hoặc đánh dấu từ hai ô trở lên là không hợp lệ.")
        + paragraph("Body", "Phiếu kín: không ghi tên, không ký tên.")
        + when("is_first_step", first_step)
        + when("is_second_step", second_step)
        + when("not is_first_step and not is_second_step", when("posts_heading", of_members), when("not posts_heading", of_cell))
        + paragraph("TableText")
    )


def count_minutes() -> str:
    """Landscape: papers, base, votes of each member as counted; the head of the counting team left, the chair right."""
    votes = [_number(head, 16, f"member.{field}") for head, field in _VOTES]
    listed = _columns(
        "member in members",
        "Kết quả kiểm phiếu: số phiếu từng mức của mỗi đảng viên và mức đủ phiếu",
        _number("STT", 12, "member.order"),
        _text("Họ và tên", 38, "member.full_name"),
        _text("Chức vụ", 34, "member.posts"),
        *votes,
        _number("Chưa đánh giá", 18, "member.votes_none"),
        _number("Không hợp lệ", 18, "member.votes_invalid"),
        _text("Kết quả", 46, "member.counted"),
        _text("Ghi chú", 22, "member.note"),
    )
    hands = (("TỔ TRƯỞNG TỔ KIỂM PHIẾU", "{{ counter_1 }}"), ("CHỦ TRÌ HỘI NGHỊ", "{{ chair_name }}"))
    return (
        party_head(WIDE)
        + title("BIÊN BẢN")
        + paragraph("Body", "Hội nghị chi bộ họp {{ meeting }} biểu quyết bằng phiếu kín.")
        + paragraph("Body", "Chủ trì: đồng chí {{ chair_name }}. Thư ký: đồng chí {{ recorder_name }}.")
        + paragraph("Body", "{{ attendance }}")
        + paragraph("Body", "Tổ kiểm phiếu: đồng chí {{ counter_1 }}, tổ trưởng; đồng chí {{ counter_2 }}, thành viên. Tổ đã kiểm phiếu, kết quả như sau:")
        + paragraph("Body", "{{ papers }}")
        + paragraph("Body", "{{ base }}")
        + listed
        + paragraph("Body")
        + paragraph("Body", "Kết quả theo mức được biểu quyết:", keep_next=True)
        + lines("counts")
        + lines("outcomes")
        + when("cell_vote", paragraph("Body", "{{ cell_vote }}"))
        + paragraph("Body", "Biên bản đã được đọc lại cho hội nghị cùng nghe và thống nhất.", keep_next=True)
        + signed_pairs(hands, widths=WIDE)
    )


def review_minutes() -> str:
    """Hour, place, attendance, room for what was said of the collective and of each person, results, conclusion."""
    each = paragraph("Item", "{{ line }}") + dotted("Ưu điểm:", "", "Hạn chế, khuyết điểm, nguyên nhân:", "", "Ý kiến góp ý, giải trình:", "")
    return (
        party_head()
        + title("BIÊN BẢN")
        + paragraph("Body", "Thời gian: …… giờ …… phút, {{ meeting }}.")
        + dotted("Địa điểm:")
        + paragraph("Body", "{{ opening }}")
        + paragraph("Part", "I- THÀNH PHẦN")
        + paragraph("Body", "Chủ trì: đồng chí {{ chair_name }}. Ghi biên bản: đồng chí {{ recorder_name }}.")
        + paragraph("Body", "{{ attendance }}")
        + when("absent", paragraph("Body", "Vắng mặt:", keep_next=True))
        + lines("absent")
        + paragraph("Part", "II- NỘI DUNG KIỂM ĐIỂM")
        + paragraph("Item", "1. Kiểm điểm tập thể")
        + dotted("Ưu điểm, kết quả:", "", "", "Hạn chế, khuyết điểm, nguyên nhân:", "", "", "Ý kiến góp ý:", "", "")
        + paragraph("Item", "2. Kiểm điểm cá nhân")
        + repeated("line in reviewed", each)
        + paragraph("Part", "III- KẾT QUẢ XẾP LOẠI")
        + paragraph("Item", "1. Đảng viên")
        + lines("counts")
        + when("quota", paragraph("Body", "{{ quota }}"))
        + when("not_rated", paragraph("Body", "Không xếp loại:", keep_next=True))
        + lines("not_rated")
        + paragraph("Item", "2. Chi bộ")
        + paragraph("Body", "{{ cell_level }}")
        + paragraph("Part", "IV- KẾT LUẬN CỦA CHỦ TRÌ")
        + dotted("", "", "", "")
        + paragraph("Body", "Biên bản đã được đọc lại cho hội nghị cùng nghe và thống nhất. Hội nghị kết thúc lúc …… giờ …… phút cùng ngày.", keep_next=True)
        + signed_pairs(_MINUTES_HANDS)
    )
