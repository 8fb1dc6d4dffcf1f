"""Questions a member answers in the self-report, by content: ours, no model prints any (forms.md §1, KT3)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from addin.documents.parts import prose
from addin.documents.parts.code_wording import content_clauses
from addin.documents.parts.contexts import word, words

_EXAMPLE = (
    "Bản thân đã học tập, quán triệt bằng hình thức nào; đã cam kết và làm theo việc gì cụ thể",
    "Việc nêu gương trong công tác, sinh hoạt, quan hệ với quần chúng; ý kiến góp ý đã nhận",
    "Tự soi, tự sửa: biểu hiện nào còn có, mức độ, cách khắc phục",
)
_OTHER = (
    "Đã thực hiện những việc gì, kết quả, sản phẩm, minh chứng",
    "Việc nào chưa làm, chậm hoặc chưa đạt; nguyên nhân khách quan, chủ quan",
)
_QUESTIONS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "TD": (
            "Nội dung đã đăng ký, cam kết tu dưỡng, rèn luyện trong thời gian được xem xét; việc nào đạt, việc nào chưa đạt",
            "Ý thức giữ gìn phẩm chất, đạo đức, lối sống, đoàn kết nội bộ; chấp hành kỷ luật, giờ giấc, quy chế cơ quan",
            "Tự phê bình và phê bình: đã góp ý cho ai, việc gì; đã tiếp thu, sửa chữa điều gì",
        ),
        "NQ4": _EXAMPLE,
        "CT05": _EXAMPLE,
        "NG": _EXAMPLE,
        "DVKDL": (
            "Đã được quán triệt quy định nào, khi nào; tự kiểm tra từng điều, điều nào có biểu hiện cần chấn chỉnh",
            "Việc kê khai, giải trình, báo cáo theo quy định (nếu có)",
        ),
        "CM": (
            "Nhiệm vụ được giao trong thời gian được xem xét; tiến độ, kết quả, sản phẩm của từng việc",
            "Việc chậm hạn, phải làm lại hoặc chưa đạt yêu cầu; nguyên nhân, trách nhiệm của bản thân",
            "Giải pháp đã đề xuất để nâng cao chất lượng, hiệu quả công tác; giải pháp nào được áp dụng",
        ),
        "NQCB": (
            "Nghị quyết của chi bộ và việc chi bộ phân công cho bản thân; kết quả từng việc",
            "Dự sinh hoạt chi bộ, ý kiến đã đóng góp; đóng đảng phí",
        ),
        "CT213": (
            "Việc giới thiệu về nơi cư trú, dự họp do nơi cư trú mời; việc đã tham gia ở địa bàn dân cư",
            "Chấp hành quy định nơi cư trú của bản thân và gia đình; ý kiến nhận xét đã được thông báo",
        ),
    }
)
_TIED = frozenset({"NQ4", "CT05", "NG"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One content with what to answer under it."""

    heading: str = word("tiêu đề nội dung, có số thứ tự")
    points: tuple[str, ...] = words("các câu gợi ý hoặc việc đã ghi trong sổ")


def topics_of(codes: Sequence[str]) -> tuple[Topic, ...]:
    """A numbered heading an area with its questions."""
    clauses = content_clauses(codes)
    kept = list(prose.unique("tied" if code in _TIED else code for code in codes))
    return tuple(
        Topic(heading=f"{order}. {prose.upper_first(clause)}", points=prose.listed(_QUESTIONS.get("NG" if code == "tied" else code, _OTHER)))
        for order, (code, clause) in enumerate(zip(kept, clauses, strict=True), 1)
    )
