"""A stamp MẬT, TỐI MẬT or TUYỆT MẬT on a workbook stops every job; a person of that name does not."""

from __future__ import annotations

import zipfile
from datetime import datetime

import pytest

from addin.core.grids import Grid
from addin.core.tables.reading import read_book
from addin.errors import Secret
from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import open_book
from addin.jobs.put import put
from addin.jobs.secrecy import refuse_stamped_heads
from addin.resources import shipped
from tests.hostile.packing import entries_of, zipped

HEADINGS = ("Họ và tên", "Ngày sinh", "Ngày vào Đảng")
PEOPLE = (("Lý Thử", "03/9/1980", "03/02/2005"), ("Võ Văn Mật", "04/9/1981", "03/02/2006"))
STAMPS = {
    "square": ("MẬT",),
    "beside the letterhead": ("ĐẢNG BỘ XÃ THỬ", None, "TUYỆT MẬT"),
    "spaced": ("T Ố I  M Ậ T",),
    "two squares": ("TỐI", "MẬT"),
    "three letters": ("M", "Ậ", "T"),
    "without marks": ("TUYET MAT",),
    "brackets": ("[ Độ mật: Tối mật ]",),
    "old letters": ("TUYÖT MËT",),
    "decomposed": ("TỐI MẬT",),
}


def look(*rows: tuple, sheet: str = "Đảng viên") -> None:
    """The sheet as every job sees it."""
    grid = Grid(sheet, tuple(rows))
    refuse_stamped_heads("so.xlsx", [grid], read_book([grid]).layout)


@pytest.mark.parametrize("stamp", STAMPS)
@pytest.mark.parametrize("rows", [(HEADINGS, *PEOPLE), (("Ghi chép",),)], ids=["a table", "no table"])
def test_a_stamp_in_the_head_stops(stamp, rows):
    """However it is set, above a table or on a sheet without one."""
    if stamp == "beside the letterhead" and len(rows) == 1:
        rows = (("x",),)
    with pytest.raises(Secret) as told:
        look(STAMPS[stamp], ("Danh sách",), *rows)

    assert "đầu sheet «Đảng viên» (dòng 1)" in told.value.message
    assert told.value.exit_code == 3


@pytest.mark.parametrize(
    "row",
    [("Giữ bí mật",), ("Nguyễn Văn Mật",), ("MAT",), ("Mật độ",), ("Danh sách người dự, biểu quyết bằng phiếu kín, bí mật",), ("Mật",)],
    ids=str,
)
def test_ordinary_words_stop_nothing(row):
    """In the head as well."""
    look(row, HEADINGS, *PEOPLE)


def test_what_stands_in_a_table_stops_nothing():
    """Given names alone, and how secret a paper of the register is."""
    look(HEADINGS, ("Mật", "03/9/1980", "03/02/2005"), ("MẬT", "03/9/1981", "03/02/2006"))
    look(("Số", "Ngày", "Trích yếu", "Độ mật"), ("01-BC/CB", "03/9/2024", "Báo cáo", "MẬT"), sheet="Văn bản")


def spoilt(tmp_path, part: str, before: bytes, words: str) -> ClosedBook:
    """The blank workbook with words put before a mark of a part."""
    with zipfile.ZipFile(shipped("workbooks") / "so-trang.xlsx") as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    data = parts.get(part, b"<x>" + before)
    assert before in data
    parts[part] = data.replace(before, words.encode() + before)
    (tmp_path / "so.xlsx").write_bytes(zipped(entries_of(parts)))
    return ClosedBook(tmp_path / "so.xlsx", now=datetime(2025, 11, 28))


SHEET = "xl/worksheets/sheet3.xml"
BOX = "<a:txBody><a:p><a:r><a:t>{}</a:t></a:r><a:r><a:t>{}</a:t></a:r></a:p></a:txBody>"


@pytest.mark.parametrize(
    ("part", "before", "words"),
    [
        (SHEET, b"</worksheet>", '<headerFooter><oddHeader>&amp;LSố 1&amp;R&amp;"Times New Roman,Bold"&amp;14TUYỆT MẬT</oddHeader></headerFooter>'),
        ("xl/drawings/drawing9.xml", b"</x>", BOX.format("TỐI M", "ẬT")),
        ("docProps/core.xml", b"</cp:coreProperties>", "<cp:category>TỐI MẬT</cp:category>"),
    ],
    ids=["header", "box", "property"],
)
def test_a_stamp_in_no_square_stops_too(tmp_path, part, before, words):
    """Header, text box, properties of the file."""
    with pytest.raises(Secret):
        spoilt(tmp_path, part, before, words)


def test_every_door_stops(tmp_path):
    """Reading and setting a square."""
    host = spoilt(tmp_path, SHEET, b"</sheetData>", '<row r="9000"/>')
    host._known = None
    assert open_book(host).book is not None

    class Stamped:
        name = "so.xlsx"

        def grids(self):
            return (Grid("Đảng viên", (("MẬT",), ("x",))),)

    with pytest.raises(Secret):
        put(Stamped(), ["Đảng viên!A9=x"])
