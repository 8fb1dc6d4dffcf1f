"""Tells what was proposed and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.summaries.records.proposals import ProposalLine, ProposalState
from addin.jobs.proposals import ProposalsResult
from addin.output.forms import plain
from addin.output.telling import Table

_STATES = {
    ProposalState.WAITING: "đang xem xét",
    ProposalState.ACCEPTED: "chấp nhận, chưa ghi thực hiện",
    ProposalState.DONE: "đã thực hiện",
    ProposalState.REFUSED: "không chấp nhận",
}
_COLUMNS = ("Ngày", "Người đề xuất", "Nội dung", "Kết quả", "Nhân rộng")


def form(result: ProposalsResult) -> dict[str, Any]:
    """`{"workbook", "on", "year", "allowed_days", "allowed_days_reference", "proposals": [{"date", "by", "text", "state", "done_on", "applied_in", "late", "place"}], "counts"}`."""
    record = result.record
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "year": result.year,
        "allowed_days": int(record.allowed_days.share),
        "allowed_days_reference": str(record.allowed_days.reference),
        "proposals": [_line_form(line) for line in record.lines],
        "counts": {state.value: record.count(state) for state in ProposalState},
    }


def _line_form(line: ProposalLine) -> dict[str, Any]:
    return {
        "date": plain(line.day),
        "by": line.by,
        "text": line.text,
        "state": line.state.value,
        "done_on": plain(line.done_on),
        "applied_in": line.applied_in,
        "late": line.is_late,
        "place": plain(line.place),
    }


def lines(result: ProposalsResult) -> Iterator[str]:
    """A line a proposal; what waits too long last."""
    yield _head(result)
    yield from (f"• {line.day or 'không ghi ngày'}, {line.by}: {line.text} → {_became(line)} [{line.place}]" for line in result.record.lines)
    yield from _after(result)


def box(result: ProposalsResult) -> Iterator[str]:
    """How many, and what waits."""
    yield _head(result)
    yield from _after(result)


def table(result: ProposalsResult) -> Table | None:
    """The same at a terminal."""
    rows = tuple((str(line.day or ""), line.by, line.text, _became(line), line.applied_in or "") for line in result.record.lines)
    return Table(_head(result), _COLUMNS, rows, tuple(_after(result))) if rows else None


def _head(result: ProposalsResult) -> str:
    record = result.record
    when = f"năm {result.year}" if result.year else f"đến {vn_date(result.on)}"
    ends = ", ".join(f"{_STATES[state]} {padded(record.count(state))}" for state in ProposalState if record.count(state))
    return f"Đề xuất {when}: {padded(len(record.lines))}{f' ({ends})' if ends else ''}."


def _became(line: ProposalLine) -> str:
    done = f" ngày {line.done_on}" if line.done_on else ""
    where = f"; nhân rộng: {line.applied_in}" if line.applied_in else ""
    return f"{_STATES[line.state]}{done}{where}{'; QUÁ LÂU' if line.is_late else ''}"


def _after(result: ProposalsResult) -> Iterator[str]:
    late = [line for line in result.record.lines if line.is_late]
    if late:
        record = result.record
        yield f"{padded(len(late))} đề xuất chờ quá {int(record.allowed_days.share)} ngày ({record.allowed_days.reference}; ghi số khác ở Thiết lập): xem xét, thực hiện rồi ghi kết quả."
