"""A part that declares an encoding the parser does not know, or one of several bytes a letter: damaged, in one sentence."""

from __future__ import annotations

import re
import zipfile

import pytest

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "mau.xlsx"


@pytest.mark.parametrize("part", ["xl/worksheets/sheet3.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"])
@pytest.mark.parametrize("encoding", ["x-unknown", "utf-7", "utf-32", "shift_jis", "gb18030", "ucs-2"])
def test_it_is_called_damaged(tmp_path, part, encoding):
    """Exit 3 for reading and for writing; never a traceback. What nobody has to read may be read past."""
    path = tmp_path / "so.xlsx"
    with zipfile.ZipFile(SAMPLE) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == part:
                data = f'<?xml version="1.0" encoding="{encoding}"?>'.encode() + re.sub(rb"^<\?xml[^>]*\?>", b"", data)
            new.writestr(entry.filename, data)
    before = path.read_bytes()

    read, put = sochibo("check", path), sochibo("put", path, "Đảng viên!V4=x", "--write")

    read_past = part in {"xl/sharedStrings.xml", "xl/styles.xml"}
    assert read.code in ({0, 1, 3} if read_past else {3})
    assert put.code in ({0, 3, 4} if read_past else {3})
    if not read_past:
        assert "bị hỏng" in read.err
        assert "→" in put.err
    assert put.code == 0 or path.read_bytes() == before
