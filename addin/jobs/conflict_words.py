"""A conflict of a merge in words: where it is, which record, who says what and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    Values,
)
from addin.core.writes import Value
from addin.jobs.conflict_sheet import Told, Way
from addin.jobs.merge_writes import row_text, shown

_WHY = {
    BOTH_CHANGED: "Sổ và bản của tổ cùng sửa ô này",
    CHANGED_AND_GONE: "Một bên xoá dòng, một bên đã sửa dòng",
    GONE_AND_CHANGED: "Sổ đã xoá dòng mà bản của tổ còn sửa",
    MANY_GONE: "Bản của tổ thiếu nhiều dòng so với lúc tách: đã xoá thật hay chỉ dọn bản?",
    ALIKE: "Hai bên cùng thêm một dòng như nhau mà nội dung khác",
    STRANGER: "Dòng ghi cho người của tổ khác",
}
_GONE = "(xoá dòng)"
_NOT_HERE = "(không có dòng này)"


def told_of(sheets: Mapping[str, Sequence[SheetLines]], conflict: Conflict) -> Told:
    """In words: where, which record, who says what."""
    held = sheets[conflict.table]
    lines = next((one for one in held if one.sheet == conflict.sheet), held[-1])
    row = conflict.line.row if conflict.line else 0
    column = lines.places.get(conflict.column, 0) if conflict.column else 0
    record = "; ".join(shown(value_of(value)) for _, value in conflict.about if value is not None)
    heading = " ".join(lines.titles.get(conflict.column, "").split()) if conflict.column else "(cả dòng)"
    base = _said(lines, conflict.base, "") if conflict.base is not None else None
    here = _said(lines, conflict.here, _NOT_HERE)
    ways = tuple(
        Way(letter, _way(lines, option.value, is_beside=option.is_beside), "\n".join(map(_hand, option.hands)), tuple(hand.file for hand in option.hands))
        for letter, option in zip(letters_of(conflict), conflict.options, strict=True)
    )
    return Told(code_of(conflict), state_of(conflict.here), Place(lines.sheet, row, column), record, heading, _WHY[conflict.why], base, here, ways)


def _said(lines: SheetLines, value: Plain | Values, nothing: str) -> Value:
    if isinstance(value, tuple):
        return row_text(lines, dict(value))
    return value_of(value) if value is not None else nothing or None


def _way(lines: SheetLines, value: Plain | Values, *, is_beside: bool) -> Value:
    text = _said(lines, value, _GONE)
    return f"(thêm dòng bên cạnh) {text}" if is_beside else text


def _hand(hand: Hand) -> str:
    """`Tổ đảng 1 «sổ - Tổ 1.xlsx», Nguyễn Văn Mẫu, 28/11/2026 17:05`."""
    day, _, clock = hand.when.partition("T")
    moment = " ".join(filter(None, ("/".join(reversed(day.split("-"))), clock)))
    return ", ".join(filter(None, (f"{hand.group} «{hand.file}»", hand.who, moment)))
