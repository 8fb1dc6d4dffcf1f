"""References inside formulas: found without parsing the rest, moved where rows were put in, translated to another row.

Texts, structured references, references of other workbooks and of several sheets at once (3D) stay as they are;
Excel leaves those alone too when rows come in.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from addin.core.places import column_letters, column_number
from addin.hosts.closed.patch.sheet_xml import LAST_COLUMN, LAST_ROW
from addin.hosts.closed.patch.workbook_parts import same_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from addin.hosts.closed.patch.room.inserted import Inserted

_CELL = r"\$?[A-Za-z]{1,3}\$?[1-9][0-9]{0,6}"
_ROW = r"\$?[1-9][0-9]{0,6}"
_COLUMN = r"\$?[A-Za-z]{1,3}"
_SHEET = r"(?:'(?:[^']|'')+'|(?:\[[^\[\]]+\])?[\w.]+(?::[\w.]+)?)!"
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    rf"|(?<![\w.$])(?P<sheet>{_SHEET})?"
    rf"(?:(?P<cells>{_CELL}(?::{_CELL})?)|(?P<rows>{_ROW}:{_ROW})|(?P<columns>{_COLUMN}:{_COLUMN}))(?![\w.(!\[])"
    r"|\[(?:[^\[\]']|'.|\[(?:[^\[\]']|'.)*\])*\]"
    r"|'(?:[^']|'')*'"
)
_CORNER = re.compile(r"(\$?)([A-Za-z]{1,3})(\$?)([0-9]+)")
_LINE = re.compile(r"(\$?)([0-9]+)")
_LETTERS = re.compile(r"(\$?)([A-Za-z]{1,3})")
_LOST = "#REF!"


def shifted(formula: str, inserted: Inserted, home: str | None, row: int | None = None) -> str:
    """The formula after rows were put in; `home` is the sheet it stands on, `row` its row there.

    A running total (`SUM(D$4:D9)` in row 9) means the rows down to its own: it does not reach over the new ones.
    """

    def moved(found: re.Match[str]) -> str:
        named = found["sheet"]
        if not _is_meant(named, home, inserted.sheet) or found["columns"]:
            return found[0]
        own_row = row if home is not None and same_name(home, inserted.sheet) else None
        return (named or "") + (_moved_cells(found["cells"], inserted, own_row) if found["cells"] else _moved_rows(found["rows"], inserted))

    return _replaced(formula, moved)


def renamed(formula: str, before: str, after: str) -> str:
    """The formula with references to one sheet by its name turned to another: a copied sheet means itself."""
    quoted = "'" + after.replace("'", "''") + "'!"

    def turned(found: re.Match[str]) -> str:
        named = found["sheet"]
        return quoted + found[0][len(named) :] if named and _is_meant(named, None, before) else found[0]

    return _replaced(formula, turned)


def names_sheet(formula: str, sheet: str) -> bool:
    """Whether the formula refers to the sheet by its name."""
    return any(found["sheet"] and _is_meant(found["sheet"], None, sheet) for found in _TOKEN.finditer(formula))


def ends_at(formula: str, row: int) -> bool:
    """Whether a range on the formula's own sheet, downwards over rows or one square wide, ends with the row."""
    for found in _TOKEN.finditer(formula):
        if found["cells"] and not found["sheet"] and ":" in found["cells"]:
            (_, first_column, _, first), (_, last_column, _, last) = _corners(found["cells"])
            if int(last) == row and (int(first) < row or first_column.upper() == last_column.upper()):
                return True
    return False


def translated(formula: str, down: int, right: int = 0) -> str:
    """The formula as Excel fills it that many rows down and columns to the right; `$` holds."""

    def filled(found: re.Match[str]) -> str:
        named = found["sheet"] or ""
        if found["cells"]:
            corners = [_filled_corner(corner, down, right) for corner in _corners(found["cells"])]
        elif found["rows"]:
            corners = [_filled_line(line, down) for line in _LINE.findall(found["rows"])]
        else:
            corners = [_filled_column(column, right) for column in _LETTERS.findall(found["columns"])]
        return _LOST if None in corners else named + ":".join(filter(None, corners))

    return _replaced(formula, filled)


def _replaced(formula: str, change: Callable[[re.Match[str]], str]) -> str:
    """Every reference changed; texts, brackets and names in quotes passed over."""
    return _TOKEN.sub(lambda found: change(found) if _is_reference(found) else found[0], formula)


def _is_reference(found: re.Match[str]) -> bool:
    """A name such as ABCD1 or XYZ123 stands for no square: no sheet has such a column."""
    letters = [letters for _, letters, _, _ in _corners(found["cells"] or "")]
    return bool(found["cells"] or found["rows"] or found["columns"]) and all(column_number(text) <= LAST_COLUMN for text in letters)


def _is_meant(named: str | None, home: str | None, sheet: str) -> bool:
    """Whether a reference with this sheet before it, or none, lies on the sheet."""
    if not named:
        return home is not None and same_name(home, sheet)
    name = named[:-1]
    if name.startswith("'"):
        name = name[1:-1].replace("''", "'")
    return same_name(name, sheet)


def _corners(cells: str) -> list[tuple[str, str, str, str]]:
    return _CORNER.findall(cells)


def _moved_cells(cells: str, inserted: Inserted, own_row: int | None) -> str:
    """A square moves; a range moves and, where it ran down to the last record, grows."""
    corners = _corners(cells)
    (_, first_column, _, first), (_, last_column, held, last) = corners[0], corners[-1]
    is_range = len(corners) > 1 and (int(first) < int(last) or first_column.upper() == last_column.upper())
    is_running = own_row == inserted.after and not held
    start, end = inserted.span(int(first), int(last), grows=is_range and not is_running)
    rows = (start, end) if len(corners) > 1 else (start,)
    return ":".join(f"{dollar}{letters}{hold}{row}" for (dollar, letters, hold, _), row in zip(corners, rows, strict=True))


def _moved_rows(rows: str, inserted: Inserted) -> str:
    return ":".join(f"{hold}{inserted.row(int(number))}" for hold, number in _LINE.findall(rows))


def _filled_corner(corner: tuple[str, str, str, str], down: int, right: int) -> str | None:
    dollar, letters, hold, number = corner
    column, line = _filled_column((dollar, letters), right), _filled_line((hold, number), down)
    return column + line if column and line else None


def _filled_line(line: tuple[str, str], down: int) -> str | None:
    hold, number = line
    row = int(number) + (0 if hold else down)
    return f"{hold}{row}" if 1 <= row <= LAST_ROW else None


def _filled_column(column: tuple[str, str], right: int) -> str | None:
    dollar, letters = column
    number = column_number(letters) + (0 if dollar else right)
    return f"{dollar}{column_letters(number) if right and not dollar else letters}" if 1 <= number <= LAST_COLUMN else None
