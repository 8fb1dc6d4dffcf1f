"""What every button shares: the workbook it was pressed in, the rows selected, asking once, telling at the end."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from addin.clicks.dialog import Dialog
from addin.clicks.memory import Memory
from addin.clicks.selected_rows import year_selected
from addin.core.grids import Grid
from addin.core.places import Place
from addin.errors import CannotRead
from addin.hosts.disk import rights_of
from addin.hosts.live import LiveHost, Selected
from addin.jobs.act import Act
from addin.jobs.carry_out import carry_out
from addin.jobs.frozen_years import refuse_frozen
from addin.jobs.marking import FINDINGS_SHEET, beside_remarks
from addin.jobs.opening import Opened
from addin.jobs.outcome import OWN_TEMPLATES, Effects, Outcome
from addin.output import box
from addin.output.telling import box_of

if TYPE_CHECKING:
    from addin.core.writes import Writes
    from addin.jobs.check import CheckResult
    from addin.jobs.made import Made

_PAPERS_FOLDER = "Văn bản"


@dataclass(frozen=True, slots=True)
class Done:
    """The files made, and the lines that say what was written and where."""

    made: tuple[Made, ...]
    lines: tuple[str, ...]


class Click:
    """One press of one button: `on` is the day it happened, `now` the moment; nothing below reads the clock."""

    def __init__(
        self, host: LiveHost, dialog: Dialog, on: date, memory: Memory | None = None, *, now: datetime | None = None
    ) -> None:
        self.host, self.dialog, self.on = host, dialog, on
        self.button = ""
        self._now = now
        self._memory = memory or Memory()

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """Every sheet as it is now, read once: in an open workbook each sheet costs a dozen calls."""
        self.host.progress("đang đọc sổ")
        return self.host.grids()

    @cached_property
    def opened(self) -> Opened:
        """What stands on the sheets."""
        return self._memory.opened(self.host, self.grids)

    @property
    def checked(self) -> Outcome[CheckResult]:
        """Every finding of the workbook on the day, with its marks, beside them what a person wrote there since."""
        checked = self._memory.checked(self.opened, self.on)
        standing = next((grid for grid in self.grids if grid.sheet == FINDINGS_SHEET), None)
        marks = beside_remarks(checked.effects.writes, standing)
        return checked if marks is checked.effects.writes else replace(checked, effects=replace(checked.effects, writes=marks))

    @cached_property
    def selection(self) -> Selected:
        """The selected rows; CannotRead says what to select."""
        found = self.host.selection()
        if found is None or not found.rows:
            raise CannotRead("Chưa chọn dòng nào trong sổ này.", "Chọn một hay nhiều dòng có dữ liệu rồi bấm lại nút.")
        return found

    @property
    def rows(self) -> frozenset[Place]:
        """The selected rows as places."""
        return frozenset(Place(self.selection.sheet, row) for row in self.selection.rows)

    @property
    def year(self) -> int:
        """The year of the selected rows, else last year: a year is rated and summed up when it is over."""
        return year_selected(self.opened.book, self.host.selection()) or self.on.year - 1

    @property
    def papers(self) -> Path:
        """Where papers go: the setting, "Văn bản" beside the workbook, or Documents for one without a folder."""
        beside = self.host.folder or Path.home() / "Documents" / "Sổ Chi bộ"
        return beside / (self.opened.book.settings.output_folder or _PAPERS_FOLDER)

    @property
    def templates(self) -> Path | None:
        """The cell's own templates, beside the workbook."""
        return self.host.folder / OWN_TEMPLATES if self.host.folder else None

    @property
    def home(self) -> Path:
        """The folder the workbook lies in; CannotRead for one that was never saved to a drive."""
        if self.host.folder is None:
            raise CannotRead(
                f"Sổ «{self.host.name}» chưa nằm trên ổ đĩa nào nên chưa có chỗ cho sổ số văn bản.",
                "Lưu sổ vào ổ đĩa của cơ quan rồi bấm lại nút.",
            )
        return self.host.folder

    def agrees(self, outcome: Outcome[Any]) -> bool:
        """Ask once, with the count, the first squares and the papers; without writes there is nothing to ask."""
        if not outcome.effects.writes:
            return True
        self.refuse_frozen(outcome.effects, outcome.effects.writes)
        if self.dialog.ask(box.write_question(outcome, self.host.name)):
            return True
        self.dialog.tell(box.declined(outcome, self.host.name))
        return False

    def refuse_frozen(self, effects: Effects, writes: Writes) -> None:
        """RefusedWrite where a frozen year owns any of it, before anybody is asked."""
        if writes.squares or writes.appends:
            refuse_frozen(self.opened.book, writes, effects.seals, self.host.name)

    def finish(self, outcome: Outcome[Any], *, folder: Path | None = None) -> None:
        """Ask, carry out, tell once. The workbook stays unsaved."""
        if not self.agrees(outcome):
            return
        done = self.carry_out(outcome, folder)
        self.tell([*done.lines, *box_of(outcome.result)])

    def carry_out(self, outcome: Outcome[Any], folder: Path | None = None, *, issuing: bool = False) -> Done:
        """Make it happen; what was done and where, to be told. Without `issuing` a numbered paper is a draft."""
        writes = outcome.effects.planned if issuing else outcome.effects.writes
        self.refuse_frozen(outcome.effects, writes)
        self.host.progress("đang ghi")
        act = self.act
        with rights_of(act.workbook) if act else nullcontext():
            carried = carry_out(outcome, self.host if writes or issuing else None, folder, issuing=issuing, act=act)
        return Done(carried.made, (*self._written(writes), *box.made(carried.made), *carried.remarks))

    def _written(self, writes: Writes) -> Iterable[str]:
        if not writes:
            return ()
        return box.written(writes, self.host.name, self.host.remarks, is_saved=self.host.saves_itself)

    @property
    def file(self) -> Path | None:
        """The workbook's file; None for one that lies on no drive."""
        return self.host.folder / self.host.name if self.host.folder else None

    @property
    def act(self) -> Act | None:
        """What the log says of this click; a workbook that lies on no drive has no log."""
        return Act(self.button, self._now, self.file) if self.file and self._now else None

    def tell(self, lines: Iterable[str]) -> None:
        """One message, long ones cut at a line."""
        self.host.progress(None)
        self.dialog.tell(box.fitted(lines))
