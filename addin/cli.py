"""The command `sochibo`: one short function a command."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from addin.errors import Misuse, SochiboError
from addin.output.teller import Teller
from addin.output.vietnamese_click import Group, misuse_sentence
from addin.terminal import BOOK, COMMON, OUT, WRITE, YEAR, Call


@click.group(cls=Group, help="Sổ Chi bộ: kiểm tra, giám sát và xếp loại hằng năm trên chính sổ Excel của chi bộ.")
@click.version_option(package_name="sochibo", prog_name="sochibo", message="%(prog)s %(version)s", help="Hiện phiên bản.")
def cli() -> None:
    """The group of all commands."""


@cli.command(help="Tạo một sổ trắng để bắt đầu.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@COMMON
def new(context: click.Context, file: Path, **common: Any) -> None:
    """A blank workbook."""
    from addin.jobs import new  # noqa: PLC0415 - each command loads its own job

    Call(context, **common).finish(new.new(file.name), folder=file.parent)


@cli.command(help="Chạy thử trọn việc trên sổ mẫu, để kết quả vào một thư mục.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path), default=Path("out"))
@COMMON
def demo(context: click.Context, folder: Path, **common: Any) -> None:
    """The sample cell, end to end."""
    from addin.jobs import demo  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.walk(demo.steps(folder, call.on))


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


@cli.command("next", help="Việc cần làm: đến hạn, quá hạn, còn thiếu.")
@BOOK
@COMMON
def next_(context: click.Context, book: Path, **common: Any) -> None:
    """The season's checklist."""
    from addin.jobs import season  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    call.finish(season.season(call.opened(call.host(book)), call.on))


@cli.command(help="Dự kiến xếp loại đảng viên và chi bộ, kèm lý do.")
@BOOK
@YEAR
@WRITE
@COMMON
def rate(context: click.Context, book: Path, *, year: int, write: bool, **common: Any) -> None:
    """Ceilings, proposals, cap, reasons."""
    from addin.jobs import rate  # noqa: PLC0415 - each command loads its own job

    call = Call(context, **common)
    host = call.host(book)
    call.finish(rate.rate(call.opened(host), year), host if write else None)


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
    desk = decide.Desk(book, call.folder(opened, book, out), call.on)
    decide.decide(opened, decide.Wish(**options), desk, lambda outcome: call.finish(outcome, host if write else None, desk.folder))


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
    call.finish(summarise.summarise(opened, interval, call.on, book.parent / "Mẫu"), folder=folder)


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
    outcome = adopt.adopt(opened, host, call.teller.ask(adopt.questions_of(adopt.adopt(opened, host, given)), given))
    call.finish(outcome, host if write else None)


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


def main(arguments: Iterable[str] | None = None) -> None:
    """Run, and turn every error a user can meet into a sentence and the contract's exit code."""
    _speak_utf8()
    words = list(arguments) if arguments is not None else sys.argv[1:]
    teller = Teller(as_json="--json" in words)
    try:
        sys.exit(cli.main(words, prog_name="sochibo", standalone_mode=False) or 0)
    except click.exceptions.NoArgsIsHelpError as shown:
        click.echo(shown.format_message())
        sys.exit(Misuse.exit_code)
    except click.ClickException as error:
        told = Misuse(misuse_sentence(error), "Xem “sochibo --help” hoặc “sochibo LỆNH --help”.")
        teller.error(told)
        sys.exit(told.exit_code)
    except SochiboError as error:
        teller.error(error)
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        teller.error(Misuse("Đã dừng theo yêu cầu; chưa ghi thêm gì.", "Chạy lại lệnh khi sẵn sàng."))
        sys.exit(Misuse.exit_code)


def _speak_utf8() -> None:
    """A console under code page 1252 must not break on “ổ”."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


if __name__ == "__main__":
    main()
