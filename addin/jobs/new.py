"""`new`: a blank workbook of our own, for a cell that starts from nothing."""

from __future__ import annotations

from addin import resources
from addin.core.records import dataclass
from addin.errors import CannotRead
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper

BLANK = "so-trang.xlsx"


def shipped(name: str) -> bytes:
    """A workbook that came with the product."""
    path = resources.shipped(f"workbooks/{name}")
    if not path.is_file():
        raise CannotRead(f"Thiếu tệp “{name}” của chương trình.", "Cài lại Sổ Chi bộ.")
    return path.read_bytes()


@dataclass(frozen=True, slots=True)
class NewResult:
    """The workbook that was made, by its name."""

    workbook: str


def new(wished: str) -> Outcome[NewResult]:
    """The blank workbook under the wished name; `.xlsx` is added where it lacks."""
    name = wished if wished.casefold().endswith(".xlsx") else f"{wished}.xlsx"
    return Outcome(NewResult(name), effects=Effects(papers=(Paper.ready("workbook", name, shipped(BLANK), versioned=False),)))
