"""What the words of a total say: how many people or rows, how many women, how many with a level.

Only what is said for certain: "Tổng cộng: 24; nữ: 10" says two things, "Cộng tổ 1: 6 đồng chí" counts six (the one names the
group), "Tổng số đảng viên dự bị: 2" counts nothing that is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator

from addin import glossary
from addin.core.records import dataclass
from addin.patterns import pattern

_NUMBER = pattern(r"(?<![\d/.,-])(\d{1,6})(?![\d/%.,-]*\d|\s*%)")
_NAMES = pattern(
    r"\b(?:tổ(?: đảng)?|nhóm|thôn|khu(?: phố)?|khối|ấp|bản|xóm|chi bộ|năm|quý|tháng|ngày|khoá|khóa|đợt|lần|nhiệm kỳ)\s+(?:số\s+)?\d+(?:[/.-]\d+)*|\d+/\d+(?:/\d+)*"
)
_PARTS = pattern(r"\d\s*(?:tổ|nhóm|trang|tờ|chi bộ)\b")
_CLAUSES = pattern(r"[;()\n]|\s[-–]\s|trong đó\s*:?|(?<!\d)[.,]|[.,](?!\d)")
_SAYING = frozenset(["tổng", "cộng", "số", "danh", "sách", "này", "trên", "có", "gồm", "là", "toàn", "chi", "bộ", "tổ", "đảng", "của", "trong", "năm", "đến", "ngày", "tính"])
_PEOPLE = frozenset(["đồng", "chí", "đ", "c", "đảng", "viên", "đv", "người"])
_PIECES = frozenset(["cuộc", "buổi", "văn", "bản", "quyết", "định"])


@dataclass(frozen=True, slots=True)
class Said:
    """One number and what it counts: `level` a level's code, `women`, or all of a list; `people` where persons are named."""

    number: int
    level: str | None = None
    women: bool = False
    people: bool = False


def said(label: str) -> Iterator[Said]:
    """Every number of a total that says for certain what it counts."""
    plain = label.casefold().lstrip("-–•+* ")
    of_whom = plain.find("trong đó")
    begun = 0
    for clause, start in _clauses(plain):
        found = _of_clause(clause, is_whole=begun == 0 and (of_whom < 0 or start < of_whom))
        if _NUMBER.search(clause):
            begun += 1
        if found is not None:
            yield found


def counts_all(label: str) -> bool:
    """Whether the words stand for the whole list above, and for no part of it: "Cộng tổ 1", never "Tổng số nữ"."""
    return _words(_NUMBER.sub(" ", _NAMES.sub(" ", label.casefold().lstrip("-–•+* ")))) <= _SAYING | _PEOPLE | _PIECES


def _clauses(text: str) -> Iterator[tuple[str, int]]:
    start = 0
    for parted in _CLAUSES.finditer(text):
        yield text[start : parted.start()], start
        start = parted.end()
    yield text[start:], start


def _of_clause(clause: str, *, is_whole: bool) -> Said | None:
    numbered = _NAMES.sub(" ", clause)
    numbers = _NUMBER.findall(numbered)
    if len(numbers) != 1 or _PARTS.search(numbered):
        return None
    what = _NUMBER.sub(" ", numbered)
    number, words = int(numbers[0]), _words(what)
    rest = words - _SAYING - _PEOPLE
    if rest == {"nữ"}:
        return Said(number, women=True)
    if is_whole and rest <= _PIECES:
        return Said(number, people=bool(words & _PEOPLE))
    level = _level(what)
    return Said(number, level=level) if level else None


def _level(what: str) -> str | None:
    """Of "HTXS", "có … đồng chí hoàn thành tốt nhiệm vụ", "tổng số hoàn thành nhiệm vụ"."""
    kept = [word for word in glossary.fold(what).split() if word not in _LOOSE]
    return glossary.level_of(" ".join(kept))


_LOOSE = frozenset(["tổng", "cộng", "số", "có", "gồm", "là", "đồng", "chí", "đ", "c", "đảng", "viên", "đv", "người", "mức", "loại"])


def _words(text: str) -> frozenset[str]:
    return frozenset(glossary.fold(text).split())
