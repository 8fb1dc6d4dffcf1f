"""Văn bản: each line of the register against itself and against the form of a Party document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from addin.core.findings import Severity
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import in_the_future, left_blank, required
from addin.core.tables.numbered import unread_number
from addin.core.tables.rows.papers import Document
from addin.core.tables.series import kind_code, kind_name, number_of
from addin.patterns import pattern

COLON = "documents.forbids_number_colon"
STATE_SYMBOL = "documents.forbids_state_symbol"
DIGITS = "documents.number_least_digits"
VV = "documents.forbids_vv"

KIND_PATHS = {
    "BC": "bao_cao", "BB": "bien_ban", "CTr": "chuong_trinh", "CV": "cong_van", "ĐA": "de_an", "KH": "ke_hoach",
    "KL": "ket_luan", "NQ": "nghi_quyet", "PA": "phuong_an", "QC": "quy_che", "QĐ": "quyet_dinh",
    "TB": "thong_bao", "TTr": "to_trinh",
}  # fmt: skip
"""Abbreviations → files of regulations/documents/kinds."""

_MORE_KINDS = {
    "chỉ thị": "chi_thi",
    "hướng dẫn": "huong_dan",
    "quy định": "quy_dinh",
    "thông tri": "thong_tri",
}
_STATE = pattern(r"\d+\s*/\s*[A-ZĐa-zđ]{2,4}\s*-")
_VV = pattern(r"\bv\s*/\s*v\b", re.IGNORECASE)


@rule(
    "DOC201",
    Severity.WARNING,
    title="Số văn bản viết như văn bản Nhà nước",
    fix="Viết như “05-QĐ/CB”: gạch nối sau số, gạch chéo trước ký hiệu chi bộ.",
    cites=STATE_SYMBOL,
)
def number_in_the_state_form(document: Document) -> Iterator[Flag]:
    """The State writes 05/QĐ-UBND; the Party writes 05-QĐ/CB."""
    for key, written in (("number", document.number), ("symbol", document.symbol)):
        if written and (
            _STATE.search(written) or (key == "symbol" and re.match(r"/?\s*[A-ZĐ]{2,4}\s*-", written))
        ):
            yield flag(document, key, f"Đang ghi “{written}”.", as_of=_day(document))


@rule(
    "DOC202",
    Severity.WARNING,
    title="Viết “Số:” có dấu hai chấm",
    fix="Viết “Số 05-QĐ/CB”, không có dấu hai chấm.",
    cites=COLON,
)
def number_with_a_colon(document: Document) -> Iterator[Flag]:
    """The Party's papers write "Số" without a colon."""
    if document.number and re.match(r"\s*số\s*:", document.number, re.IGNORECASE):
        yield flag(document, "number", f"Đang ghi “{document.number}”.", as_of=_day(document))


def _day(document: Document) -> date | None:
    return document.date.first if document.date else None


@rule(
    "DOC203",
    Severity.WARNING,
    title="Số văn bản thiếu số 0 ở đầu",
    fix="Thêm số 0 ở trước số nhỏ hơn 10: “05-QĐ/CB”.",
    cites=DIGITS,
)
def number_not_padded(document: Document, context: Context) -> Iterator[Flag]:
    """Below ten a number is written with a zero."""
    number, day = number_of(document), _day(document)
    least = context.dated(DIGITS, day) if day else None
    if number and least and len(number.digits) < least.number:
        message = f"Đang ghi “{document.number}”; cần ít nhất {least.number} chữ số."
        yield flag(document, "number", message, as_of=day)


@rule(
    "DOC204",
    Severity.WARNING,
    title="Loại văn bản khác với ký hiệu",
    fix="Sửa loại, hoặc sửa ký hiệu trong số.",
)
def kind_differs_from_the_symbol(document: Document) -> Iterator[Flag]:
    """A decision is numbered -QĐ/, a report -BC/."""
    number, kind = number_of(document), kind_code(document.kind or "")
    if number and kind in KIND_PATHS and number.kind in KIND_PATHS and number.kind != kind:
        message = f"Loại “{document.kind}” nhưng ký hiệu là {number.kind}."
        yield flag(document, "number", message, related=("kind",))


