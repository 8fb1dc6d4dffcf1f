"""Findings as lines and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.core.findings import Cause, Finding, by_cause
from addin.output.forms import counts
from addin.output.telling import Table

_SEVERAL, _LONG = 3, 10
_COLUMNS = ("Mức", "Mã", "Chỗ", "Nội dung", "Cách sửa", "Căn cứ")


def finding_line(found: Finding) -> str:
    """`Lỗi MEM204 'Đảng viên'!F12: … → …`."""
    reference = f" [{found.reference}]" if found.reference else ""
    return f"{found.severity.label} {found.rule} {_place(found)}: {found.message} → {found.fix}{reference}"


def cause_lines(cause: Cause) -> Iterator[str]:
    """Each finding of its own, or where they are several one line for all: how many, at which squares, the first as an example."""
    if len(cause.findings) < _SEVERAL:
        yield from map(finding_line, cause.findings)
        return
    found = cause.first
    reference = f" [{found.reference}]" if found.reference else ""
    yield f"{found.severity.label} {found.rule} '{found.place.sheet}': {len(cause.places)} ô cùng một lỗi ({cause.squares}): {_said(cause)} → {found.fix}{reference}"


def _said(cause: Cause) -> str:
    """What all of them say, or what the first does."""
    found = cause.first
    is_one = len({one.message for one in cause.findings}) == 1
    return found.message if is_one else f"ví dụ {found.place.cell}: {found.message}"


def findings_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The worst first, by cause; findings of one code alone are asked for one by one, so they are told so."""
    told = tuple(findings)
    if len({found.rule for found in told}) == 1:
        yield from map(finding_line, told)
        return
    for cause in by_cause(told):
        yield from cause_lines(cause)


def findings_table(findings: Iterable[Finding]) -> Table:
    """A row a finding; several of one cause in one row, unless one code alone is asked for. Of a long table the end says what its beginning holds."""
    told = tuple(findings)
    is_one_code = len({found.rule for found in told}) == 1
    rows = [row for cause in by_cause(told) for row in _rows(cause, each=is_one_code)]
    after = (f"Lỗi nặng đứng đầu bảng: {counted(told)}.",) if len(rows) > _LONG else ()
    return Table("", _COLUMNS, tuple(rows), after)


def _rows(cause: Cause, *, each: bool) -> Iterator[tuple[str, ...]]:
    if each or len(cause.findings) < _SEVERAL:
        for found in cause.findings:
            yield (found.severity.label, found.rule, _place(found), found.message, found.fix, str(found.reference or ""))
        return
    found = cause.first
    places = f"'{found.place.sheet}': {len(cause.places)} ô cùng một lỗi ({cause.squares})"
    yield (found.severity.label, found.rule, places, _said(cause), found.fix, str(found.reference or ""))


def counted(findings: Iterable[Finding]) -> str:
    """How many of each severity."""
    totals = counts(findings)
    return f"{totals['error']} lỗi, {totals['warning']} cảnh báo, {totals['notice']} lưu ý"


def _place(found: Finding) -> str:
    return str(found.place) if found.place.sheet else "Cả sổ"
