"""A conflict of a merge in words: where it is, which record, who says what and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from addin.core.dates import vn_date
from addin.core.masks import value_told
from addin.core.places import Place
from addin.core.sharing.choosing import code_of, letters_of, state_of
from addin.core.sharing.copies import Hand
from addin.core.sharing.lines import SheetLines
from addin.core.sharing.plain import Plain, value_of
from addin.core.sharing.results import (
    ALIKE,
    BOTH_CHANGED,
    CHANGED_AND_GONE,
    GONE_AND_CHANGED,
    MANY_GONE,
    STRANGER,
    Conflict,
    Option,
    Values,
)
from addin.core.writes import Value
from addin.jobs.conflict_sheet import WHOLE_ROW, Told, Way
from addin.jobs.merge_writes import row_text, shown

_WHY = {
    BOTH_CHANGED: "Sổ và bản của tổ ghi ô này khác nhau",
    CHANGED_AND_GONE: "Một bên xoá dòng, một bên đã sửa dòng",
    GONE_AND_CHANGED: "Sổ đã xoá dòng mà bản của tổ còn sửa",
    MANY_GONE: "Bản của tổ thiếu nhiều dòng so với lúc tách: đã xoá thật hay chỉ dọn bản?",
    ALIKE: "Hai bên cùng thêm một dòng như nhau mà nội dung khác",
    STRANGER: "Dòng ghi cho người của tổ khác",
}
_COPIES_DIFFER = "Các bản của tổ ghi ô này khác nhau"
_GONE = "(xoá dòng)"
_NOT_HERE = "(không có dòng này)"


def told_of(sheets: Mapping[str, Sequence[SheetLines]], conflict: Conflict) -> Told:
    """In words: where, which record, who says what."""
    held = sheets[conflict.table]
    lines = next((one for one in held if one.sheet == conflict.sheet), held[-1])
    row = conflict.line.row if conflict.line else 0
    column = lines.places.get(conflict.column, 0) if conflict.column else 0
    record = "; ".join(shown(value_told(value_of(value))) for _, value in conflict.about if value is not None)
    heading = " ".join(lines.titles.get(conflict.column, "").split()) if conflict.column else WHOLE_ROW
    base = _said(lines, conflict.base)
    here = _said(lines, conflict.here) if conflict.line is not None else _NOT_HERE
    ways = tuple(
        Way(letter, _way(lines, conflict, option), "\n".join(map(_hand, option.hands)), tuple(hand.file for hand in option.hands))
        for letter, option in zip(letters_of(conflict), conflict.options, strict=True)
    )
    return Told(code_of(conflict), state_of(conflict.here), Place(lines.sheet, row, column), record, heading, _why(conflict), base, here, ways)


def _why(conflict: Conflict) -> str:
    """Who differs: where the workbook has what the copies began with, it is the copies alone."""
    is_between_copies = conflict.why == BOTH_CHANGED and len(conflict.options) > 1 and conflict.here == conflict.base
    return _COPIES_DIFFER if is_between_copies else _WHY[conflict.why]


def _said(lines: SheetLines, value: Plain | Values) -> Value:
    """What a square or a row says, numbers that name a person by their end only; None where a square is blank."""
    return row_text(lines, dict(value)) if isinstance(value, tuple) else value_told(value_of(value))


def _way(lines: SheetLines, conflict: Conflict, option: Option) -> Value:
    if option.value is None and not conflict.column:
        return _GONE
    said = _said(lines, option.value)
    return f"(thêm dòng bên cạnh) {said}" if option.is_beside else said


def _hand(hand: Hand) -> str:
    """`Tổ đảng 1 «sổ - Tổ 1.xlsx», Nguyễn Văn Mẫu, 09/7/2026 17:05`."""
    day, _, clock = hand.when.partition("T")
    moment = " ".join(filter(None, (vn_date(date.fromisoformat(day)) if day else "", clock)))
    return ", ".join(filter(None, (f"{hand.group} «{hand.file}»", hand.who, moment)))
