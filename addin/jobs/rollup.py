"""`rollup`: a superior's totals of a year over many cells, and what could not be counted, square by square."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from addin.core.records import dataclass
from addin.errors import Misuse


class Refusal(StrEnum):
    """Why something is counted nowhere."""

    DOUBLE_MEMBER = "double_member"
    WRONG_YEAR = "wrong_year"
    EDITED_TOTAL = "edited_total"
    MISSING_CELL = "missing_cell"
    OTHER_RULES = "other_rules"


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A workbook, or a square in it."""

    workbook: str
    sheet: str = ""
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.workbook}!{self.sheet}!{self.cell}" if self.sheet else self.workbook


@dataclass(frozen=True, slots=True)
class Refused:
    """`beside` is what it stands against: the other row of a double member, the sum of the rows, the rules of another run."""

    spot: Spot
    reason: Refusal
    beside: str
    message: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """What somebody took responsibility for, and why."""

    refused: Refused
    because: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """The cells of one grassroots organisation: over them the text counts the cap."""

    name: str
    cells: int
    rated: int
    at_top: int
    cap: int | None

    @property
    def is_over(self) -> bool:
        """More at the top than the cap allows."""
        return self.cap is not None and self.at_top > self.cap


@dataclass(frozen=True, slots=True)
class CellLine:
    """One cell as it was counted."""

    workbook: str
    cell_name: str
    superior: str
    members: int
    official: int
    rated: int
    levels: Mapping[str, int]
    cell_level: str | None


@dataclass(frozen=True, slots=True)
class RollupResult:
    """Sums over the cells that were counted. A figure nobody entered is in no sum: `silent` says how many cells lack it.

    `copies` are files left alone for being named like copies.
    """

    year: int
    rules: str
    cells: tuple[CellLine, ...]
    organisations: tuple[Organisation, ...]
    cell_levels: Mapping[str, int]
    figures: Mapping[str, Mapping[str, float]]
    silent: Mapping[str, int]
    form: Mapping[str, Mapping[str, float]]
    refused: tuple[Refused, ...]
    accepted: tuple[Accepted, ...] = ()
    unused: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()

    @property
    def has_errors(self) -> bool:
        """Whether anything was refused: exit code 1."""
        return bool(self.refused)

    def figure(self, name: str, part: str = "") -> float | None:
        """A sum; None where no cell knows it."""
        return self.figures.get(name, {}).get(part)


def acceptances(given: tuple[str, ...]) -> Mapping[str, str]:
    """From `sổ.xlsx!Sheet!B5=lý do`; Misuse where no reason is given."""
    accepted: dict[str, str] = {}
    for text in given:
        spot, _, reason = text.partition("=")
        if not spot.strip() or not reason.strip():
            raise Misuse(f"“{text}” chưa ghi chỗ được chấp nhận và lý do.", "Ghi như --accept “sổ.xlsx!Đảng viên!B5=đã đối chiếu hồ sơ”, đúng chỗ mà lệnh đã báo.")
        accepted[spot.strip()] = reason.strip()
    return accepted
