"""`tally`: compares the two counts; only when they agree are the minutes made and the sums written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from addin.core.numerals import padded
from addin.core.persons.rated import PARTY_CELL
from addin.core.ratings.double_count import FIGURES, DoubleCount, double_count, rows_counted, with_sums
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.glossary import fold, header, sheet_name
from addin.jobs.answers import place_form, plain
from addin.jobs.document import Request, document
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome, Told

_COLUMNS = tuple(f"votes_{figure}" for figure in FIGURES)


def tally(opened: Opened, request: Request, templates: Path | None = None) -> Outcome[Told]:
    """Differences square by square, or the minutes and the agreed sums."""
    opened.require("tallies")
    year = request.needed_year
    counted = double_count(opened.reading, year)
    if not counted.agreed and not counted.differences and not counted.alone:
        raise Misuse(f"Sheet Phiếu đếm chưa có dòng nào của năm {year}.", "Nhập số đếm của hai người kiểm phiếu, hoặc chọn năm khác.")
    answer = _answer(opened, counted)
    if not counted.is_settled:
        return Outcome(Told(answer, tuple(_open_lines(counted))))
    counted_in = replace(opened, reading=with_sums(opened.reading, counted))
    minutes = document(counted_in, "count-minutes", request, templates)
    lines = [f"Kiểm phiếu năm {year}: hai người đếm khớp cả {padded(len(counted.agreed))} đối tượng.", *_not_written(opened, counted), *minutes.result.lines]
    told = Told({**answer, "missing": minutes.result.answer["missing"]}, tuple(lines))
    return Outcome(told, effects=Effects(_sums(opened, counted), minutes.effects.papers))


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
    parts = [f"{padded(len(counted.differences))} ô khác nhau"] if counted.differences else []
    parts += [f"{padded(len(counted.alone))} đối tượng không đủ hai lượt đếm"] if counted.alone else []
    lines = [f"Kiểm phiếu năm {counted.year}: hai người đếm chưa khớp, {', '.join(parts)}. Chưa lập biên bản, chưa ghi số phiếu."]
    for item in counted.differences:
        name = header("tallies", item.figure)
        first, second = (str(place) for place in item.places)
        lines.append(f"• {item.subject}, {name}: {_shown(item.first)} ({first}) khác {_shown(item.second)} ({second})")
    lines += [f"• {subject}: cần đúng một dòng của mỗi người đếm ({place})" for subject, place in counted.alone]
    lines.append("Đếm lại các phiếu đó, sửa sheet Phiếu đếm rồi kiểm phiếu lại.")
    return lines


def _shown(count: int | None) -> str:
    return "trống" if count is None else str(count)


def _sums(opened: Opened, counted: DoubleCount) -> Writes:
    """The agreed sums into the rating rows of the year, where the sheet has the columns."""
    return Writes(
        tuple(
            Write(row.place(key), count, "số phiếu hai người đếm khớp", getattr(row, key))
            for row, item in rows_counted(opened.reading, counted)
            for key, count in item.columns.items()
            if row.has(key) and getattr(row, key) != count
        )
    )


def _not_written(opened: Opened, counted: DoubleCount) -> Iterator[str]:
    """What was counted and has no place in the rating sheet: said, because the minutes tell it and the sheet will not."""
    rows = rows_counted(opened.reading, counted)
    sheet = rows[0][0].source.sheet if rows else sheet_name("ratings")
    found = {item.subject for _, item in rows}
    missing = [item.subject for item in counted.agreed if item.subject not in found and fold(item.subject) != PARTY_CELL]
    if missing:
        yield f"Sheet “{sheet}” chưa có dòng năm {counted.year} của {'; '.join(missing)} nên không ghi được số phiếu; thêm dòng rồi kiểm phiếu lại."
    columns = {key for row, item in rows for key in item.columns if not row.has(key)}
    if columns:
        names = [f"“{header('ratings', key)}”" for key in _COLUMNS if key in columns]
        yield f"Sheet “{sheet}” chưa có cột {', '.join(names)} nên không ghi được số phiếu vào đó; thêm cột rồi kiểm phiếu lại."
