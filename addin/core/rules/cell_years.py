"""Chi bộ: the cell's own rating, year by year, under the scheme of each year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from addin import glossary
from addin.core.findings import Severity
from addin.core.levels import Level
from addin.core.numerals import exact_percent, first_few, number_text
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    level_of_the_year,
    out_of_range,
    outside_the_year,
    repeated,
    required,
    year_in_the_future,
)
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import CellYear

TOP = (Level.TSVM, Level.HTXS)
SCALE = "rating.levels.party_cell"
MOST_POINTS = 100
"""Of a hundred: the scale's own name."""


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
            row, "exemplary", f"Năm {row.year or '…'} xếp loại “{words}” mà ghi tiêu biểu.", related=("level",)
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


RULES: tuple[Rule, ...] = (
    required("PCL101", CellYear, title="Dòng xếp loại chi bộ thiếu năm", fix="Ghi năm.",
        why="Levels are read under the scheme of their year."),
    required("PCL102", CellYear, "reward_no", "reward_date", when="reward",
        title="Khen thưởng chi bộ chưa ghi số, ngày", fix="Ghi số và ngày quyết định khen thưởng.",
        why="A reward rests on a numbered decision.", severity=Severity.WARNING),
    level_of_the_year("PCL201", CellYear, "level", "self_level", subject="party_cell",
        message="Năm {year} chi bộ không có mức “{level}”.",
        title="Mức xếp loại chi bộ không có trong năm đó",
        fix="Ghi mức theo quy định của năm: đến 2017 có TSVM và YK, từ 2018 có HTXS và KHT.",
        why="The names of the highest and lowest levels of a cell changed with rating year 2018."),
    exemplary_below_the_top,
    out_of_range("PCL203", CellYear, "points", most=MOST_POINTS, shown=number_text, message="Ghi {value} điểm.",
        title="Điểm chi bộ ngoài khoảng 0–100", fix="Sửa điểm.", why="The scale is one of a hundred points."),
    out_of_range("PCL204", CellYear, "tasks_done_pct", "tasks_over_pct", "tasks_late_pct", most=1, shown=exact_percent,
        title="Tỷ lệ nhiệm vụ ngoài khoảng 0–100%", fix="Ghi tỷ lệ từ 0% đến 100%.",
        why="A share of the tasks is between none and all of them."),
    year_in_the_future("PCL205", CellYear, title="Năm xếp loại chi bộ ở tương lai", fix="Sửa năm.",
        why="A year is rated when it is over or nearly so."),
    outside_the_year("PCL206", CellYear, "reward_date", late=None,
        message="Khen thưởng năm {year}, quyết định ngày {day}.",
        title="Khen thưởng trước năm được khen", fix="Sửa năm hoặc ngày quyết định khen thưởng.",
        why="A reward follows the year it honours."),
    repeated("PCL301", CellYear, "year", message="Năm {year} đã có ở {there}.",
        title="Một năm có hai dòng xếp loại chi bộ", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng.",
        why="Years at the highest level are counted by rows."),
    cell_year_missing,
)  # fmt: skip
