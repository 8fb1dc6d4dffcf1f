"""Tells which finding is kept quiet, or the list of all that are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from addin.core.dates import vn_date
from addin.jobs.accept import AcceptedResult, AcceptResult, Standing
from addin.jobs.acceptances import Acceptance
from addin.output.check import acceptance_form
from addin.output.findings import finding_line


def form(result: AcceptResult | AcceptedResult) -> dict[str, Any]:
    """`{"workbook", "accepted": [{"code", "where", "reason", "who", "on", "finding"}]}`; `finding` null where it is gone."""
    if isinstance(result, AcceptResult):
        told = acceptance_form(result.acceptance, result.finding)
        return {"workbook": result.workbook, "ended": result.is_ended, "accepted": [told]}
    return {"workbook": result.workbook, "accepted": [acceptance_form(one.acceptance, one.finding) for one in result.standing]}


def lines(result: AcceptResult | AcceptedResult) -> Iterator[str]:
    """What it means from now on; the list one by one."""
    if isinstance(result, AcceptResult):
        held = result.acceptance
        year = f" năm {result.finding.year}" if result.finding and result.finding.year else ""
        if result.is_ended:
            yield f"Thôi chấp nhận {held.code}{year} ở {held.where}: từ nay lỗi này lại được nêu."
        else:
            yield f"Chấp nhận {held.code}{year} ở {held.where}: không nêu nữa cho đến khi giá trị ở đó thay đổi."
        return
    yield f"{result.workbook}: {len(result.standing)} lỗi đã chấp nhận." if result.standing else f"{result.workbook}: chưa chấp nhận lỗi nào."
    for one in result.standing:
        yield from _standing(one)


box = lines


def _standing(one: Standing) -> Iterator[str]:
    held = one.acceptance
    yield f"{held.code} {held.where}: {held.reason} ({held.who}, {_day(held)})"
    yield f"    {finding_line(one.finding)}" if one.finding else "    Không còn tác dụng: lỗi đã hết, hoặc giá trị đã đổi nên lỗi được nêu lại."


def _day(held: Acceptance) -> str:
    return vn_date(date.fromisoformat(held.on))
