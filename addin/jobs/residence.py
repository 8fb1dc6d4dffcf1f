"""`residence`: who is to be asked about at the place of residence in a year, who was, what came back, what is overdue (F55, F56)."""

from __future__ import annotations

from datetime import date

from addin.core.dates import vn_date
from addin.core.records import dataclass
from addin.core.summaries.records.residence import ResidenceState, ResidenceYear, residence_year
from addin.core.writes import Value, Write, Writes
from addin.errors import Misuse
from addin.jobs.appending import append_rows
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome


@dataclass(frozen=True, slots=True)
class ResidenceResult:
    """The year; `is_base_cell` says whether letters are the cell's to make. `noted`: who is entered as asked, where a day was given."""

    workbook: str
    on: date
    is_base_cell: bool
    record: ResidenceYear
    noted: tuple[str, ...] = ()
    sent: date | None = None


def residence(opened: Opened, year: int | None, on: date, sent: date | None = None) -> Outcome[ResidenceResult]:
    """The list of the year; with `sent`, that day goes to everybody nobody was asked about yet. Misuse for a day of another time."""
    opened.require("members")
    asked = year or on.year
    record = residence_year(opened.reading, asked, on)
    is_base = bool(opened.book.settings.is_base_cell)
    if sent is None:
        return Outcome(ResidenceResult(opened.name, on, is_base, record))
    opened.require("residence_comments")
    if sent > on or sent.year not in (asked, asked + 1):
        raise Misuse(f"Ngày gửi {vn_date(sent)} không phải ngày đã qua của năm {asked}.", "Ghi --sent là ngày đã gửi phiếu.")
    waiting = [line for line in record.lines if line.state is ResidenceState.NOT_ASKED]
    entered = {row.place("member"): row for row in opened.book.residence_comments}
    because = f"gửi phiếu nơi cư trú năm {asked}"
    squares = tuple(
        Write(row.place("requested_on"), sent, because, None)
        for line in waiting
        if (row := entered.get(line.place)) is not None and row.has("requested_on")
    )
    rows: list[dict[str, Value]] = [{"year": asked, "member": line.full_name, "requested_on": sent} for line in waiting if line.place not in entered]
    writes = Writes(squares, appends=append_rows(opened.reading, "residence_comments", rows, because))
    result = ResidenceResult(opened.name, on, is_base, record, tuple(line.full_name for line in waiting), sent)
    return Outcome(result, effects=Effects(writes))
