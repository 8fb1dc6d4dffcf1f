"""`put`: sets squares and changes nothing else; the patcher's own door, for scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from addin.core.grids import Grid, Raw, SquareError, Uncached
from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.writes import Value, Write, Writes
from addin.errors import Misuse, RefusedWrite
from addin.hosts.extent import MOST_COLUMNS, MOST_ROWS, is_far
from addin.hosts.port import Host
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.restricted import with_secrets
from addin.jobs.secrecy import refuse_stamped_heads

_NUMBER = re.compile(r"-?\d+(\.\d+)?")
_MOST_DIGITS = 15
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_ASSIGNMENT = re.compile(r"(?P<sheet>.+?)!(?P<cell>[A-Za-z]{1,3}[1-9]\d{0,6})=(?P<value>.*)", re.DOTALL)
_LEADING_ZERO = re.compile(r"-?0\d+")


@dataclass(frozen=True, slots=True)
class PutResult:
    """The squares in the order given, each with what stands there now."""

    workbook: str
    writes: tuple[Write, ...]


def put(host: Host, assignments: Iterable[str]) -> Outcome[PutResult]:
    """`SHEET!SQUARE=VALUE` each; Misuse names the first that cannot be meant, RefusedWrite one that nobody could read afterwards."""
    grids = {grid.sheet: grid for grid in host.grids()}
    refuse_stamped_heads(host.name, grids.values(), ())
    writes = with_secrets(tuple(_write(text, grids) for text in assignments), grids.values())
    return Outcome(PutResult(host.name, writes), effects=Effects(Writes(writes)))


def _write(text: str, grids: dict[str, Grid]) -> Write:
    match = _ASSIGNMENT.fullmatch(text)
    if match is None:
        raise Misuse(f"“{text}” không đúng dạng SHEET!Ô=GIÁ TRỊ.", "Ví dụ: “Đảng viên!F12=2019-09-03”.")
    grid = grids.get(match["sheet"]) or grids.get(match["sheet"].strip("'"))
    if grid is None:
        raise Misuse(f"Sổ không có sheet “{match['sheet']}”.", f"Các sheet: {', '.join(grids)}.")
    if grid.far is not None:
        raise Misuse(f"Sheet “{grid.sheet}” ngoài giới hạn {MOST_ROWS} dòng, {MOST_COLUMNS} cột nên chưa đọc.", "Ghi vào sheet này bằng Excel.")
    place = Place.at(grid.sheet, match["cell"])
    if is_far(place.row, place.column):
        raise RefusedWrite(
            f"Ô {place.cell} ngoài giới hạn {MOST_ROWS} dòng, {MOST_COLUMNS} cột.",
            "Chọn một ô trong giới hạn: dữ liệu ngoài đó sẽ không đọc lại được.",
        )
    return Write(place, value_of(match["value"]), "put", _shown(grid.at(place.row, place.column)))


def value_of(text: str) -> Value:
    """Empty, TRUE/FALSE, YYYY-MM-DD, a number a square holds digit by digit, else text; `'` forces text.

    Leading zeros, more digits than Excel keeps, and what only looks like a power of ten (a class 12E3) stay text.
    """
    if text == "":
        return None
    if text.startswith("'"):
        return text[1:]
    if text in ("TRUE", "FALSE"):
        return text == "TRUE"
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Misuse(f"Không có ngày “{text}”.", "Ghi ngày như 2019-09-03.") from None
    if not _NUMBER.fullmatch(text) or _LEADING_ZERO.fullmatch(text) or _digit_count(text) > _MOST_DIGITS:
        return text
    return float(text) if "." in text else int(text)


def _digit_count(text: str) -> int:
    return len(re.sub(r"\D", "", text).lstrip("0"))


def _shown(raw: Raw) -> Value:
    if isinstance(raw, SquareError):
        return raw.code
    if isinstance(raw, Uncached):
        return "(công thức)"
    return raw if isinstance(raw, str | int | float | bool | date | None) else str(raw)
