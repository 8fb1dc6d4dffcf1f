"""Writes RULES.md: every code of the catalogue, those of rules, of what is computed and of the reader, in Vietnamese.

`python -m tools.rules_page`. A test keeps the page current. References are those of the latest law we hold.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from addin.core import catalogue
from addin.core.computed import HEADINGS
from addin.core.findings import Heading
from addin.core.persons.reading import Reading
from addin.core.rules.context import Context
from addin.core.rules.rule import Rule
from addin.core.tables.rows.book import Book
from addin.core.tables.squares.faults import FAULTS

PAGE = Path(__file__).parents[1] / "RULES.md"

_HEAD = """# Các quy tắc kiểm tra dữ liệu

Trang này do `python -m tools.rules_page` viết ra từ danh mục quy tắc; đừng sửa tay.

- **Lỗi**: quy định buộc phải có hoặc không được có, hoặc dòng không tính được. **Cảnh báo**: theo hướng dẫn, hoặc rất có thể là ghi nhầm. **Lưu ý**: nên biết.
- Mã gồm ba chữ cái của sheet và ba chữ số: 1xx thiếu; 2xx trái với chính dòng đó; 3xx trái với dòng, sheet khác; 4xx trái quy định. Mã không đổi, không dùng lại.
- Căn cứ ghi theo văn bản mới nhất sổ có; khi kiểm tra, sổ dẫn văn bản có hiệu lực vào ngày của việc. "Chưa kiểm chứng": chưa ai đối chiếu với nguyên văn.
- Sau các quy tắc là những điều chỉ thấy khi đã tính (RAT320–RAT339, DOC190), rồi những điều báo khi đọc sổ (SHT1xx).

Có {count} quy tắc.

| Mã | Mức | Phát hiện | Cách sửa | Căn cứ |
|---|---|---|---|---|
"""

_COMPUTED = """

## Khi tính xếp loại, khoá năm, kiểm tra mẫu

| Mã | Mức | Phát hiện | Cách sửa |
|---|---|---|---|
"""

_READING = """

## Khi đọc sổ

| Mã | Mức | Phát hiện | Cách sửa |
|---|---|---|---|
"""


def page() -> str:
    """The whole page, in the reading order of the catalogue."""
    context = Context(Reading(Book()), date.max)
    rows = [_row(rule, context) for rule in catalogue.RULES]
    computed, read = ("\n".join(map(_heading, headings)) for headings in (HEADINGS, FAULTS))
    return _HEAD.format(count=len(rows)) + "\n".join(rows) + _COMPUTED + computed + _READING + read + "\n"


def _heading(heading: Heading) -> str:
    return _line(heading.code, heading.severity.label, heading.title, heading.fix)


def _row(rule: Rule, context: Context) -> str:
    reference = context.reference(rule.cites, None) if rule.cites else None
    return _line(rule.code, rule.severity.label, rule.title, rule.fix, str(reference) if reference else "–")


def _line(*texts: str) -> str:
    return "| " + " | ".join(text.replace("|", "\\|") for text in texts) + " |"


def main() -> None:
    """Write the page beside the README."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
