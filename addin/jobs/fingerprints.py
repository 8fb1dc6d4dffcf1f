"""`fingerprints`: the fingerprint of every file Văn bản names and has none of yet, so that a later change can be seen (F54).

What the program issues has its fingerprint from the start; this is for papers made elsewhere and for scans of signed ones.
One that stands there is never replaced: a file that has another now was changed, and `verify` says so.
"""

from __future__ import annotations

from pathlib import Path

from addin.core.places import Place
from addin.core.records import dataclass
from addin.core.tables.rows.papers import Document
from addin.core.writes import Write, Writes
from addin.errors import Misuse
from addin.hosts.folders import PAPERS
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.verifying.papers import Drawer, Issued

_BECAUSE = "dấu vân tay của tệp"


@dataclass(frozen=True, slots=True)
class Printed:
    """One line of Văn bản with its file; `fingerprint` empty where no file of that name lies there, or several different ones."""

    number: str
    file: str
    place: Place
    fingerprint: str = ""
    found: int = 0


@dataclass(frozen=True, slots=True)
class FingerprintsResult:
    """Every line that names a file and has no fingerprint."""

    workbook: str
    papers: tuple[Printed, ...]

    @property
    def known(self) -> tuple[Printed, ...]:
        """Those whose file lies there."""
        return tuple(one for one in self.papers if one.fingerprint)


def fingerprints(opened: Opened, home: Path) -> Outcome[FingerprintsResult]:
    """Files are looked for beside the workbook and below; Misuse where Văn bản has no column for it. Nothing is written here."""
    opened.require("documents")
    rows = [row for row in opened.book.documents if row.file and not row.fingerprint and not row.void_reason]
    if rows and not any(row.has("fingerprint") for row in rows):
        raise Misuse("Sheet Văn bản chưa có cột Dấu vân tay.", "Thêm cột “Dấu vân tay” ở sheet Văn bản rồi chạy lại.")
    drawer, folder = Drawer(home), opened.book.settings.output_folder or PAPERS
    papers = tuple(_printed(drawer, folder, row) for row in rows if row.has("fingerprint"))
    writes = Writes(tuple(Write(one.place, one.fingerprint, _BECAUSE, None) for one in papers if one.fingerprint))
    return Outcome(FingerprintsResult(opened.name, papers), effects=Effects(writes))


def _printed(drawer: Drawer, folder: str, row: Document) -> Printed:
    places = drawer.named(Issued(row.file or "", folder, ""))
    prints = {print_ for place in places if (print_ := drawer.fingerprint(place))}
    return Printed(row.number or "", row.file or "", row.place("fingerprint"), prints.pop() if len(prints) == 1 else "", len(places))
