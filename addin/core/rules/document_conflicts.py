"""Văn bản, Gửi nhận: the register against itself, the posts and the papers other sheets name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice, pairwise

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.numerals import first_few
from addin.core.persons.posts import is_held
from addin.core.regulations.parsing import find_cited
from addin.core.rules.appointments import holders
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.repeats import repetitions, standing_at
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import date_order, repeated, required
from addin.core.tables.numbered import numbered_squares
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.papers import Dispatch, Document
from addin.core.tables.series import (
    PaperNumber,
    Series,
    digits,
    may_count,
    number_of,
    own_number,
    read_number,
    series_of,
)
from addin.glossary.choices import Role

NUMBERING = "documents.numbering_span"
_LONGEST_GAP = 1_000
"""Looked through for numbers: a mistyped one may open a gap of millions."""
SIGNED_BY_THE_SECRETARY = frozenset({"QĐ", "KH", "NQ", "CTr", "TTr", "TB", "KL", "QC"})
"""Kinds issued in the cell's name; group leaders and team leaders sign reports and minutes of their own."""


def _counted(book: Book) -> Iterator[tuple[Document, PaperNumber, Series, date]]:
    for document in book.documents:
        number = own_number(document)
        if number is not None and document.date is not None:
            day, organisation = document.date.first, number.organisation or book.settings.symbol
            series = series_of(f"{number.kind}/{organisation.casefold()}", day, book.settings)
            yield document, number, series, day


@rule(
    "DOC301",
    Severity.ERROR,
    title="Trùng số văn bản",
    fix="Đối chiếu bản gốc; số cấp nhầm thì ghi lý do huỷ số.",
    cites=NUMBERING,
)
def number_repeated(book: Book) -> Iterator[Flag]:
    """Within one kind and series a number is never given twice, not even after it was voided."""
    keys = {id(document): (series, number.value) for document, number, series, _ in _counted(book)}
    for document, first in repetitions(book.documents, lambda row: keys.get(id(row))):
        message = f"Số {document.number} ngày {document.date} trùng với {standing_at(document, first)} (ngày {first.date})."
        yield Flag(document.place("number"), message, (first.place("number"),))


@rule(
    "DOC302",
    Severity.WARNING,
    title="Số nhỏ hơn văn bản ban hành trước",
    fix="Đối chiếu số và ngày của hai văn bản.",
    cites=NUMBERING,
)
def later_document_with_a_smaller_number(book: Book) -> Iterator[Flag]:
    """Numbers grow with the dates in one series; a number given twice is told as such."""
    first: dict[tuple[Series, int], Document] = {}
    for document, number, series, _ in _counted(book):
        first.setdefault((series, number.value), document)
    highest: dict[Series, tuple[int, Document]] = {}
    for document, number, series, _ in sorted(_counted(book), key=lambda item: (item[3], item[1].value)):
        top = highest.get(series)
        if first[(series, number.value)] is not document:
            continue
        if top and number.value < top[0] and later_than(document.date, top[1].date):
            message = f"Số {document.number} ngày {document.date}, sau số {top[1].number} ngày {top[1].date}."
            yield Flag(document.place("number"), message, (top[1].place("number"),))
        elif top is None or number.value >= top[0]:
            highest[series] = (number.value, document)


@rule(
    "DOC303",
    Severity.WARNING,
    title="Nhảy số văn bản",
    fix="Ghi văn bản còn thiếu; số bỏ trống thì thêm dòng có lý do huỷ số.",
    cites=NUMBERING,
)
def number_skipped(book: Book) -> Iterator[Flag]:
    """A gap is either a paper not entered or a number not explained; a series may start anywhere."""
    by_series: dict[Series, dict[int, Document]] = defaultdict(dict)
    for document, number, series, _ in _counted(book):
        by_series[series].setdefault(number.value, document)
    for series, documents in by_series.items():
        ordered = sorted(documents)
        for before, after in pairwise(ordered):
            named = _with_a_letter(book, series) if after - before > 1 else frozenset()
            missing = [number for number in islice(range(before + 1, after), _LONGEST_GAP) if number not in named]
            if missing:
                words = first_few(missing, digits=2)
                document = documents[after]
                yield flag(document, "number", f"Giữa số {digits(before)} và {document.number} thiếu số {words}.")


def _with_a_letter(book: Book, series: Series) -> frozenset[int]:
    """Counts that only "06a" has: written by hand between two numbers, or in the place of one."""
    kind, _, organisation = series.kind.partition("/")
    own = Series(kind, series.period) if organisation == book.settings.symbol.casefold() else None
    squares = (square for square in numbered_squares(book) if square.has_letter) if own else ()
    return frozenset(square.number.value for square in squares if own and square.number.kind == kind and may_count(square.day, own))


@rule(
    "DOC304",
    Severity.WARNING,
    title="Người ký không phải bí thư, phó bí thư lúc đó",
    fix="Sửa người ký, hoặc cập nhật sheet Phân công.",
    cites="documents.signing_authority",
)
def signer_without_authority(book: Book, context: Context) -> Iterator[Flag]:
    """Papers of the cell are signed T/M CHI BỘ by its secretary or deputy of that day."""
    posts = holders(book, context, Role.SECRETARY, Role.DEPUTY_SECRETARY)
    for document in book.documents:
        number, signer = number_of(document), context.member(document.signer)
        if not posts or signer is None or document.date is None or number is None or document.void_reason:
            continue
        day = document.date.first
        current = [context.member(row.member) for row in posts if is_held(row, day)]
        if number.kind in SIGNED_BY_THE_SECRETARY and all(signer is not member for member in current):
            message = f"Ngày {document.date} “{signer.full_name}” không giữ chức bí thư, phó bí thư."
            yield flag(document, "signer", message, as_of=day)


