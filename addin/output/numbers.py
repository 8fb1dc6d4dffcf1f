"""Tells the register of numbers: each number of each series, what is void, missing or double, and the next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from addin.core.dates import vn_date
from addin.core.numerals import padded
from addin.core.tables.series import FOR_GOOD, digits, kind_name, written
from addin.jobs.numbers import NumberLine, NumbersResult, NumberState, SeriesLines
from addin.output.forms import place_form, plain
from addin.output.telling import Table

_STATES = {
    NumberState.ISSUED: "đã cấp",
    NumberState.BY_HAND: "ghi trong sổ",
    NumberState.HELD: "đang giữ chỗ",
    NumberState.VOID: "đã huỷ",
}
_RUNS = {"term": "theo nhiệm kỳ", "year": "theo năm", "continuous": "liên tục"}
_COLUMNS = ("Số", "Ngày", "Loại", "Trích yếu", "Tệp", "Tình trạng")


def form(result: NumbersResult) -> dict[str, Any]:
    """`{"workbook", "numbering", "entered", "reference", "series": [{"kind", "name", "period", "next", "current", "numbers": [{"number", "value", "state", "date", "title", "file", "reason", "double", "places"}], "missing": [{"from", "to"}], "doubles"}], "unread"}`."""
    return {
        "workbook": result.workbook,
        "numbering": result.numbering,
        "entered": result.is_entered,
        "reference": str(result.reference) if result.reference else None,
        "series": [_series_form(result, one) for one in result.series],
        "unread": [{"number": one.text, **place_form(one.place)} for one in result.unread],
    }


def _series_form(result: NumbersResult, one: SeriesLines) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "name": kind_name(one.kind),
        "period": one.period,
        "next": written(one.next_value, one.kind, result.symbol),
        "current": one.is_current,
        "numbers": [_line_form(line) for line in one.lines],
        "missing": [{"from": first, "to": last} for first, last in one.missing],
        "doubles": list(one.doubles),
    }


def _line_form(line: NumberLine) -> dict[str, Any]:
    return {
        "number": line.text,
        "value": line.value,
        "state": line.state.value,
        "date": plain(line.day),
        "title": line.title,
        "file": line.file,
        "reason": line.reason,
        "double": line.is_double,
        "places": plain(line.places),
    }


def lines(result: NumbersResult) -> Iterator[str]:
    """Series by series, a line a number; then what is missing or double, and the next of each kind."""
    yield _head(result)
    for one in result.series:
        if one.lines:
            yield f"{kind_name(one.kind)}, {_period(one)}:"
            yield from (f"  {_said(line)}" for line in one.lines)
    yield from _after(result)


def box(result: NumbersResult) -> Iterator[str]:
    """What is wrong and what comes next."""
    yield _head(result)
    yield from _after(result)


def table(result: NumbersResult) -> Table | None:
    """The same at a terminal."""
    rows = tuple(
        (line.text, str(line.day or ""), kind_name(one.kind), line.title or "", line.file or "", _state(line))
        for one in result.series
        for line in one.lines
    )
    return Table(_head(result), _COLUMNS, rows, tuple(_after(result))) if rows else None


def _head(result: NumbersResult) -> str:
    count = sum(len(one.lines) for one in result.series)
    rests = "" if result.is_entered or result.reference is None else f" (mặc định: {result.reference}; đổi ở mục “Cách đánh số” của Thiết lập)"
    return f"Sổ số văn bản: {padded(count)} số, đánh số {_RUNS.get(result.numbering, result.numbering)}{rests}."


def _period(one: SeriesLines) -> str:
    first, _, last = one.period.partition("-")
    if one.period == FOR_GOOD:
        return "đánh số liên tục"
    return f"nhiệm kỳ {_day(first)} – {_day(last)}" if last else f"năm {first}"


def _day(compact: str) -> str:
    return vn_date(date.fromisoformat(compact))


def _said(line: NumberLine) -> str:
    parts = [str(line.day) if line.day else "không ghi ngày", line.title or "", f"tệp “{line.file}”" if line.file else "", _state(line)]
    return f"{line.text}: {'; '.join(part for part in parts if part)}"


def _gap(gap: tuple[int, int]) -> str:
    first, last = map(digits, gap)
    return first if first == last else f"{first}–{last}"


def _state(line: NumberLine) -> str:
    told = f"{_STATES[line.state]}{f' ({line.reason})' if line.reason else ''}"
    return f"{told}; TRÙNG: {', '.join(map(str, line.places)) or 'khác tệp đã cấp'}" if line.is_double else told


def _after(result: NumbersResult) -> Iterator[str]:
    for one in result.series:
        if one.missing:
            yield f"{kind_name(one.kind)}, {_period(one)}: thiếu số {', '.join(map(_gap, one.missing))}. Ghi văn bản còn thiếu, hoặc huỷ số có lý do (lệnh void)."
        if one.doubles:
            yield f"{kind_name(one.kind)}, {_period(one)}: trùng số {', '.join(one.doubles)}. Đối chiếu bản gốc; số cấp nhầm thì huỷ có lý do."
    for bad in result.unread:
        yield f"Không đọc được số “{bad.text}” ({bad.place}): ghi như 05-QĐ/CB."
    if result.lacks_term:
        yield f"Chưa khai nhiệm kỳ có ngày {vn_date(result.on)} ở Thiết lập: khai rồi mới lấy số mới được."
        return
    coming = [written(one.next_value, one.kind, result.symbol) for one in result.series if one.is_current]
    if coming:
        yield f"Số kế tiếp: {', '.join(coming)}."
