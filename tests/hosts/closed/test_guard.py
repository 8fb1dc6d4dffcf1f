"""What is refused before any reader sees a byte."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile

import pytest

from addin.errors import NotAWorkbook
from addin.hosts.closed.guard.directory import list_members
from addin.hosts.closed.guard.opening import open_package
from tests.hosts.closed.read_samples import SHEET_1, parts_of, sheet_xml, workbook_bytes, zipped


def _refusal(content: bytes) -> str:
    with pytest.raises(NotAWorkbook) as refusal:
        open_package(content, "so.xlsx")
    assert refusal.value.fix
    assert refusal.value.exit_code == 3
    return refusal.value.message


def test_a_sound_package() -> None:
    """All parts come out, and once more without compression for the reader."""
    content = workbook_bytes(**{"xl/media/image1.png": b"\x89PNG" * 100})

    package = open_package(content, "so.xlsx")

    with zipfile.ZipFile(io.BytesIO(content)) as original, zipfile.ZipFile(io.BytesIO(package.stored())) as stored:
        assert stored.testzip() is None
        assert stored.namelist() == [name for name in original.namelist() if not name.endswith(".png")]
        assert all(stored.read(name) == original.read(name) for name in stored.namelist())
    assert "xl/media/image1.png" in package.names
    assert package.part("XL\\Workbook.xml") == package.parts["xl/workbook.xml"]
    assert package.part("xl/none.xml") is None


def test_some_parts_replaced() -> None:
    """For the reader only: the package itself stays."""
    package = open_package(workbook_bytes(), "so.xlsx")

    stored = package.stored({SHEET_1: b"<x/>"})

    assert zipfile.ZipFile(io.BytesIO(stored)).read(SHEET_1) == b"<x/>"
    assert b"<x/>" not in package.parts[SHEET_1]


@pytest.mark.parametrize("kept", [0.3, 0.6, 0.9, 0.99])
def test_cut_short(kept: float) -> None:
    """Copied or downloaded in part: the list of parts at the end is gone."""
    content = workbook_bytes()

    message = _refusal(content[: int(len(content) * kept)])

    assert message == "Tệp «so.xlsx» bị cắt cụt hoặc chép dở, không còn đủ nội dung."


def test_one_byte_changed_in_a_part() -> None:
    """The CRC of every part is checked."""
    content = bytearray(zipped(parts_of({"A": sheet_xml()}) | {"xl/media/a.bin": bytes(range(256)) * 4}))
    member = next(item for item in list_members(bytes(content), "so.xlsx") if item.name.endswith(".bin"))
    content[member.start + 20] ^= 0xFF

    assert _refusal(bytes(content)).startswith("Tệp «so.xlsx» bị hỏng: ")


def test_a_size_that_lies() -> None:
    """What a header says is compared with what comes out."""
    content = bytearray(workbook_bytes())
    entry = content.rindex(b"PK\1\2")
    struct.pack_into("<I", content, entry + 24, 5)

    assert _refusal(bytes(content)) == f"Tệp «so.xlsx» bị hỏng: phần «{SHEET_1}» không khớp mã kiểm tra."


@pytest.mark.parametrize("twin", [SHEET_1, "XL/Worksheets/SHEET1.xml", "xl\\worksheets\\sheet1.xml"])
def test_two_parts_of_one_name(twin: str) -> None:
    """Readers take different ones, or none."""
    target = io.BytesIO(workbook_bytes())
    with warnings.catch_warnings(), zipfile.ZipFile(target, "a") as package:
        warnings.simplefilter("ignore")
        package.writestr(twin, sheet_xml())

    assert _refusal(target.getvalue()) == f"Tệp «so.xlsx» có hai phần cùng tên «{zipfile.ZipInfo(twin).filename}» nên không biết phần nào là thật."


def test_a_bomb() -> None:
    """40 MB out of 40 KB: counted while inflating, stopped at the cap."""
    content = workbook_bytes(**{"xl/media/a.bin": b"\0" * 40_000_000})

    assert len(content) < 100_000
    assert _refusal(content) == "Tệp «so.xlsx» bung ra quá lớn so với kích thước của nó, không phải sổ bình thường."


def test_a_bomb_in_many_parts() -> None:
    """Small parts add up."""
    content = zipped(parts_of({"A": sheet_xml()}) | {f"xl/media/{number}.bin": b"\0" * 900_000 for number in range(100)})

    assert "bung ra quá lớn" in _refusal(content)


def test_a_bomb_that_says_it_is_small() -> None:
    """The header says 10 bytes."""
    content = bytearray(workbook_bytes(**{"xl/media/a.bin": b"\0" * 40_000_000}))
    struct.pack_into("<I", content, content.rindex(b"PK\1\2") + 24, 10)

    assert "bung ra quá lớn" in _refusal(bytes(content))


def test_blank_space_compresses_well_and_is_no_bomb() -> None:
    """Under a megabyte nothing is a bomb, whatever its ratio."""
    package = open_package(workbook_bytes(after=" " * 500_000), "so.xlsx")

    assert len(package.parts[SHEET_1]) > 500_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_doctype(encoding: str) -> None:
    """Excel never writes one; entities hide behind it."""
    bad = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'.encode(encoding)

    assert _refusal(workbook_bytes(**{SHEET_1: bad})) == (
        f"Tệp «so.xlsx» có khai báo DOCTYPE trong phần «{SHEET_1}»; Excel không bao giờ ghi như vậy."
    )


def test_too_many_parts() -> None:
    """A workbook of a cell has some dozens."""
    content = zipped({f"xl/{number}.xml": "" for number in range(2001)})

    assert _refusal(content) == "Tệp «so.xlsx» gồm 2001 phần, quá nhiều đối với một sổ."


def test_an_encrypted_zip() -> None:
    """A zip with a password is no workbook with a password."""
    content = bytearray(workbook_bytes())
    entry = content.rindex(b"PK\1\2")
    content[entry + 8] |= 1

    assert _refusal(bytes(content)) == "Tệp «so.xlsx» là tệp nén có mật khẩu, không phải sổ Excel."


def test_a_compression_excel_does_not_use() -> None:
    """Only stored and deflated."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_BZIP2) as package:
        package.writestr("xl/workbook.xml", "<x/>" * 100)

    assert _refusal(target.getvalue()) == "Tệp «so.xlsx» bị hỏng: phần «xl/workbook.xml» nén theo cách Excel không dùng."


