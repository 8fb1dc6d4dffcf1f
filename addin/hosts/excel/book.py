"""The live workbook in Excel as a host. It is handed in, never "the active one", and never saved."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from addin.errors import CannotWrite
from addin.hosts.excel.applying import Applying, half_written
from addin.hosts.excel.calls import direct, unless_refused
from addin.hosts.excel.drop_downs import drop_down_of
from addin.hosts.excel.faults import engine_errors, explaining
from addin.hosts.excel.finding import find_book, is_open
from addin.hosts.excel.patience import PATIENT, Patience
from addin.hosts.excel.planning import plans_of
from addin.hosts.excel.reaching import sheets_in
from addin.hosts.excel.reading import grid_of
from addin.hosts.excel.restoring import NotBackError, restore
from addin.hosts.excel.selecting import selected_in, show_square
from addin.hosts.excel.state import quiet
from addin.hosts.excel.undoing import standing_of
from addin.hosts.file_findings import findings_of_file
from addin.hosts.file_formats import Format

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    import xlwings

    from addin.core.findings import Finding
    from addin.core.grids import Grid
    from addin.core.places import Place
    from addin.core.writes import Writes
    from addin.hosts.excel.calls import Calls
    from addin.hosts.excel.taking_back import Record, Shelf
    from addin.hosts.live import Selected, TakenBack


_TITLE = "Sổ Chi bộ"
_LONGEST_QUESTION = 255
_HASTY = Patience(seconds=0.5)


class ExcelBook:
    """One open workbook. `shelf` keeps what is needed to take the last write back."""

    def __init__(self, book: xlwings.Book, shelf: Shelf, patience: Patience = PATIENT) -> None:
        self._found, self._shelf, self._patience = book, shelf, patience
        self._book = direct(book.api, "Workbook", patience)
        self.name: str = patience.ask(lambda: book.name)
        self._key: tuple[int, str] = (patience.ask(lambda: book.app.pid), self.name)
        self.remarks: tuple[str, ...] = ()
        self._known: tuple[Grid, ...] = ()

    @classmethod
    def named(cls, name: str, excel: int, shelf: Shelf, patience: Patience = PATIENT) -> ExcelBook:
        """The workbook of that name in the Excel of that process; CannotRead where there is none."""
        return cls(find_book(name, excel, patience), shelf, patience)

    def grids(self) -> tuple[Grid, ...]:
        """All sheets as they are now, in the workbook's order."""
        with self._explaining():
            self._known = tuple(grid_of(sheet, epoch_1904=self._epoch_1904) for sheet in sheets_in(self._book))
        return self._known

    def noticed(self) -> tuple[Finding, ...]:
        """What is worth knowing about the workbook: hidden sheets, a name that looks like a copy's."""
        name = Path(self.name)
        kind = Format.XLSM if name.suffix.lower() == ".xlsm" else Format.XLSX
        path = name if name.suffix.lower() == f".{kind}" else name.with_name(f"{name.name}.{kind}")
        return findings_of_file(path, kind, self._known or self.grids(), None, is_to_be_recalculated=False)

    def drop_down(self, place: Place) -> tuple[str, ...]:
        """The words of the square's list."""
        with self._explaining():
            return drop_down_of(self._book, place)

    def probe(self, writes: Writes) -> None:
        """Planned as for writing, not written."""
        with self._explaining(writing=True):
            plans_of(self._book, writes, self._read, {grid.sheet: grid for grid in self._known})

    def apply(self, writes: Writes) -> None:
        """Make the writes; RefusedWrite, ChangedMeanwhile or CannotWrite where that is impossible, and then none is made."""
        if not writes:
            return
        known = {grid.sheet: grid for grid in self._known}
        with self._explaining(writing=True):
            self.remarks = Applying(self._book, self._read, self._keep).apply(writes, known)
        self._known = ()

    def undo(self) -> TakenBack:
        """Take our last write back and look whether it is; CannotWrite where there is none or a person's work is in the way."""
        with self._explaining(writing=True):
            record = self._shelf.find(*self._key)
            if record is None:
                raise CannotWrite(
                    f"Không có lần ghi nào của Sổ Chi bộ vào «{self.name}» để hoàn tác.",
                    "Hoàn tác chỉ trả lại lần ghi gần nhất, khi Excel chưa đóng.",
                )
            standing = standing_of(self._book, record, self._read)
            with quiet(self._book.get("Application")) as not_back:
                try:
                    done = restore(self._book, record, standing, self._read)
                except NotBackError as failed:
                    raise half_written(failed) from failed
                except engine_errors() as failed:
                    if not is_open(self._book):
                        raise
                    raise half_written(failed) from failed
            self._shelf.forget(*self._key)
        self._known = ()
        return replace(done, remarks=(*done.remarks, *not_back))

    @property
    def saves_itself(self) -> bool:
        """AutoSave is on. An older Excel has none, and one that lies on a drive of the PC refuses the question."""
        with self._explaining():
            return unless_refused(lambda: bool(self._book.get("AutoSaveOn")), otherwise=False)

    @property
    def landed(self) -> bool:
        """Never: what raises has written nothing."""
        return False

    @property
    def stored(self) -> None:
        """Nothing: it is never saved here."""
        return

    @property
    def folder(self) -> Path | None:
        """Where the file lies; None where it was never saved or lies on the web without a local copy."""
        try:
            full_name = self._patience.ask(lambda: str(self._found.fullname))
        except engine_errors():
            return None
        path = Path(full_name)
        return path.parent if "://" not in full_name and path.is_absolute() else None

    def selection(self) -> Selected | None:
        """What is selected in this workbook."""
        with self._explaining():
            return selected_in(self._book)

    def select(self, place: Place) -> None:
        """Put the cursor on a square."""
        with self._explaining():
            show_square(self._book, place)

    def progress(self, doing: str | None) -> None:
        """In Excel's status bar; None gives it back. Nobody waits for it: what is the matter is told by the next step."""
        try:
            direct(self._found.api, "Workbook", _HASTY).get("Application").put("StatusBar", f"Sổ Chi bộ: {doing}…" if doing else False)
        except engine_errors():
            return

    def ask_line(self, text: str, proposed: str) -> str | None:
        """Excel's own input box, in front of Excel: it gives False where the person gives up, and takes 255 characters."""
        with self._explaining():
            answer = self._book.get("Application").get("InputBox", text[:_LONGEST_QUESTION], _TITLE, proposed)
        return None if answer is False else str(answer)

    def _read(self, sheet: Calls) -> Grid:
        return grid_of(sheet, epoch_1904=self._epoch_1904)

    @cached_property
    def _epoch_1904(self) -> bool:
        return bool(self._book.get("Date1904"))

    def _keep(self, record: Record | None) -> None:
        if record is None:
            self._shelf.forget(*self._key)
        else:
            self._shelf.keep(*self._key, record)

    def _explaining(self, *, writing: bool = False) -> AbstractContextManager[None]:
        return explaining(self.name, lambda: is_open(self._book), writing=writing)

