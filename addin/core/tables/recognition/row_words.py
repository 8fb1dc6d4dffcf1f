"""What the words of a row say it is: a total, a signature, a section, an ordinal."""

from __future__ import annotations

import re

from addin import glossary
from addin.core.grids import Raw
from addin.core.tables.squares.texts import as_text, is_blank
from addin.glossary.choices import InspectionKind
from addin.patterns import pattern

_TOTAL = pattern(
    r"(?:[-–•+*]\s*)?(?:tổng cộng|tổng số|tổng|cộng|danh sách (?:này |trên )?(?:có|gồm)|trong đó|cộng dồn|luỹ kế|lũy kế|bằng chữ|số bằng chữ|∑|σ)"
    r"(?:\b.{0,60}|[\s:.].{0,60})?",
    re.IGNORECASE | re.DOTALL,
)
_COUNT_OF = pattern(r"(?:\()?\d{1,4}\s*(?:đồng chí|đ/c|đảng viên|đv|người|lượt|văn bản|cuộc|trường hợp)(?:\))?[./]*", re.IGNORECASE)
_NO_TOTAL = pattern(r"tổng kết\b.*|tổng hợp\b.*|cộng tác.*|cộng hoà.*|cộng hòa.*|cộng đồng.*|tổng giám.*|tổng bí thư.*|tổng rà.*", re.IGNORECASE)
_SIGNATURE = pattern(
    r"t\s*[./]\s*m\b.*|tm\.?\s+\S.*|t/l\b.*|k/t\b.*|kt\.\s.*|người (?:lập|ghi|báo cáo|tổng hợp|kiểm tra biểu|duyệt).*|(?:phó )?bí thư(?: chi bộ)?|"
    r"chủ trì.*|thư ký|nơi nhận:?.*|xác nhận.*|\(?ký,? (?:ghi rõ )?họ.*|.{0,40}ngày\s*(?:\d{1,2}|[.…]+)?\s*tháng\s*(?:\d{1,2}|[.…]+)?\s*năm\s*(?:\d{4}|[\d.…]*)",
    re.IGNORECASE | re.DOTALL,
)
_SIGNED_FOR = pattern(
    r"t\s*[./]\s*m\.?\s+\S.*|tm\.?\s+(?:chi|đảng|ban|cấp).*|người (?:lập|tổng hợp|lập biểu|duyệt)|người lập .{0,20}|nơi nhận:?|\(?ký,? (?:ghi rõ )?họ.*|"
    r".{0,40},\s*ngày\s*(?:\d{1,2}|[.…]+)?\s*tháng\s*(?:\d{1,2}|[.…]+)?\s*năm\s*(?:\d{4}|[\d.…]*)",
    re.IGNORECASE | re.DOTALL,
)
_YEAR = pattern(r"(?:năm|năm học|niên độ)\s*20[0-4]\d(?:\s*[-–]\s*20[0-4]\d)?", re.IGNORECASE)
_NOTE = pattern(r"(?:ghi chú|lưu ý|chú thích|chú ý)\s*[:.].*|[*]\s*\S.*|nguồn\s*:.*", re.IGNORECASE | re.DOTALL)
_LEAD = pattern(r"(?:phần\s+)?(?:[IVXivx\dA-Za-zĐđ]{1,4}\s*[.)/:-]\s*|[-–*+•]\s*)?", re.IGNORECASE)
_TAIL = pattern(r"\s*(?:[:(].*|[-–]\s*\d+\s*(?:đ/?c|đồng chí|đv|đảng viên|người|lượt).*)?$", re.IGNORECASE | re.DOTALL)
_GROUP = pattern(r"(?:tổ đảng|tổ)\b(?! trưởng| phó| chức| kiểm| giám).*", re.IGNORECASE | re.DOTALL)
_ORDINAL = pattern(r"\(?\s*(?:\d{1,2}|[A-Za-z]|[IVXivx]{1,4})\s*\)?[.):]?")
_ENUMERATED = pattern(r"(?:phần\s+)?[IVX]{1,4}\s*[.)/:]\s*[^\W\d_]{2,}", re.IGNORECASE)
_SECTION_YEAR = pattern(r"(?<![\d/])20[0-4]\d(?!\d)")
_LONGEST_SECTION = 60
RUNNING_NUMBER = pattern(r"\d{1,4}\.?")
_TOTAL_BEGINS = frozenset("TtCcDdLlBbSs∑σΣ-–•+*") | {""}
MARKS = frozenset({"", "-", "–", "—", "...", "…"})


