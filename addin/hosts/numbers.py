"""The register of document numbers on the office drive: one claim file a number, created exclusively.

Two secretaries on one share can never hold the same number: creating a file that must not exist is the one
operation every share keeps exclusive (engineering/reliability.md §3). A number is first claimed, then issued
or voided; a void stays with its reason. Nothing here is deleted.

    <folder>/<kind>/<series>/0024.json
"""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

from addin.core.records import dataclass
from addin.errors import CannotWrite, NoRight
from addin.hosts.disk import remove, replace_patiently, write_aside

_FILE = re.compile(r"(\d{4,6})\.json")


class NumberTaken(Exception):
    """Somebody claimed the number first."""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one kind of document in one term, year, or for good."""

    kind: str
    period: str

    @property
    def path(self) -> Path:
        """Relative folder of the series."""
        return Path(self.kind) / self.period


@dataclass(frozen=True, slots=True)
class Claim:
    """A number held by us."""

    series: Series
    number: int
    path: Path


class NumberRegister:
    """The register in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def numbers(self, series: Series) -> dict[int, str]:
        """Number → claimed, issued or void."""
        folder = self._folder / series.path
        found: dict[int, str] = {}
        if folder.is_dir():
            for path in folder.iterdir():
                match = _FILE.fullmatch(path.name)
                if match:
                    found[int(match[1])] = _state(path)
        return dict(sorted(found.items()))

    def next_number(self, series: Series, used_elsewhere: int = 0) -> int:
        """One above all that the register and the workbook know."""
        return max([used_elsewhere, *self.numbers(series)], default=0) + 1

    def issued_for(self, series: Series, request: str) -> int | None:
        """The number already issued for the same request, so that asking twice takes one number."""
        folder = self._folder / series.path
        for number, state in self.numbers(series).items():
            if state == "issued" and _record(folder / f"{number:04d}.json").get("request") == request:
                return number
        return None

    def claim(self, series: Series, number: int, on: date, what: str, request: str = "") -> Claim:
        """Hold a number; NumberTaken where somebody was faster.

        `what` names the document, not a person; `request` is a digest of what was asked for.
        """
        path = self._folder / series.path / f"{number:04d}.json"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("x", encoding="utf-8") as stream:
                stream.write(_text({"state": "claimed", "on": on.isoformat(), "what": what, "request": request}))
                stream.flush()
                os.fsync(stream.fileno())
        except FileExistsError as error:
            raise NumberTaken(number) from error
        except PermissionError as error:
            raise NoRight(
                f"Không có quyền ghi sổ số văn bản trong “{self._folder}”.", "Xin quyền ghi thư mục đó rồi chạy lại."
            ) from error
        except OSError as error:
            raise CannotWrite("Không giữ được số văn bản.", "Kiểm tra ổ đĩa rồi chạy lại.") from error
        return Claim(series, number, path)

    def issue(self, claim: Claim, file_name: str, fingerprint: str) -> None:
        """The document stands: the number is used."""
        self._settle(claim, {"state": "issued", "file": file_name, "sha256": fingerprint})

    def void(self, claim: Claim, reason: str) -> None:
        """The document was not made: the number stays in the register, void."""
        self._settle(claim, {"state": "void", "reason": reason})

    def _settle(self, claim: Claim, change: dict[str, str]) -> None:
        record = {**json.loads(claim.path.read_text(encoding="utf-8")), **change}
        aside = write_aside(claim.path.parent, _text(record).encode())
        try:
            replace_patiently(aside, claim.path)
        finally:
            remove(aside)


def _text(record: dict[str, str]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True)


def _record(path: Path) -> dict[str, str]:
    try:
        return dict(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _state(path: Path) -> str:
    """An unreadable claim still holds its number."""
    return _record(path).get("state", "claimed")
