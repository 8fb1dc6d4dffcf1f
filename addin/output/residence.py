"""Tells the comments of the places of residence of a year: what is overdue and missing first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.summaries.records.residence import ResidenceLine, ResidenceState
from addin.documents.parts.squares import squares
from addin.jobs.residence import ResidenceResult
from addin.output.forms import plain
from addin.output.telling import Table

_STATES = {
    ResidenceState.OVERDUE: "quá hạn trả lời",
    ResidenceState.NOT_ASKED: "chưa gửi phiếu",
    ResidenceState.WAITING: "đã gửi, chờ trả lời",
    ResidenceState.UNREAD: "đã nhận, chưa ghi mức nhận xét",
    ResidenceState.RECEIVED: "đã nhận",
    ResidenceState.NOT_CONCERNED: "không thuộc diện",
}
_COLUMNS = ("Họ và tên", "Nơi cư trú", "Tình trạng", "Gửi", "Nhận", "Nhận xét")


def form(result: ResidenceResult) -> dict[str, Any]:
    """`{"workbook", "on", "year", "base_cell", "reply_days", "reply_days_reference", "members": [{"full_name", "residence", "state", "requested_on", "received_on", "level", "days", "place"}], "counts", "strangers", "noted", "sent"}`."""
    record = result.record
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "year": record.year,
        "base_cell": result.is_base_cell,
        "reply_days": int(record.reply_days.share),
        "reply_days_reference": str(record.reply_days.reference),
        "members": [_line_form(line) for line in record.lines],
        "counts": {state.value: record.count(state) for state in ResidenceState},
        "strangers": plain(record.strangers),
        "noted": list(result.noted),
        "sent": plain(result.sent),
    }


def _line_form(line: ResidenceLine) -> dict[str, Any]:
    return {
        "full_name": line.full_name,
        "residence": line.residence,
        "state": line.state.value,
        "requested_on": plain(line.requested_on),
        "received_on": plain(line.received_on),
        "level": line.level,
        "days": line.days,
        "place": plain(line.place),
    }


def lines(result: ResidenceResult) -> Iterator[str]:
    """A line a member, then what to do."""
    yield _head(result)
    for line in result.record.lines:
        yield f"• {line.full_name}: {_said(line)} [{line.place}]"
    yield from _after(result)


def box(result: ResidenceResult) -> Iterator[str]:
    """What is not there yet."""
    yield _head(result)
    for line in result.record.lines:
        if line.state in (ResidenceState.OVERDUE, ResidenceState.NOT_ASKED, ResidenceState.UNREAD):
            yield f"• {line.full_name}: {_said(line)}"


def table(result: ResidenceResult) -> Table | None:
    """The same at a terminal."""
    rows = tuple(
        (line.full_name, line.residence or "", _STATES[line.state], str(line.requested_on or ""), str(line.received_on or ""), line.level or "")
        for line in result.record.lines
    )
    return Table(_head(result), _COLUMNS, rows, tuple(_after(result))) if rows else None


def _head(result: ResidenceResult) -> str:
    record = result.record
    late = record.count(ResidenceState.OVERDUE)
    more = f", quá hạn {padded(late)}" if late else ""
    return f"Nhận xét nơi cư trú năm {record.year}: đã nhận {padded(record.answered)}/{padded(record.wanted)}{more}, chưa gửi {padded(record.count(ResidenceState.NOT_ASKED))}."


def _said(line: ResidenceLine) -> str:
    days = f" ({padded(line.days)} ngày)" if line.days is not None and line.state in (ResidenceState.OVERDUE, ResidenceState.WAITING) else ""
    told = [f"{_STATES[line.state]}{days}", line.level or "", f"gửi {line.requested_on}" if line.requested_on else "", f"nhận {line.received_on}" if line.received_on else ""]
    return "; ".join(part for part in told if part)


def _after(result: ResidenceResult) -> Iterator[str]:
    record, year = result.record, result.record.year
    if record.count(ResidenceState.OVERDUE):
        yield f"Quá hạn là gửi quá {int(record.reply_days.share)} ngày chưa trả lời ({record.reply_days.reference}; ghi số khác ở Thiết lập)."
    if record.strangers:
        yield f"Không thuộc danh sách đảng viên: {squares(record.strangers)}."
    if result.sent is not None:
        yield f"Ghi ngày gửi {vn_date(result.sent)} cho {padded(len(result.noted))} đồng chí." if result.noted else "Ai cũng đã được gửi phiếu; không có gì để ghi."
    elif record.count(ResidenceState.NOT_ASKED):
        papers = f"giấy giới thiệu từng người: document residence-request --year {year} --variant introduction" if result.is_base_cell else f"danh sách gửi đảng uỷ: document residence-request --year {year}"
        yield f"Lập {papers}. Đã gửi thì ghi: residence --year {year} --sent NGÀY --write."
