"""Khen thưởng: each reward and the period it honours."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.dates import vn_date
from addin.core.findings import Severity
from addin.core.numerals import first_few
from addin.core.rules.blanks import blank_squares, required_squares
from addin.core.rules.context import Context
from addin.core.rules.periods import later_than
from addin.core.rules.repeats import repeated, standing_at
from addin.core.rules.roll import WHOLE_CELL, unknown_names
from addin.core.rules.rule import Flag, flag, rule
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Reward


@rule(
    "RWD101",
    Severity.ERROR,
    title="Khen thưởng thiếu thông tin bắt buộc",
    fix="Ghi đủ đối tượng, hình thức và ngày quyết định.",
)
def reward_incomplete(reward: Reward, context: Context) -> Iterator[Flag]:
    """Who was honoured, how and when."""
    yield from required_squares(reward, "rewards", context)


@rule(
    "RWD102",
    Severity.NOTICE,
    title="Khen thưởng chưa ghi số quyết định",
    fix="Ghi số quyết định khen thưởng.",
)
def reward_number_missing(reward: Reward, context: Context) -> Iterator[Flag]:
    """A reward rests on a numbered decision."""
    yield from blank_squares(reward, "rewards", context, "decision_no")


@rule(
    "RWD201",
    Severity.ERROR,
    title="Khen thưởng có năm cuối trước năm đầu",
    fix="Sửa “Từ năm” hoặc “Đến năm”.",
)
def reward_period_reversed(reward: Reward) -> Iterator[Flag]:
    """The years honoured run forward."""
    if reward.year_from and reward.year_to and reward.year_to < reward.year_from:
        yield flag(
            reward,
            "year_to",
            f"Từ năm {reward.year_from} lại đến năm {reward.year_to}.",
            related=("year_from",),
        )


@rule(
    "RWD202",
    Severity.WARNING,
    title="Khen thưởng trước khi hết thời gian được khen",
    fix="Sửa năm hoặc ngày quyết định.",
)
def rewarded_before_the_period_ends(reward: Reward) -> Iterator[Flag]:
    """A reward for a period follows the period, in its last year at the earliest."""
    last = reward.year_to or reward.year_from
    if last and reward.decision_date and reward.decision_date.year < last:
        key = "year_to" if reward.year_to else "year_from"
        yield flag(
            reward,
            "decision_date",
            f"Khen đến năm {last}, quyết định ngày {reward.decision_date}.",
            related=(key,),
        )


@rule(
    "RWD203",
    Severity.WARNING,
    title="Ngày quyết định khen thưởng ở tương lai",
    fix="Kiểm tra lại ngày, nhất là năm.",
)
def reward_in_the_future(reward: Reward, context: Context) -> Iterator[Flag]:
    """A reward is entered once it was given."""
    if later_than(reward.decision_date, context.on):
        yield flag(
            reward, "decision_date", f"Ngày {reward.decision_date} sau hôm nay ({vn_date(context.on)})."
        )


@rule(
    "RWD301",
    Severity.ERROR,
    title="Người được khen không có trong danh sách đảng viên",
    fix="Sửa tên theo sheet Đảng viên, hoặc ghi “Chi bộ”.",
)
def rewarded_subject_unknown(reward: Reward, context: Context) -> Iterator[Flag]:
    """A reward is of one member, or of the cell."""
    own = (context.fold(WHOLE_CELL), context.fold(context.book.settings.cell_name))
    if context.fold(reward.subject) not in own:
        yield from unknown_names(reward, "subject", context)


@rule("RWD302", Severity.WARNING, title="Khen thưởng ghi hai lần", fix="Xoá dòng thừa.")
def reward_repeated(book: Book, context: Context) -> Iterator[Flag]:
    """Rewards are counted by rows."""

    def key_of(row: Reward) -> tuple[object, ...] | None:
        if not row.subject or not row.form or not row.decision_date:
            return None
        return (
            context.fold(row.subject),
            context.fold(row.form),
            row.decision_date,
            row.year_from,
            row.year_to,
        )

    for row, first in repeated(book.rewards, key_of):
        message = f"“{row.form}” của “{row.subject}” đã có ở {standing_at(row, first)}."
        yield Flag(row.place("subject"), message, (first.place("subject"),))


@rule(
    "RWD303",
    Severity.NOTICE,
    title="Khen thưởng chi bộ chưa gắn với năm xếp loại",
    fix="Thêm các năm được khen vào sheet Chi bộ.",
)
def cell_reward_without_its_years(book: Book, context: Context) -> Iterator[Flag]:
    """A reward for five years rests on the five years' ratings."""
    years = {row.year for row in book.cell_years}
    own = (context.fold(WHOLE_CELL), context.fold(book.settings.cell_name))
    for row in book.rewards:
        if context.fold(row.subject) not in own or not years or not row.year_from or not row.year_to:
            continue
        missing = first_few(year for year in range(row.year_from, row.year_to + 1) if year not in years)
        if missing:
            yield flag(row, "year_from", f"Sheet Chi bộ chưa có năm {missing}.", related=("year_to",))
