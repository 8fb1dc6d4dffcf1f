"""The register of document numbers on the office drive: one claim file a number, created exclusively.

Two secretaries on one share can never hold the same number: creating a file that must not exist is the one
operation every share keeps exclusive (engineering/reliability.md §3). A claim appears with all it says or not at all.
A number is first claimed, then issued or voided; a void stays with its reason. Nothing here is deleted, and a claim
somebody was interrupted in, even an empty file, holds its number until it is settled.

    <folder>/<kind>/<series>/0024.json

One run is at work at a time, by a lock that a killed one frees: whatever is claimed then and is not ours was left by
a run that is no more. On a share without locks it counts as left ten minutes later.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from addin.core.tables.series import Series
from addin.errors import CannotWrite, DiskFull, NoRight
from addin.hosts.claims import CLAIMED, ISSUED, VOID, Claim, Standing, settle, standing_of, text_of
from addin.hosts.disk import make_folder, meaning_of, remove, sweep, write_aside, write_new
from addin.hosts.mutex import alone_in

_FILE = re.compile(r"(\d{4,})\.json")
_HIGHEST = 999_999
_AT_WORK_SECONDS = 600
_PATIENCE_SECONDS = 30


class NumberTaken(Exception):
    """Somebody claimed the number first."""


class NumberRegister:
    """The register in one folder: `floors` are numbers used up by others, by series; `own` says whose it is before it is used."""

    def __init__(
        self, folder: Path, floors: Iterable[tuple[str, int]] = (), own: Callable[[Path], None] = lambda _: None
    ) -> None:
        self.folder = folder
        self._floors, self._own = tuple(floors), own
        self._is_alone = False

    @contextlib.contextmanager
    def at_work(self) -> Iterator[None]:
        """Nobody else takes a number meanwhile; CannotWrite where the folder cannot be had."""
        with contextlib.ExitStack() as held:
            try:
                make_folder(self.folder)
                self._is_alone = held.enter_context(alone_in(self.folder, seconds=_PATIENCE_SECONDS))
                self._own(self.folder)
            except OSError as error:
                raise self._refused(error) from error
            yield

    def numbers(self, series: Series) -> dict[int, str]:
        """Number → claimed, issued or void."""
        return {claim.number: standing_of(claim).state for claim in self._claims(series)}

    def next_number(self, series: Series, used_elsewhere: int = 0) -> int:
        """One above all that the register and the workbook know."""
        floor = max((number for name, number in self._floors if name == f"{series.kind}/{series.period}"), default=0)
        return max([used_elsewhere, floor, *(claim.number for claim in self._claims(series))], default=0) + 1

    def taken_for(self, series: Series, request: str) -> tuple[tuple[Claim, str], ...]:
        """What was claimed or issued for the same request, the latest first, so that asking twice takes one number."""
        found = [standing_of(claim) for claim in self._claims(series)]
        same = [(one.claim, one.state) for one in found if one.request == request and one.is_whole]
        return tuple((claim, state) for claim, state in reversed(same) if state != VOID)

    def place(self, series: Series, number: int, fingerprint: str = "", workbook: str = "", folder: str = "") -> Claim:
        """The number as it would be held, for the paper of that fingerprint; nothing is claimed."""
        path = self.folder / series.kind / series.period / f"{number:04d}.json"
        return Claim(series, number, path, fingerprint, workbook, folder)

    def claim(self, wanted: Claim, on: date, what: str, request: str = "", *, held: list[Claim] | None = None) -> Claim:
        """Hold a number; NumberTaken where somebody was faster. It is in `held` from the moment it is ours, whatever follows.

        `what` names the document, not a person; `request` is a digest of what was asked for.
        """
        if wanted.number > _HIGHEST:
            raise CannotWrite(
                f"Số kế tiếp là {wanted.number}, quá sáu chữ số; chưa ghi gì.",
                f"Có số ghi nhầm trong sổ hoặc trong thư mục «{wanted.path.parent}»: sửa số ấy rồi chạy lại.",
            )
        data = text_of(_claimed(wanted, on, what, request)).encode()
        try:
            make_folder(wanted.path.parent)
            write_new(wanted.path, data)
        except FileExistsError as error:
            raise NumberTaken(wanted.number) from error
        except OSError as error:
            if not _note_if_ours(wanted, data, held) and _is_there(wanted.path):
                raise NumberTaken(wanted.number) from error  # as Windows may put it while the other one is still writing
            raise self._refused(error) from error
        except BaseException:
            _note_if_ours(wanted, data, held)
            raise
        (held if held is not None else []).append(wanted)
        return wanted

    def take_over(self, wanted: Claim, on: date, what: str, request: str, *, held: list[Claim]) -> Claim:
        """The number a run that is no more held for the same request, now held for this one."""
        held.append(wanted)
        try:
            settle(wanted, _claimed(wanted, on, what, request))
        except OSError as error:
            raise self._refused(error) from error
        return wanted

    def _refused(self, error: OSError) -> CannotWrite:
        """No number is held; whether for want of room, of the right, or of the drive."""
        meant = meaning_of(error, self.folder)
        if isinstance(meant, DiskFull):
            return DiskFull("Ổ đĩa đầy nên không giữ được số văn bản; chưa ghi gì.", meant.fix)
        if isinstance(meant, NoRight):
            return NoRight(f"Không có quyền ghi sổ số văn bản trong “{self.folder}”.", "Xin quyền ghi thư mục đó rồi chạy lại.")
        return CannotWrite("Không giữ được số văn bản; chưa ghi gì.", "Kiểm tra ổ đĩa rồi chạy lại.")

    def issue(self, claim: Claim, file_name: str = "", fingerprint: str = "") -> None:
        """The document stands: the number is used; of an abandoned claim the file may not be known."""
        details = {"file": file_name, "sha256": fingerprint, "folder": claim.folder, "workbook": claim.workbook}
        settle(claim, {"state": ISSUED, **{key: text for key, text in details.items() if text}})

    def void(self, claim: Claim, reason: str) -> None:
        """The document was not made: the number stays in the register, void."""
        settle(claim, {"state": VOID, "reason": reason})

    def withdraw(self, wanted: Claim, on: date, what: str, reason: str) -> None:
        """A number nobody may use any more, whatever it is held for; one the register does not know is entered as void."""
        if not wanted.path.exists():
            with contextlib.suppress(NumberTaken):
                self.claim(wanted, on, what)
        self.void(wanted, reason)

    def standing(self) -> Iterator[Standing]:
        """Every number of the register with its state, by series."""
        if not self.folder.is_dir():
            return
        for series in sorted(path for path in self.folder.glob("*/*") if path.is_dir()):
            for claim in self._claims(Series(series.parent.name, series.name)):
                yield standing_of(claim)

    def is_left(self, claim: Claim) -> bool:
        """Whether whoever claimed it is at work no more: certain while we are alone, else by the clock of the share itself."""
        return self._is_alone or self._time_here() - claim.path.stat().st_mtime > _AT_WORK_SECONDS

    def _time_here(self) -> float:
        aside = write_aside(self.folder, b"")
        try:
            return aside.stat().st_mtime
        finally:
            remove(aside)

    def abandoned(self, ours: Iterable[Claim]) -> tuple[Claim, ...]:
        """Claims that nobody settled and nobody is at work on any more; what interrupted runs left aside goes."""
        mine = {claim.path for claim in ours}
        for path in mine:
            for folder in (self.folder, path.parent):
                sweep(folder, datetime.fromtimestamp(path.stat().st_mtime, UTC))
        others = (one.claim for one in self.standing() if one.state not in {ISSUED, VOID} and one.claim.path not in mine)
        return tuple(claim for claim in others if self.is_left(claim))

    def _claims(self, series: Series) -> Iterator[Claim]:
        """By number."""
        folder = self.folder / series.kind / series.period
        if folder.is_dir():
            matches = [(path, _FILE.fullmatch(path.name)) for path in folder.iterdir()]
            yield from sorted(
                (Claim(series, int(match[1]), path) for path, match in matches if match), key=lambda claim: claim.number
            )


def _claimed(wanted: Claim, on: date, what: str, request: str) -> dict[str, str]:
    told = {"sha256": wanted.fingerprint, "workbook": wanted.workbook, "folder": wanted.folder}
    record = {"state": CLAIMED, "on": on.isoformat(), "what": what, "request": request}
    return {**record, **{key: text for key, text in told.items() if text}}


def _note_if_ours(wanted: Claim, data: bytes, held: list[Claim] | None) -> bool:
    """Stopped just behind the claim: who asked must know that the number is held, and can void it."""
    with contextlib.suppress(OSError):
        if wanted.path.read_bytes() == data:
            (held if held is not None else []).append(wanted)
            return True
    return False


def _is_there(path: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.exists()
    return False
