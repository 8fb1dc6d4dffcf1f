"""The register of document numbers on the office drive: one claim file a number, created exclusively.

Two secretaries on one share can never hold the same number: creating a file that must not exist is the one
operation every share keeps exclusive (engineering/reliability.md §3). A claim appears with all it says or not at all.
A number is first claimed, then issued or voided; a void stays with its reason. Nothing here is deleted, and a claim
somebody was interrupted in, even an empty file, holds its number until it is settled.

    <folder>/<kind>/<series>/0024.json
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.series import Series
from addin.errors import CannotWrite, DiskFull, NoRight
from addin.hosts.disk import meaning_of, remove, replace_patiently, sweep, write_aside, write_new

_FILE = re.compile(r"(\d{4,})\.json")
_HIGHEST = 999_999
_AT_WORK_SECONDS = 600
CLAIMED, ISSUED, VOID = "claimed", "issued", "void"


class NumberTaken(Exception):
    """Somebody claimed the number first."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number held for a paper: by us, or by whoever was interrupted."""

    series: Series
    number: int
    path: Path
    fingerprint: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register says of a number; empty where it does not say."""

    claim: Claim
    state: str
    on: str
    file: str
    reason: str


class NumberRegister:
    """The register in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def numbers(self, series: Series) -> dict[int, str]:
        """Number → claimed, issued or void."""
        return {claim.number: _record(claim.path).get("state", CLAIMED) for claim in self._claims(series)}

    def next_number(self, series: Series, used_elsewhere: int = 0) -> int:
        """One above all that the register and the workbook know."""
        return max([used_elsewhere, *(claim.number for claim in self._claims(series))], default=0) + 1

    def taken_for(self, series: Series, request: str) -> tuple[tuple[Claim, str], ...]:
        """What was claimed or issued for the same request, the latest first, so that asking twice takes one number."""
        records = ((claim, _record(claim.path)) for claim in self._claims(series))
        found = [(claim, record["state"]) for claim, record in records if record.get("request") == request]
        return tuple((claim, state) for claim, state in reversed(found) if state != VOID)

    def place(self, series: Series, number: int, fingerprint: str = "") -> Claim:
        """The number as it would be held, for the paper of that fingerprint; nothing is claimed."""
        return Claim(series, number, self._folder / series.kind / series.period / f"{number:04d}.json", fingerprint)

    def claim(self, wanted: Claim, on: date, what: str, request: str = "", *, held: list[Claim] | None = None) -> Claim:
        """Hold a number; NumberTaken where somebody was faster. It is in `held` from the moment it is ours, whatever follows.

        `what` names the document, not a person; `request` is a digest of what was asked for.
        """
        if wanted.number > _HIGHEST:
            raise CannotWrite(
                f"Số kế tiếp là {wanted.number}, quá sáu chữ số; chưa ghi gì.",
                f"Có số ghi nhầm trong sổ hoặc trong thư mục «{wanted.path.parent}»: sửa số ấy rồi chạy lại.",
            )
        record = {"state": CLAIMED, "on": on.isoformat(), "what": what, "request": request}
        data = _text({**record, **({"sha256": wanted.fingerprint} if wanted.fingerprint else {})}).encode()
        try:
            wanted.path.parent.mkdir(parents=True, exist_ok=True)
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

    def _refused(self, error: OSError) -> CannotWrite:
        """No number is held; whether for want of room, of the right, or of the drive."""
        meant = meaning_of(error, self._folder)
        if isinstance(meant, DiskFull):
            return DiskFull("Ổ đĩa đầy nên không giữ được số văn bản; chưa ghi gì.", meant.fix)
        if isinstance(meant, NoRight):
            return NoRight(f"Không có quyền ghi sổ số văn bản trong “{self._folder}”.", "Xin quyền ghi thư mục đó rồi chạy lại.")
        return CannotWrite("Không giữ được số văn bản; chưa ghi gì.", "Kiểm tra ổ đĩa rồi chạy lại.")

    def issue(self, claim: Claim, file_name: str = "", fingerprint: str = "") -> None:
        """The document stands: the number is used; of an abandoned claim the file is not known."""
        details = {"file": file_name, "sha256": fingerprint}
        self._settle(claim, {"state": ISSUED, **{key: text for key, text in details.items() if text}})

    def void(self, claim: Claim, reason: str) -> None:
        """The document was not made: the number stays in the register, void."""
        self._settle(claim, {"state": VOID, "reason": reason})

    def withdraw(self, wanted: Claim, on: date, what: str, reason: str) -> None:
        """A number nobody may use any more, whatever it is held for; one the register does not know is entered as void."""
        if not wanted.path.exists():
            with contextlib.suppress(NumberTaken):
                self.claim(wanted, on, what)
        self.void(wanted, reason)

    def standing(self) -> Iterator[Standing]:
        """Every number of the register with its state, by series."""
        if not self._folder.is_dir():
            return
        for series in sorted(path for path in self._folder.glob("*/*") if path.is_dir()):
            for claim in self._claims(Series(series.parent.name, series.name)):
                record = _record(claim.path)
                told = (record.get(key, "") for key in ("state", "on", "file", "reason"))
                yield Standing(claim, *told)

    def abandoned(self, ours: Claim) -> tuple[Claim, ...]:
        """Claims of the series that nobody settled and nobody is at work on any more, by the clock of the share itself."""
        now = ours.path.stat().st_mtime
        sweep(ours.path.parent, datetime.fromtimestamp(now, UTC))
        others = ((claim, _record(claim.path)) for claim in self._claims(ours.series) if claim.number != ours.number)
        return tuple(
            replace(claim, fingerprint=record.get("sha256", ""))
            for claim, record in others
            if record.get("state", CLAIMED) == CLAIMED and now - claim.path.stat().st_mtime > _AT_WORK_SECONDS
        )

    def _claims(self, series: Series) -> Iterator[Claim]:
        """By number."""
        folder = self._folder / series.kind / series.period
        if folder.is_dir():
            matches = [(path, _FILE.fullmatch(path.name)) for path in folder.iterdir()]
            yield from sorted(
                (Claim(series, int(match[1]), path) for path, match in matches if match), key=lambda claim: claim.number
            )

    def _settle(self, claim: Claim, change: dict[str, str]) -> None:
        aside = write_aside(claim.path.parent, _text({**_record(claim.path), **change}).encode())
        try:
            replace_patiently(aside, claim.path)
        finally:
            remove(aside)


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


def _text(record: dict[str, str]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _record(path: Path) -> dict[str, str]:
    """What a claim says; nothing where it was interrupted, and then it holds its number all the same.

    One the drive does not hand over is an OSError: taken for an empty one, the same request would get a second number.
    """
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (FileNotFoundError, IsADirectoryError, ValueError, TypeError):
        return {}
