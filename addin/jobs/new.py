"""`new`: a blank workbook of our own, for a cell that starts from nothing."""

from __future__ import annotations

from pathlib import Path

from addin.errors import CannotRead
from addin.jobs.outcome import Outcome, Paper

WORKBOOKS = Path(__file__).parents[2] / "workbooks"
BLANK = "so-trang.xlsx"


def shipped(name: str) -> bytes:
    """A workbook that came with the product."""
    path = WORKBOOKS / name
    if not path.is_file():
        raise CannotRead(f"Thiếu tệp “{name}” của chương trình.", "Cài lại Sổ Chi bộ.")
    return path.read_bytes()


def new(wished: str) -> Outcome:
    """The blank workbook under the wished name; `.xlsx` is added where it lacks."""
    name = wished if wished.casefold().endswith(".xlsx") else f"{wished}.xlsx"
    return Outcome(
        {"workbook": name},
        (f"Sổ trắng “{name}” đã sẵn sàng: mở sheet “Hướng dẫn” để bắt đầu.",),
        papers=(Paper("workbook", name, shipped(BLANK), versioned=False),),
    )
