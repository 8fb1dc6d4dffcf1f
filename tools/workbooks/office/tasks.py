"""Tasks of members: around the two inspections of the article, and in full from 2023, when ratings count them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache

from addin.core.levels import Level
from tools.workbooks.contents import Record
from tools.workbooks.office.days import on_weekday
from tools.workbooks.office.inspections import DECISIONS
from tools.workbooks.office.people import expected_on
from tools.workbooks.office.standing import rated_in

_FULL_SINCE, _RUNNING_YEAR = 2023, 2026
_SPANS = (((1, 15), (3, 31)), ((4, 10), (6, 30)), ((7, 10), (9, 30)), ((8, 5), (10, 15)), ((9, 10), (11, 15)))
_DUE_AFTER_TODAY = date(2026, 12, 15)
_TASKS = (
    "Tổng hợp báo cáo công tác quý", "Rà soát, lập danh mục văn bản hết hiệu lực", "Chỉnh lý hồ sơ lưu trữ của một phòng",
    "Xây dựng lịch công tác và theo dõi thực hiện", "Tham mưu quy chế chi tiêu nội bộ", "Kiểm tra việc chấp hành giờ làm việc",
    "Biên tập tin, bài trên trang thông tin", "Tổ chức một buổi sinh hoạt chuyên đề của tổ", "Cập nhật hồ sơ đảng viên",
    "Theo dõi thực hiện kết luận của lãnh đạo", "Chuẩn bị tài liệu hội nghị của Sở", "Hướng dẫn đơn vị thuộc Sở về văn thư",
    "Lập dự toán mua sắm tài sản", "Tiếp nhận và trả lời ý kiến của người dân", "Số hoá một phần kho hồ sơ",
    "Phối hợp tổ chức hội nghị viên chức, người lao động", "Tham mưu kế hoạch cải cách hành chính",
)  # fmt: skip


@cache
def tasks() -> tuple[Record, ...]:
    """The rows of “Nhiệm vụ”, by year and member."""
    rows: list[Record] = []
    for year in (2019, 2020):
        levels = dict(rated_in(year))
        late = {name for name, codes in _turns(year) if "HC2" in codes}
        for index, (name, _) in enumerate(_turns(year)):
            rows += _of_member(name, year, index, levels[name], late=name in late)
    for year in range(_FULL_SINCE, _RUNNING_YEAR):
        for index, (name, level) in enumerate(rated_in(year)):
            rows += _of_member(name, year, index, level, late=level is Level.HTN)
    for index, name in enumerate(expected_on(date(_RUNNING_YEAR, 1, 15))):
        rows += _of_member(name, _RUNNING_YEAR, index, Level.HTT, late=False)
    return tuple(rows)


def _turns(year: int) -> list[tuple[str, tuple[str, ...]]]:
    return [turn for decision in DECISIONS if decision.signed_on.year == year for turn in decision.turns]


def _of_member(name: str, year: int, index: int, level: Level, *, late: bool) -> Iterator[Record]:
    count = len(_SPANS) if late else 3
    for number in range(count):
        (month, first), (due_month, due_day) = _SPANS[number]
        due = date(year, due_month, due_day)
        is_late = late and number == 2
        if year == _RUNNING_YEAR and number == count - 1:
            due = _DUE_AFTER_TODAY
        done = None if due > date(2026, 11, 20) else due + timedelta(days=6 if is_late else -(2 + (index + number) % 5))
        over = (level is Level.HTXS and number < 2) or (level is Level.HTT and (index + number) % 7 == 0)
        yield {
            "member": name,
            "task": f"{_TASKS[(index * 3 + number * 5 + year) % len(_TASKS)]} (năm {year})",
            "assigned_on": on_weekday(date(year, month, first)),
            "due_on": due,
            "done_on": done,
            "result": None if done is None else "Vượt mức" if over else "Đạt",
            "evidence": None if done is None else "Văn bản đã ban hành" if number % 2 else "Sản phẩm nộp tổ trưởng",
        }


@cache
def counts() -> Mapping[tuple[str, int], tuple[int, int, int, int]]:
    """(assigned, done, over, late) by member and year, where the sheet has the tasks."""
    found: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for row in tasks():
        due, done = row["due_on"], row["done_on"]
        if isinstance(due, date) and isinstance(done, date):
            numbers = found[str(row["member"]), due.year]
            numbers[0] += 1
            numbers[1] += 1
            numbers[2] += row["result"] == "Vượt mức"
            numbers[3] += done > due
    return {key: (value[0], value[1], value[2], value[3]) for key, value in found.items()}
