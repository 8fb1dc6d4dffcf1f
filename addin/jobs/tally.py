"""`tally`: compares the two counts; only when they agree are the minutes made and the sums written."""

from __future__ import annotations

from pathlib import Path

from addin.core.ratings.double_count import FIGURES, Agreed, DoubleCount, double_count
from addin.core.tables.people import Roster, person_key
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.glossary import header
from addin.jobs.answers import place_form, plain
from addin.jobs.document import Request, document
from addin.jobs.opening import Opened
from addin.jobs.outcome import Outcome


def tally(opened: Opened, request: Request, templates: Path | None = None) -> Outcome:
    """Differences square by square, or the minutes and the agreed sums."""
    opened.require("tallies")
    year = request.needed_year
    counted = double_count(opened.book, year)
    if not counted.agreed and not counted.differences and not counted.alone:
        raise Misuse(f"Sheet Phiếu đếm chưa có dòng nào của năm {year}.", "Nhập số đếm của hai người kiểm phiếu.")
    answer = _answer(opened, counted)
    if not counted.is_settled:
        return Outcome(answer, tuple(_open_lines(counted)))
    minutes = document(opened, "count-minutes", request, templates)
    lines = [f"Hai người đếm khớp cả {len(counted.agreed):02d} đối tượng.", *minutes.lines]
    return Outcome({**answer, "missing": minutes.answer["missing"]}, tuple(lines), writes=_sums(opened, counted), papers=minutes.papers)


def _answer(opened: Opened, counted: DoubleCount) -> dict[str, object]:
    return {
        "workbook": opened.name,
        "year": counted.year,
        "settled": counted.is_settled,
        "agreed": [{"subject": item.subject, **item.counts} for item in counted.agreed],
        "differences": [
            {
                "subject": item.subject,
                "figure": item.figure,
                "first": item.first,
                "second": item.second,
                "places": plain(item.places),
            }
            for item in counted.differences
        ],
        "alone": [{"subject": subject, "place": place_form(place)} for subject, place in counted.alone],
    }


def _open_lines(counted: DoubleCount) -> list[str]:
    lines = [f"Hai người đếm chưa khớp: {len(counted.differences):02d} ô khác nhau. Chưa lập biên bản."]
    for item in counted.differences:
        name = header("tallies", item.figure)
        first, second = (str(place) for place in item.places)
        lines.append(f"• {item.subject}, {name}: {_shown(item.first)} ({first}) khác {_shown(item.second)} ({second})")
    lines += [f"• {subject}: cần đúng một dòng của mỗi người đếm ({place})" for subject, place in counted.alone]
    lines.append("Đếm lại các phiếu đó, sửa sheet Phiếu đếm rồi chạy lại.")
    return lines


def _shown(count: int | None) -> str:
    return "trống" if count is None else str(count)


def _sums(opened: Opened, counted: DoubleCount) -> Writes:
    """The agreed sums into the rating rows of the year, where the sheet has the columns."""
    roster = Roster(opened.book.members)
    agreed = {_key(roster, item.subject): item for item in counted.agreed}
    rows = [row for row in opened.book.ratings if row.year == counted.year and _key(roster, row.member or "") in agreed]
    return Writes(
        tuple(
            Write(row.place(f"votes_{figure}"), count, "số phiếu hai người đếm khớp", getattr(row, f"votes_{figure}"))
            for row in rows
            for figure, count in _counts(agreed[_key(roster, row.member or "")])
            if row.has(f"votes_{figure}") and getattr(row, f"votes_{figure}") != count
        )
    )


def _counts(item: Agreed) -> list[tuple[str, int]]:
    return [(figure, item.counts[figure]) for figure in FIGURES]


def _key(roster: Roster, name: str) -> str:
    match = roster.find(name)
    return str(match.member.place()) if match.member else person_key(name)
