"""Bộ tiêu chí and Chấm điểm: the cell's own lines inside the two sections of the regulation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from addin import glossary
from addin.core.dates import year_end
from addin.core.findings import Severity
from addin.core.numerals import number_text
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import folded, known_person, repeated, required, the_cell
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.ratings import Criterion, CriterionPoints
from addin.glossary.choices import CriterionSection

SECTIONS = {CriterionSection.GENERAL: "rating.points.general_max", CriterionSection.TASKS: "rating.points.tasks_max"}


@rule(
    "CRT301",
    Severity.ERROR,
    title="Điểm tối đa của nhóm tiêu chí không đúng tổng",
    fix="Sửa điểm tối đa để cộng đúng tổng của nhóm.",
    cites="rating.points.general_max",
)
def section_does_not_sum(book: Book, context: Context) -> Iterator[Flag]:
    """The two sections sum to their maxima, for each kind of subject the cell rates."""
    lines: dict[tuple[str, str], list[Criterion]] = defaultdict(list)
    for row in book.criteria:
        if row.section and row.max_points is not None:
            lines[(row.applies_to or "", row.section)].append(row)
    for (subject, section), rows in lines.items():
        most = context.dated(SECTIONS[section], context.on) if section in SECTIONS else None
        total = sum((row.max_points or Decimal(0) for row in rows), Decimal(0))
        if most and total != most.decimal:
            whom = f" ({subject})" if subject else ""
            message = (
                f"Nhóm “{section}”{whom} cộng được {number_text(total)} điểm, cần {number_text(most.decimal)}."
            )
            yield flag(rows[0], "max_points", message, cites=most.path)


@rule("CRT303", Severity.ERROR, title="Điểm vượt điểm tối đa của tiêu chí", fix="Sửa điểm theo bộ tiêu chí.")
def points_above_the_criterion(book: Book, context: Context) -> Iterator[Flag]:
    """A line gives at most its own maximum."""
    most: dict[str, Decimal] = {}
    for row in book.criteria:
        if row.code and row.max_points is not None:
            code = context.fold(row.code)
            most[code] = max(row.max_points, most.get(code, row.max_points))
    for points in book.criteria_points:
        limit = most.get(context.fold(points.code))
        for key in ("self_points", "points") if limit is not None else ():
            value: Decimal | None = getattr(points, key)
            if value is not None and limit is not None and not 0 <= value <= limit:
                heading = glossary.header("criteria_points", key)
                yield flag(
                    points,
                    key,
                    f"“{heading}” {number_text(value)}, tiêu chí “{points.code}” tối đa {number_text(limit)}.",
                )


@rule(
    "CRT304",
    Severity.ERROR,
    title="Chấm điểm theo mã không có trong bộ tiêu chí",
    fix="Sửa mã, hoặc thêm tiêu chí vào sheet Bộ tiêu chí.",
)
def criterion_unknown(book: Book, context: Context) -> Iterator[Flag]:
    """Points under no criterion belong to no section."""
    known = {context.fold(row.code) for row in book.criteria}
    for points in book.criteria_points if known else ():
        if points.code and context.fold(points.code) not in known:
            yield flag(points, "code", f"Không thấy mã “{points.code}” trong sheet Bộ tiêu chí.")


@rule(
    "CRT306",
    Severity.WARNING,
    title="Tổng điểm chấm khác với sheet Xếp loại",
    fix="Sửa điểm ở sheet Xếp loại theo sheet Chấm điểm.",
)
def points_differ_from_the_rating(book: Book, context: Context) -> Iterator[Flag]:
    """The two totals of the rating are the sums of the lines; asked where every line of the section is filled."""
    sections = {context.fold(row.code): row.section for row in book.criteria if row.code}
    sums: dict[tuple[int, int | None, str | None], list[Decimal | None]] = defaultdict(list)
    for points in book.criteria_points:
        member = context.member(points.member)
        if member:
            sums[(id(member), points.year, sections.get(context.fold(points.code)))].append(points.points)
    keys = dict(zip(SECTIONS, ("points_general", "points_tasks"), strict=True))
    for rating in book.ratings:
        for section, key in keys.items():
            lines = sums.get((id(context.member(rating.member)), rating.year, section), [])
            typed: Decimal | None = getattr(rating, key)
            total = sum((value or Decimal(0) for value in lines), Decimal(0))
            if lines and None not in lines and typed is not None and typed != total:
                message = (
                    f"Nhóm “{section}” ghi {number_text(typed)}, sheet Chấm điểm cộng được {number_text(total)}."
                )
                yield flag(rating, key, message, as_of=year_end(rating.year or context.on.year))


RULES: tuple[Rule, ...] = (
    required("CRT101", Criterion, title="Tiêu chí thiếu thông tin bắt buộc", fix="Ghi đủ mã, tên và nhóm tiêu chí.",
        why="Points are given by code, inside a section."),
    required("CRT102", CriterionPoints, title="Chấm điểm thiếu thông tin bắt buộc",
        fix="Ghi đủ năm, đảng viên và mã tiêu chí.", why="Whose points, under which criterion, in which year."),
    section_does_not_sum,
    repeated("CRT302", Criterion, folded("code"), also=("applies_to",), message="Mã “{code}” đã có ở {there}.",
        title="Trùng mã tiêu chí", fix="Đặt mỗi tiêu chí một mã.", why="Points find their criterion by code."),
    points_above_the_criterion, criterion_unknown,
    known_person("CRT305", CriterionPoints, "member", but=the_cell, title="Người được chấm điểm không xác định được",
        fix="Sửa tên theo sheet Đảng viên, hoặc ghi “Chi bộ”.", why="Points add up to one member's rating."),
    points_differ_from_the_rating,
)  # fmt: skip
