"""What is shaped like a person's name, and the names of several people in one square."""

from __future__ import annotations

from functools import cache

from addin import glossary
from addin.kept_texts import kept
from addin.patterns import pattern

_LETTERS = pattern(r"[^\W\d_]+(?:['’][^\W\d_]*)?")
_BETWEEN = pattern(r"\s*(?:[,+&]|\bvà\b)\s*")
_FAMILIES = (
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh mai hà cao tạ chu lương trịnh đoàn lâm trương tô "
    "phùng la vương thái lưu đào văn quách kiều cầm lò giàng vàng sầm hầu quàng sùng vừ hứa nông ma đàm mạc tống khổng triệu lục "
    "thạch châu kim danh sơn y h a đàng tẩn chảo thào cư cứ mùa hạng hờ bạch đồng nghiêm tăng hoa ông phó viên bế lèng vi lang"
)


_NO_NAMES = frozenset({"lý lịch", "vi phạm", "đồng chí", "đồng bào", "cao cấp", "cao đẳng", "thái độ", "phó bí thư", "ông bà", "hà nội", "lâm nghiệp", "la mã"})
"""Headings and words of a list that begin as a family does."""


@kept
def is_person(text: str) -> bool:
    """Two to six capitalised words that begin with a family name. Judge columns by it, never one square alone."""
    words = _words(text)
    return _is_capitalised(words) and glossary.fold(words[0]) in _families() and glossary.fold(" ".join(words)) not in _NO_NAMES


def names_in(text: str) -> tuple[str, ...]:
    """The people one item of a list names: several where a comma or "và" parts what is nothing but names."""
    if "," not in text and "và" not in text and "+" not in text and "&" not in text:
        return (text,)
    parts = [part for part in _BETWEEN.split(text) if part] if len(text) <= _LONGEST else [text]
    if len(parts) > 1 and all(_is_capitalised(_words(part)) for part in parts) and any(map(is_person, parts)):
        return tuple(parts)
    return (text,)


_LONGEST = 300


def _words(text: str) -> list[str]:
    return glossary.without_honorific(text.partition("(")[0].strip()).split()


def _is_capitalised(words: list[str]) -> bool:
    return 2 <= len(words) <= 6 and all(_LETTERS.fullmatch(word) and word[0].isupper() for word in words)


@cache
def _families() -> frozenset[str]:
    return frozenset(glossary.fold(family) for family in _FAMILIES.split())
