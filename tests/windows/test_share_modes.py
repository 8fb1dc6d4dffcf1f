"""Our save against real Windows share modes (engineering/reliability.md §1), the other party a process of its own."""

from __future__ import annotations

import json
import shutil
import time
from contextlib import contextmanager

import pytest

from tests.conftest import ROOT
from tests.windows.windows_machine import wait_until

NAME = "Sổ chi bộ.xlsx"
READ, WRITE, DELETE = 1, 2, 4
GENERIC_READ, GENERIC_WRITE = 0x80000000, 0x40000000
HOLD = """
import ctypes, pathlib, sys, time
path, access, share, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4])
open_file = ctypes.windll.kernel32.CreateFileW
open_file.argtypes = (ctypes.c_wchar_p, ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p, ctypes.c_uint, ctypes.c_uint, ctypes.c_void_p)
open_file.restype = ctypes.c_void_p
handle = open_file(path, access, share, None, 3, 0, None)
assert handle != ctypes.c_void_p(-1).value
pathlib.Path(sys.argv[5]).touch()
time.sleep(seconds)
"""
SAVE = """
import json, pathlib, sys, time
from datetime import datetime
from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import SochiboError
from addin.hosts.closed.book import ClosedBook
path = pathlib.Path(sys.argv[1])
book = ClosedBook(path, now=datetime(2026, 11, 23, 8, 0))
print("read", flush=True)
started = time.monotonic()
try:
    book.apply(Writes(squares=(Write(Place.at("Đảng viên", "B4"), "Nguyễn Thị Thử", "thử"),)))
    told = {"kind": "saved", "backup": book.saved.backup and book.saved.backup.name, "warnings": book.remarks}
except SochiboError as error:
    told = {"kind": error.kind, "message": error.message}
print(json.dumps({**told, "seconds": time.monotonic() - started}))
"""
MARKED = """
import ctypes, os, sys
if sys.argv[2:]:
    ctypes.windll.kernel32.SetFileAttributesW(sys.argv[1], int(sys.argv[2]))
print(os.stat(sys.argv[1]).st_file_attributes & 6)
"""


@pytest.fixture
def book(pc, request):
    folder = pc.drive / "chung" / str(abs(hash(request.node.name)))
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", folder / NAME)
    return folder / NAME


@contextmanager
def held(pc, book, access, share, seconds):
    """Somebody else's handle; given back after so many seconds or at the end."""
    ready = pc.drive / f"held-{book.parent.name}"
    process = pc.start(pc.python, "-X", "utf8", "-c", HOLD, pc.shown(book), str(access), str(share), str(seconds), pc.shown(ready))
    try:
        assert wait_until(ready.exists), process.poll()
        yield
    finally:
        process.kill()
        process.communicate(timeout=30)
        ready.unlink(missing_ok=True)


def saved(pc, book):
    ran = pc.script(SAVE, pc.shown(book))
    assert ran.code == 0, ran
    return json.loads(ran.out.splitlines()[-1])


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_free_file_is_saved_with_a_backup(pc, book):
    """The plain case: the square is in the file, the old file in the backup folder, nothing else is left."""
    before = book.read_bytes()

    told = saved(pc, book)

    assert told["kind"] == "saved"
    assert book.read_bytes() != before
    assert (book.parent / "Sao lưu" / told["backup"]).read_bytes() == before
    assert names(book.parent) == ["Sao lưu", NAME]


def test_open_in_excel_is_refused_and_nothing_is_lost(pc, book):
    """A handle as Excel takes it, read and write sharing read: reading works, writing says who and changes nothing."""
    before = book.read_bytes()
    _owner_file(book, "Trần Văn Bền")

    with held(pc, book, GENERIC_READ | GENERIC_WRITE, READ, 60):
        told = saved(pc, book)
        checked = pc.sochibo("check", pc.shown(book), "--json")
        written = pc.sochibo("put", pc.shown(book), "Đảng viên!B4=Nguyễn Thị Thử", "--write", "--json")

    assert told["kind"] == "open_elsewhere"
    assert told["message"] == f"Tệp «{NAME}» đang được đồng chí Trần Văn Bền mở; chưa ghi gì."
    assert json.loads(checked.out)["counts"]["error"] > 0
    assert written.code == 4
    assert json.loads(written.out)["error"]["kind"] == "open_elsewhere"
    assert book.read_bytes() == before
    assert names(book.parent) == [NAME, f"~${NAME}"]


