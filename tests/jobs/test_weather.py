"""Weather of an office drive beyond one failing call (test_every_call.py): nobody hears, somebody has it open, rights, remarks."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.command import sochibo
from tests.conftest import ROOT

SAMPLE = ROOT / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
PUT = ("Đảng viên!V4=Hoà", "--write")
REPORT = ("year-end-report", "--year", "2026", "--on", "2026-11-23", "--write")
DECISION = (
    "--next", "--members", "Trần Thị Thí Dụ;Bùi Thị Tường Thuật", "--year", "2026", "--on", "2026-11-23",
    "--starts", "2026-11-25", "--ends", "2026-11-28", "--team", "Cao Thị Soát;Lê Văn Ví Dụ", "--write",
)  # fmt: skip


@pytest.fixture
def book(tmp_path):
    folder = tmp_path / "sổ"
    folder.mkdir()
    return Path(shutil.copy(SAMPLE, folder / "so.xlsx"))


def states(folder):
    """What the register says of its numbers."""
    return [json.loads(path.read_text(encoding="utf-8"))["state"] for path in sorted((folder / "Sổ số văn bản").rglob("*.json"))]


def run(*words, stdout):
    return subprocess.run(
        [sys.executable, "-m", "addin", *map(str, words)], cwd=ROOT, stdout=stdout, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


class TestNobodyHears:
    """Standard output whose reader went away, or whose drive is full, stops no work."""

    @pytest.mark.posix
    @pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["lines", "json"])
    def test_a_reader_that_went_away(self, book, as_json):
        """`| head`: made, written, issued, exit 0, and not a word too much."""
        reading, writing = os.pipe()
        os.close(reading)

        ran = run("document", book, *REPORT, *as_json, stdout=writing)

        os.close(writing)
        assert (ran.returncode, ran.stderr) == (0, "")
        assert states(book.parent) == ["issued"]
        assert book.read_bytes() != SAMPLE.read_bytes()

    @pytest.mark.posix
    @pytest.mark.parametrize("as_json", [(), ("--json",)], ids=["lines", "json"])
    def test_a_full_drive_behind_it(self, book, as_json):
        """Done, with the remark that it could not be told."""
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            ran = run("document", book, *REPORT, *as_json, stdout=full)

        assert ran.returncode == 0
        assert ran.stderr == "Đã làm xong, nhưng không in hết được kết quả; không cần chạy lại, mở sổ và thư mục văn bản để xem.\n"
        assert states(book.parent) == ["issued"]

    @pytest.mark.posix
    def test_what_was_only_read_says_that_it_was_not_told(self, book):
        """An answer that did not arrive is no answer: exit 4."""
        with Path("/dev/full").open("w", encoding="utf-8") as full:
            ran = run("show", book, stdout=full)

        assert ran.returncode == 4
        assert ran.stderr.startswith("Không in được kết quả: nơi nhận đã đầy hoặc hỏng; sổ chưa thay đổi.")


@pytest.mark.posix
def test_three_tries_while_it_is_open_burn_no_number(book):
    """F40: somebody has the workbook open; the fourth try takes the number the first would have taken."""
    holder = subprocess.Popen(
        [sys.executable, "-c", "import fcntl,sys; f=open(sys.argv[1],'r+b'); fcntl.lockf(f,fcntl.LOCK_EX); print(1,flush=True); sys.stdin.read()", book],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    holder.stdout.readline()
    tried = [sochibo("decide", book, *DECISION).code for _ in range(3)]
    holder.communicate()
    held = states(book.parent)

    ran = sochibo("decide", book, *DECISION, "--json")

    assert (tried, held) == ([4, 4, 4], [])
    assert (ran.code, ran.answer["number"], states(book.parent)) == (0, "61-QĐ/CB", ["issued"])


@pytest.mark.posix
def test_papers_and_register_have_the_rights_of_the_workbook(book):
    """0600 stays 0600, in folders only the owner enters; a draft's too."""
    book.chmod(0o600)
    before = os.umask(0o022)
    try:
        assert sochibo("decide", book, "--decision", "23").code == 0
        assert sochibo("decide", book, *DECISION).code == 0
    finally:
        os.umask(before)

    made = [path for path in book.parent.rglob("*") if path != book]
    assert {path.stat().st_mode & 0o777 for path in made if path.is_file()} == {0o600}
    assert {path.stat().st_mode & 0o777 for path in made if path.is_dir()} == {0o700}
    assert len(made) >= 8


def test_old_backups_that_cannot_be_tidied_up_are_a_remark_in_json_too(book, monkeypatch):
    """S09: a program that asks learns it as a person does, on stderr, even where little is told."""

    def failing(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("addin.hosts.closed.save.saving.prune", failing)

    as_json, quiet = sochibo("put", book, *PUT, "--json"), sochibo("put", book, "Đảng viên!V4=Hợp", "--write", "--quiet")

    said = "Đã ghi vào «so.xlsx», nhưng chưa dọn được các bản sao lưu cũ; lần ghi sau sẽ dọn."
    assert (as_json.code, as_json.answer["remarks"], as_json.err) == (0, [said], "")
    assert (quiet.code, quiet.out, quiet.err) == (0, "", said + "\n")
