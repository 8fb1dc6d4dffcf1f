"""What is no file, has no name, or lists a thousand things: one sentence, in time."""

from __future__ import annotations

import os
import time
import zipfile

import pytest

from addin.core.grids import Grid, Range
from addin.core.tables.reading import read_book
from addin.errors import CannotRead, NotAWorkbook
from addin.hosts.closed.read.reading import read_workbook
from addin.resources import shipped
from tests.hostile.packing import Entry, entries_of, zipped


def parts() -> dict[str, bytes]:
    """The blank workbook's parts."""
    with zipfile.ZipFile(shipped("workbooks") / "so-trang.xlsx") as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def refused(path, entries: list[Entry]) -> str:
    """Why the workbook is not read."""
    path.write_bytes(zipped(entries))
    with pytest.raises(NotAWorkbook) as told:
        read_workbook(path)
    return told.value.message


@pytest.mark.posix
def test_a_pipe_and_a_device_are_no_files(tmp_path):
    """Reading either would never end."""
    os.mkfifo(tmp_path / "so.xlsx")

    for path in (tmp_path / "so.xlsx", type(tmp_path)("/dev/zero")):
        with pytest.raises(CannotRead) as told:
            read_workbook(path)
        assert "là ống dẫn hoặc thiết bị" in told.value.message


@pytest.mark.posix
def test_a_name_that_is_no_text_is_told(tmp_path):
    """A disk of another system: nothing could say which file was meant."""
    name = os.fsdecode(b"s\xff\xfe.xlsx")
    (tmp_path / name).write_bytes(b"PK")

    with pytest.raises(CannotRead) as told:
        read_workbook(tmp_path / name)

    assert "ký tự hỏng" in told.value.message
    told.value.message.encode()


def test_a_part_under_two_names_is_told(tmp_path):
    """The list says one, the part's own heading another."""
    entries = entries_of(parts())

    assert "cắt cụt" in refused(tmp_path / "a.xlsx", [Entry(entries[0].name, entries[0].data, local_name=b"\xff\xfe"), *entries[1:]])
    assert "cắt cụt" in refused(tmp_path / "b.xlsx", [*entries, Entry(b"\xff.xml", b"<x/>")])


def test_a_list_of_twenty_thousand_sheets_is_told_at_once(tmp_path):
    """All of one part: the reader would read it as often."""
    found = parts()
    sheet = b'<sheet name="%d" sheetId="%d" r:id="rId1"/>'
    more = b"".join(sheet % (number, number) for number in range(1_000, 21_000))
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(b"</sheets>", more + b"</sheets>")
    start = time.process_time()

    assert "quá nhiều" in refused(tmp_path / "so.xlsx", entries_of(found))
    assert time.process_time() - start < 5


@pytest.mark.parametrize("again", [b"name", b"part"])
def test_a_sheet_listed_twice_is_told(tmp_path, again):
    """Excel never does."""
    found = parts()
    first = found["xl/workbook.xml"].split(b"<sheet ", 2)[1].split(b"/>")[0]
    twice = first if again == b"name" else first.replace(b'name="', b'name="x')
    found["xl/workbook.xml"] = found["xl/workbook.xml"].replace(b"</sheets>", b"<sheet " + twice + b"/></sheets>")

    assert "hai lần" in refused(tmp_path / "so.xlsx", entries_of(found))


def test_sixty_thousand_merges_over_one_another_cost_no_minutes():
    """Each down to the end of the sheet: walked once."""
    rows = tuple((f"DV{row}", f"Nguyễn Văn {chr(65 + row % 26)}", "03/02/2001") for row in range(3_000))
    merges = tuple(Range(row, column, 20_000, column) for column in range(4, 24) for row in range(2, 3_002))
    grid = Grid("Đảng viên", (("Mã ĐV", "Họ và tên", "Ngày vào Đảng"), *rows), merged=merges)
    start = time.process_time()

    assert len(read_book([grid]).members) == 3_000
    assert time.process_time() - start < 10
