"""The live document in LibreOffice as a host. It is the one the button was pressed in, and never saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.errors import CannotRead, CannotWrite
from addin.hosts.file_findings import findings_of_file
from addin.hosts.file_formats import Format
from addin.hosts.libreoffice.orders import order_of
from addin.hosts.libreoffice.reading import Reader
from addin.hosts.live import Selected, TakenBack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from addin.core.findings import Finding
    from addin.core.grids import Grid
    from addin.core.writes import Writes
    from addin.hosts.libreoffice.wire import Office

STEP = "Sổ Chi bộ: "


class LibreOfficeBook:
    """One open document. `what` and `at` name its step in the undo list of LibreOffice."""

    def __init__(self, office: Office, *, what: str = "ghi vào sổ", at: str = "") -> None:
        book = office.ask("book")
        self.name: str = book["name"]
        self.remarks: tuple[str, ...] = ()
        self._office = office
        self._path = Path(book["path"]) if book["path"] else None
        self._title = f"{STEP}{what} {at}".rstrip()
        self._reader = Reader(office, self.name)
        self._grids: tuple[Grid, ...] = ()

    def grids(self) -> tuple[Grid, ...]:
        """All sheets as they are now, in the document's order."""
        self._grids = self._reader.read()
        return self._grids

    def noticed(self) -> tuple[Finding, ...]:
        """What is worth knowing about the workbook: hidden sheets, its format, a name that looks like a copy's."""
        extension = Path(self.name).suffix.lower().lstrip(".")
        kind = Format(extension) if extension in set(Format) else Format.XLSX
        path = Path(self.name) if extension == kind else Path(f"{self.name}.{kind}")
        return findings_of_file(path, kind, self._grids or self.grids(), None, is_to_be_recalculated=False)

    def drop_down(self, place: Place) -> tuple[str, ...]:
        """The words of the square's list."""
        return tuple(self._office.ask("drop_down", name=place.sheet, row=place.row, column=place.column))

    def probe(self, writes: Writes) -> None:
        """The order as it would be given, not given."""
        order_of(writes, self._office, self._reader, self._title)

    def apply(self, writes: Writes) -> None:
        """Make the writes as one step; RefusedWrite, ChangedMeanwhile or CannotWrite, and then none is made."""
        if not writes:
            return
        order = order_of(writes, self._office, self._reader, self._title)
        left_out = self._office.ask("write", order=order)
        self._reader.known = {}
        self.remarks = (f"{left_out} ô đã có ghi chú của người khác hoặc đang khoá nên không ghi chú thêm.",) if left_out else ()

    def undo(self) -> TakenBack:
        """Take our last write back, where nothing was done after it; else LibreOffice's own list is the way."""
        told = self._office.ask("undo", prefix=STEP)
        if "last" in told:
            done = f" (mà là “{told['last']}”)" if told["last"] else ""
            raise CannotWrite(
                f"Việc làm gần nhất trên sổ «{self.name}» không phải lần ghi của Sổ Chi bộ{done}, nên chưa hoàn tác gì.",
                "Bấm mũi tên cạnh nút Hoàn tác (Ctrl+Z) của LibreOffice để hoàn tác đến dòng “Sổ Chi bộ”.",
            )
        self._reader.known = {}
        return TakenBack(
            told.get("squares", 0), tuple(told.get("sheets", ())), bool(told.get("notes")), _not_back(told.get("unlike", ()))
        )

    @property
    def saves_itself(self) -> bool:
        """Never: LibreOffice's own copies for a crash are not the workbook's file."""
        return False

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
        """Where the file lies; None where it was never saved or lies on the web."""
        return self._path.parent if self._path else None

    def selection(self) -> Selected | None:
        """The visible rows selected in this document; None for a drawing."""
        found = self._office.ask("selection")
        if found is None:
            return None
        return Selected(found["sheet"], tuple(found["rows"]), Place(found["sheet"], *found["cursor"]))

    def select(self, place: Place) -> None:
        """Put the cursor on a square; a hidden sheet is named, not shown."""
        known = self._grids or self.grids()
        if any(grid.sheet == place.sheet and grid.state != "visible" for grid in known):
            raise CannotRead(f"Sheet «{place.sheet}» đang ẩn nên không đến ô {place.cell} được.", "Bỏ ẩn sheet rồi bấm lại nút.")
        self._office.ask("select", name=place.sheet, row=place.row, column=place.column)

    def progress(self, doing: str | None) -> None:
        """In the status bar of the window."""
        self._office.ask("progress", doing=f"Sổ Chi bộ: {doing}…" if doing else None)

    def ask_line(self, text: str, proposed: str) -> str | None:
        """A box with one line to fill in, in front of the window."""
        answer = self._office.ask("line", title=STEP.rstrip(": "), text=text, proposed=proposed)
        return None if answer is None else str(answer)


def _not_back(places: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    if not places:
        return ()
    named = ", ".join(str(Place(sheet, row, column)) for sheet, row, column in places)
    return (f"chưa như trước lần ghi: {named}; xem lại các chỗ ấy trước khi lưu.",)
