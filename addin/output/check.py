"""Tells what `check` found: what must be mended before the next paper, the causes, what waits in years gone by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from addin.core.dates import vn_date
from addin.core.findings import Finding
from addin.jobs.acceptances import Acceptance
from addin.jobs.check import CheckResult
from addin.jobs.marking import must_do
from addin.output.findings import cause_lines, counted
from addin.output.forms import counts, finding_form

_MOST_CAUSES = 8
_ROOM_FOR_CAUSES = 1_000
"""Letters: a box shows 1,800 in all, and what was written and accepted is told in it too."""


def form(result: CheckResult) -> dict[str, Any]:
    """`{"workbook", "on", "findings", "counts"}`; a finding with its year, `past` where that is over."""
    return {
        "workbook": result.workbook,
        "on": result.on.isoformat(),
        "findings": [{**finding_form(one.finding), "year": one.year, "past": one.is_past} for one in result.listed],
        "counts": counts(result.findings),
        "before_next_paper": len(result.errors),
        "accepted": [acceptance_form(held, found) for found, held in result.accepted],
    }


def acceptance_form(held: Acceptance, found: Any) -> dict[str, Any]:
    """One acceptance; the square as it was then stands in `where`, where it is now in the finding."""
    told = {"code": held.code, "where": held.where, "reason": held.reason, "who": held.who, "on": held.on}
    return {**told, "finding": finding_form(found) if found else None}


def findings(result: CheckResult) -> tuple[Finding, ...]:
    """Those told one by one on a terminal."""
    return result.at_work


def lines(result: CheckResult) -> Iterator[str]:
    """How many of each severity, what comes first, and which years hold more."""
    yield _amounts(result)
    yield must_do(result.errors)
    if result.past:
        years = Counter(one.year for one in result.past)
        named = ", ".join(f"{year}: {years[year]}" for year in sorted(years, key=str))
        yield f"Còn {_held(one.finding for one in result.past)} của các năm trước ({named}); xem bằng --year, ví dụ --year {max(years, key=str)}."
    if result.accepted:
        yield f"Đã chấp nhận {len(result.accepted)} lỗi, không nêu lại; danh sách: sochibo accept SỔ."


def box(result: CheckResult) -> Iterator[str]:
    """The same, with as many of the first causes as leave room for what stands behind them."""
    yield _amounts(result)
    yield must_do(result.errors)
    told, room = 0, _ROOM_FOR_CAUSES
    for cause in result.causes[:_MOST_CAUSES]:
        lines = list(cause_lines(cause))
        room -= sum(map(len, lines))
        if told and room < 0:
            break
        told += 1
        yield from lines
    if len(result.causes) > told:
        yield f"… và {len(result.causes) - told} loại nữa ở sheet “Lỗi dữ liệu”."
    if result.past:
        yield f"Còn {_held(one.finding for one in result.past)} của các năm trước, ở cuối sheet “Lỗi dữ liệu”."
    if result.accepted:
        places = ", ".join(f"{found.rule} {found.place}" for found, _ in result.accepted[:_MOST_CAUSES])
        yield f"Đã chấp nhận {len(result.accepted)} lỗi, không nêu lại: {places}; lý do ở sheet “Thiết lập”."


def _amounts(result: CheckResult) -> str:
    return f"Sổ {result.workbook}, kiểm tra đến {vn_date(result.on)}: {counted(result.findings)}."


def _held(found: Iterable[Finding]) -> str:
    """What there is, without what there is none of."""
    return ", ".join(part for part in counted(found).split(", ") if not part.startswith("0 "))
