"""Rows put in behind the last record of an open document: what reached over the records reaches over them, as in a closed file."""

from __future__ import annotations

import re
import zipfile

import pytest

from addin.core.writes import RowAppend, Writes
from tests.hosts.closed.roomy_books import LAST, roomy_book
from tests.hosts.contract.hosts import closed
from tests.libreoffice.office import office, open_book

pytestmark = pytest.mark.libreoffice
ROWS = tuple(RowAppend("XL 2025", LAST, ((1, number), (2, "Vàng Thị Năm"), (4, 30)), "thử", makes_room=True) for number in (5, 6))


def reaching(path):
    """The name, the ranges of the chart, the filter's and the printed rows, as the file has them."""
    with zipfile.ZipFile(path) as package:
        chart = package.read(next(name for name in package.namelist() if name.startswith("xl/charts/chart"))).decode()
        book, sheet = (package.read(f"xl/{name}.xml").decode() for name in ("workbook", "worksheets/sheet1"))
    return {
        "chart": {text.replace("&apos;", "'") for text in re.findall(r"<c:f>([^<]*)</c:f>", chart)},
        "filter": re.findall(r'<autoFilter ref="([^"]*)"', sheet),
        "name": [text.replace("&apos;", "'") for text in re.findall(r'name="Điểm"[^>]*>([^<]*)<', book)],
        "print": [text.rpartition("!")[2] for text in re.findall(r"Print_Area[^>]*>([^<]*)<", book)],
    }


def test_names_charts_and_the_filter_reach_over_the_new_rows_and_back(tmp_path):
    """The same ranges as the closed file has afterwards; taken back they are those of before."""
    file, opened, there, back = (tmp_path / name for name in ("dong.xlsx", "mo.xlsx", "ghi.xlsx", "tra.xlsx"))
    before = reaching(roomy_book(opened))
    with closed(roomy_book(file)) as host:
        host.apply(Writes(appends=ROWS))
    with open_book(opened) as host:
        host.grids()
        host.apply(Writes(appends=ROWS))
        office().ask("save_as", path=str(there))
        host.undo()
        office().ask("save_as", path=str(back))

    assert before["name"] == ["'XL 2025'!$F$4:$F$7"]
    assert reaching(there) == reaching(file) != before
    assert reaching(back) == before
