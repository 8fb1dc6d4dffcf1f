"""Commands that make papers, and the season's checklist."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from addin.cli.group import cli
from addin.terminal import BOOK, COMMON, OUT, WRITE, Call


@cli.command(help="Ra quyết định kiểm tra cho một hay nhiều đảng viên.")
@BOOK
@click.option("--decision", metavar="SỐ", help="Số quyết định đã ghi trong sổ, ví dụ 23-QĐ/CB.")
@click.option("--next", "take_next", is_flag=True, help="Lấy số kế tiếp cho một quyết định mới.")
@click.option("--members", metavar="TÊN;TÊN", help="Đảng viên được kiểm tra, cách nhau bằng dấu chấm phẩy.")
@click.option("--year", type=click.IntRange(2008, 2100), metavar="NĂM", help="Năm kiểm tra.")
@OUT
@WRITE
@COMMON
def decide(context: click.Context, book: Path, *, out: Path | None, write: bool, **options: Any) -> None:
    """One inspection decision."""
    from addin.jobs import decide  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **{name: options.pop(name) for name in ("as_json", "on", "quiet")})
    host = call.host(book)
    opened = call.opened(host)
    desk = decide.Desk(book, call.folder(opened, book, out), call.on, call.templates(book))
    decide.decide(opened, decide.Wish(**options), desk, lambda outcome: call.finish(outcome, host if write else None, desk.folder))


@cli.command(help="Lập một văn bản: rating-list, explanation, count-minutes…")
@BOOK
@click.argument("kind", metavar="LOẠI")
@click.option("--for", "name", metavar="TÊN", help="Đảng viên.")
@click.option("--decision", metavar="SỐ", help="Số quyết định.")
@click.option("--year", type=click.IntRange(2008, 2100), metavar="NĂM", help="Năm.")
@click.option("--from", "first", type=click.IntRange(2008, 2100), metavar="NĂM", help="Từ năm.")
@click.option("--to", "last", type=click.IntRange(2008, 2100), metavar="NĂM", help="Đến năm.")
@OUT
@COMMON
def document(context: click.Context, book: Path, *, kind: str, out: Path | None, **options: Any) -> None:
    """One paper."""
    from addin.jobs import document  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **{name: options.pop(name) for name in ("as_json", "on", "quiet")})
    opened = call.opened(call.host(book))
    outcome = document.document(opened, kind, document.Request(call.on, **options), call.templates(book))
    call.finish(outcome, folder=call.folder(opened, book, out))


@cli.command(help="Tổng kết năm hoặc nhiệm kỳ: số liệu, biểu đồ, báo cáo.")
@BOOK
@click.option("--year", type=click.IntRange(2008, 2100), metavar="NĂM", help="Tổng kết một năm.")
@click.option("--from", "first", type=click.IntRange(2008, 2100), metavar="NĂM", help="Từ năm.")
@click.option("--to", "last", type=click.IntRange(2008, 2100), metavar="NĂM", help="Đến năm.")
@OUT
@COMMON
def summarise(context: click.Context, book: Path, *, out: Path | None, **options: Any) -> None:
    """Figures, charts and report."""
    from addin.jobs import summarise  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **{name: options.pop(name) for name in ("as_json", "on", "quiet")})
    interval = summarise.Interval.of(**options)
    opened = call.opened(call.host(book))
    folder = call.folder(opened, book, out)
    call.finish(summarise.summarise(opened, interval, call.on, call.templates(book)), folder=folder)


@cli.command("next", help="Việc cần làm: đến hạn, quá hạn, còn thiếu.")
@BOOK
@COMMON
def next_(context: click.Context, book: Path, **common: Any) -> None:
    """The season's checklist."""
    from addin.jobs import season  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.finish(season.season(call.opened(call.host(book)), call.on))


@cli.command(help="Chạy thử trọn việc trên sổ mẫu, để kết quả vào một thư mục.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path), default=Path("out"))
@COMMON
def demo(context: click.Context, folder: Path, **common: Any) -> None:
    """The sample cell, end to end."""
    from addin.jobs import demo  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.walk(demo.steps(folder, call.on))


@cli.group("templates", help="Mẫu văn bản của chi bộ.")
def templates() -> None:
    """The cell's own templates."""


@templates.command("check", help="Kiểm tra mẫu có sẵn và mẫu trong một thư mục.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path), required=False)
@COMMON
def templates_check(context: click.Context, folder: Path | None, **common: Any) -> None:
    """Every template against its context."""
    from addin.jobs import templates  # noqa: PLC0415 - each command loads its own job

    Call(context, **common).finish(templates.templates(folder), failing=True)
