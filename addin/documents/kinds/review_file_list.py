"""Danh mục hồ sơ kiểm điểm, đánh giá, xếp loại of the collective: Mẫu 04 of HD 43 as quoted, then what QĐ 366 Điều 17 keeps."""

from __future__ import annotations

from dataclasses import dataclass

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.tables.rows.papers import Document
from addin.documents.parts.contexts import Signed, settled, word, words
from addin.documents.parts.heading import Gaps
from addin.documents.parts.kind import Built, Kind
from addin.documents.parts.paper_fields import signed_fields
from addin.documents.parts.request import Request

_FIRST_YEAR = 2025
_PAPERS = (
    ("Báo cáo kiểm điểm, tự đánh giá, xếp loại của tập thể", ("báo cáo", "kiểm điểm")),
    ("Biên bản hội nghị kiểm điểm, đánh giá, xếp loại", ("biên bản", "kiểm điểm")),
    ("Văn bản gợi ý kiểm điểm (nếu có)", ("gợi ý",)),
    ("Văn bản góp ý (nếu có)", ("góp ý",)),
    ("Kết quả đánh giá, xếp loại và phụ lục chấm điểm", ("kết quả", "xếp loại")),
    ("Biên bản kiểm phiếu xếp loại", ("kiểm phiếu",)),
    ("Bản kiểm điểm của cá nhân", ("bản kiểm điểm",)),
    ("Nhận xét của nơi cư trú", ("nơi cư trú",)),
    ("Ý kiến thẩm định, kết luận, quyết định của cấp có thẩm quyền", ("công nhận",)),
    ("Đơn khiếu nại và văn bản giải quyết (nếu có)", ("khiếu nại",)),
    ("Tài liệu khác (nếu có)", ()),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One paper of the file."""

    order: str = word("số thứ tự")
    title: str = word("tên tài liệu")
    number: str = word("số, ngày; trống khi chưa có")
    pages: str = word("số tờ; trống khi chưa ghi")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFileList(Signed):
    """The list of a year's file."""

    form_code: str = word("“Mẫu 04-HD KĐ.ĐG 2025”; trống với năm trước 2025")
    papers: tuple[FileLine, ...] = words("các tài liệu, mỗi tài liệu một dòng")


def build(reading: Reading, request: Request) -> Built:
    """The list of a year, with what the register and the sheets have."""
    gaps, year = Gaps(), request.needed_year
    context = ReviewFileList(
        **signed_fields(reading, request.on, gaps),
        summary=f"hồ sơ kiểm điểm, đánh giá, xếp loại chất lượng năm {year}",
        form_code="Mẫu 04-HD KĐ.ĐG 2025" if year >= _FIRST_YEAR else "",
        papers=tuple(_line(reading, order, title, tuple(wanted), year) for order, (title, wanted) in enumerate(_PAPERS, 1)),
    )
    return settled(context, reading.book.members), tuple(gaps.told)


def _line(reading: Reading, order: int, title: str, wanted: tuple[str, ...], year: int) -> FileLine:
    row = next((one for one in reading.book.documents if wanted and _is_meant(one, wanted, year)), None)
    number = ", ".join(part for part in ((row.number or "") if row else "", str(row.date or "") if row else "") if part)
    return FileLine(order=str(order), title=title, number=number, pages=str(row.pages) if row and row.pages else "")


def _is_meant(row: Document, wanted: tuple[str, ...], year: int) -> bool:
    """A paper on that year, of it or of the months after it; a plan to form a working group is none."""
    title = glossary.fold(f"{row.kind or ''} {row.title or ''}")
    return (
        not row.void_reason
        and row.date is not None
        and year <= row.date.year <= year + 1
        and str(year) in title
        and all(glossary.fold(word_) in title for word_ in wanted)
    )


KIND = Kind(id="review-file-list", title="Danh mục hồ sơ kiểm điểm, xếp loại", context=ReviewFileList, build=build)
