"""Which term of office a summary is for."""

from __future__ import annotations

from datetime import date

from addin.core.tables.rows.settings import Settings
from addin.errors import Misuse
from addin.jobs.summarise import Interval


def term_years(settings: Settings, on: date) -> Interval:
    """The years of the term that runs on the day, up to that day, else of the last one that ended; Misuse without terms."""
    begun = [term for term in settings.terms if term.first <= on]
    if not begun:
        raise Misuse(
            "Chưa khai nhiệm kỳ nào đã bắt đầu nên chưa biết tổng kết từ năm nào đến năm nào.",
            "Ghi mục Nhiệm kỳ ở sheet Thiết lập, ví dụ 2020-05-10–2025-04-20, rồi bấm lại nút.",
        )
    last = max(begun, key=lambda term: term.first)
    return Interval(last.first.year, min(last.last, on).year)
