"""Chi bộ: the cell's own rating, year by year, under the scheme of each year."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from addin import glossary
from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.levels import Level
from addin.core.numerals import exact_percent, first_few, number_text
from addin.core.rules.blanks import blank_squares, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import year_end
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import CellYear

TOP = (Level.TSVM, Level.HTXS)
SCALE = "rating.levels.party_cell"
MOST_POINTS = 100
"""Of a hundred: the scale's own name."""


@rule("PCL101", Severity.ERROR, title="Dòng xếp loại chi bộ thiếu năm", fix="Ghi năm.")
def cell_year_without_year(row: CellYear, context: Context) -> Iterator[Flag]:
    """Levels are read under the scheme of their year."""
    yield from required_squares(row, "cell_years", context)


@rule(
    "PCL102",
    Severity.WARNING,
    title="Khen thưởng chi bộ chưa ghi số, ngày",
    fix="Ghi số và ngày quyết định khen thưởng.",
)
def cell_reward_without_decision(row: CellYear, context: Context) -> Iterator[Flag]:
    """A reward rests on a numbered decision."""
    if row.reward:
        yield from blank_squares(row, "cell_years", context, "reward_no", "reward_date")


@rule(
    "PCL201",
    Severity.ERROR,
    title="Mức xếp loại chi bộ không có trong năm đó",
    fix="Ghi mức theo quy định của năm: đến 2017 có TSVM và YK, từ 2018 có HTXS và KHT.",
    cites=SCALE,
)
def cell_level_not_of_the_year(row: CellYear, context: Context) -> Iterator[Flag]:
    """The names of the highest and lowest levels of a cell changed with rating year 2018."""
    scale = context.dated(SCALE, year_end(row.year)) if row.year else None
    for key in ("level", "self_level") if scale else ():
        level = getattr(row, key)
        if level is not None and scale and str(level) not in scale.items:
            message = f"Năm {row.year} chi bộ không có mức “{glossary.level_words(level, row.year or 0, 'party_cell')}”."
            yield flag(row, key, message, related=("year",), as_of=year_end(row.year or 0))


@rule(
    "PCL202",
    Severity.ERROR,
    title="Tiêu biểu nhưng không ở mức cao nhất",
    fix="Sửa mức xếp loại, hoặc bỏ đánh dấu “Tiêu biểu”.",
)
def exemplary_below_the_top(row: CellYear) -> Iterator[Flag]:
    """The word "tiêu biểu" is an honour inside the highest level, not a level of its own."""
    if row.exemplary is True and row.level is not None and row.level not in TOP:
        words = glossary.level_words(row.level, row.year or 0, "party_cell")
        yield flag(
            row, "exemplary", f"Năm {row.year} xếp loại “{words}” mà ghi tiêu biểu.", related=("level",)
        )


@rule("PCL203", Severity.ERROR, title="Điểm chi bộ ngoài khoảng 0–100", fix="Sửa điểm.")
def cell_points_out_of_range(row: CellYear) -> Iterator[Flag]:
    """The scale is one of a hundred points."""
    if row.points is not None and not 0 <= row.points <= MOST_POINTS:
        yield flag(row, "points", f"Ghi {number_text(row.points)} điểm.")


@rule("PCL204", Severity.ERROR, title="Tỷ lệ nhiệm vụ ngoài khoảng 0–100%", fix="Ghi tỷ lệ từ 0% đến 100%.")
def cell_share_out_of_range(row: CellYear) -> Iterator[Flag]:
    """A share of the tasks is between none and all of them."""
    for key in ("tasks_done_pct", "tasks_over_pct", "tasks_late_pct"):
        share: Decimal | None = getattr(row, key)
        if share is not None and not 0 <= share <= 1:
            yield flag(row, key, f"Ghi {exact_percent(share)}.")


@rule("PCL205", Severity.WARNING, title="Năm xếp loại chi bộ ở tương lai", fix="Sửa năm.")
def cell_year_in_the_future(row: CellYear, context: Context) -> Iterator[Flag]:
    """A year is rated when it is over or nearly so."""
    if row.year and row.year > context.on.year:
        yield flag(row, "year", f"Năm {row.year}, hôm nay {vn_date(context.on)}.")


@rule(
    "PCL206",
    Severity.WARNING,
    title="Khen thưởng trước năm được khen",
    fix="Sửa năm hoặc ngày quyết định khen thưởng.",
)
def cell_rewarded_before_the_year(row: CellYear) -> Iterator[Flag]:
    """A reward follows the year it honours."""
    if row.year and row.reward_date and row.reward_date.year < row.year:
        yield flag(
            row,
            "reward_date",
            f"Khen thưởng năm {row.year}, quyết định ngày {row.reward_date}.",
            related=("year",),
        )


@rule("PCL301", Severity.ERROR, title="Một năm có hai dòng xếp loại chi bộ", fix="Xoá dòng thừa.")
def cell_year_repeated(book: Book) -> Iterator[Flag]:
    """Years at the highest level are counted by rows."""
    for row, first in repeated(book.cell_years, lambda one: one.year):
        yield Flag(
            row.place("year"), f"Năm {row.year} đã có ở {standing_at(row, first)}.", (first.place("year"),)
        )


@rule(
    "PCL302",
    Severity.NOTICE,
    title="Thiếu năm trong dãy xếp loại chi bộ",
    fix="Thêm dòng cho các năm còn thiếu, hoặc ghi rõ vì sao không có.",
)
def cell_year_missing(book: Book) -> Iterator[Flag]:
    """A five-year summary needs each of its years."""
    rows = sorted((row for row in book.cell_years if row.year), key=lambda row: row.year or 0)
    for earlier, later in pairwise(rows):
        missing = range((earlier.year or 0) + 1, later.year or 0)
        if missing:
            message = f"Giữa năm {earlier.year} và {later.year} chưa có năm {first_few(missing)}."
            yield flag(later, "year", message)
