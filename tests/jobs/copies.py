"""Copies of an invented workbook's groups, filled in as leaders do: with openpyxl, as a stand-in for their office."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import openpyxl

from tests.command import sochibo
from tests.conftest import ROOT
from tests.offices.secretary import make

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
SMALL = ROOT / "workbooks" / "mau.xlsx"
ON = ("--on", "2026-11-23")


def parted(folder: Path, *, office=False) -> Path:
    """A workbook in its folder with a copy for each group beside it: the sample, or a secretary's own."""
    folder.mkdir(parents=True, exist_ok=True)
    book = make(folder / "so.xlsx") if office else Path(shutil.copy(SAMPLE, folder / "so.xlsx"))
    ran = sochibo("split", book, *ON)
    assert ran.code == 0, ran
    return book


def copy_for(book: Path, group: str) -> Path:
    return book.parent / "Bản của tổ" / f"{book.stem} - {group}.xlsx"


def fill(path: Path, sheet: str, squares=None, *, rows=(), gone=(), save_as: Path | None = None) -> Path:
    """Squares set, rows taken out, rows written below the last; saved where it was or under another name."""
    held = openpyxl.load_workbook(path)
    page = held[sheet]
    for square, value in (squares or {}).items():
        page[square] = value
    for row in sorted(gone, reverse=True):
        page.delete_rows(row)
    last = max((row for row in range(1, page.max_row + 1) if any(cell.value is not None for cell in page[row])), default=0)
    for offset, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            page.cell(last + offset, column, value)
    held.save(save_as or path)
    held.close()
    return save_as or path


def values(path: Path, sheet: str):
    """What stands in every square."""
    held = openpyxl.load_workbook(path, data_only=True)
    found = {(cell.row, cell.column): cell.value for row in held[sheet].iter_rows() for cell in row if cell.value is not None}
    held.close()
    return found


def texts(path: Path) -> str:
    """All that the file says, part by part."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
