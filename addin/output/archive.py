"""Tells what must be kept of a year: there or missing, where, for how long, whether the file is still the one issued."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from addin.core.numerals import padded
from addin.core.summaries.records.archive import ArchiveLine, ArchiveState
from addin.jobs.archive import ArchiveResult, FileState, Kept
from addin.output.forms import plain
from addin.output.telling import Table

_STATES = {
    ArchiveState.MISSING: "THIẾU",
    ArchiveState.NOTED: "đã làm, chưa có dòng ở Văn bản",
    ArchiveState.PRESENT: "có",
    ArchiveState.NOT_DUE: "chưa đến lúc",
    ArchiveState.BY_HAND: "tự kiểm",
}
_FILES = {
    FileState.SAME: "tệp đúng bản đã cấp",
    FileState.CHANGED: "TỆP ĐÃ BỊ SỬA sau khi cấp",
    FileState.GONE: "không thấy tệp",
    FileState.UNPROVEN: "tệp chưa có dấu vân tay",
}
_COLUMNS = ("Hồ sơ", "Văn bản", "Tình trạng", "Số, ngày", "Nơi lưu", "Thời hạn", "Tệp")


def form(result: ArchiveResult) -> dict[str, Any]:
    """`{"workbook", "on", "year", "required_reference", "papers": [{"group", "form", "title", "state", "number", "date", "pages", "location", "retention", "retention_reference", "file", "file_state", "signed", "note", "place"}], "counts"}`."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "year": result.year.year,
        "required_reference": str(result.year.required.reference),
        "papers": [_form_of(one) for one in result.papers],
        "counts": {state.value: result.count(state) for state in ArchiveState},
    }


def _form_of(one: Kept) -> dict[str, Any]:
    line = one.line
    return {
        "group": line.group,
        "form": line.form or None,
        "title": line.title,
        "state": line.state.value,
        "number": line.number,
        "date": plain(line.day),
        "pages": line.pages,
        "location": line.location,
        "retention": line.retention,
        "retention_reference": str(line.retention_rests_on) if line.retention_rests_on else None,
        "file": line.file,
        "file_state": one.file_state.value,
        "signed": line.signed,
        "note": line.note,
        "place": plain(line.place),
    }


def lines(result: ArchiveResult) -> Iterator[str]:
    """Dossier by dossier, a line a paper."""
    yield _head(result)
    for group, papers in groupby(result.papers, key=lambda one: one.line.group):
        yield f"{group}:"
        yield from (f"  {_said(one)}" for one in papers)
    yield from _after(result)


def box(result: ArchiveResult) -> Iterator[str]:
    """What is missing."""
    yield _head(result)
    for one in result.papers:
        if one.line.state is ArchiveState.MISSING or one.file_state in (FileState.CHANGED, FileState.GONE):
            yield f"• {one.line.group}: {_said(one)}"


def table(result: ArchiveResult) -> Table | None:
    """The same at a terminal."""
    rows = tuple(
        (one.line.group, _title(one.line), _state(one.line), _number(one.line), one.line.location or "", one.line.retention or "", _FILES.get(one.file_state, ""))
        for one in result.papers
    )
    return Table(_head(result), _COLUMNS, rows, tuple(_after(result))) if rows else None


def _head(result: ArchiveResult) -> str:
    year = result.year
    told = f"thiếu {padded(result.count(ArchiveState.MISSING))}, chưa vào Văn bản {padded(result.count(ArchiveState.NOTED))}"
    return f"Hồ sơ phải lưu của năm {year.year}: {padded(len(result.everything))} mục, có {padded(result.count(ArchiveState.PRESENT))}, {told}."


def _title(line: ArchiveLine) -> str:
    return f"{line.form} {line.title}".strip()


def _number(line: ArchiveLine) -> str:
    return ", ".join(part for part in (line.number or "", str(line.day or "")) if part)


def _state(line: ArchiveLine) -> str:
    return f"{_STATES[line.state]}{f' ({line.note})' if line.note else ''}"


def _said(one: Kept) -> str:
    line = one.line
    where = f"lưu ở {line.location}" if line.location else "chưa ghi nơi lưu" if line.state is ArchiveState.PRESENT and line.number else ""
    term = f"thời hạn {line.retention}{' (chưa kiểm chứng)' if line.retention_rests_on and not line.retention_rests_on.confidence.is_checked else ''}" if line.retention else ""
    pages = f"{padded(line.pages)} tờ" if line.pages else ""
    told = (_state(line), _number(line), pages, where, term, _FILES.get(one.file_state, ""), "đã ký" if line.signed else "")
    return f"{_title(line)}: {'; '.join(part for part in told if part)}"


def _after(result: ArchiveResult) -> Iterator[str]:
    yield f"Danh sách phải lưu: {result.year.required.reference}; chưa thấy bảng thời hạn lưu nào cho chi bộ. Không huỷ hồ sơ nào theo danh sách này."
    if result.count(ArchiveState.MISSING):
        yield "Văn bản còn thiếu thì lập (lệnh document), hoặc ghi vào sheet Văn bản nếu đã có bản giấy."
