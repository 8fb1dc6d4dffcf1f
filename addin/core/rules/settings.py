"""Thiết lập: what documents and computations of the whole workbook rest on.

Silent where there is no such sheet: a workbook without it is not wrong, only bare. A sheet nobody filled in speaks.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from addin.core.dates import months_after, vn_date
from addin.core.findings import Severity
from addin.core.numerals import exact_percent, number_text
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, rule
from addin.core.rules.shapes import required_setting, setting_place
from addin.core.tables.rows.book import Book

TERM_MONTHS = "organisation.cell_term_months"


@rule(
    "SET104",
    Severity.NOTICE,
    title="Chưa ghi nhiệm kỳ",
    fix="Ghi ngày đầu và ngày cuối của từng nhiệm kỳ; khi chưa có, số văn bản được tính theo năm.",
    cites="documents.numbering_span",
)
def terms_missing(book: Book, context: Context) -> Iterator[Flag]:
    """Numbers run through a term; without its bounds a series cannot be told from the next."""
    place = setting_place(book, "terms")
    settings = book.settings
    if place and place not in context.unreadable and not settings.terms and settings.numbering == "term":
        yield Flag(place, "Số văn bản đánh theo nhiệm kỳ nhưng chưa ghi nhiệm kỳ nào.")


@rule(
    "SET201",
    Severity.ERROR,
    title="Hai nhiệm kỳ chồng nhau",
    fix="Sửa ngày đầu hoặc ngày cuối để hai nhiệm kỳ nối tiếp nhau.",
)
def terms_overlap(book: Book) -> Iterator[Flag]:
    """A day lies in one term only."""
    place = setting_place(book, "terms")
    terms = sorted(book.settings.terms, key=lambda term: term.first)
    for earlier, later in pairwise(terms):
        if place and later.first <= earlier.last:
            yield Flag(
                place,
                f"Nhiệm kỳ từ {vn_date(later.first)} bắt đầu khi nhiệm kỳ trước còn đến {vn_date(earlier.last)}.",
            )


@rule(
    "SET202",
    Severity.ERROR,
    title="Nhiệm kỳ kết thúc trước khi bắt đầu",
    fix="Đổi lại ngày đầu và ngày cuối của nhiệm kỳ.",
)
def term_ends_before_it_starts(book: Book) -> Iterator[Flag]:
    """A term runs forward."""
    place = setting_place(book, "terms")
    for term in book.settings.terms:
        if place and term.last < term.first:
            yield Flag(place, f"Nhiệm kỳ từ {vn_date(term.first)} lại đến {vn_date(term.last)}.")


@rule(
    "SET203",
    Severity.ERROR,
    title="Tỷ lệ phiếu không hợp lệ",
    fix="Ghi tỷ lệ lớn hơn 0 và nhỏ hơn 1, ví dụ 0,5 (hoặc 50%).",
)
def ballot_threshold_out_of_range(book: Book) -> Iterator[Flag]:
    """Nobody can gain more than all the ballots."""
    place, threshold = book.settings.places.get("ballot_threshold"), book.settings.ballot_threshold
    if place and not Decimal(0) < threshold < Decimal(1):
        yield Flag(place, f"Tỷ lệ phiếu đang ghi {number_text(threshold)}.")


@rule(
    "SET204",
    Severity.WARNING,
    title="Nâng giới hạn HTXS nhưng chưa ghi văn bản cho phép",
    fix="Ghi số và ngày văn bản cho phép sau tỷ lệ, cách nhau bằng dấu chấm phẩy.",
    cites="rating.quota.member.rate_raised",
)
def raised_quota_without_document(book: Book) -> Iterator[Flag]:
    """A raised share holds only where the competent level allowed it in writing."""
    place, raised = book.settings.places.get("quota_rate_raised"), book.settings.quota_rate_raised
    if place and raised and not raised.document:
        yield Flag(place, f"Tỷ lệ được nâng {exact_percent(raised.share)} chưa có số, ngày văn bản cho phép.")


@rule(
    "SET205",
    Severity.WARNING,
    title="Hai nhiệm kỳ cách quãng",
    fix="Đối chiếu ngày bế mạc đại hội và ghi các nhiệm kỳ nối tiếp nhau.",
)
def terms_leave_a_gap(book: Book) -> Iterator[Flag]:
    """One congress closes a term and opens the next, so no day lies between two terms."""
    place = setting_place(book, "terms")
    terms = sorted(book.settings.terms, key=lambda term: term.first)
    for earlier, later in pairwise(terms):
        if place and later.first.toordinal() - earlier.last.toordinal() > 1:
            yield Flag(
                place, f"Không có nhiệm kỳ nào giữa {vn_date(earlier.last)} và {vn_date(later.first)}."
            )


@rule(
    "SET206",
    Severity.NOTICE,
    title="Nhiệm kỳ dài hơn quy định",
    fix="Đối chiếu ngày bế mạc đại hội; nếu cấp trên cho kéo dài thì để nguyên.",
    cites=TERM_MONTHS,
)
def term_longer_than_the_rule(book: Book, context: Context) -> Iterator[Flag]:
    """A cell's term has a length since mid-2025; before, only a habit is known, and a base cell's is its party body's."""
    place = setting_place(book, "terms")
    if place is None or book.settings.is_base_cell:
        return
    for term in book.settings.terms:
        months = context.dated(TERM_MONTHS, term.first)
        if months is None or not months.is_checked or months_after(term.first, months.number) >= term.last:
            continue
        message = f"Nhiệm kỳ từ {vn_date(term.first)} đến {vn_date(term.last)} dài hơn {months.number} tháng."
        yield Flag(place, message, as_of=term.first)


RULES: tuple[Rule, ...] = (
    required_setting("SET101", "cell_name", title="Chưa ghi tên chi bộ",
        fix="Ghi tên chi bộ như trên văn bản vào sheet Thiết lập.", why="Every paper names the cell that issues it."),
    required_setting("SET102", "superior_name", title="Chưa ghi đảng bộ cấp trên",
        fix="Ghi tên đảng bộ cấp trên trực tiếp vào sheet Thiết lập.",
        why="The superior stands above the cell's name on every paper."),
    required_setting("SET103", "place", title="Chưa ghi địa danh",
        fix="Ghi địa danh nơi đặt trụ sở vào sheet Thiết lập.",
        why="The place stands before the date of every paper."),
    terms_missing, terms_overlap, term_ends_before_it_starts, ballot_threshold_out_of_range,
    raised_quota_without_document, terms_leave_a_gap, term_longer_than_the_rule,
)  # fmt: skip
