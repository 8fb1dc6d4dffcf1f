"""Codes of contents, strengths and shortcomings in the full words of a Party paper (seed article, §2).

The glossary has the short names for sheets and messages; here are the clauses that stand in a sentence.
Free text beside the codes stays as it was written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from addin.documents.parts import prose

_CONTENTS: Mapping[str, str] = MappingProxyType(
    {
        "TD": "việc thực hiện kế hoạch tu dưỡng, rèn luyện đạo đức, lối sống của bản thân đảng viên",
        "DVKDL": "việc chấp hành quy định về những điều đảng viên không được làm",
        "CM": "vai trò, trách nhiệm của đảng viên, công chức, viên chức trong thực hiện nhiệm vụ chính trị được giao",
        "NQCB": "việc thực hiện nghị quyết của chi bộ và nhiệm vụ do chi bộ phân công",
        "CT213": "việc giữ mối liên hệ với tổ chức đảng và nhân dân nơi cư trú",
    }
)
_EXAMPLE: Mapping[str, str] = MappingProxyType(
    {
        "NQ4": "Nghị quyết Trung ương 4 (khoá XII)",
        "CT05": "Chỉ thị số 05 của Bộ Chính trị",
        "NG": "các quy định nêu gương của đảng viên",
    }
)
_STRENGTHS: Mapping[str, str] = MappingProxyType(
    {
        "UD1": "có lập trường tư tưởng chính trị vững vàng",
        "UD2": "tuyệt đối tin tưởng và nghiêm chỉnh chấp hành đường lối, chủ trương của Đảng",
        "UD3": "chấp hành chính sách, pháp luật của Nhà nước",
        "UD4": "phẩm chất đạo đức tốt",
        "UD5": "trách nhiệm cao với công việc chuyên môn được giao thực hiện",
        "UD9": "có ưu điểm khác",
    }
)
_SHORTCOMINGS: Mapping[str, str] = MappingProxyType(
    {
        "HC1": "công tác tự phê bình và phê bình còn chưa cao",
        "HC2": "còn có việc thực hiện chậm hạn",
        "HC3": "chưa chủ động nghiên cứu, mạnh dạn đề xuất các giải pháp nâng cao chất lượng, hiệu quả công tác",
        "HC9": "có hạn chế khác",
    }
)
NO_DEGRADATION = "không có biểu hiện “tự diễn biến”, “tự chuyển hoá” trong nội bộ"


def content_clauses(codes: Iterable[str]) -> tuple[str, ...]:
    """One clause an area, in the order first met; NQ4, CT05 and NG are one area, as the regulations tie them."""
    wanted = prose.unique(codes)
    tied = tuple(code for code in _EXAMPLE if code in wanted)
    clauses = [_tied(tied) if code in _EXAMPLE else content_clause(code) for code in wanted]
    return prose.unique(clauses)


def content_clause(code: str) -> str:
    """One content by itself."""
    return _tied((code,)) if code in _EXAMPLE else _CONTENTS.get(code, code)


def _tied(codes: Sequence[str]) -> str:
    first, *others = (_EXAMPLE[code] for code in codes)
    return f"việc thực hiện {first}" + (f" gắn với thực hiện {prose.joined(others)}" if others else "")


def strength_clause(code: str) -> str:
    """A strength as a clause after "các đồng chí được kiểm tra"."""
    return _STRENGTHS.get(code, code)


def shortcoming_clause(code: str) -> str:
    """A shortcoming as a clause."""
    return _SHORTCOMINGS.get(code, code)
