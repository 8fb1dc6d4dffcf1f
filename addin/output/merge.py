"""Tells what came back from the groups, and what somebody must choose."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from addin.core.masks import without_numbers
from addin.core.numerals import padded
from addin.core.tables.our_sheets import CONFLICTS
from addin.jobs.conflict_sheet import Told
from addin.jobs.merge import MergeResult
from addin.output.forms import place_form, plain
from addin.output.values import shown

_MOST = 10


def form(result: MergeResult) -> dict[str, Any]:
    """`{"workbook", "copies", "applied": […], "conflicts": […], "settled": […], "left_out": […], "lost_columns": […]}` (design.md §4)."""
    return {
        "workbook": result.workbook,
        "copies": [{"copy": hand.file, "group": hand.group, "who": hand.who or None, "when": hand.when or None} for hand in result.copies],
        "applied": [
            {**place_form(one.place), "from": plain(one.before), "to": plain(one.after), "copy": "; ".join(one.copies)} for one in result.applied
        ],
        "conflicts": [_conflict(result, one) for one in result.open],
        "settled": [{**_conflict(result, one), "taken": ", ".join(one.choice.letters) or None} for one in result.conflicts if one.choice],
        "left_out": [{**place_form(one.place), "why": one.why} for one in result.left_out],
        "open_elsewhere": [{"copy": file, "who": editor} for file, editor in result.editors],
        "lost_columns": [{"copy": file, "sheet": sheet, "heading": heading} for file, sheet, heading in result.lost],
    }


def _conflict(result: MergeResult, one: Told) -> dict[str, Any]:
    hands = {hand.file: hand for hand in result.copies}
    values = [{"copy": result.workbook, "letter": "A", "value": plain(one.here), "who": None, "when": None}]
    for way in one.ways:
        values += [
            {"copy": file, "letter": way.letter, "value": plain(way.value), "who": hands[file].who or None, "when": hands[file].when or None}
            for file in way.hands
        ]
    told = {**place_form(one.place), "code": one.code, "record": one.record, "heading": one.heading, "why": one.why, "base": plain(one.base), "values": values}
    return told | ({"unfit": {"said": without_numbers(one.unfit.said), "why": one.unfit.why}} if one.unfit else {})


def lines(result: MergeResult) -> Iterator[str]:
    """What was read, what goes in, what is open and how to settle it."""
    yield from _counted(result)
    for one in result.open[:_MOST]:
        yield f"• {one.place} {one.heading} ({one.record}): {one.why}. [{one.code}]"
        yield f"    A. trong sổ: {shown(one.here)}"
        yield from (f"    {way.letter}. {shown(way.value)} — {way.who}" for way in one.ways)
    if len(result.open) > _MOST:
        yield f"… và {len(result.open) - _MOST} xung đột nữa (xem đủ ở sheet “{CONFLICTS}”, hoặc bằng --json)."
    if result.open:
        yield f"Chọn ở sheet “{CONFLICTS}” (ghi A, B… hay giá trị khác) rồi gộp lại, hoặc dùng --take. Chưa chọn thì sổ giữ nguyên ở những chỗ ấy."
    yield from _left(result)


def box(result: MergeResult) -> Iterator[str]:
    """The same in short; the sheet has it all."""
    yield from _counted(result)
    if result.open:
        yield f"Các xung đột ở sheet “{CONFLICTS}”: ghi A (theo sổ), B (theo bản của tổ) hay giá trị khác, rồi bấm lại “Gộp sổ tổ”. Chưa chọn thì sổ giữ nguyên ở những chỗ ấy."
    yield from _left(result)


def _counted(result: MergeResult) -> Iterator[str]:
    rows = sum(one.place.column == 0 and one.after is not None for one in result.applied)
    squares = sum(one.place.column != 0 for one in result.applied)
    groups = ", ".join(dict.fromkeys(hand.group for hand in result.copies))
    yield f"Đọc {padded(len(result.copies))} bản ({groups}): {padded(squares)} ô sửa, {padded(rows)} dòng thêm, {padded(result.cleared)} dòng bỏ; {padded(len(result.open))} xung đột chưa chọn."
    for group, files in _doubled(result).items():
        yield f"{group} có {padded(len(files))} bản: {', '.join(files)}."
    if not (result.applied or result.open or result.left_out):
        yield "Sổ đã có đủ những gì các bản ghi."


def _doubled(result: MergeResult) -> dict[str, list[str]]:
    """Groups of which several copies came: two leaders' hands, or what a synchroniser left."""
    files: dict[str, list[str]] = {}
    for hand in result.copies:
        files.setdefault(hand.group, []).append(f"«{hand.file}»")
    return {group: held for group, held in files.items() if len(held) > 1}


def _unfit(result: MergeResult) -> Iterator[str]:
    """What was meant as a choice and is none: it is said, never dropped without a word."""
    found = [(one, one.unfit) for one in result.open if one.unfit]
    for one, unfit in found[:_MOST]:
        yield f"• {one.place}: đã ghi “{without_numbers(unfit.said)}” để chọn nhưng {unfit.why}."
    if len(found) > _MOST:
        yield f"… và {len(found) - _MOST} chỗ nữa chọn chưa được (xem đủ bằng --json)."


def _left(result: MergeResult) -> Iterator[str]:
    yield from _unfit(result)
    cleared = [str(one.place) for one in result.applied if one.place.column == 0 and one.after is None]
    if cleared:
        yield f"Để trống theo bản của tổ: {', '.join(cleared[:_MOST])}{'…' if len(cleared) > _MOST else ''}; xoá hẳn dòng trong Excel nếu muốn."
    for left in result.left_out[:_MOST]:
        yield f"• {left.place}: {left.why}; chưa gộp chỗ này."
    if len(result.left_out) > _MOST:
        yield f"… và {len(result.left_out) - _MOST} chỗ nữa chưa gộp (xem đủ bằng --json)."
    for file, editor in result.editors:
        yield f"• Bản «{file}» đang được {editor} mở: phần chưa lưu chưa được gộp; lưu xong thì gộp lại."
    for file, sheet, heading in result.lost:
        yield f"• Bản «{file}», sheet “{sheet}”: không còn cột “{' '.join(heading.split())}” nên cột ấy không được gộp."
