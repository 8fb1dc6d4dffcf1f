"""Tells how two counts of the ballots compare: square by square where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.core.ratings.double_count import DoubleCount
from addin.glossary import header
from addin.jobs.tally import NoPlace, TallyResult
from addin.output import document
from addin.output.forms import place_form, plain


def form(result: TallyResult) -> dict[str, Any]:
    """`{"workbook", "year", "settled", "agreed", "differences", "alone"}`, with `missing` once minutes were made."""
    counted = result.counted
    return {
        "workbook": result.workbook,
        "year": counted.year,
        "settled": counted.is_settled,
        "agreed": [{"subject": item.subject, **item.counts} for item in counted.agreed],
        "differences": [
            {
                "subject": item.subject,
                "figure": item.kind,
                "first": item.first,
                "second": item.second,
                "places": plain(item.places),
            }
            for item in counted.differences
        ],
        "alone": [{"subject": subject, "place": place_form(place)} for subject, place in counted.alone],
        **({"missing": list(result.minutes.missing)} if result.minutes else {}),
    }


def lines(result: TallyResult) -> Iterator[str]:
    """What differs and what to do; or that all agree, and the minutes."""
    counted = result.counted
    if result.minutes is None:
        yield from _open_lines(counted)
        return
    yield f"Kiểm phiếu năm {counted.year}: hai người đếm khớp cả {padded(len(counted.agreed))} đối tượng."
    yield from _no_place(result.no_place, counted.year)
    yield from document.lines(result.minutes)


box = lines


def _open_lines(counted: DoubleCount) -> Iterator[str]:
    parts = [f"{padded(len(counted.differences))} ô khác nhau"] if counted.differences else []
    parts += [f"{padded(len(counted.alone))} đối tượng không đủ hai lượt đếm"] if counted.alone else []
    yield f"Kiểm phiếu năm {counted.year}: hai người đếm chưa khớp, {', '.join(parts)}. Chưa lập biên bản, chưa ghi số phiếu."
    for item in counted.differences:
        name = header("tallies", item.kind)
        first, second = (str(place) for place in item.places)
        yield f"• {item.subject}, {name}: {_shown(item.first)} ({first}) khác {_shown(item.second)} ({second})"
    yield from (f"• {subject}: cần đúng một dòng của mỗi người đếm ({place})" for subject, place in counted.alone)
    yield "Đếm lại các phiếu đó, sửa sheet Phiếu đếm rồi kiểm phiếu lại."


def _no_place(found: NoPlace | None, year: int) -> Iterator[str]:
    if found is None:
        return
    if found.subjects:
        people = "; ".join(found.subjects)
        yield f"Sheet “{found.sheet}” chưa có dòng năm {year} của {people} nên không ghi được số phiếu; thêm dòng rồi kiểm phiếu lại."
    if found.columns:
        names = ", ".join(f"“{header('ratings', key)}”" for key in found.columns)
        yield f"Sheet “{found.sheet}” chưa có cột {names} nên không ghi được số phiếu vào đó; thêm cột rồi kiểm phiếu lại."


def _shown(count: int | None) -> str:
    return "trống" if count is None else str(count)
