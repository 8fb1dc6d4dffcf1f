"""What would be written, told before it is: the count, the first squares with before and after."""

from __future__ import annotations

from addin.core.masks import value_told
from addin.core.places import column_letters
from addin.core.writes import RowAppend, Write, Writes
from addin.output.values import before_and_after, shown

_SHOWN_WRITES = 20
_LONGEST_SHOWN = 90


def preview_lines(writes: Writes, most: int = _SHOWN_WRITES) -> list[str]:
    """The count, then the first squares with before and after, then how many more."""
    total = len(writes.squares) + len(writes.appends)
    lines = [f"Sẽ ghi {total} ô, dòng."] if total else []
    lines += [_write_line(write) for write in writes.squares[:most]]
    lines += [_append_line(append) for append in writes.appends[: max(most - len(writes.squares), 0)]]
    if total > most:
        lines.append(f"… và {total - most} ô, dòng nữa.")
    lines += [f"Sẽ lập lại sheet “{sheet.sheet}” ({max(len(sheet.rows) - sheet.header_rows, 0)} dòng)." for sheet in writes.sheets]
    if writes.notes:
        lines.append(f"Sẽ ghi chú vào {len(writes.notes)} ô.")
    return lines


def _write_line(write: Write) -> str:
    before, after = before_and_after(write)
    return f"  {write.place}: {_short(shown(before))} → {_short(shown(after))}"


def _short(text: str) -> str:
    line = " ".join(text.splitlines())  # blanks stay: they may be all that changes
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def _append_line(append: RowAppend) -> str:
    """Where the row comes and why, then each filled square under the letter of its column."""
    filled = ((column, shown(value_told(value))) for column, value in append.values if value not in (None, ""))
    squares = "; ".join(f"{column_letters(column)}: {_short(said)}" for column, said in filled)
    return f"  '{append.sheet}', thêm một dòng sau dòng {append.after_row}: {append.because}{f' → {squares}' if squares else ''}"