@rule(
    "DOC206",
    Severity.WARNING,
    title="Ký hiệu cơ quan khác với Thiết lập",
    fix="Sửa ký hiệu, hoặc sửa mục “Ký hiệu” trong Thiết lập.",
)
def symbol_differs_from_the_settings(document: Document, context: Context) -> Iterator[Flag]:
    """One cell, one symbol; congress papers, which sign ĐH, have their own series."""
    number, symbol = number_of(document), context.book.settings.symbol
    allowed = {symbol.casefold(), "đh"}
    if number and number.organisation and number.organisation.casefold() not in allowed:
        message = f"Ký hiệu “{number.organisation}”, Thiết lập ghi “{symbol}”."
        yield flag(document, "symbol" if document.symbol else "number", message)


@rule("DOC207", Severity.NOTICE, title="Trích yếu viết “V/v”", fix="Viết “về việc …”.", cites=VV)
def subject_with_vv(document: Document, context: Context) -> Iterator[Flag]:
    """The layout guidance of 2026 writes the words out."""
    day = _day(document)
    forbidden = context.dated(VV, day) if day else None
    if forbidden and forbidden.flag and document.title and _VV.search(document.title):
        yield flag(document, "title", f"Trích yếu “{document.title}” ngày {document.date}.", as_of=day)


@rule(
    "DOC208",
    Severity.WARNING,
    title="Không đọc được số văn bản",
    fix="Viết như “05-QĐ/CB”, để số ấy được tính khi lấy số kế tiếp.",
)
def number_that_cannot_be_read(document: Document, context: Context) -> Iterator[Flag]:
    """What cannot be read is not counted, and could be given out a second time."""
    text = unread_number(document, context.book.settings.symbol)
    if text:
        yield flag(document, "number", f"Đang ghi “{text}”.")


@rule(
    "DOC401",
    Severity.WARNING,
    title="Chi bộ không ban hành loại văn bản này vào lúc đó",
    fix="Hỏi đảng uỷ về loại văn bản nên dùng; không cần sửa văn bản đã ban hành.",
    cites="documents.kinds.thong_bao",
)
def kind_not_for_a_cell(document: Document, context: Context) -> Iterator[Flag]:
    """Which kinds a cell may issue changed with the regulation of January 2026."""
    day = _day(document)
    kind = kind_code(document.kind or "")
    path = KIND_PATHS.get(kind) or _MORE_KINDS.get((document.kind or "").strip().casefold())
    allowed = context.dated(f"documents.kinds.{path}", day) if path and day else None
    if allowed and not allowed.flag and not document.void_reason:
        message = f"{kind_name(kind)} số {document.number or ''} ngày {document.date}."
        yield flag(document, "kind", message, as_of=day, cites=allowed.path)


RULES: tuple[Rule, ...] = (
    required("DOC101", Document, title="Văn bản thiếu thông tin bắt buộc", fix="Ghi đủ loại, số và ngày.",
        why="A paper is known by kind, number and date."),
    left_blank("DOC102", Document, "fingerprint", "Số {number} đã ký, tệp “{file}” chưa có dấu vân tay.",
        when=lambda row, _: bool(row.signed and row.file and not row.void_reason),
        title="Tệp đã ký chưa có dấu vân tay", fix="Ghi dấu vân tay của tệp để biết tệp có bị sửa sau khi ký không.",
        why="Only a fingerprint shows whether an issued file was changed later."),
    left_blank("DOC103", Document, "signer", "Số {number} chưa ghi người ký.",
        when=lambda row, _: not row.void_reason,
        title="Văn bản chưa ghi người ký", fix="Ghi người ký.", why="The signer answers for the paper.",
        severity=Severity.NOTICE),
    number_in_the_state_form, number_with_a_colon, number_not_padded, kind_differs_from_the_symbol,
    in_the_future("DOC205", Document, "date", title="Ngày văn bản ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="A number is taken when the paper is issued."),
    symbol_differs_from_the_settings, subject_with_vv, number_that_cannot_be_read, kind_not_for_a_cell,
)  # fmt: skip
