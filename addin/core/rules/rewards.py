"""Khen thưởng: each reward and the period it honours."""

from __future__ import annotations

from collections.abc import Iterator

from addin.core.findings import Severity
from addin.core.numerals import first_few
from addin.core.rules.context import Context
from addin.core.rules.rule import Flag, Rule, flag, rule
from addin.core.rules.shapes import (
    folded,
    in_the_future,
    known_person,
    repeated,
    required,
    the_cell_by_any_name,
)
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.discipline import Reward
from addin.core.tables.rows.ratings import WHOLE_CELL


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


RULES: tuple[Rule, ...] = (
    required("RWD101", Reward, title="Khen thưởng thiếu thông tin bắt buộc",
        fix="Ghi đủ đối tượng, hình thức và ngày quyết định.", why="Who was honoured, how and when."),
    required("RWD102", Reward, "decision_no", title="Khen thưởng chưa ghi số quyết định",
        fix="Ghi số quyết định khen thưởng.", why="A reward rests on a numbered decision.", severity=Severity.NOTICE),
    reward_period_reversed, rewarded_before_the_period_ends,
    in_the_future("RWD203", Reward, "decision_date", title="Ngày quyết định khen thưởng ở tương lai",
        fix="Kiểm tra lại ngày, nhất là năm.", why="A reward is entered once it was given."),
    known_person("RWD301", Reward, "subject", but=the_cell_by_any_name,
        title="Người được khen không có trong danh sách đảng viên",
        fix="Sửa tên theo sheet Đảng viên, hoặc ghi “Chi bộ”.", why="A reward is of one member, or of the cell."),
    repeated("RWD302", Reward, folded("subject"), folded("form"), "decision_date", also=("year_from", "year_to"),
        message="“{form}” của “{subject}” đã có ở {there}.",
        title="Khen thưởng ghi hai lần", fix="Đối chiếu hai dòng; nếu là một, ghi chung vào một dòng.", why="Rewards are counted by rows.",
        severity=Severity.WARNING),
    cell_reward_without_its_years,
)  # fmt: skip
