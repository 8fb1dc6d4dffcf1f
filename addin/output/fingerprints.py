"""Tells which files of Văn bản get their fingerprint, and which cannot."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.fingerprints import FingerprintsResult, Printed
from addin.output.forms import plain


def form(result: FingerprintsResult) -> dict[str, Any]:
    """`{"workbook", "papers": [{"number", "file", "fingerprint", "found", "place"}]}`; `fingerprint` null where it cannot be told."""
    return {"workbook": result.workbook, "papers": [_form_of(one) for one in result.papers]}


def _form_of(one: Printed) -> dict[str, Any]:
    return {"number": one.number, "file": one.file, "fingerprint": one.fingerprint or None, "found": one.found, "place": plain(one.place)}


def lines(result: FingerprintsResult) -> Iterator[str]:
    """How many, then what could not be told."""
    if not result.papers:
        yield "Mọi tệp ghi ở sheet Văn bản đã có dấu vân tay, hoặc sheet chưa ghi tệp nào."
        return
    yield f"Dấu vân tay: {padded(len(result.known))}/{padded(len(result.papers))} tệp chưa có dấu."
    for one in result.papers:
        if not one.fingerprint:
            why = "có nhiều tệp khác nhau cùng tên" if one.found > 1 else "không đọc được" if one.found else "không thấy tệp cạnh sổ"
            yield f"• Số {one.number or '……'}, tệp “{one.file}”: {why} [{one.place}]"


box = lines
