"""The child process: what it sends, and what becomes of its crashes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from addin.core.grids import Grid, Range, SquareError, Uncached
from addin.errors import CannotRead, NotAWorkbook
from addin.hosts.closed.read import child
from addin.hosts.closed.read import in_process as read_book
from addin.hosts.closed.read.child import read_in_child
from addin.hosts.closed.read.child_wire import book_from_json, book_to_json
from addin.hosts.closed.read.in_process import OpenedBook, ReadBook, open_book, read_here
from addin.hosts.closed.read.reading import read_workbook
from tests.hosts.closed.read_samples import workbook_bytes

SAVE_AS = "Mở tệp bằng Excel (hoặc LibreOffice), chọn Lưu thành (Save As), kiểu Excel Workbook (.xlsx), rồi dùng tệp mới."


def _book() -> OpenedBook:
    return open_book(workbook_bytes(), "sổ.xlsx")


def _program(folder: Path, lines: str) -> str:
    path = folder / "python"
    path.write_text(f"#!/bin/sh\n{lines}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_the_child_reads_the_same() -> None:
    """In another process, the same book."""
    assert read_in_child(_book()) == read_here(_book())


def test_large_workbooks_go_to_the_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An ordinary one is read here; above the mark the child reads it."""
    path = tmp_path / "so.xlsx"
    path.write_bytes(workbook_bytes())
    here = read_workbook(path)
    monkeypatch.setattr(read_book, "LARGEST_HERE", 10)
    asked: list[str] = []
    monkeypatch.setattr(child, "read_in_child", lambda book: asked.append(book.file_name) or read_here(book))

    there = read_workbook(path)

    assert asked == ["so.xlsx"]
    assert there.grids == here.grids


def test_a_refusal_comes_through_the_pipe() -> None:
    """Its class, sentence and way out."""
    book = OpenedBook("sổ.xls", _book().format, b"%PDF-1.4")

    with pytest.raises(NotAWorkbook) as refusal:
        read_in_child(book)

    assert refusal.value.message == "Tệp «sổ.xls» là tệp PDF, không phải sổ Excel."
    assert refusal.value.fix == "Xin lại tệp sổ .xlsx từ người gửi."


@pytest.mark.posix
@pytest.mark.parametrize("ending", ["kill -ABRT $$", "kill -SEGV $$", "exit 1"])
def test_a_crash_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str) -> None:
    """The reader aborts its process on some files; ours lives on."""
    monkeypatch.setattr(sys, "executable", _program(tmp_path, f"cat >/dev/null\n{ending}"))

    with pytest.raises(CannotRead) as refusal:
        read_in_child(_book())

    assert refusal.value.message == "Trình đọc bị dừng giữa chừng khi đọc tệp «sổ.xlsx»."
    assert refusal.value.fix == SAVE_AS


@pytest.mark.posix
def test_a_hang_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the time allowed the child is ended."""
    monkeypatch.setattr(child, "SECONDS", 0.3)
    monkeypatch.setattr(sys, "executable", _program(tmp_path, "exec sleep 20"))

    with pytest.raises(CannotRead) as refusal:
        read_in_child(_book())

    assert refusal.value.message == "Đọc tệp «sổ.xlsx» quá 0.3 giây nên đã dừng."


def test_no_child_can_be_started(monkeypatch: pytest.MonkeyPatch) -> None:
    """Out of processes, or the interpreter is gone."""
    monkeypatch.setattr(sys, "executable", "/nonexistent/python")

    with pytest.raises(CannotRead) as refusal:
        read_in_child(_book())

    assert refusal.value.message == "Không khởi động được tiến trình đọc tệp «sổ.xlsx»."


@pytest.mark.posix
def test_the_child_limits_its_own_memory() -> None:
    """A flood of memory ends the child, not the machine."""
    script = "from addin.hosts.closed.read import child; child._limit_this_process(); bytearray(3 * 1024 ** 3)"

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False, cwd=Path(child.__file__).parents[4])

    assert done.returncode == 1
    assert b"MemoryError" in done.stderr


def test_every_kind_of_value_survives_the_pipe() -> None:
    """JSON has no words for dates and errors; nothing else is lost either."""
    values = (
        ("a", 1, 1.5, True, None, date(2019, 9, 3), datetime(2019, 9, 3, 8, 30), time(8, 30)),
        (timedelta(days=2, seconds=3, microseconds=4), SquareError("#REF!"), Uncached(), False, 0, ""),
        (),
    )
    grid = Grid(
        "Sổ",
        values,
        (Range(1, 1, 2, 2),),
        frozenset({(1, 2)}),
        frozenset({3}),
        "veryHidden",
        {2: frozenset({".VnTime"})},
        epoch_1904=True,
    )
    book = ReadBook((grid,), is_to_be_recalculated=True)

    again = book_from_json(json.loads(json.dumps(book_to_json(book))))

    assert again == book
    assert [list(map(type, line)) for line in again.grids[0].values] == [list(map(type, line)) for line in values]
