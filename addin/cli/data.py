"""Commands on the workbook itself: read, check, adopt, set squares, undo."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from addin.cli.group import cli
from addin.terminal import BOOK, COMMON, WRITE, Call


@cli.command(help="Tạo một sổ trắng để bắt đầu.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@COMMON
def new(context: click.Context, file: Path, **common: Any) -> None:
    """A blank workbook."""
    from addin.jobs import new  # noqa: PLC0415 - each command loads its own job

    Call(context, **common).finish(new.new(file.name), folder=file.parent)


@cli.command(help="Cho xem chương trình hiểu sổ thế nào: sheet, tiêu đề, dòng.")
@BOOK
@COMMON
def show(context: click.Context, book: Path, **common: Any) -> None:
    """What was understood."""
    from addin.jobs import show  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.finish(show.show(call.opened(call.host(book))))


@cli.command(help="Kiểm tra dữ liệu, báo mọi lỗi theo từng ô.")
@BOOK
@click.option("--mark", is_flag=True, help="Ghi sheet “Lỗi dữ liệu” và ghi chú vào các ô.")
@COMMON
def check(context: click.Context, book: Path, *, mark: bool, **common: Any) -> None:
    """All findings."""
    from addin.jobs import check  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    call.finish(check.check(call.opened(host), call.on, mark=mark), host if mark else None, failing=True)


@cli.command(help="Nhận diện sổ lạ: hỏi chỗ chưa rõ, nhớ bố cục vào sheet Thiết lập.")
@BOOK
@click.option("--answer", "answers", multiple=True, metavar="MÃ=GIÁ_TRỊ", help="Trả lời một câu hỏi; dùng được nhiều lần.")
@WRITE
@COMMON
def adopt(context: click.Context, book: Path, *, answers: tuple[str, ...], write: bool, **common: Any) -> None:
    """Learn the layout of an unknown workbook."""
    from addin.jobs import adopt  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    opened, given = call.opened(host), dict(text.rsplit("=", 1) for text in answers if "=" in text)
    call.finish(call.until_answered(given, lambda said: adopt.adopt(opened, host.grids(), said)), host if write else None)


@cli.command(help="Ghi giá trị vào từng ô: SHEET!Ô=GIÁ_TRỊ; không đổi gì khác.")
@BOOK
@click.argument("assignments", metavar="SHEET!Ô=GIÁ_TRỊ…", nargs=-1, required=True)
@WRITE
@COMMON
def put(context: click.Context, book: Path, *, assignments: tuple[str, ...], write: bool, **common: Any) -> None:
    """Set squares, nothing else."""
    from addin.jobs import put  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    call.finish(put.put(host, assignments), host if write else None)


@cli.command(help="Trả lại sổ như trước lần ghi gần nhất, từ bản sao lưu.")
@BOOK
@COMMON
def undo(context: click.Context, book: Path, **common: Any) -> None:
    """Undo the last write."""
    from addin.jobs import undo  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.finish(undo.undo(book, datetime.now()))  # noqa: DTZ005 - local time names a backup
