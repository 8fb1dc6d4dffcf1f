"""What every command of the terminal shares: its options, the day, the workbook, telling and carrying out.

With `cli` this is the door that reads the clock; everything below is told the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from addin.output.teller import Teller

if TYPE_CHECKING:
    from addin.hosts.closed.book import ClosedBook
    from addin.jobs.demo import Step
    from addin.jobs.opening import Opened
    from addin.jobs.outcome import Outcome, Told

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


BOOK = click.argument("book", metavar="SỔ", type=click.Path(path_type=Path, readable=False))
YEAR = click.option("--year", type=click.IntRange(2008, 2100), required=True, metavar="NĂM", help="Năm đánh giá.")
OUT = click.option("--out", type=click.Path(path_type=Path), metavar="THƯ_MỤC", help="Nơi để văn bản lập ra.")
WRITE = click.option("--write", is_flag=True, help="Ghi kết quả vào sổ (có bản sao lưu).")
COMMON = _options(
    click.option("--json", "as_json", is_flag=True, help="In một tài liệu JSON."),
    click.option("--on", type=_Day(), metavar="NGÀY", help="Ngày coi là hôm nay."),
    click.option("--quiet", is_flag=True, help="Chỉ báo lỗi."),
    click.pass_context,
)


class Call:
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

    def templates(self, book: Path) -> Path:
        """The cell's own templates, beside the workbook."""
        from addin.jobs.outcome import OWN_TEMPLATES  # noqa: PLC0415 - only commands that make papers

        return book.parent / OWN_TEMPLATES

    def finish(
        self, outcome: Outcome[Told], host: ClosedBook | None = None, folder: Path | None = None, *, failing: bool = False
    ) -> tuple[Path, ...]:
        """Preview, carry out, tell; `failing` makes errors found the exit code 1."""
        from addin.jobs.carry_out import carry_out  # noqa: PLC0415 - only commands that finish

        self.teller.before(outcome, writing=host is not None)
        made = carry_out(outcome, host, folder)
        self.teller.after(outcome, made)
        self._tell_saved(host)
        if failing and any(found.severity.value == "error" for found in outcome.findings):
            self.context.exit(_ERRORS_FOUND)
        return made

    def until_answered(self, given: dict[str, str], ask: Callable[[dict[str, str]], Outcome[Told]]) -> Outcome[Told]:
        """Ask on the terminal until no question is left: an answer may open others (a sheet, then its columns)."""
        while True:
            outcome = ask(given)
            answers = self.teller.ask(outcome.result.answer["questions"], given)
            if answers == given:
                return outcome
            given = answers

    def _tell_saved(self, host: ClosedBook | None) -> None:
        """Where the backup is, and what the writing met."""
        if host is not None and host.saved is not None:
            kept = f"Đã ghi vào “{host.name}”; bản sao lưu: {host.saved.backup}"
            self.teller.line(kept if host.saved.backup else f"“{host.name}” đã đúng như vậy, không cần ghi.")
            for remark in host.remarks:
                self.teller.line(f"Lưu ý: {remark}")

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
