"""The arguments and options that several commands take."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeAlias

import click

Option: TypeAlias = Callable[[Callable[..., Any]], Callable[..., Any]]


class _Day(click.ParamType[date]):
    """`YYYY-MM-DD` or `dd/mm/yyyy`."""

    name = "NGÀY"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A date, or misuse."""
        if isinstance(value, date):
            return value
        for form in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(value, form).date()  # noqa: DTZ007 - a day has no zone
            except ValueError:
                continue
        raise click.BadParameter(f"“{value}” không phải ngày; ghi như 2025-12-31 hoặc 31/12/2025", ctx, param)


def year_option(flag: str, about: str, name: str | None = None, *, required: bool = False) -> Option:
    """A year from 2008, when the first rating rules we know began."""
    names = (flag, name) if name else (flag,)
    return click.option(*names, type=click.IntRange(2008, 2100), required=required, metavar="NĂM", help=about)


def day_option(flag: str, about: str) -> Option:
    """A day of the calendar."""
    return click.option(flag, type=_Day(), metavar="NGÀY", help=about)


BOOK = click.argument("book", metavar="SỔ", type=click.Path(path_type=Path, readable=False))
YEAR = year_option("--year", "Năm đánh giá.", required=True)
FROM = year_option("--from", "Từ năm.", "first")
TO = year_option("--to", "Đến năm.", "last")
OUT = click.option("--out", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Nơi để văn bản lập ra.")
WRITE = click.option("--write", is_flag=True, help="Ghi kết quả vào sổ (có bản sao lưu).")
ANOTHER = click.option("--another", is_flag=True, help="Lấy thêm một số dù sheet Văn bản đã có văn bản của việc ấy.")
PDF = click.option("--pdf", is_flag=True, help="Thêm bản PDF cạnh mỗi văn bản Word (máy cần có LibreOffice).")
COMMON = (
    click.option("--json", "as_json", is_flag=True, help="In một tài liệu JSON."),
    click.option("--on", type=_Day(), metavar="NGÀY", help="Ngày coi là hôm nay."),
    click.option("--quiet", is_flag=True, help="Chỉ báo lỗi."),
)
