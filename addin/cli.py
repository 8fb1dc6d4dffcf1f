"""The command `sochibo`: one short function a command. Reads the clock; everything below is told the day."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from addin.errors import Misuse, SochiboError
from addin.output.teller import Teller
from addin.output.vietnamese_click import Group, misuse_sentence

if TYPE_CHECKING:
    from addin.hosts.closed.book import ClosedBook
    from addin.jobs.demo import Step
    from addin.jobs.opening import Opened
    from addin.jobs.outcome import Outcome

_ERRORS_FOUND = 1


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


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _options(*options: Callable[..., Any]) -> Decorator:
    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


_BOOK = click.argument("book", metavar="SỔ", type=click.Path(path_type=Path))
_YEAR = click.option("--year", type=click.IntRange(2008, 2100), required=True, metavar="NĂM", help="Năm đánh giá.")
_OUT = click.option("--out", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Nơi để văn bản lập ra.")
_WRITE = click.option("--write", is_flag=True, help="Ghi kết quả vào sổ (có bản sao lưu).")
_COMMON = _options(
    click.option("--json", "as_json", is_flag=True, help="In một tài liệu JSON."),
    click.option("--on", type=_Day(), metavar="NGÀY", help="Ngày coi là hôm nay."),
    click.option("--quiet", is_flag=True, help="Chỉ báo lỗi."),
    click.pass_context,
)


class _Call:
    """What every command shares: how to tell, which day it is, and the workbook."""

    def __init__(self, context: click.Context, *, as_json: bool, on: date | None, quiet: bool) -> None:
        self.teller = Teller(as_json, quiet)
        context.obj = self.teller
        self.context = context
        self.on = on or date.today()

    def host(self, path: Path) -> ClosedBook:
        """The closed workbook behind a path."""
        from addin.hosts.closed.book import ClosedBook  # noqa: PLC0415 - only commands that read a workbook

        return ClosedBook(path, now=datetime.now())  # noqa: DTZ005 - local time names a backup

    def opened(self, host: ClosedBook) -> Opened:
        """The workbook, read."""
        from addin.jobs.opening import open_book  # noqa: PLC0415 - only commands that read a workbook

        with self.teller.patience("đọc sổ"):
            return open_book(host)

    def folder(self, opened: Opened, book: Path, out: Path | None) -> Path:
        """Where papers go: --out, the setting, else “Văn bản” beside the workbook."""
        return out or book.parent / (opened.book.settings.output_folder or "Văn bản")

    def finish(
        self, outcome: Outcome, host: ClosedBook | None = None, folder: Path | None = None, *, failing: bool = False
    ) -> tuple[Path, ...]:
        """Preview, carry out, tell; `failing` makes errors found the exit code 1."""
        from addin.jobs.carry_out import carry_out  # noqa: PLC0415 - only commands that finish

        self.teller.preview(outcome.writes, wanted=host is not None)
        made = carry_out(outcome, host, folder)
        self.teller.outcome(outcome, made)
        if failing and any(found.severity.value == "error" for found in outcome.findings):
            self.context.exit(_ERRORS_FOUND)
        return made

    def walk(self, steps: Iterable[Step]) -> None:
        """Run steps one by one, telling each with its time and files."""
        told = []
        for step in steps:
            start = perf_counter()
            line, files = step.run()
            seconds = perf_counter() - start
            self.teller.line(f"{step.title} ({seconds:.1f} giây): {line}")
            for file in files:
                self.teller.line(f"    {file}")
            told.append({"step": step.title, "told": line, "files": [str(file) for file in files]})
        self.teller.document({"steps": told})


@click.group(cls=Group, help="Sổ Chi bộ: kiểm tra, giám sát và xếp loại hằng năm trên chính sổ Excel của chi bộ.")
@click.version_option(package_name="sochibo", prog_name="sochibo", message="%(prog)s %(version)s", help="Hiện phiên bản.")
def cli() -> None:
    """The group of all commands."""


@cli.command(help="Tạo một sổ trắng để bắt đầu.")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path))
@_COMMON
def new(context: click.Context, file: Path, **common: Any) -> None:
    """A blank workbook."""
    from addin.jobs import new  # noqa: PLC0415 - each command loads its own job

    _Call(context, **common).finish(new.new(file.name), folder=file.parent)


@cli.command(help="Chạy thử trọn việc trên sổ mẫu, để kết quả vào một thư mục.")
@click.argument("folder", metavar="THƯ_MỤC", type=click.Path(path_type=Path), default=Path("out"))
@_COMMON
def demo(context: click.Context, folder: Path, **common: Any) -> None:
    """The sample cell, end to end."""
    from addin.jobs import demo  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **common)
    call.walk(demo.steps(folder, call.on))


@cli.command(help="Cho xem chương trình hiểu sổ thế nào: sheet, tiêu đề, dòng.")
@_BOOK
@_COMMON
def show(context: click.Context, book: Path, **common: Any) -> None:
    """What was understood."""
    from addin.jobs import show  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **common)
    call.finish(show.show(call.opened(call.host(book))))


@cli.command(help="Kiểm tra dữ liệu, báo mọi lỗi theo từng ô.")
@_BOOK
@click.option("--mark", is_flag=True, help="Ghi sheet “Lỗi dữ liệu” và ghi chú vào các ô.")
@_COMMON
def check(context: click.Context, book: Path, *, mark: bool, **common: Any) -> None:
    """All findings."""
    from addin.jobs import check  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **common)
    host = call.host(book)
    call.finish(check.check(call.opened(host), call.on, mark=mark), host if mark else None, failing=True)


@cli.command("next", help="Việc cần làm: đến hạn, quá hạn, còn thiếu.")
@_BOOK
@_COMMON
def next_(context: click.Context, book: Path, **common: Any) -> None:
    """The season's checklist."""
    from addin.jobs import season  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **common)
    call.finish(season.season(call.opened(call.host(book)), call.on))


