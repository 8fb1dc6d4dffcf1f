"""Findings as lines and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from addin.core.findings import Cause, Finding, by_cause
from addin.output.telling import Table

_SEVERAL = 3
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
    is_one = len({one.message for one in cause.findings}) == 1
    said = found.message if is_one else f"ví dụ {found.place.cell}: {found.message}"
    yield f"{found.severity.label} {found.rule} '{found.place.sheet}': {len(cause.places)} ô cùng một lỗi ({cause.squares}): {said} → {found.fix}{reference}"


def findings_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The worst first, by cause; findings of one code alone are asked for one by one, so they are told so."""
    told = tuple(findings)
    if len({found.rule for found in told}) == 1:
        yield from map(finding_line, told)
        return
    for cause in by_cause(told):
        yield from cause_lines(cause)


def findings_table(findings: Iterable[Finding]) -> Table:
    """A row a finding."""
    rows = (
        (found.severity.label, found.rule, _place(found), found.message, found.fix, str(found.reference or ""))
        for cause in by_cause(findings)
        for found in cause.findings
    )
    return Table("", _COLUMNS, tuple(rows))


def _place(found: Finding) -> str:
    return str(found.place) if found.place.sheet else "Cả sổ"