def says_total(text: str) -> bool:
    """"Tổng cộng", "Cộng: 12", "Trong đó: …", "Danh sách này có …"; accents count, so "Công văn" is none."""
    return bool(_TOTAL.fullmatch(text)) and not _NO_TOTAL.fullmatch(text)


def may_say_total(text: str) -> bool:
    """Whether it begins as totals do: asked of every row, so that few are looked at closely."""
    return text.lstrip()[:1] in _TOTAL_BEGINS


def says_count(text: str) -> bool:
    """"12 đồng chí"."""
    return bool(_COUNT_OF.fullmatch(text))


def says_signature(text: str) -> bool:
    """Who signs, where and when."""
    return bool(_SIGNATURE.fullmatch(text))


def says_signed_for(text: str) -> bool:
    """A signature that no record holds, whatever stands beside it: for whom one signs, who drew the list up, place and day."""
    return bool(_SIGNED_FOR.fullmatch(text))


def says_year(text: str) -> bool:
    """"Năm 2023", "NĂM 2021 (12 đồng chí)": a section of a list over years."""
    return bool(_YEAR.fullmatch(section_name(text)))


def says_note(text: str) -> bool:
    """A remark under the table."""
    return bool(_NOTE.fullmatch(text))


def is_ordinal(text: str) -> bool:
    """"1", "II", "a)"."""
    return bool(_ORDINAL.fullmatch(text))


def is_enumerated(text: str) -> bool:
    """"II. Phần tiếp theo": a Roman number before words, as no name of a person begins."""
    return bool(_ENUMERATED.match(text))


def section_name(text: str) -> str:
    """The words of a section without its number and its count."""
    bare = text[_LEAD.match(text).end() :] if _LEAD.match(text) else text  # type: ignore[union-attr]
    return _TAIL.sub("", bare).strip() or text


def group_of(text: str) -> str:
    """The party group a section names; empty where it names none."""
    name = section_name(text)
    return name if _GROUP.fullmatch(name) else ""


def year_of(text: str) -> int | None:
    """The year a section is about: "Năm 2021", "II. Xếp loại năm 2022"; None where its words name none, or two."""
    years = _SECTION_YEAR.findall(text)
    return int(years[0]) if len(years) == 1 and len(text) <= _LONGEST_SECTION else None


def kind_of(text: str) -> str:
    """The kind of inspection a section, title or name speaks of; empty where it is none or both."""
    folded = glossary.fold(section_name(text))
    listed = glossary.choice("inspection_kind").get(folded)
    if listed:
        return listed
    words = f" {folded} "
    kinds = {
        InspectionKind.THEMATIC_SUPERVISION: "giám sát chuyên đề" in words or " gscđ " in words,
        InspectionKind.REGULAR_SUPERVISION: "giám sát thường xuyên" in words or " gstx " in words,
        InspectionKind.INSPECTION_ON_SIGNS: "dấu hiệu vi phạm" in words,
    }
    named = [kind for kind, is_named in kinds.items() if is_named]
    if len(named) == 1 and "kiểm tra giám sát" not in words:
        return named[0]
    only_inspection = ("kiểm tra" in words or words.strip().startswith("kt ")) and "giám sát" not in words and not named
    return InspectionKind.INSPECTION if only_inspection else ""


def begins_heading(text: str) -> bool:
    """Whether a text may head a column: short, and no number first."""
    return len(text) <= _LONGEST_SECTION and not text[:1].isdigit()


def numbers_columns(line: tuple[Raw, ...]) -> bool:
    """A row of column numbers; in brackets two are enough."""
    texts: list[str] = []
    for raw in line:
        if not is_blank(raw):
            texts.append(as_text(raw))
            if not is_ordinal(texts[-1]):
                return False
    fewest = _FEWEST_NUMBERED if all(text[:1] == "(" for text in texts) else _FEWEST_NUMBERED + 1
    return len(texts) >= fewest


_FEWEST_NUMBERED = 2