@cli.command(help="Dự kiến xếp loại đảng viên và chi bộ, kèm lý do.")
@_BOOK
@_YEAR
@_WRITE
@_COMMON
def rate(context: click.Context, book: Path, *, year: int, write: bool, **common: Any) -> None:
    """Ceilings, proposals, cap, reasons."""
    from addin.jobs import rate  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **common)
    host = call.host(book)
    call.finish(rate.rate(call.opened(host), year), host if write else None)


@cli.command(help="Ra quyết định kiểm tra cho một hay nhiều đảng viên.")
@_BOOK
@click.option("--decision", metavar="SỐ", help="Số quyết định đã ghi trong sổ, ví dụ 23-QĐ/CB.")
@click.option("--next", "take_next", is_flag=True, help="Lấy số kế tiếp cho một quyết định mới.")
@click.option("--members", metavar="TÊN;TÊN", help="Đảng viên được kiểm tra, cách nhau bằng dấu chấm phẩy.")
@click.option("--year", type=click.IntRange(2008, 2100), metavar="NĂM", help="Năm kiểm tra.")
@_OUT
@_WRITE
@_COMMON
def decide(context: click.Context, book: Path, *, out: Path | None, write: bool, **options: Any) -> None:
    """One inspection decision."""
    from addin.jobs import decide  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **{name: options.pop(name) for name in ("as_json", "on", "quiet")})
    host = call.host(book)
    opened = call.opened(host)
    desk = decide.Desk(book, call.folder(opened, book, out), call.on)
    decide.decide(opened, decide.Wish(**options), desk, lambda outcome: call.finish(outcome, host if write else None, desk.folder))


@cli.command(help="Tổng kết năm hoặc nhiệm kỳ: số liệu, biểu đồ, báo cáo.")
@_BOOK
@click.option("--year", type=click.IntRange(2008, 2100), metavar="NĂM", help="Tổng kết một năm.")
@click.option("--from", "first", type=click.IntRange(2008, 2100), metavar="NĂM", help="Từ năm.")
@click.option("--to", "last", type=click.IntRange(2008, 2100), metavar="NĂM", help="Đến năm.")
@_OUT
@_COMMON
def summarise(context: click.Context, book: Path, *, out: Path | None, **options: Any) -> None:
    """Figures, charts and report."""
    from addin.jobs import summarise  # noqa: PLC0415 - each command loads its own job

    call = _Call(context, **{name: options.pop(name) for name in ("as_json", "on", "quiet")})
    interval = summarise.Interval.of(**options)
    opened = call.opened(call.host(book))
    folder = call.folder(opened, book, out)
    call.finish(summarise.summarise(opened, interval, call.on, book.parent / "Mẫu"), folder=folder)


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
