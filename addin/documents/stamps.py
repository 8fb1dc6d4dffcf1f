"""Secrecy stamps: a paper marked Mật, Tối mật or Tuyệt mật is not ours to handle (design.md §7)."""

from __future__ import annotations

import re
import unicodedata

from addin.errors import Secret

_STAMP = re.compile(r"[\s\[\](){}«»\"'“”*.:_-]*(?:ĐỘ\s+MẬT\s*:?\s*)?(?:TUYỆT\s+MẬT|TỐI\s+MẬT|MẬT)[\s\[\](){}«»\"'“”*.:_-]*")
_LONGEST = 40


def is_stamp(text: str) -> bool:
    """Whether a paragraph or square holds a secrecy stamp and nothing else; "bí mật" in a sentence is none."""
    if not text or len(text) > _LONGEST:
        return False
    return _STAMP.fullmatch(unicodedata.normalize("NFC", text).upper()) is not None


def refuse_stamp(where: str) -> Secret:
    """The error that stops the work, naming what carries the stamp."""
    return Secret(
        f"{where} có dấu độ mật (Mật, Tối mật hoặc Tuyệt mật). Chương trình không xử lý tài liệu mật.",
        "Soạn và lưu tài liệu này theo quy định bảo vệ bí mật nhà nước, không dùng chương trình.",
    )
