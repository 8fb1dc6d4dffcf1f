"""Tells what `verify` looked at and what is not as it was left, by file and line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.findings import Severity
from addin.core.numerals import padded
from addin.jobs.verify import LogChecked, VerifyResult
from addin.jobs.verifying.trouble import Trouble


def form(result: VerifyResult) -> dict[str, Any]:
    """`{"folder", "logs": [{"workbook", "file", "sequence", "head"}], "numbers", "papers", "backups", "troubles": […], "counts"}`.

    A trouble is `{"severity", "kind", "file", "line", "message", "fix"}`; `line` null for a file without lines.
    """
    severities = [one.severity for one in result.troubles]
    return {
        "folder": str(result.folder),
        "logs": [_log_form(result, log) for log in result.logs],
        "numbers": result.numbers_count,
        "papers": result.papers_count,
        "backups": result.backups_count,
        "troubles": [_trouble_form(result, one) for one in result.troubles],
        "counts": {severity.value: severities.count(severity) for severity in Severity},
    }


def _log_form(result: VerifyResult, log: LogChecked) -> dict[str, Any]:
    return {"workbook": log.workbook, "file": _file(result, log), "sequence": log.head.sequence, "head": log.head.sha256}


def _trouble_form(result: VerifyResult, one: Trouble) -> dict[str, Any]:
    told = {"severity": one.severity.value, "kind": one.kind, "file": _file(result, one), "line": one.line or None}
    return {**told, "message": one.message, "fix": one.fix}


def lines(result: VerifyResult) -> Iterator[str]:
    """Every trouble, how much was looked at, and the heads to be noted."""
    for one in result.troubles:
        where = f"{_file(result, one)}, dòng {one.line}" if one.line else _file(result, one)
        yield f"{one.severity.label} · {where}: {one.message} → {one.fix}"
    yield from box(result)
    for log in result.logs:
        if log.head.sequence:
            yield f"Dấu cuối nhật ký «{log.workbook}»: số {log.head.sequence}, {log.head.sha256[:16]} (ghi ra giấy để đối chiếu về sau)."


def box(result: VerifyResult) -> Iterator[str]:
    """How much, and how much of it is wrong."""
    counted = (len(result.logs), result.numbers_count, result.papers_count, result.backups_count)
    if not any(counted):
        yield f"Thư mục “{result.folder}” chưa có nhật ký, sổ số văn bản hay bản sao lưu nào."
        return
    logs, numbers, papers, backups = (padded(count) for count in counted)
    yield f"Đã kiểm {logs} nhật ký, {numbers} số văn bản, {papers} văn bản, {backups} bản sao lưu."
    errors = sum(one.severity is Severity.ERROR for one in result.troubles)
    looked_at = len(result.troubles) - errors
    if errors:
        yield f"Có {padded(errors)} chỗ đã bị sửa, mất hoặc hỏng."
    else:
        yield f"Không có lỗi; có {padded(looked_at)} chỗ nên xem lại." if looked_at else "Không có gì bị sửa, mất hay hỏng."


def _file(result: VerifyResult, one: LogChecked | Trouble) -> str:
    return one.file.relative_to(result.folder).as_posix() if one.file.is_relative_to(result.folder) else str(one.file)
