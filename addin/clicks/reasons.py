"""Why the person of the selected row may be rated as proposed: every reason, its reference and its squares."""

from __future__ import annotations

from addin.clicks.click import Click
from addin.clicks.selected_rows import rows_selected
from addin.core.ratings import MemberRating
from addin.core.ratings import rate as rate_year
from addin.errors import Misuse
from addin.jobs.rate import words_of
from addin.jobs.reasons import reason_line

_SQUARES_SHOWN = 3


def lines_of_reasons(click: Click) -> list[str]:
    """For each selected rating row, or each selected member in the year asked for; Misuse says what to select."""
    book, year = click.opened.book, click.year
    rows = {row.place().row for row in rows_selected(book.ratings, click.selection)}
    people = {row.full_name for row in rows_selected(book.members, click.selection)}
    ratings = rate_year(book, year)
    found = [
        rating
        for rating in ratings.members
        if (rating.row is not None and rating.sheet == click.selection.sheet and rating.row_number in rows)
        or (rating.member is not None and rating.member.full_name in people)
    ]
    if not found:
        raise Misuse(
            f"Dòng đang chọn không phải của đảng viên nào được đánh giá năm {year}.",
            "Chọn một dòng ở sheet Xếp loại hoặc Đảng viên rồi bấm lại nút.",
        )
    return [line for rating in found for line in _lines(rating, year)]


def _lines(rating: MemberRating, year: int) -> list[str]:
    if not rating.is_rated:
        return [f"{rating.full_name}, năm {year}: không xếp loại – {rating.why_not}"]
    provisional = " (tạm tính, còn thiếu dữ liệu)" if rating.provisional else ""
    head = f"{rating.full_name}, năm {year}: mức cao nhất có thể {words_of(rating.ceiling, year)}{provisional}"
    return [head, *(f"– {reason_line(reason, _SQUARES_SHOWN)}" for reason in rating.because)]
