"""Findings as lines and as a table."""

from __future__ import annotations

from collections.abc import Iterable

from addin.core.findings import Finding
from addin.output.telling import Table

_COLUMNS = ("Mức", "Mã", "Chỗ", "Nội dung", "Cách sửa", "Căn cứ")


def finding_line(found: Finding) -> str:
    """`Lỗi MEM204 'Đảng viên'!F12: … → …`."""
    reference = f" [{found.reference}]" if found.reference else ""
    return f"{found.severity.label} {found.rule} {_place(found)}: {found.message} → {found.fix}{reference}"


def findings_table(findings: Iterable[Finding]) -> Table:
    """A row a finding."""
    rows = (
        (found.severity.label, found.rule, _place(found), found.message, found.fix, str(found.reference or ""))
        for found in findings
    )
    return Table("", _COLUMNS, tuple(rows))


def _place(found: Finding) -> str:
    return str(found.place) if found.place.sheet else "Cả sổ"
