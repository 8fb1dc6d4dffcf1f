"""`verify`: whether what was written is still what it was: logs, registers of numbers, papers issued, backups."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from addin.core.findings import Severity
from addin.core.records import dataclass
from addin.core.tables.rows.book import Book
from addin.errors import CannotRead, SochiboError
from addin.hosts.folders import BACKUPS, LOGS
from addin.hosts.log.lines import Head
from addin.hosts.registers import registers_in
from addin.jobs.opening import book_at
from addin.jobs.outcome import Outcome
from addin.jobs.verifying.backups import backup_troubles
from addin.jobs.verifying.logs import log_troubles, logs_of
from addin.jobs.verifying.papers import Issued, paper_troubles, papers_logged
from addin.jobs.verifying.printed import printed_head, printed_troubles
from addin.jobs.verifying.registers import papers_kept, register_troubles, registers_of
from addin.jobs.verifying.trouble import Trouble, warning

_WORKBOOKS = frozenset({".xlsx", ".xlsm"})


@dataclass(frozen=True, slots=True)
class LogChecked:
    """A log and its head: noted on paper, it proves later that nobody wrote the whole log anew."""

    workbook: str
    file: Path
    head: Head


@dataclass(frozen=True, slots=True)
class VerifyResult:
    """How much was looked at, and what is not as it was left."""

    folder: Path
    logs: tuple[LogChecked, ...]
    numbers_count: int
    papers_count: int
    backups_count: int
    troubles: tuple[Trouble, ...]

    @property
    def has_errors(self) -> bool:
        """Whether anything was changed, lost or torn."""
        return any(one.severity is Severity.ERROR for one in self.troubles)


def verify(folder: Path, heads: Iterable[str] = ()) -> Outcome[VerifyResult]:
    """The folder and all below it; a workbook stands for the folder it lies in. Nothing is changed.

    `heads` are heads of logs as they were printed; each must be found.
    """
    wanted = tuple(printed_head(text) for text in heads)
    if not _is_there(folder):
        raise CannotRead(f"Không thấy thư mục “{folder}”.", "Kiểm tra lại tên thư mục rồi chạy lại.")
    top = folder if folder.is_dir() else folder.parent
    try:
        homes = tuple(_homes(top))
        checked = [_of_home(home) for home in homes]
        rewritten = tuple(printed_troubles(top, (log for home in homes for log in logs_of(home)), wanted)) if wanted else ()
    except OSError as error:
        where = error.filename if isinstance(error.filename, str) else folder
        raise CannotRead(f"Không đọc được “{where}” để kiểm.", "Xin quyền đọc, hoặc kiểm tra đường truyền tới ổ chung rồi chạy lại.") from error
    result = VerifyResult(
        top,
        tuple(log for one in checked for log in one.logs),
        sum(one.numbers_count for one in checked),
        sum(one.papers_count for one in checked),
        sum(one.backups_count for one in checked),
        (*rewritten, *(trouble for one in checked for trouble in one.troubles)),
    )
    return Outcome(result)


def _is_there(folder: Path) -> bool:
    try:
        return folder.exists()
    except OSError:
        return False


def _homes(top: Path) -> Iterator[Path]:
    """Folders of workbooks that anything of ours lies beside."""
    for folder, inner, _names in os.walk(top):
        inner.sort()
        home = Path(folder)
        if {BACKUPS, LOGS}.intersection(inner) or registers_in(home):
            yield home


def _of_home(home: Path) -> VerifyResult:
    logs = logs_of(home)
    books, unread = _books(home)
    kept = tuple(registers_of(home, books))
    papers: list[Issued] = [*(paper for one in kept for paper in papers_kept(one)), *papers_logged(logs)]
    troubles = [
        *unread,
        *(trouble for log in logs for trouble in log_troubles(log)),
        *(trouble for one in kept for trouble in register_troubles(one)),
        *paper_troubles(home, papers),
        *backup_troubles(home, logs),
    ]
    return VerifyResult(
        home,
        tuple(LogChecked(log.workbook, log.path, log.lines.head) for log in logs),
        sum(len(one.standings) for one in kept),
        len(dict.fromkeys((paper.name, paper.sha256) for paper in papers)),
        sum(1 for _ in (home / BACKUPS).glob("*.xls?")) if (home / BACKUPS).is_dir() else 0,
        tuple(dict.fromkeys(troubles)),
    )


def _books(home: Path) -> tuple[tuple[Book, ...], tuple[Trouble, ...]]:
    """The workbooks there; only a register asks for them."""
    if not registers_in(home):
        return (), ()
    books: list[Book] = []
    unread: list[Trouble] = []
    for path in sorted(path for path in home.iterdir() if path.suffix.lower() in _WORKBOOKS and not path.name.startswith(("~$", "."))):
        try:
            books.append(book_at(path))
        except (SochiboError, OSError) as error:
            why = error.message if isinstance(error, SochiboError) else "Không đọc được tệp."
            unread.append(warning("workbook_unread", path, why, "Sổ số chưa đối chiếu được với sổ này."))
    return tuple(books), tuple(unread)
