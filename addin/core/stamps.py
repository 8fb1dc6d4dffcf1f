"""Secrecy stamps: a paper or workbook marked Mật, Tối mật or Tuyệt mật is not ours to handle (design.md §7)."""

from __future__ import annotations

import re
import unicodedata

from addin.errors import Secret

_EDGE = r"[\s\[\](){}«»\"'“”‘’*.,:;_|/–—-]*"
_CALLED = r"(?:(?:MỨC\s+)?ĐỘ\s+MẬT\s*[:.–-]?\s*|(?:TÀI\s+LIỆU|VĂN\s+BẢN|HỒ\s+SƠ|SỔ)\s+)?"
_STAMP = re.compile(rf"{_EDGE}{_CALLED}(?:TUYỆT\s*MẬT|TỐI\s*MẬT|MẬT){_EDGE}")
_WITHOUT_MARKS = re.compile(rf"{_EDGE}(?:TUYET\s*MAT|TOI\s+MAT){_EDGE}")
_OLD_LETTERS = re.compile(rf"{_EDGE}(?:tuyÖt\s*mËt|tèi\s*mËt|mËt|TUYÖT\s*MËT|TÈI\s*MËT|MËT|MAÄT|TOÁI\s*MAÄT|TUYEÄT\s*MAÄT){_EDGE}")
_SPACED = re.compile(r"(?:\w[\s.]+){2,}\w")
_NAME = "Mật"
_LONGEST = 60
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def is_stamp(text: str) -> bool:
    """Whether a paragraph or square holds a secrecy stamp and nothing else; "bí mật" in a sentence is none.

    Letter-spaced, in capitals without marks where no other word is spelled so, or in the letters of an old font.
    """
    if not text or len(text) > _LONGEST:
        return False
    plain = _UNSEEN.sub("", unicodedata.normalize("NFC", text))
    if _OLD_LETTERS.fullmatch(plain) or _WITHOUT_MARKS.fullmatch(plain):
        return True
    return any(_STAMP.fullmatch(one.upper()) for one in (plain, _joined(plain)))


def is_stamp_in_data(text: str) -> bool:
    """The same where names of people may stand alone: a given name is written Mật, a stamp MẬT."""
    return text.strip() != _NAME and is_stamp(text)


def refuse_stamp(where: str) -> Secret:
    """The error that stops the work, naming what carries the stamp."""
    return Secret(
        f"{where} có dấu độ mật (Mật, Tối mật hoặc Tuyệt mật). Chương trình không xử lý tài liệu mật.",
        "Soạn và lưu tài liệu này theo quy định bảo vệ bí mật nhà nước, không dùng chương trình.",
    )


def _joined(text: str) -> str:
    """`M Ậ T` as MẬT: single letters with a space between each."""
    bare = text.strip(" \t\n\r[](){}«»\"'“”*.:_|-")
    return re.sub(r"[\s.]+", "", bare) if _SPACED.fullmatch(bare) else text
