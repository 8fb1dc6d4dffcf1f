"""A full drive, a folder without the right to write, a share that goes away (S07 to S09)."""

from __future__ import annotations

import os
import random
import stat
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from addin.errors import CannotWrite, NoRight
from addin.hosts.closed.save.saving import save
from addin.hosts.closed.snapshot import fingerprint_of
from tests.children import in_child, ordinary_user
from tests.hosts.closed.faults import NEW, NOW, OLD, put
from tests.hosts.closed.made_books import parts_of, sheet_part, zipped

FULL_DISK = """
import hashlib, sys
from datetime import datetime
from pathlib import Path
from addin.errors import DiskFull
from addin.hosts.closed.save.saving import save
from addin.hosts.closed.snapshot import fingerprint_of
old, new, folder, limit = Path(sys.argv[1]).read_bytes(), Path(sys.argv[2]).read_bytes(), Path(sys.argv[3]), int(sys.argv[4])
path = folder / "Sổ chi bộ.xlsx"
path.write_bytes(old)
if limit:
    import resource, signal
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
try:
    save(path, new, fingerprint_of(path), now=datetime(2026, 11, 23), what="x", who="y")
    print("ghi được")
except DiskFull as full:
    print(full.message)
print(path.read_bytes() == old, sorted(str(f.relative_to(folder)) for f in folder.rglob("*")))
"""


class TestDisk:
    @pytest.mark.posix
    @pytest.mark.parametrize("size", [110_000, 200_000], ids=["full at the new file", "full at the backup"])
    def test_s07_a_full_disk_loses_nothing(self, tmp_path, size, tell):
        """A drive of 300 KiB: the old bytes are equal, and nothing of ours is left on it."""
        old, new, folder, script = (tmp_path / name for name in ("old", "new", "drive", "script.py"))
        old.write_bytes(sized(size, "cũ"))
        new.write_bytes(sized(size, "mới"))
        script.write_text(FULL_DISK, encoding="utf-8")
        folder.mkdir()
        way, started = small_drive(folder)
        limit = "0" if way != "RLIMIT_FSIZE" else str(size // 2)
        tell(f"S07: ổ đĩa đầy dựng bằng {way}")

        run = subprocess.run(
            [*started, sys.executable, str(script), str(old), str(new), str(folder), limit],
            capture_output=True, check=True, encoding="utf-8", env={**os.environ, "PYTHONPATH": str(Path.cwd()), "PYTHONUTF8": "1"},
        )

        told, left = run.stdout.splitlines()
        assert told == "Ổ đĩa đầy nên chưa ghi được «Sổ chi bộ.xlsx»; tệp cũ còn nguyên."
        assert left == "True ['Sao lưu', 'Sổ chi bộ.xlsx']"

    @pytest.mark.posix
    def test_s08_a_folder_without_write_right(self):
        """Told before any harm, with another folder as the way out."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "Sổ chi bộ.xlsx"
            path.write_bytes(OLD)
            path.chmod(0o666)
            folder.chmod(0o555)

            kind, message = in_child(lambda: put(path), ordinary_user())

            folder.chmod(0o755)
            assert kind == NoRight.__name__
            assert message == (
                f"Không có quyền ghi vào thư mục «{folder.name}»; chưa ghi gì. Chép sổ sang thư mục khác mà đồng chí ghi được,"
                " hoặc nhờ người quản lý ổ chung cấp quyền ghi."
            )
            assert [entry.name for entry in folder.iterdir()] == ["Sổ chi bộ.xlsx"]
            assert path.read_bytes() == OLD

    @pytest.mark.posix
    def test_s08_a_file_set_read_only(self):
        """The folder would let us replace it; its owner said no."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "Sổ chi bộ.xlsx"
            path.write_bytes(OLD)
            path.chmod(0o444)
            Path(name).chmod(0o777)

            kind, _ = in_child(lambda: put(path), ordinary_user())

            assert kind == NoRight.__name__
            assert path.read_bytes() == OLD
            assert stat.S_IMODE(path.stat().st_mode) == 0o444

    def test_s09_a_share_that_comes_back_is_waited_for(self, path, monkeypatch):
        """Some moments without the folder, then on."""
        away = path.parent.with_name("rời mạng")
        read = fingerprint_of(path)
        path.parent.rename(away)
        monkeypatch.setattr("addin.hosts.disk.time.sleep", lambda _: away.exists() and away.rename(path.parent))

        save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert path.read_bytes() == NEW

    def test_s09_a_share_that_stays_away_is_told(self, path, monkeypatch):
        """A clear stop; the old workbook is where it was."""
        pauses: list[float] = []
        read = fingerprint_of(path)
        away = path.parent.with_name("rời mạng")
        path.parent.rename(away)
        monkeypatch.setattr("addin.hosts.disk.time.sleep", pauses.append)

        with pytest.raises(CannotWrite) as refused:
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert 2 <= sum(pauses) <= 3
        assert refused.value.fix == "Kiểm tra đường truyền tới ổ chung rồi chạy lại."
        assert (away / path.name).read_bytes() == OLD

    def test_s09_a_share_that_goes_in_the_middle_is_told(self, path, monkeypatch):
        """Between the backup and the new file."""
        away = path.parent.with_name("rời mạng")
        from addin.hosts.closed.save import saving as module

        real = module.make_backup

        def then_gone(*arguments):
            backup = real(*arguments)
            path.parent.rename(away)
            return backup

        monkeypatch.setattr(module, "make_backup", then_gone)
        with pytest.raises(CannotWrite):
            put(path)

        assert (away / path.name).read_bytes() == OLD


def sized(size: int, seed: str) -> bytes:
    noise = random.Random(seed).randbytes(size - 4_000)  # noqa: S311 - as above
    return zipped(parts_of(sheet_part("<sheetData/>"), {"xl/media/image1.bin": noise}), zipfile.ZIP_STORED)


def small_drive(folder: Path) -> tuple[str, list[str]]:
    """A way this user has to a drive of 300 KiB: its own mount, or at least files that cannot grow."""
    mounting = f"mount -t tmpfs -o size=300k none '{folder}' && exec \"$@\""
    for flags in ("-Urm", "-m"):
        start = ["unshare", flags, "sh", "-c", mounting, "sh"]
        try:
            tried = subprocess.run([*start, "true"], capture_output=True, check=False)
        except FileNotFoundError:
            continue
        if tried.returncode == 0:
            return f"tmpfs 300 KiB (unshare {flags})", start
    return "RLIMIT_FSIZE", []
