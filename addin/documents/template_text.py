"""The words of a template and the marks among them, measured before anything is parsed.

A template that nests a thousand loops, or opens a brace ten thousand times, costs minutes or the whole memory in the
libraries behind; what a secretary writes never comes near these limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from addin.errors import TemplateBroken

if TYPE_CHECKING:
    from lxml import etree

LARGEST_SOURCE = 1024 * 1024
DEEPEST = 12
DEEPEST_LOOPS = 3
MOST_MARKS = 2_000
_LONGEST_MARK = 400
_LONGEST_NOTE = 4_000
_SHOWN = 80
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OPENED = re.compile(r"\{([{%#])")
_FORMATTED = re.compile(r"\{\{-?\s?(?:r|p|tr|tc)\s")
"""Where docxtpl puts what is formatted already, in place of the run or the paragraph: of mere words nothing would be seen."""
_CLOSING = {"{": "}}", "%": "%}", "#": "#}"}
_BLOCK = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(for|if|endfor|endif)\b")
_TAG = re.compile(r"<[^>]*>")
_HOW_TO = "Sửa mẫu theo docs/templates.md, hoặc bỏ tệp đó khỏi thư mục Mẫu để dùng mẫu có sẵn."


def paragraphs_of(tree: etree._Element) -> Iterator[str]:
    """The words of each paragraph, those of a text box in it among them."""
    for line in tree.iter(f"{_WORD}p"):
        yield "".join(text.text or "" for text in line.iter(f"{_WORD}t"))


def shown(words: str) -> str:
    """The beginning of a paragraph, for a message."""
    return words.strip()[:_SHOWN]


def refuse_beyond_limits(name: str, tree: etree._Element, source: str) -> None:
    """TemplateBroken where a part is larger, deeper or more full of marks than any template of a cell."""
    if len(source) > LARGEST_SOURCE:
        raise TemplateBroken(f"Mẫu «{name}» có phần lớn quá 1 MB chữ.", _HOW_TO)
    if sum(tag.count("{") for tag in _TAG.findall(source) if "{{" in tag or "{%" in tag) > MOST_MARKS:
        raise TemplateBroken(f"Mẫu «{name}» có quá nhiều lệnh (hơn {MOST_MARKS}).", _HOW_TO)
    words = "\n".join(_innermost(tree))
    _check_marks(name, words)
    depth = loops = 0
    for found in _BLOCK.finditer(words):
        step = -1 if found[1].startswith("end") else 1
        depth += step
        loops += step if found[1].endswith("for") else 0
        if depth > DEEPEST or loops > DEEPEST_LOOPS:
            raise TemplateBroken(
                f"Mẫu «{name}» lồng lệnh quá sâu gần «{shown(_line_at(words, found.start()))}».",
                f"Lồng nhiều nhất {DEEPEST} lệnh, trong đó {DEEPEST_LOOPS} lệnh for. {_HOW_TO}",
            )


def _innermost(tree: etree._Element) -> Iterator[str]:
    """As `paragraphs_of`, but what stands in a text box counts once, for the paragraph nearest to it."""
    lines: dict[etree._Element, list[str]] = {}
    for text in tree.iter(f"{_WORD}t"):
        line = next(text.iterancestors(f"{_WORD}p"), None)
        if line is not None:
            lines.setdefault(line, []).append(text.text or "")
    return map("".join, lines.values())


def _check_marks(name: str, words: str) -> None:
    """Each mark is closed before the next is opened, and none is longer than a line."""
    count = at = 0
    while (found := _OPENED.search(words, at)) is not None:
        count += 1
        if count > MOST_MARKS:
            raise TemplateBroken(f"Mẫu «{name}» có quá nhiều lệnh (hơn {MOST_MARKS}).", _HOW_TO)
        limit = _LONGEST_NOTE if found[1] == "#" else _LONGEST_MARK
        end = words.find(_CLOSING[found[1]], found.end(), found.end() + limit)
        if end < 0 or (found[1] != "#" and _OPENED.search(words, found.end(), end)):
            raise TemplateBroken(f"Mẫu «{name}» có lỗi cú pháp gần «{shown(_line_at(words, found.start()))}».", _HOW_TO)
        if _FORMATTED.match(words, found.start()):
            raise TemplateBroken(
                f"Mẫu «{name}» điền chữ ra ngoài đoạn văn gần «{shown(_line_at(words, found.start()))}»: Word sẽ bỏ mất chữ ấy.",
                "Viết {{ tên_trường }}, không có chữ r, p, tr, tc ngay sau hai dấu ngoặc.",
            )
        at = end + 2


def _line_at(words: str, at: int) -> str:
    end = words.find("\n", at)
    return words[words.rfind("\n", 0, at) + 1 : end if end >= 0 else None]
