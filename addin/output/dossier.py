"""Tells a dossier: what it holds, where each paper comes from, what is missing and who owes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from addin.core.numerals import padded
from addin.jobs.dossier import DossierResult, Filed
from addin.output.telling import Table

_ORIGINS = {
    "signed": "bản đã ký",
    "found": "bản có sẵn",
    "made": "lập từ sổ, chờ ký",
    "on_paper": "chỉ có trong sổ văn bản",
    "missing": "chưa có",
}


def form(result: DossierResult) -> dict[str, Any]:
    """`{"workbook", "dossier", "folder", "pages", "papers": [{…}], "missing": [titles], "remarks"}`."""
    return {
        "workbook": result.workbook,
        "dossier": result.name,
        "folder": str(result.folder),
        "pages": result.pages,
        "papers": [_paper(one) for one in result.papers],
        "missing": [one.title for one in result.missing],
        "remarks": list(result.remarks),
    }


def _paper(one: Filed) -> dict[str, Any]:
    return {
        "title": one.title,
        "stage": one.stage,
        "who": one.who,
        "origin": one.origin,
        "number": one.number or None,
        "day": one.day or None,
        "due": one.due or None,
        "pages": one.pages,
        "file": one.file or None,
        "source": one.source or None,
        "why": one.why or None,
        "gaps": list(one.gaps),
        "is_draft": one.is_draft,
    }


def lines(result: DossierResult) -> Iterator[str]:
    """All papers in order, then what is missing."""
    yield _sum(result)
    for order, one in enumerate(result.papers, 1):
        if one.file:
            pages = f", {padded(one.pages)} trang" if one.pages else ""
            yield f"{order:02} {one.title}: {_origin(one)}{pages}"
    yield from _rest(result)


def table(result: DossierResult) -> Table:
    """The same drawn."""
    columns = ("", "Văn bản", "Số", "Ngày", "Trang", "Ở đâu ra")
    rows = tuple(
        (f"{order:02}", one.title, one.number, one.day, str(one.pages or ""), _origin(one)) for order, one in enumerate(result.papers, 1)
    )
    return Table(_sum(result), columns, rows, tuple(_rest(result)))


def box(result: DossierResult) -> Iterator[str]:
    """How many, how many pages, what is missing; the folder holds the rest."""
    yield _sum(result)
    yield from _rest(result)


def _origin(one: Filed) -> str:
    if one.is_draft:
        return "dự thảo chưa lấy số"
    return "lập lại theo số đã có" if one.origin == "made" and one.number else _ORIGINS[one.origin]


def _sum(result: DossierResult) -> str:
    there = [one for one in result.papers if one.file]
    pages = f"{padded(result.pages)} trang cả mục lục" if result.pages else "chưa biết số trang"
    missing = f"; còn thiếu {padded(len(result.missing))}" if result.missing else "; không thiếu văn bản nào"
    return f"{result.name}: {padded(len(there))} văn bản, {pages}{missing}."


def _rest(result: DossierResult) -> Iterator[str]:
    yield f"Thư mục: {result.folder}"
    yield from _missing(result.missing)
    made = [one for one in result.papers if one.origin == "made"]
    if made:
        yield f"{padded(len(made))} văn bản lập từ sổ: xem lại, ghi chỗ để trống, ký; đặt bản quét đã ký (tên có “đã ký”) vào thư mục rồi lập lại hồ sơ."
    yield from (f"Lưu ý: {told}" for told in result.remarks)


def _missing(papers: Sequence[Filed]) -> Iterator[str]:
    for one in papers:
        due = f", hạn {one.due}" if one.due else ""
        yield f"Còn thiếu: {one.title} ({one.stage}; {one.who}{due}): {one.why.removesuffix('.')}."