@rule(
    "DOC305",
    Severity.WARNING,
    title="Văn bản gửi đi không có trong sheet Văn bản",
    fix="Ghi văn bản vào sheet Văn bản, hoặc sửa số ở sheet Gửi nhận.",
)
def dispatched_document_unknown(book: Book, context: Context) -> Iterator[Flag]:
    """What was sent was first numbered; asked of the kinds of papers the register holds."""
    if not book.documents:
        return
    known = {(number.kind, number.value) for document in book.documents if (number := number_of(document))}
    kinds = {kind for kind, _ in known}
    titles = {context.fold(document.title) for document in book.documents}
    for row in book.dispatches:
        number = read_number(row.document)
        missing = (
            number.kind in kinds and (number.kind, number.value) not in known if number else context.fold(row.document) not in titles
        )
        if row.document and missing:
            yield flag(row, "document", f"Không thấy “{row.document}” trong sheet Văn bản.")


@rule(
    "DOC306",
    Severity.NOTICE,
    title="Ngày văn bản ngoài các nhiệm kỳ đã ghi",
    fix="Bổ sung nhiệm kỳ trong Thiết lập, hoặc sửa ngày văn bản.",
    cites=NUMBERING,
)
def document_outside_every_term(book: Book) -> Iterator[Flag]:
    """Numbers run through a term; a paper outside every term counts in no series."""
    settings = book.settings
    if settings.numbering != "term" or not settings.terms:
        return
    for document in book.documents:
        day = document.date.exact if document.date else None
        if day and settings.term_of(day) is None:
            yield flag(document, "date", f"Ngày {vn_date(day)} không thuộc nhiệm kỳ nào trong Thiết lập.")


@rule(
    "DOC310",
    Severity.WARNING,
    title="Trích yếu dẫn văn bản không còn hoặc chưa có hiệu lực",
    fix="Dẫn văn bản có hiệu lực vào ngày của văn bản, hoặc đối chiếu ngày.",
)
def title_citing_what_was_not_in_force(book: Book, context: Context) -> Iterator[Flag]:
    """A paper rests on what is in force on its day; the built-in register and the cell's own tell."""
    for document in book.documents:
        day = document.date.exact if document.date else None
        if not document.title or day is None or document.void_reason or not _may_cite(document.title):
            continue
        for cited in find_cited(document.title, context.own_instruments()):
            one = cited.meant_on(day)
            if one is not None and not one.is_in_force(day):
                bounds = " ".join(part for part in (f"từ {one.effective_from}" if one.effective_from else "", f"đến {one.effective_to}" if one.effective_to else "") if part)
                yield flag(document, "title", f"{one.cite(on_first_use=False)} có hiệu lực {bounds}; văn bản ngày {vn_date(day)}.", related=("date",))


def _may_cite(title: str) -> bool:
    """Asked cheaply of every line: most titles cite nothing, and a start need not load what reads citations."""
    return "/" in title or "số" in title.casefold()


@rule("DOC309", Severity.WARNING, title="Gửi trước ngày văn bản", fix="Sửa ngày gửi hoặc ngày văn bản.")
def sent_before_issued(book: Book) -> Iterator[Flag]:
    """A paper is signed before it is sent; the newest paper of that number before the sending is meant."""
    issued: dict[tuple[str, int], list[Document]] = defaultdict(list)
    for document, number, _, _ in _counted(book):
        issued[(number.kind, number.value)].append(document)
    for row in book.dispatches:
        sent = read_number(row.document)
        found = issued.get((sent.kind, sent.value), []) if sent else []
        if found and all(later_than(document.date, row.sent_on) for document in found):
            message = f"Gửi ngày {row.sent_on}, văn bản {row.document} ngày {found[0].date}."
            yield Flag(row.place("sent_on"), message, (found[0].place("date"),))


RULES: tuple[Rule, ...] = (
    required("DOC104", Dispatch, title="Dòng gửi nhận thiếu văn bản hoặc nơi nhận", fix="Ghi văn bản và nơi nhận.",
        why="What was sent to whom."),
    number_repeated, later_document_with_a_smaller_number, number_skipped, signer_without_authority,
    dispatched_document_unknown, document_outside_every_term,
    repeated("DOC307", Document, "file", when=lambda row, _: not row.void_reason,
        message="Tệp “{file}” đã ghi ở {there} (số {first.number}).", unwritten="…",
        title="Hai văn bản cùng một tệp", fix="Ghi đúng tệp của từng văn bản.",
        why="One number, one file; a file overwritten is a paper lost.", severity=Severity.WARNING),
    date_order("DOC308", Dispatch, "sent_on", "received_on", "Gửi ngày {sent_on} lại nhận ngày {received_on}.",
        title="Nhận trước khi gửi", fix="Sửa ngày gửi hoặc ngày nhận.", why="Time runs forward."),
    sent_before_issued, title_citing_what_was_not_in_force,
)  # fmt: skip
