"""The sheet “Xung đột”: what the workbook and its copies say of the same square, side by side, and what was chosen for it.

Only the choices on it are read again. A choice stays there as long as the copies say what they said, so that merging again
asks nothing twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_uppercase

from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.sharing.choosing import KEEP, Choice
from addin.core.sharing.plain import plain, value_of
from addin.core.tables.our_sheets import CONFLICTS
from addin.core.writes import SheetReplace, Value

_STATE, _CHOICE, _OTHER, _CODE = "Tình trạng", "Chọn (ghi A, B…)", "Hoặc ghi giá trị khác", "Mã (không sửa)"
_FIXED = (_STATE, "Sheet", "Ô", "Dòng nào", "Cột", "Vì sao hỏi", "Lúc tách", f"{KEEP}. Trong sổ")
_WIDTHS = (12, 14, 8, 34, 18, 26, 22, 26)
_WAY_WIDTHS, _LAST_WIDTHS = (26, 26), (19, 24, 22)
_TITLE = "Sổ và bản của tổ ghi khác nhau ở những chỗ sau. Ghi A (theo sổ), B (theo bản của tổ)… hoặc một giá trị khác, rồi gộp lại; chưa chọn thì sổ giữ nguyên."
_HEADS = 2
WHOLE_ROW = "(cả dòng)"
_LETTERS = re.compile(r"[A-Z](?:[\s,;]*[A-Z])*")
_BLANK = "(trống)"
_OPEN, _DONE = "Chưa chọn", "Đã chọn"


@dataclass(frozen=True, slots=True)
class Way:
    """One of the ways: its letter, what it says, who says it and when; `hands` names the copies' files."""

    letter: str
    value: Value
    who: str
    hands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unfit:
    """What somebody wrote to choose and that chooses nothing: its words, why, and what of it stays on the sheet."""

    said: str
    why: str
    letters: Value = None
    other: Value = None


@dataclass(frozen=True, slots=True)
class Told:
    """A conflict in words, with the choice made for it, if any, or what was meant as one and is none."""

    code: str
    state: str
    place: Place
    record: str
    heading: str
    why: str
    base: Value
    here: Value
    ways: tuple[Way, ...]
    choice: Choice = Choice()
    unfit: Unfit | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A line of the sheet as it stands: the conflict's code, what the workbook had then, the choice, all its squares by heading."""

    code: str
    state: str
    choice: Choice
    squares: Mapping[str, Raw]

    def unfit(self, state: str) -> Unfit | None:
        """Why its choice is none for a conflict of that state; None where nobody chose. What was chosen before the workbook changed goes."""
        letters, other = (value_of(plain(self.squares.get(heading))) for heading in (_CHOICE, _OTHER))
        said = " ".join(str(one) for one in (letters, other) if one is not None)
        if not said:
            return None
        if self.choice and self.state != state and not (self.choice.is_other and self._is_row):
            return Unfit(said, "sổ đã đổi từ lúc chọn, nên hỏi lại")
        known = ", ".join(self._letters)
        why = f"cả dòng thì chỉ chọn bằng chữ ({known})" if self.choice.is_other else f"chỗ này chọn một trong {known}"
        return Unfit(said, f"{why}; vẫn để nguyên ở sheet “{CONFLICTS}”", letters, other)

    @property
    def _letters(self) -> tuple[str, ...]:
        return tuple(ascii_uppercase[: 1 + _way_count(self.squares)])

    @property
    def _is_row(self) -> bool:
        return str(self.squares.get("Cột")) == WHOLE_ROW

    def tells_of(self, file: str) -> bool:
        """Whether the copy has a part in it."""
        return any(f"«{file}»" in str(raw) for raw in self.squares.values())


def found_in(grids: Iterable[Grid]) -> tuple[Found, ...]:
    """What stands on the sheet; nothing where there is none of ours."""
    grid = next((one for one in grids if one.sheet == CONFLICTS and _CODE in one.row(_HEADS)), None)
    if grid is None:
        return ()
    headings = [str(raw or "") for raw in grid.row(_HEADS)]
    lines = (dict(zip(headings, grid.row(number), strict=False)) for number in range(_HEADS + 1, grid.row_count + 1))
    return tuple(_found(line) for line in lines if line.get(_CODE))