def test_after_the_other_party_closed_it_is_saved(pc, book):
    """Exactly the same call goes through once the handle is gone."""
    with held(pc, book, GENERIC_READ | GENERIC_WRITE, READ, 60):
        assert saved(pc, book)["kind"] == "open_elsewhere"

    assert saved(pc, book)["kind"] == "saved"


def test_a_passing_reader_delays_the_save(pc, book):
    """A virus scanner reads the file for some moments: the move is tried until it lets go."""
    with held(pc, book, GENERIC_READ, READ | WRITE, 60):
        saving = pc.start(pc.python, "-X", "utf8", "-c", SAVE, pc.shown(book))
        assert saving.stdout.readline().strip() == b"read"
        time.sleep(1)
    told = json.loads(saving.communicate(timeout=60)[0])

    assert told["kind"] == "saved", told
    assert told["seconds"] > 0.5
    assert names(book.parent) == ["Sao lưu", NAME]


def test_a_reader_that_stays_leaves_the_result_beside(pc, book):
    """The move is given up after about three seconds: the old bytes stand, the new ones lie beside under a clear name."""
    before = book.read_bytes()

    with held(pc, book, GENERIC_READ, READ | WRITE, 60):
        told = saved(pc, book)

    assert told["kind"] == "open_elsewhere"
    assert 2 < told["seconds"] < 10
    assert book.read_bytes() == before
    beside = [path for path in book.parent.iterdir() if "chưa ghi vào sổ" in path.name]
    assert len(beside) == 1
    assert f"Kết quả để ở tệp «{beside[0].name}»." in told["message"]
    assert beside[0].read_bytes()[:2] == b"PK"


def test_nobody_may_even_read_says_so(pc, book):
    """A handle that shares nothing: reading is refused in a sentence, exit code 3."""
    with held(pc, book, GENERIC_READ | GENERIC_WRITE, 0, 60):
        ran = pc.sochibo("check", pc.shown(book))

    assert ran.code == 3
    assert ran.err.startswith(f"Không có quyền đọc tệp «{NAME}», hoặc tệp đang bị khoá.")


def test_two_saves_at_once_lose_nothing(pc, book):
    """One of two runs that read the same bytes wins; the other is told the file changed and its result is kept.

    Where the second reads only after the first has written, the square holds its value already and both are content.
    """
    processes = [pc.start(pc.python, "-X", "utf8", "-c", SAVE, pc.shown(book)) for _ in range(2)]

    told = [json.loads(process.communicate(timeout=90)[0].decode().splitlines()[-1])["kind"] for process in processes]

    assert told.count("saved") >= 1
    assert set(told) <= {"saved", "changed_meanwhile"}
    beside = [name for name in names(book.parent) if "chưa ghi vào sổ" in name]
    assert len(beside) == told.count("changed_meanwhile")


def test_hidden_and_system_marks_stay(pc, book):
    """The new file has the attributes of the old one."""
    marked = pc.script(MARKED, pc.shown(book), "6")

    told = saved(pc, book)

    assert marked.out.strip() == "6"
    assert told["kind"] == "saved"
    assert pc.script(MARKED, pc.shown(book)).out.strip() == "6"


def _owner_file(book, name):
    """As Excel writes it: 165 bytes, the name in UTF-16 from byte 57."""
    content = bytearray(165)
    content[0] = len(name)
    content[1:55] = b" " * 54
    content[55:57] = len(name).to_bytes(2, "little")
    content[57 : 57 + 2 * len(name)] = name.encode("utf-16-le")
    book.with_name(f"~${book.name}").write_bytes(content)
