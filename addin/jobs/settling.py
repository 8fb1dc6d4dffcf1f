"""Numbers that a killed run left claimed: issued where its workbook has them, else void, and no paper of theirs stays."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from addin.core.tables.numbered import numbers_used
from addin.core.tables.rows.book import Book
from addin.core.tables.series import written
from addin.errors import SochiboError
from addin.hosts.claims import Claim
from addin.hosts.numbers import NumberRegister
from addin.jobs.opening import book_at

_INTERRUPTED = "interrupted"


def settled_for_others(
    register: NumberRegister, ours: Iterable[Claim], book: Book, workbook: str, folder: Path
) -> Iterator[str]:
    """What was settled, to be told; whatever cannot be now is left to the next run."""
    with contextlib.suppress(OSError):
        for claim in register.abandoned(ours):
            theirs = _book_of(register.folder.parent, claim, book, workbook)
            if theirs is not None:
                yield _settled(register, claim, theirs, folder)


def _settled(register: NumberRegister, claim: Claim, book: Book, folder: Path) -> str:
    home = register.folder.parent
    text = written(claim.number, claim.series.kind, book.settings.symbol)
    if claim.number in numbers_used(book, claim.series):
        paper = next(papers_of(home, claim, folder), None)
        register.issue(claim, paper.name if paper else "", claim.fingerprint if paper else "")
        return f"Số {text} của một lần chạy bị ngắt trước đây đã có trong sổ: đã ghi là đã cấp."
    take_away_papers(home, claim, folder)
    register.void(claim, _INTERRUPTED)
    return f"Số {text} của một lần chạy bị ngắt trước đây không có văn bản: đã ghi huỷ trong sổ số."


def _book_of(home: Path, claim: Claim, ours: Book, workbook: str) -> Book | None:
    """The workbook the rows went to, or ours where that one is gone: renamed, say. None while it cannot be read."""
    path = home / claim.workbook
    if claim.workbook in ("", workbook) or not path.exists():
        return ours
    try:
        return book_at(path)
    except (SochiboError, OSError):
        return None


def papers_of(home: Path, claim: Claim, folder: Path) -> Iterator[Path]:
    """Files that are the paper of the claim, byte for byte, where it said it would put it."""
    place = home / claim.folder if claim.folder else folder
    with contextlib.suppress(OSError):
        for path in sorted(place.iterdir()):
            if claim.fingerprint and path.suffix == ".docx" and hashlib.sha256(path.read_bytes()).hexdigest() == claim.fingerprint:
                yield path


def take_away_papers(home: Path, claim: Claim, folder: Path) -> None:
    """Nobody may sign a paper whose number is void, or that is made anew."""
    for path in papers_of(home, claim, folder):
        with contextlib.suppress(OSError):
            path.unlink()


def folder_from(home: Path, folder: Path) -> str:
    """Where papers go, as seen from the workbook; whole for a place elsewhere."""
    with contextlib.suppress(OSError):
        folder, home = folder.resolve(), home.resolve()
    return folder.relative_to(home).as_posix() if folder.is_relative_to(home) else str(folder)