def _found(line: Mapping[str, Raw]) -> Found:
    code, _, state = str(line[_CODE]).partition("-")
    other = plain(line.get(_OTHER))
    chosen = str(line.get(_CHOICE) or "").upper().strip()
    letters = tuple(re.findall(r"[A-Z]", chosen)) if _LETTERS.fullmatch(chosen) else ()
    is_known = {*letters} <= {*ascii_uppercase[: 1 + _way_count(line)]}
    return Found(code, state, Choice((), other, is_other=True) if other is not None else Choice(letters if is_known else ()), line)


def conflict_sheet(told: Sequence[Told], kept: Sequence[Found]) -> SheetReplace:
    """Open ones first; behind the settled ones those that are kept of before."""
    ordered = sorted(told, key=lambda one: (bool(one.choice), one.place.sheet, one.place.row, one.place.column, one.code))
    most = max([1, *(len(one.ways) for one in ordered), *(_way_count(one.squares) for one in kept)])
    headings = (*_FIXED, *(text for at in range(most) for text in _way_headings(at)), _CHOICE, _OTHER, _CODE)
    lines = [*(_line(one, most) for one in ordered), *(tuple(_kept(one, heading) for heading in headings) for one in kept)]
    widths = (*_WIDTHS, *_WAY_WIDTHS * most, *_LAST_WIDTHS)
    rows = ((_TITLE,), headings, *lines)
    return SheetReplace(
        CONFLICTS, rows, widths, header_rows=_HEADS, because="Xung đột khi gộp bản của tổ", link_column=_FIXED.index("Ô") + 1, is_filtered=True, titles=1
    )


def is_on(grids: Iterable[Grid], sheet: SheetReplace) -> bool:
    """Whether the workbook has the sheet so already."""
    grid = next((one for one in grids if one.sheet == sheet.sheet), None)
    if grid is None:
        return len(sheet.rows) == _HEADS  # nothing to tell, and no sheet
    width = max(map(len, sheet.rows))
    rows = [tuple(plain(grid.at(number, column)) for column in range(1, width + 1)) for number in range(1, max(grid.row_count, len(sheet.rows)) + 1)]
    return rows == [tuple(map(plain, row)) + (None,) * (width - len(row)) for row in sheet.rows]


def _way_headings(at: int) -> tuple[str, str]:
    letter = ascii_uppercase[at + 1]
    return (f"{letter}. Bản của tổ", f"{letter}: ai, lúc nào")


def _way_count(squares: Mapping[str, Raw]) -> int:
    return sum(bool(re.fullmatch(r"[B-Z]: ai, lúc nào", heading)) and bool(raw) for heading, raw in squares.items())


def _line(one: Told, most: int) -> tuple[Value, ...]:
    ways = [part for way in one.ways for part in (_shown(way.value), way.who)]
    ways += [None] * (2 * most - len(ways))
    letters: Value = ", ".join(one.choice.letters) or None
    other = value_of(one.choice.other) if one.choice.is_other else None
    if one.unfit is not None:
        letters, other = one.unfit.letters, one.unfit.other
    fixed = (_DONE if one.choice else _OPEN, one.place.sheet, one.place.cell, one.record, one.heading, one.why, one.base, _shown(one.here))
    return (*fixed, *ways, letters, other, f"{one.code}-{one.state}")


def _shown(value: Value) -> Value:
    """Blank is said: a square of this sheet that says nothing could mean anything."""
    return _BLANK if value is None else value


def _kept(found: Found, heading: str) -> Value:
    if heading == _STATE:
        return _DONE if found.choice else _OPEN
    return value_of(plain(found.squares.get(heading)))


def staying(before: Iterable[Found], told: Iterable[Told], files: Iterable[str]) -> Iterator[Found]:
    """Lines of before that nobody asked about this time: choices that were made, and conflicts of copies not merged now."""
    known, merged = {one.code for one in told}, tuple(files)
    for found in before:
        if found.code not in known and (found.choice or not any(found.tells_of(file) for file in merged)):
            yield found
