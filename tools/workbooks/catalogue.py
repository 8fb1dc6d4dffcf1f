"""The three workbooks by file name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.workbooks.contents import Contents
from tools.workbooks.making import make
from tools.workbooks.model.book import model
from tools.workbooks.office.book import office

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


def blank() -> Contents:
    """The workbook a party cell starts from."""
    return Contents(title="SỔ CHI BỘ · HƯỚNG DẪN")


WORKBOOKS: Mapping[str, Callable[[], Contents]] = {
    "so-trang.xlsx": blank,
    "chi-bo-van-phong-so-2.xlsx": office,
    "mau.xlsx": model,
}


def write_all(folder: Path) -> None:
    """Writes every workbook into a folder that exists."""
    for name, contents in WORKBOOKS.items():
        make(contents(), folder / name)
