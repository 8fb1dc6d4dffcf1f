"""Who has the workbook open, as the owner files beside it say."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from addin.core.findings import Severity
from addin.errors import NotAWorkbook
from addin.hosts.closed.read.reading import read_workbook
from addin.hosts.owner import excel_owner, find_editor, is_owner_file, libreoffice_owner
from tests.hosts.closed.read_samples import excel_owner_bytes, workbook_bytes


def test_the_165_bytes_of_excel_keep_vietnamese_letters() -> None:
    """The UTF-16 half is read: the ANSI half has question marks."""
    content = excel_owner_bytes("Nguyễn Thị Ngọc Ẩn")

    assert len(content) == 165
    assert b"Nguy?n" in content
    assert excel_owner(content) == "Nguyễn Thị Ngọc Ẩn"


def test_words_owner_file_stands_one_byte_earlier() -> None:
    """162 bytes, the count at 54."""
    name = "Trần Văn Bình"
    content = (bytes([13]) + b"Tr?n V?n B?nh").ljust(54, b"\0") + len(name).to_bytes(2, "little") + name.encode("utf-16-le")

    assert excel_owner(content.ljust(162, b"\0")) == name


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", ""),
        (b"\x05Binh ", "Binh"),
        (b"\xff" * 165, "\u00ff" * 52),
        (excel_owner_bytes("A\nB\x1b[31m"), "AB[31m"),
    ],
)
def test_a_broken_owner_file(content: bytes, name: str) -> None:
    """Anybody may have written it: at most one short printable line comes out."""
    shown = excel_owner(content)

    assert shown.isprintable()
    assert len(shown) <= 52
    assert name in {shown, "\u00ff" * 52}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Lê Thị Hoa,hoa,MAY-05,23.11.2026 09:15,file:///C:/Users/hoa;", "Lê Thị Hoa"),
        (",hoa,MAY-05,23.11.2026 09:15,file:///home/hoa;", "hoa"),
        (",,MAY-05,23.11.2026 09:15,;", "MAY-05"),
        (r"Lê\, Hoa,hoa,MAY-05,23.11.2026 09:15,;", "Lê, Hoa"),
        ("", ""),
    ],
)
def test_libreoffice_lock(line: str, name: str) -> None:
    """The full name where the user gave one, else the login, else the machine."""
    assert libreoffice_owner(line.encode()) == name


def test_a_workbook_open_in_excel_is_read_with_a_warning(tmp_path: Path) -> None:
    """The message holds the name; the owner file stays."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes())
    owner = tmp_path / "~$so.xlsx"
    owner.write_bytes(excel_owner_bytes("Nguyễn Văn Ổn"))

    note = read_workbook(path).noticed[0]

    assert (note.rule, note.severity) == ("SHT150", Severity.WARNING)
    assert note.message == "Đồng chí Nguyễn Văn Ổn có thể đang mở sổ này bằng Excel; đã đọc bản lưu gần nhất."
    assert note.fix == "Nếu cần số liệu mới nhất, nhờ đồng chí ấy lưu và đóng sổ rồi chạy lại."
    assert owner.exists()


def test_a_workbook_open_in_libreoffice(tmp_path: Path) -> None:
    """Its lock file is told apart."""
    path = tmp_path / "so.xlsx"
    (tmp_path / ".~lock.so.xlsx#").write_text(",binh,MAY-02,23.11.2026 09:15,;", encoding="utf-8")

    editor = find_editor(path)

    assert editor is not None
    assert (editor.shown, editor.program) == ("đồng chí binh", "LibreOffice")
    assert (editor.machine, editor.since) == ("MAY-02", datetime(2026, 11, 23, 9, 15))


def test_nobody_has_it_open(tmp_path: Path) -> None:
    """No owner file, no editor."""
    assert find_editor(tmp_path / "so.xlsx") is None


def test_an_owner_without_a_name(tmp_path: Path) -> None:
    """Something can be said all the same."""
    (tmp_path / "~$so.xlsx").write_bytes(b"")

    editor = find_editor(tmp_path / "so.xlsx")

    assert editor is not None
    assert editor.shown == "một đồng chí khác"


@pytest.mark.parametrize("name", ["~$so.xlsx", ".~lock.so.xlsx#"])
def test_an_owner_file_is_no_workbook(tmp_path: Path, name: str) -> None:
    """A batch over a folder meets them; they say what they are."""
    path = tmp_path / name
    path.write_bytes(excel_owner_bytes("Ai đó"))

    with pytest.raises(NotAWorkbook) as refusal:
        read_workbook(path)

    assert is_owner_file(name)
    assert refusal.value.message == f"«{name}» là tệp khoá tạm của Excel hoặc LibreOffice, không phải sổ."
    assert refusal.value.fix == "Chọn tệp sổ cùng tên, không có ~$ hay .~lock ở đầu."


def test_a_name_too_long_for_an_owner_file_has_no_editor(tmp_path: Path) -> None:
    """At 255 bytes there is no room for the prefix, so nobody can have left one; the workbook is still read."""
    path = tmp_path / f"{'ệ' * 83}x.xlsx"
    assert len(path.name.encode("utf-8")) == 255
    path.write_bytes(workbook_bytes())

    assert find_editor(path) is None
    assert read_workbook(path).grids