def test_bytes_in_front_and_a_comment_behind() -> None:
    """The list is found from the end, and everything is shifted by what stands in front."""
    target = io.BytesIO(workbook_bytes())
    with zipfile.ZipFile(target, "a") as package:
        package.comment = "ghi chú".encode()

    package = open_package(b"PK\3\4 in front" + target.getvalue(), "so.xlsx")

    assert SHEET_1 in package.parts


def test_sizes_in_the_zip64_field() -> None:
    """Some writers put all sizes there, even small ones."""
    content = bytearray(workbook_bytes())
    entry, end = content.rindex(b"PK\1\2"), content.rindex(b"PK\5\6")
    packed, size, name_length = *struct.unpack_from("<2I", content, entry + 20), struct.unpack_from("<H", content, entry + 28)[0]
    struct.pack_into("<2I", content, entry + 20, 0xFFFFFFFF, 0xFFFFFFFF)
    extra = struct.pack("<2H2Q", 1, 16, size, packed)
    struct.pack_into("<H", content, entry + 30, len(extra))
    at = entry + 46 + name_length
    directory_size = struct.unpack_from("<I", content, end + 12)[0]
    struct.pack_into("<I", content, end + 12, directory_size + len(extra))
    content[at:at] = extra

    assert open_package(bytes(content), "so.xlsx").parts[SHEET_1] == sheet_xml().encode()


@pytest.mark.parametrize("seed", range(40))
def test_any_byte_changed_is_read_or_refused(seed: int) -> None:
    """Never another exception, whatever byte is hit."""
    content = bytearray(workbook_bytes())
    content[seed * 7919 % len(content)] ^= 1 << seed % 8

    said = _said(bytes(content))

    assert said == "read" or said.startswith("Tệp «so.xlsx» ")


def _said(content: bytes) -> str:
    try:
        open_package(content, "so.xlsx")
    except NotAWorkbook as refusal:
        return refusal.message
    return "read"
