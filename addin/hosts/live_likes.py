"""A new year's sheet in an open workbook: how it will read once it is made, so that all is planned and refused before.

The office copies the pattern whole; the records go from the copy, and what hung on the old sheet alone, as in a closed
file: pictures, charts, notes, links. New rows then stand where the old ones stood, the rest behind the last of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NoReturn

from addin.core.grids import Grid, Raw
from addin.core.places import Place
from addin.core.writes import SheetLike, Writes
from addin.errors import ChangedMeanwhile
from addin.hosts.own_sheets import refuse_name
from addin.hosts.refusal import refuse

Square = tuple[int, int]
_REFERENCE = re.compile(
    r'"(?:[^"]|"")*"'
    r"|(?<![\w.$\]'])(?P<sheet>\$?(?:'(?:[^']|'')+'|\w+))(?P<between>[!.])(?=\$?[A-Za-z]{1,3}(?:\$?[0-9]|:)|\$?[0-9]+:)"
)


@dataclass(frozen=True, slots=True)
class NewSheet:
    """A sheet to be made, and how many of the pattern's record rows new records will take."""

    like: SheetLike
    record_count: int

    @property
    def ready(self) -> frozenset[int]:
        """The rows that stand ready, looks and formulas in them."""
        return frozenset(range(self.like.first_row, self.like.last_row + 1))

    def is_kept(self, row: int) -> bool:
        """Whether formulas of a row stay: all but those of records that nobody takes the place of."""
        return not self.like.first_row + self.record_count <= row <= self.like.last_row


def new_sheets(writes: Writes) -> tuple[NewSheet, ...]:
    """The sheets that new rows need, each once."""
    counts = [(like, sum(row.like == like for row in writes.appends)) for like in writes.likes]
    return tuple(NewSheet(like, min(count, like.last_row - like.first_row + 1)) for like, count in counts)


def placed(writes: Writes) -> Writes:
    """The rows as rows of sheets that are there: those beyond the pattern's records make room behind the last."""
    appends = list(writes.appends)
    for like in writes.likes:
        own = [number for number, row in enumerate(appends) if row.like == like]
        room = like.last_row - like.first_row + 1
        for count, number in enumerate(own):
            row = replace(appends[number], like=None)
            beyond = replace(row, after_row=like.last_row, makes_room=True, grows=True)
            appends[number] = row if count < room else beyond
    return replace(writes, appends=tuple(appends))


def grid_like(new: NewSheet, pattern: Grid) -> Grid:
    """The new sheet as it will be read before any record is on it."""
    rows = [list(line) for line in pattern.values]
    for row in new.ready & set(range(1, len(rows) + 1)):
        rows[row - 1] = [
            value if (row, column) in pattern.formulas and new.is_kept(row) else None for column, value in enumerate(rows[row - 1], 1)
        ]
    for row, column, words in new.like.texts:
        if row <= len(rows) and column <= len(rows[row - 1]):
            rows[row - 1][column - 1] = words
    formulas = frozenset(square for square in pattern.formulas if new.is_kept(square[0]))
    hidden = pattern.hidden_rows - new.ready
    values = tuple(map(tuple, rows))
    return replace(pattern, sheet=new.like.sheet, values=values, formulas=formulas, hidden_rows=hidden, state="visible")


def cleared(new: NewSheet, pattern: Grid) -> Iterator[Square]:
    """The squares of the copy that lose what the pattern holds in them."""
    for row in sorted(new.ready):
        for column, value in enumerate(pattern.row(row), 1):
            is_formula = (row, column) in pattern.formulas
            if (value is not None or is_formula) and not (is_formula and new.is_kept(row)):
                yield row, column


def rows_meant(grid: Grid, values: Mapping[Square, Raw] | None = None) -> tuple[tuple[Raw, ...], ...]:
    """What the sheet is to hold, formulas as a bare sign of equality: they may give what they like."""
    meant: dict[Square, Raw] = dict.fromkeys(grid.formulas, "=")
    meant |= values or {}
    height = max([grid.row_count, *(row for row, _ in meant)])
    width = max([len(line) for line in grid.values] + [column for _, column in meant], default=0)
    return tuple(
        tuple(meant.get((row, column), grid.at(row, column)) for column in range(1, width + 1)) for row in range(1, height + 1)
    )


def turned(new: NewSheet, texts: Mapping[Square, str]) -> dict[Square, str]:
    """The pattern's formulas that name their own sheet, as they mean the new one; shares of arrays stay."""
    found = {square: _turned(text, new.like) for square, text in texts.items() if new.is_kept(square[0]) and text.startswith("=")}
    return {square: text for square, text in found.items() if text != texts[square]}


def _turned(formula: str, like: SheetLike) -> str:
    after = "'" + like.sheet.replace("'", "''") + "'"

    def named(found: re.Match[str]) -> str:
        if not found["sheet"] or _plain(found["sheet"]) != like.pattern.casefold():
            return found[0]
        return ("$" if found["sheet"].startswith("$") else "") + after + found["between"]

    return _REFERENCE.sub(named, formula)


def names_sheet(formula: str, sheet: str) -> bool:
    """Whether a formula refers to a sheet by its name."""
    return any(found["sheet"] and _plain(found["sheet"]) == sheet.casefold() for found in _REFERENCE.finditer(formula))


def _plain(named: str) -> str:
    name = named.lstrip("$")
    return (name[1:-1].replace("''", "'") if name.startswith("'") else name).casefold()


def refuse_taken_names(like: SheetLike, names: Sequence[str]) -> None:
    """RefusedWrite where the pattern is gone, a sheet of that name is there already, or Excel takes no such name."""
    refuse_name(like.sheet)
    folded = {name.casefold() for name in names}
    if like.pattern.casefold() not in folded:
        refuse("sổ không có trang tính này", "Đọc lại sổ rồi bấm lại nút.", Place(like.pattern))
    if like.sheet.casefold() in folded:
        refuse("sổ đã có trang tính này", "Đổi tên trang tính đang có rồi bấm lại nút.", Place(like.sheet))


def refuse_pattern(like: SheetLike, *, has_tables: bool, is_protected: bool) -> None:
    """RefusedWrite for a pattern that is not copied; the reasons are those of a closed file."""
    if has_tables:
        refuse_copying(like, "trang tính mẫu có bảng (Table) hoặc bảng tổng hợp (Pivot)")
    if is_protected:
        refuse_copying(like, "trang tính mẫu đang được bảo vệ nên không lập trang tính mới theo nó được")


def refuse_copying(like: SheetLike, reason: str) -> NoReturn:
    """RefusedWrite with what a person can do."""
    by_hand = f"Chép sheet «{like.pattern}» thành «{like.sheet}», xoá các dòng cũ, sửa năm ở tiêu đề, rồi bấm lại nút."
    refuse(reason, by_hand, Place(like.pattern))


def refuse_changed_pattern(now: Grid, known: Grid | None) -> None:
    """Where the records lie was told by what was read: the pattern must still read so."""
    if known is not None and (now.values, now.formulas) != (known.values, known.formulas):
        raise ChangedMeanwhile(f"Sheet «{now.sheet}» đã đổi sau khi chương trình đọc sổ; chưa ghi gì.", "Xem lại sheet ấy rồi bấm lại nút.")
