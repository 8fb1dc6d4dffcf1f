"""What a person wrote on the findings sheet herself, in columns behind ours or rows below: it follows its finding.

The list is made anew each time, so every remark goes to the row where its finding stands now. One whose finding is gone
stays below the list, marked as settled, until she takes it away; so does a row that is hers alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta

from addin.core.dates import vn_date
from addin.core.grids import Grid, Raw, SquareError, Uncached
from addin.core.records import dataclass
from addin.core.writes import SheetReplace, Value

SETTLED = "Đã hết"
_FIRST_ROWS = 5
_KEYS = (("Mã", "Sheet", "Ô", "Nội dung"), ("Mã", "Sheet", "Ô"), ("Mã", "Sheet", "Nội dung"))
"""What a finding is known by again, the surest first: a corrected word in its message, a row that moved."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the list as it stood: ours by heading, and what she wrote beside it."""

    ours: Mapping[str, Value]
    hers: tuple[Value, ...]


def beside(new: SheetReplace, standing: Grid | None) -> SheetReplace:
    """The new list with what she wrote on the one that stands there."""
    headings = [str(heading) for heading in new.rows[new.header_rows - 1]]
    top = _heading_row(standing, headings) if standing is not None else 0
    if standing is None or not top:
        return new
    own = _columns_of_hers(standing, top, headings)
    lines = list(_lines(standing, top, headings, own))
    kept = [number for number, line in enumerate(lines) if any(value is not None for value in line.hers) or _is_hers_alone(line)]
    if not own and not kept:
        return new
    listed = [dict(zip(headings, row, strict=False)) for row in new.rows[new.header_rows :]]
    places = _places(lines, listed)
    empty: tuple[Value, ...] = (None,) * len(own)
    rows = [
        *new.rows[: new.header_rows - 1],
        (*new.rows[new.header_rows - 1], *(_value(standing.at(top, column)) for column in own)),
        *((*row, *(lines[places[at]].hers if at in places else empty)) for at, row in enumerate(new.rows[new.header_rows :])),
        *(_left(lines[number], headings) for number in kept if number not in places.values()),
    ]
    return replace(new, rows=tuple(rows))


def _heading_row(standing: Grid, headings: Sequence[str]) -> int:
    """Where the headings of ours stand; 0 where they do not."""
    wanted = set(headings)
    rows = range(1, min(_FIRST_ROWS, standing.row_count) + 1)
    return next((row for row in rows if len(wanted & set(map(str, standing.row(row)))) * 2 > len(wanted)), 0)


def _columns_of_hers(standing: Grid, top: int, headings: Sequence[str]) -> tuple[int, ...]:
    """Columns that are none of ours and hold anything."""
    width = max(len(row) for row in standing.values)
    held = [any(row[column - 1] is not None for row in standing.values[top - 1 :] if len(row) >= column) for column in range(1, width + 1)]
    return tuple(column for column in range(1, width + 1) if held[column - 1] and str(standing.at(top, column) or "") not in headings)


def _lines(standing: Grid, top: int, headings: Sequence[str], own: Sequence[int]) -> Iterator[_Line]:
    at = {str(standing.at(top, column)): column for column in range(len(standing.row(top)), 0, -1)}
    for row in range(top + 1, standing.row_count + 1):
        ours = {heading: _value(standing.at(row, at[heading])) for heading in headings if heading in at}
        yield _Line(ours, tuple(_value(standing.at(row, column)) for column in own))


def _is_hers_alone(line: _Line) -> bool:
    """A row without code or severity that says anything: somebody wrote it below the list."""
    return not line.ours.get("Mã") and not line.ours.get("Mức") and any(line.ours.values()) and not _is_empty_list(line)


def _is_empty_list(line: _Line) -> bool:
    """The row of ours that says that nothing was found."""
    return [heading for heading, value in line.ours.items() if value] == ["Nội dung"] and str(line.ours["Nội dung"]).startswith("Không có lỗi nào đến")


def _places(standing: Sequence[_Line], listed: Sequence[Mapping[str, Value]]) -> dict[int, int]:
    """By number of a row of the new list the line that stood for its finding; nothing is guessed where two could be meant."""
    found: dict[int, int] = {}
    for key in _KEYS:
        old = _numbered(key, [line.ours for line in standing])
        new = _numbered(key, listed)
        for known, lines in old.items():
            rows = new.get(known, [])
            if len(rows) == 1 == len(lines) and rows[0] not in found and lines[0] not in found.values():
                found[rows[0]] = lines[0]
    return found


def _numbered(key: Iterable[str], rows: Iterable[Mapping[str, Value]]) -> dict[tuple[str, ...], list[int]]:
    """The numbers of the rows by what a finding is known by."""
    numbered: dict[tuple[str, ...], list[int]] = {}
    for number, row in enumerate(rows):
        if row.get("Mã"):
            numbered.setdefault(tuple(str(row.get(name) or "") for name in key), []).append(number)
    return numbered


def _left(line: _Line, headings: Sequence[str]) -> tuple[Value, ...]:
    """A line without a finding any more, as it stood."""
    ours = dict(line.ours)
    if ours.get("Mã"):
        ours |= {"STT": None, "Mức": SETTLED, "Cùng lỗi": None}
    return (*(ours.get(heading) for heading in headings), *line.hers)


def _value(held: Raw) -> Value:
    """What stands there as it is written again; of a formula what it shows."""
    if isinstance(held, SquareError):
        return held.code
    if isinstance(held, datetime):
        return held.date() if held.time() == time() else f"{held.hour:02}:{held.minute:02} {vn_date(held.date())}"
    if isinstance(held, time | timedelta):
        return str(held)
    return None if isinstance(held, Uncached) else held
