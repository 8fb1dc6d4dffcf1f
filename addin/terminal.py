"""What every command of the terminal shares: the day, the workbook, telling and carrying out.

With `cli` this is the door that reads the clock; everything below is told the day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager, nullcontext
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, TypeVar

from addin.output.patience import patience
from addin.output.teller import Teller

if TYPE_CHECKING:
    import click

    from addin.core.persons.reading import Reading
    from addin.hosts.closed.book import ClosedBook
    from addin.jobs.act import Act
    from addin.jobs.adopt import AdoptResult
    from addin.jobs.carry_out import Carried
    from addin.jobs.demo import Step
    from addin.jobs.opening import Opened
    from addin.jobs.outcome import Outcome
    from addin.printing.printer import Printer

_ERRORS_FOUND = 1
R = TypeVar("R")


class Call:
    """One command as called: how to tell, which day it is, the workbook, whether to write, where papers go."""

    def __init__(
        self,
        context: click.Context,
        *,
        as_json: bool,
        on: date | None,
        quiet: bool,
        book: Path | None = None,
        out: Path | None = None,
        write: bool = False,
        pdf: bool = False,
    ) -> None:
        self.teller = Teller(as_json, quiet)
        context.obj = self.teller
        self.context = context
        self.on = on or date.today()
        self.book = book or Path()
        self.write = write
        self._out = out
        self._pdf = pdf

    @cached_property
    def host(self) -> ClosedBook:
        """The closed workbook."""
        from addin.hosts.account import account
        from addin.hosts.closed.book import ClosedBook

        return ClosedBook(self.book, now=self._now, who=account() if self.write else "")

    @cached_property
    def _now(self) -> datetime:
        """Local time: it names a backup and stands in the log."""
        return datetime.now()  # noqa: DTZ005 - as a person reads it

    @cached_property
    def opened(self) -> Opened:
        """The workbook, read."""
        from addin.jobs.opening import open_book

        with patience("đọc sổ", quiet=self.teller.quiet):
            return open_book(self.host)

    def readings(self, source: Path) -> Iterable[tuple[str, Reading | str]]:
        """The workbook, or all of a folder, as read."""
        if source.is_dir():
            from addin.batch.searching import books_in

            return books_in(source, self.on, quiet=self.teller.quiet)
        self.book = source
        return ((source.name, self.opened.reading),)

    @property
    def folder(self) -> Path:
        """Where papers go: --out, the setting, else “Văn bản” beside the workbook."""
        return self._out or self._usual

    @property
    def places(self) -> tuple[Path, ...]:
        """The folders where papers lie: that of --out first, then the usual one."""
        return tuple(dict.fromkeys((self.folder, self._usual)))

    @property
    def _usual(self) -> Path:
        return self.book.parent / (self.opened.book.settings.output_folder or "Văn bản")

    @property
    def copies(self) -> Path:
        """Where the copies of the groups go: --out, else “Bản của tổ” beside the workbook."""
        from addin.jobs.split import COPIES

        return self._out or self.book.parent / COPIES

    @property
    def templates(self) -> Path:
        """The cell's own templates, beside the workbook."""
        from addin.jobs.outcome import OWN_TEMPLATES

        return self.book.parent / OWN_TEMPLATES

    def finish(self, outcome: Outcome[Any], folder: Path | None = None, *, failing: bool = False) -> None:
        """Preview, carry out, tell; papers go where the command says, else to `folder`; `failing`: errors found are exit 1."""
        self._refuse_frozen(outcome)
        self.teller.before(outcome, writing=self.write)
        carried = self._carried(outcome, folder) if outcome.effects else None
        self.teller.is_done = outcome.is_done or bool(carried and (carried.made or self.write))
        with self.teller.heard():
            self.teller.after(outcome, carried.made if carried else (), (*carried.remarks, *self._remains) if carried else ())
            if self.write:
                self._tell_saved()
        if failing and (getattr(outcome.result, "has_errors", False) or any(found.severity.value == "error" for found in outcome.findings)):
            self.context.exit(_ERRORS_FOUND)

    def _refuse_frozen(self, outcome: Outcome[Any]) -> None:
        """What a frozen year owns is not even shown as to be written; a draft says nothing in the workbook."""
        writes = outcome.effects.planned if self.write else outcome.effects.writes
        if not (writes.squares or writes.appends):
            return
        from addin.jobs.frozen_years import names_a_frozen_year, refuse_frozen

        if names_a_frozen_year(self.host.grids()):
            refuse_frozen(self.opened.book, writes, outcome.effects.seals, self.host.name)

    @property
    def _remains(self) -> tuple[str, ...]:
        """What the saving of the workbook could not finish."""
        return self.host.saved.warnings if self.write and self.host.saved else ()

    def _carried(self, outcome: Outcome[Any], folder: Path | None) -> Carried:
        """Everything done, with the rights of the workbook; a command that wants nothing done starts without what does it."""
        from addin.hosts.disk import rights_of
        from addin.jobs.carry_out import carry_out

        target = folder or (self.folder if outcome.effects.papers else None)
        with patience("ghi", quiet=self.teller.quiet), rights_of(self.book), self.printing() as printing:
            host = self.host if self.write else None
            return carry_out(outcome, host, target, issuing=self.write, act=self._act, printing=printing)

    def printing(self) -> AbstractContextManager[Printer | None]:
        """What makes PDF where that was asked for."""
        return self._printer() if self._pdf else nullcontext()

    def printed(self, job: Callable[[Printer], Outcome[R]]) -> Outcome[R]:
        """A job that prints of itself."""
        with patience("lập và in", quiet=self.teller.quiet), self._printer() as printing:
            return job(printing)

    def _printer(self) -> Printer:
        from addin.printing.printer import Printer

        return Printer()

    @property
    def _act(self) -> Act | None:
        """What the log of the workbook says of this call; a command on no workbook has none."""
        if self.book == Path():
            return None
        from addin.hosts.disk import behind_links
        from addin.jobs.act import Act

        return Act(self.context.info_name or "", self._now, behind_links(self.book))

    def until_answered(
        self, given: dict[str, str], ask: Callable[[dict[str, str]], Outcome[AdoptResult]]
    ) -> Outcome[AdoptResult]:
        """Ask on the terminal until no question is left: an answer may open others (a sheet, then its columns)."""
        while True:
            outcome = ask(given)
            answers = self.teller.ask(outcome.result.questions, given)
            if answers == given:
                return outcome
            given = answers

    def _tell_saved(self) -> None:
        """Where the backup is, and what the writing met."""
        saved = self.host.saved
        if saved is not None:
            kept = f"Đã ghi vào “{self.host.name}”; bản sao lưu: {saved.backup}"
            self.teller.line(kept if saved.backup else f"“{self.host.name}” đã đúng như vậy, không cần ghi.")
            for remark in self.host.remarks:
                self.teller.line(f"Lưu ý: {remark}")

    def walk(self, steps: Iterable[Step]) -> None:
        """Run steps one by one, telling each with its time and files."""
        from addin.jobs.demo import DemoResult, StepDone
        from addin.output.demo import step_lines

        told = []
        for step in steps:
            start = perf_counter()
            done = StepDone(step, *step.run())
            for line in step_lines(done, perf_counter() - start):
                self.teller.line(line)
            told.append(done)
        self.teller.is_done = True
        with self.teller.heard():
            self.teller.document(DemoResult(tuple(told)))
