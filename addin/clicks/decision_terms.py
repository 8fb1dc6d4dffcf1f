"""What a person in front of the workbook says of a decision still to be made: its days and its team, one line each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from addin.clicks.click import Click
from addin.core.dates import PartialDate
from addin.core.tables.rows.plans import PlanItem
from addin.core.tables.squares.date_values import read_date_text
from addin.errors import Misuse
from addin.glossary.choices import InspectionKind
from addin.jobs.decide import Wish

_BETWEEN = re.compile(r"\s*[–;]\s*|\s+-\s+|\s+đến\s+")
_MOST_DAYS = 3
_TIME = (
    "Kiểm tra từ ngày – đến ngày; hạn nộp báo cáo tự kiểm tra (bỏ trống được).\n"
    "Ví dụ: 05/5/2026 – 30/5/2026; 12/5/2026"
)
_TIME_SUPERVISED = "Giám sát từ ngày – đến ngày; hạn nộp báo cáo (bỏ trống được).\nVí dụ: 05/5/2026 – 30/5/2026"
_TEAM = "Tổ kiểm tra: tổ trưởng trước, rồi các thành viên, cách nhau bằng dấu chấm phẩy."
_TEAM_SUPERVISED = _TEAM.replace("kiểm tra", "giám sát")


def with_terms_asked(click: Click, wish: Wish, items: Sequence[PlanItem]) -> Wish | None:
    """The wish with what the person wrote, what the plan has standing there already; None where they gave up."""
    supervised = wish.kind == InspectionKind.THEMATIC_SUPERVISION
    time = click.host.ask_line(_TIME_SUPERVISED if supervised else _TIME, _planned_time(items))
    team = click.host.ask_line(_TEAM_SUPERVISED if supervised else _TEAM, _planned_team(items)) if time is not None else None
    if time is None or team is None:
        return None
    starts, ends, due = _days(time)
    return replace(wish, starts=starts, ends=ends, report_due=due, team=team)


def _planned_time(items: Sequence[PlanItem]) -> str:
    days = {(item.starts_on, item.ends_on) for item in items}
    starts, ends = days.pop() if len(days) == 1 else (None, None)
    return f"{starts} – {ends}" if starts and ends else ""


def _planned_team(items: Sequence[PlanItem]) -> str:
    named = dict.fromkeys(item.responsible for item in items if item.responsible)
    return f"{next(iter(named))}; " if len(named) == 1 else ""


def _days(line: str) -> tuple[date | None, date | None, date | None]:
    """First, last, and when the report is due, as far as they are written; Misuse for what is no day."""
    written = [part for part in _BETWEEN.split(line.strip()) if part]
    if len(written) > _MOST_DAYS:
        raise Misuse(f"“{line}” có nhiều hơn {_MOST_DAYS} ngày.", "Ghi từ ngày – đến ngày; hạn nộp báo cáo.")
    first, last, due = (_day(part) for part in [*written, "", "", ""][:_MOST_DAYS])
    return first, last, due


def _day(written: str) -> date | None:
    if not written:
        return None
    found, _ = read_date_text(written)
    day = found.exact if isinstance(found, PartialDate) else None
    if day is None:
        raise Misuse(f"“{written}” không phải ngày.", "Ghi ngày như 05/5/2026 rồi bấm lại nút.")
    return day
