"""Words by which a square says "none" ("Không", "Chưa phát hiện hạn chế", "-", "0"): recognised here and nowhere else.

Only what names nothing is none: "Không nộp báo cáo" tells a deed left undone, and stays the office's own words.
"""

from __future__ import annotations

from addin.glossary import fold_plain
from addin.kept_texts import kept
from addin.patterns import pattern

_VERBS = "co|ghi|neu|thay|phat hien|phat hien thay|ghi nhan|xay ra|de xay ra|phat sinh|bi|mac"
_NOUNS = (
    "han che|khuyet diem|ton tai|thieu sot|sai sot|sai pham|nhuoc diem|vi pham|uu diem|(?:dau hieu|bieu hien) (?:vi pham|suy thoai)|"
    "yeu cau|kien nghi|de nghi|noi dung|truong hop|van de|dong chi|dang vien|ai|vang|gi"
)
_LOOSE = "nao|gi|them|khac|lon|dang ke|noi bat|nghiem trong|(?:can|phai) khac phuc"
_NONE = pattern(
    rf"(?:khong|ko|k|chua)(?: (?:{_VERBS}))?(?: (?:{_NOUNS})(?: (?:(?:va|hoac|hay) )?(?:{_NOUNS}))*)?(?: (?:{_LOOSE}))*|0+(?: 0+)?"
)
_BETWEEN = pattern(r"[^\w]+")
_LONGEST = 80


@kept
def says_none(text: str) -> bool:
    """Whether the text says that there is none: words of denial, a nought, strokes and dots alone."""
    if len(text) > _LONGEST:
        return False
    words = _BETWEEN.sub(" ", fold_plain(text)).strip()
    return not words or _NONE.fullmatch(words) is not None


def without_none(items: tuple[str, ...]) -> tuple[str, ...]:
    """A list without the items that say "none"."""
    return tuple(item for item in items if not says_none(item))
