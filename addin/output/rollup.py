"""Tells a superior's totals: sums, what was refused with its square, what was accepted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.glossary import level_words
from addin.jobs.rollup import Refused, RollupResult
from addin.output.batch import copies_told

_LEVELS = ("HTXS", "HTT", "HTN", "KHT")


def form(result: RollupResult) -> dict[str, Any]:
    """The contract of design.md §4, with the organisations whose cap is counted, all sums and what no cell entered."""
    cells, caps = result.cells, [one.cap for one in result.organisations]
    official = sum(cell.official for cell in cells)
    members = sum(cell.members for cell in cells)
    return {
        "cells": [{"workbook": cell.workbook, "cell_name": cell.cell_name or None} for cell in cells],
        "year": result.year,
        "rules": result.rules,
        "members": {"total": members, "official": official, "probationary": members - official},
        "ratings": {
            "by_level": _by_level(result),
            "rated": sum(cell.rated for cell in cells),
            "cap": None if None in caps or not caps else sum(cap for cap in caps if cap is not None),
            "over": any(one.is_over for one in result.organisations),
            "organisations": [
                {"name": one.name or None, "cells": one.cells, "rated": one.rated, "at_top": one.at_top, "cap": one.cap, "over": one.is_over}
                for one in result.organisations
            ],
        },
        "cell_levels": dict(result.cell_levels),
        "inspections": {
            "turns": result.figure("inspections.turns"),
            "persons": result.figure("inspections.persons"),
            "decisions": result.figure("inspections.decision_count"),
            "by_kind": result.form,
        },
        "disciplines": result.figure("disciplines.count"),
        "rewards": result.figure("rewards"),
        "figures": result.figures,
        "without": result.silent,
        "refused": [_refused(one) for one in result.refused],
        "accepted": [{**_refused(one.refused), "because": one.because} for one in result.accepted],
        "unused_accept": list(result.unused),
        "copies": list(result.copies),
    }


def lines(result: RollupResult) -> Iterator[str]:
    """The sums, then what is not in them."""
    told = form(result)
    members = told["members"]
    yield f"Năm {result.year}: {padded(len(result.cells))} chi bộ, {padded(members['total'])} đảng viên ({padded(members['official'])} chính thức, {padded(members['probationary'])} dự bị)."
    levels = ", ".join(f"{level_words(level, result.year, 'member')} {padded(count)}" for level, count in told["ratings"]["by_level"].items())
    yield f"Được xếp loại {padded(told['ratings']['rated'])}: {levels or 'chưa có mức nào'}."
    for one in result.organisations:
        cap = "chưa xác định" if one.cap is None else padded(one.cap)
        yield f"{one.name or 'Các chi bộ chưa ghi cấp trên'}: Hoàn thành xuất sắc {padded(one.at_top)}, giới hạn {cap}{', VƯỢT' if one.is_over else ''}."
    if result.refused:
        counts = Counter(one.reason for one in result.refused)
        yield f"Chưa tính {padded(counts.total())} chỗ dưới đây; xem lại, hoặc chấp nhận kèm lý do bằng --accept “CHỖ=LÝ DO”:"
        yield from (f"• {one.spot}: {one.message}" for one in result.refused)
    yield from dict.fromkeys(f"Đã chấp nhận {one.refused.spot}: {one.because}" for one in result.accepted)
    yield from (f"Không có gì bị loại ở “{spot}” để chấp nhận; kiểm tra lại chỗ ghi ở --accept." for spot in result.unused)
    yield from copies_told(result.copies)


box = lines


def _by_level(result: RollupResult) -> dict[str, int]:
    sums: Counter[str] = Counter()
    for cell in result.cells:
        sums.update(cell.levels)
    return {level: sums[level] for level in _LEVELS if sums[level]}


def _refused(one: Refused) -> dict[str, Any]:
    return {
        "workbook": one.spot.workbook,
        "sheet": one.spot.sheet,
        "cell": one.spot.cell,
        "reason": one.reason.value,
        "with": one.beside or None,
        "message": one.message,
    }
