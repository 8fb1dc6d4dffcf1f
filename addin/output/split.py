"""Tells which copies were made for whom, and what stayed in the workbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.numerals import padded
from addin.jobs.split import SplitResult
from addin.output.forms import place_form

_MOST = 10


def form(result: SplitResult) -> dict[str, Any]:
    """`{"workbook", "copies": [{"group", "leader", "file", "rows": [{"sheet", "count"}], "left_out", "blanked": [{"sheet", "cell"}], "numbered"}]}`."""
    return {
        "workbook": result.workbook,
        "copies": [
            {
                "group": one.group,
                "leader": one.leader or None,
                "file": one.file,
                "rows": [{"sheet": sheet, "count": count} for sheet, count in one.records],
                "left_out": one.left_out,
                "blanked": [place_form(place) for place in one.blanked],
                "numbered": one.numbered,
            }
            for one in result.copies
        ],
    }


def lines(result: SplitResult) -> Iterator[str]:
    """A line a copy; how it comes back."""
    yield from _copies(result)
    yield "Gửi mỗi bản cho tổ trưởng ghi, để lại đúng thư mục này rồi gộp vào sổ: sochibo merge."


def box(result: SplitResult) -> Iterator[str]:
    """The same for who pressed the button."""
    yield from _copies(result)
    yield "Gửi mỗi bản cho tổ trưởng ghi, để lại đúng thư mục này rồi bấm “Gộp sổ tổ”."


def _copies(result: SplitResult) -> Iterator[str]:
    for one in result.copies:
        rows = ", ".join(f"{sheet} {padded(count)} dòng" for sheet, count in one.records)
        leader = f" (tổ trưởng {one.leader})" if one.leader else ""
        yield f"{one.group}{leader}: {rows}."
        if one.left_out:
            yield f"  {padded(one.left_out)} dòng nêu tên người tổ khác nên không đưa vào bản này; các dòng ấy vẫn ở sổ."
        if one.blanked:
            squares = ", ".join(map(str, one.blanked[:_MOST])) + (f" và {len(one.blanked) - _MOST} ô nữa" if len(one.blanked) > _MOST else "")
            yield f"  {padded(len(one.blanked))} ô có số định danh hay số thẻ để trống trong bản này, ở sổ vẫn nguyên: {squares}."
        if one.numbered:
            yield f"  {padded(one.numbered)} dòng có số định danh hay số thẻ ở cột phải giữ để nhận ra dòng nên không đưa vào bản này; các dòng ấy vẫn ở sổ."
