"""The fault cases of engineering/reliability.md §2, against the code that saves: nothing lost, and told in words."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import CannotWrite, ChangedMeanwhile, NoRight, OpenElsewhere, RefusedWrite, SochiboError
from addin.hosts.closed.patch import patch
from addin.hosts.closed.save import save, undo
from addin.hosts.closed.snapshot import Fingerprint, fingerprint_of
from tests.hosts.closed.made_books import book_of, parts_of, sheet_part, zipped

NOW = datetime(2026, 11, 23, 8, 30)
OLD = book_of()
HOLDER = "Nguyễn Thị Bịa Đặt"
KILLS = 40


def version(value: object) -> bytes:
    return patch(OLD, Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))


NEW = version("mới")


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(OLD)
    return path


def put(path: Path, new: bytes = NEW, now: datetime = NOW):
    return save(path, new, fingerprint_of(path), now=now, what="Ghi thử", who="bi-thu")


def excel_owner(path: Path) -> Path:
    """The 165 bytes Excel leaves beside an open workbook."""
    ansi = HOLDER.encode("ascii", "replace")
    content = bytes([len(HOLDER)]) + ansi.ljust(54, b" ") + len(HOLDER).to_bytes(2, "little")
    owner = path.with_name(f"~${path.name}")
    owner.write_bytes((content + HOLDER.encode("utf-16-le")).ljust(165, b" "))
    return owner


def libreoffice_owner(path: Path) -> Path:
    owner = path.with_name(f".~lock.{path.name}#")
    owner.write_text(f",{HOLDER},may-01,23.11.2026 08:30,file:///home/x;", encoding="utf-8")
    return owner


def in_child(work: Callable[[], object], user: int | None = None) -> tuple[str, str]:
    """Run in a forked process, as another user where asked; the kind of error and its message, or what it gave."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if user is not None:
                os.setgroups([])
                os.setuid(user)
            answer = ("", str(work()))
        except SochiboError as error:
            answer = (type(error).__name__, f"{error.message} {error.fix}")
        except BaseException as error:  # noqa: BLE001 - told to the parent
            answer = ("bug", repr(error))
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    kind, message = json.loads(told)
    return kind, message


class Holder:
    """Another process with the workbook open and locked, as LibreOffice or a Samba client has it."""

    def __init__(self, path: Path) -> None:
        code = (
            "import fcntl,sys; f=open(sys.argv[1],'r+b'); fcntl.lockf(f,fcntl.LOCK_EX);"
            "print('held',flush=True); sys.stdin.read()"
        )
        self._process = subprocess.Popen([sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"held\n"

    def __enter__(self) -> None:
        """Held from the start."""

    def __exit__(self, *_: object) -> None:
        self._process.communicate()


class TestOwners:
    @pytest.mark.parametrize("owner", [excel_owner, libreoffice_owner])
    def test_s01_open_by_somebody_names_them(self, path, owner):
        """The owner file gives the name with its Vietnamese letters, the lock gives the truth."""
        owner(path)

        with Holder(path), pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert refused.value.message == f"Tệp «Sổ chi bộ.xlsx» đang được đồng chí {HOLDER} mở; chưa ghi gì."
        assert refused.value.fix == "Nhờ đồng chí đó đóng tệp rồi chạy lại."
        assert refused.value.exit_code == 4
        assert path.read_bytes() == OLD
        assert not (path.parent / "Sao lưu").exists()

    def test_s01_open_by_nobody_named(self, path):
        """A lock without an owner file."""
        with Holder(path), pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert refused.value.message == "Tệp «Sổ chi bộ.xlsx» đang được một đồng chí khác mở; chưa ghi gì."

    @pytest.mark.parametrize("owner", [excel_owner, libreoffice_owner])
    def test_s02_s03_a_stale_owner_file_warns_and_stays(self, path, owner):
        """A hint with a name in it, never proof: the file is free, so it is written."""
        left = owner(path)

        result = put(path)

        assert path.read_bytes() == NEW
        assert left.exists()
        assert result.warnings == (
            f"Có dấu hiệu đồng chí {HOLDER} đang mở «Sổ chi bộ.xlsx» (tệp «{left.name}»), nhưng tệp ghi được nên vẫn ghi.",
        )


class TestChanged:
    def test_s04_changed_since_read_keeps_both(self, path):
        """The other version stays in place, ours lies beside it under a clear name."""
        read = fingerprint_of(path)
        path.write_bytes(version("của người khác"))

        with pytest.raises(ChangedMeanwhile) as refused:
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        beside = path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx")
        assert path.read_bytes() == version("của người khác")
        assert beside.read_bytes() == NEW
        assert refused.value.exit_code == 4
        assert refused.value.message == (
            "Tệp «Sổ chi bộ.xlsx» đã được sửa sau khi chương trình đọc; chưa ghi gì vào tệp đó."
            " Kết quả để ở tệp «Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx»."
        )

    def test_s04_changed_at_the_last_moment_too(self, path, monkeypatch):
        """The target is looked at again just before the move."""
        from addin.hosts.closed import save as module

        real = module.keep_attributes

        def meddle(old, new):
            real(old, new)
            path.write_bytes(version("của người khác"))

        monkeypatch.setattr(module, "keep_attributes", meddle)
        with pytest.raises(ChangedMeanwhile):
            put(path)

        assert path.read_bytes() == version("của người khác")
        assert sorted(entry.name for entry in (path.parent / "Sao lưu").iterdir()) == []

    def test_a_workbook_moved_away_is_told(self, path):
        """The result is kept all the same."""
        read = fingerprint_of(path)
        path.rename(path.with_name("đã chuyển.xlsx"))

        with pytest.raises(ChangedMeanwhile, match="không còn ở chỗ cũ"):
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx").read_bytes() == NEW


class TestTogether:
    def test_eight_runs_at_once_one_wins_and_nothing_is_lost(self, path):
        """All read the same version; one writes, each of the others is told and its result kept or not begun."""
        read = fingerprint_of(path)
        versions = [version(number) for number in range(8)]
        start = time.time() + 0.3
        children = [os.fork() or saved_at(start, path, new, read) for new in versions]

        codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]

        assert sorted(codes) == [0] + [4] * 7
        assert path.read_bytes() == versions[codes.index(0)]
        assert [backup.read_bytes() for backup in (path.parent / "Sao lưu").glob("*.xlsx")] == [OLD]


def saved_at(start: float, path: Path, new: bytes, read: Fingerprint) -> NoReturn:
    """In a child: wait for the moment, save, leave with the exit code."""
    time.sleep(max(0.0, start - time.time()))
    try:
        save(path, new, read, now=NOW, what="Ghi thử", who="bi-thu")
    except SochiboError as error:
        os._exit(error.exit_code)
    except BaseException:  # noqa: BLE001 - a bug is seen by its code
        os._exit(99)
    os._exit(0)


class TestKilled:
    def test_s05_kill_9_at_random_times(self, tmp_path, tell):
        """Forty times: the workbook is the old one or the new one, never a third, and the next run completes."""
        path = tmp_path / "Sổ chi bộ.xlsx"
        versions = [bulky(number) for number in range(KILLS + 1)]
        path.write_bytes(versions[0])
        longest = max(duration(lambda new=new: put(path, new)) for new in (versions[1], versions[0])) * 1.3
        chance = random.Random(2026)  # noqa: S311 - times, not secrets
        unreadable = lost = landed = 0
        for number in range(1, KILLS + 1):
            before = path.read_bytes()
            kill_while(lambda new=versions[number], now=NOW + timedelta(seconds=number): put(path, new, now), chance.uniform(0, longest))
            after = path.read_bytes()
            unreadable += not is_whole(after)
            lost += after not in {before, versions[number]}
            landed += after == versions[number]
        tell(f"S05: {KILLS} lần kill -9, {unreadable} lần không đọc được, {lost} lần mất dữ liệu, {landed} lần đã kịp ghi xong")
        assert (unreadable, lost) == (0, 0)

        put(path, bulky("cuối"), NOW + timedelta(days=1))

        assert path.read_bytes() == bulky("cuối")
        assert not list(tmp_path.rglob(".sochibo-*"))

    @pytest.mark.parametrize("step", range(12))
    def test_s05_kill_9_before_each_step(self, path, step):
        """At every sync and every move, in order; undo still knows what is true."""
        def work():
            counted = iter(range(99))

            def deadly(real):
                def call(*arguments):
                    if next(counted) == step:
                        os.kill(os.getpid(), signal.SIGKILL)
                    return real(*arguments)

                return call

            os.fsync, os.replace = deadly(os.fsync), deadly(os.replace)
            return put(path)

        in_child_or_killed(work)
        content = path.read_bytes()

        assert content in {OLD, NEW}
        if content == NEW:
            assert undo(path, NOW + timedelta(days=1)).what == "Ghi thử"
        else:
            put(path, now=NOW + timedelta(days=1))
        assert not list(path.parent.rglob(".sochibo-*"))


def bulky(value: object) -> bytes:
    """A workbook large enough that writing it takes a while."""
    noise = random.Random(str(value)).randbytes(400_000)  # noqa: S311 - bytes that do not deflate
    return zipped(parts_of(sheet_part("<sheetData/>"), {"xl/media/image1.bin": noise}), zipfile.ZIP_STORED)


def duration(work: Callable[[], object]) -> float:
    """How long the work takes in a forked process."""
    started = time.perf_counter()
    in_child_or_killed(work)
    return time.perf_counter() - started


def kill_while(work: Callable[[], object], after: float) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def in_child_or_killed(work: Callable[[], object]) -> None:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    os.waitpid(child, 0)


def is_whole(data: bytes) -> bool:
    try:
        return zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    except zipfile.BadZipFile:
        return False


FULL_DISK = """
import hashlib, sys
from datetime import datetime
from pathlib import Path
from addin.errors import DiskFull
from addin.hosts.closed.save import save
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

    def test_s08_a_folder_without_write_right(self):
        """Told before any harm, with another folder as the way out."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            path = folder / "Sổ chi bộ.xlsx"
            path.write_bytes(OLD)
            path.chmod(0o666)
            folder.chmod(0o555)
            nobody = 65534 if os.geteuid() == 0 else None

            kind, message = in_child(lambda: put(path), nobody)

            folder.chmod(0o755)
            assert kind == NoRight.__name__
            assert message == (
                f"Không có quyền ghi vào thư mục «{folder.name}»; chưa ghi gì. Chép sổ sang thư mục khác mà đồng chí ghi được,"
                " hoặc nhờ người quản lý ổ chung cấp quyền ghi."
            )
            assert [entry.name for entry in folder.iterdir()] == ["Sổ chi bộ.xlsx"]
            assert path.read_bytes() == OLD

    def test_s08_a_file_set_read_only(self):
        """The folder would let us replace it; its owner said no."""
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "Sổ chi bộ.xlsx"
            path.write_bytes(OLD)
            path.chmod(0o444)
            Path(name).chmod(0o777)

            kind, _ = in_child(lambda: put(path), 65534 if os.geteuid() == 0 else None)

            assert kind == NoRight.__name__
            assert path.read_bytes() == OLD
            assert stat.S_IMODE(path.stat().st_mode) == 0o444

    def test_s09_a_share_that_comes_back_is_waited_for(self, path, monkeypatch):
        """Some moments without the folder, then on."""
        away = path.parent.with_name("rời mạng")
        read = fingerprint_of(path)
        path.parent.rename(away)
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", lambda _: away.exists() and away.rename(path.parent))

        save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert path.read_bytes() == NEW

    def test_s09_a_share_that_stays_away_is_told(self, path, monkeypatch):
        """A clear stop; the old workbook is where it was."""
        pauses: list[float] = []
        read = fingerprint_of(path)
        away = path.parent.with_name("rời mạng")
        path.parent.rename(away)
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", pauses.append)

        with pytest.raises(CannotWrite) as refused:
            save(path, NEW, read, now=NOW, what="Ghi thử", who="bi-thu")

        assert 2 <= sum(pauses) <= 3
        assert refused.value.fix == "Kiểm tra đường truyền tới ổ chung rồi chạy lại."
        assert (away / path.name).read_bytes() == OLD

    def test_s09_a_share_that_goes_in_the_middle_is_told(self, path, monkeypatch):
        """Between the backup and the new file."""
        away = path.parent.with_name("rời mạng")
        from addin.hosts.closed import save as module

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


class TestNames:
    def test_s10_a_path_too_long_is_told(self, tmp_path):
        """The disk's own refusal, in words."""
        name = "ệ" * 90 + ".xlsx"

        with pytest.raises(CannotWrite) as refused:
            save(tmp_path / name, NEW, Fingerprint("", 0, 0), now=NOW, what="Ghi thử", who="bi-thu")

        assert refused.value.message.startswith("Đường dẫn tới «ệệệ")
        assert refused.value.fix == "Đặt sổ vào thư mục có đường dẫn ngắn hơn hoặc rút ngắn tên tệp."

    def test_s11_the_longest_name_still_gets_backup_and_undo(self, tmp_path):
        """255 bytes: what we name ourselves is cut and carries a hash."""
        path = tmp_path / ("ệ" * 83 + ".xlsx")
        path.write_bytes(OLD)

        result = put(path)

        assert result.backup.read_bytes() == OLD
        assert len(f"{result.backup.name}.json".encode()) <= 120
        assert undo(path, NOW + timedelta(minutes=1)).what == "Ghi thử"
        assert path.read_bytes() == OLD

    def test_s11_two_long_names_keep_their_backups_apart(self, tmp_path):
        """Names that are the same as far as they are shown."""
        one, two = tmp_path / ("ệ" * 80 + "1.xlsx"), tmp_path / ("ệ" * 80 + "2.xlsx")
        for path in (one, two):
            path.write_bytes(OLD)

        assert put(one).backup != put(two).backup

    def test_s12_twins_are_both_named(self, tmp_path):
        """Two spellings of one name look alike to everybody: nothing is written, the person chooses."""
        composed, decomposed = (tmp_path / f"{unicodedata.normalize(form, 'Sổ chi bộ')}.xlsx" for form in ("NFC", "NFD"))
        composed.write_bytes(OLD)
        decomposed.write_bytes(NEW)

        with pytest.raises(RefusedWrite) as refused:
            put(composed, version("khác"))

        assert f"({len(OLD)} byte" in refused.value.message
        assert f"({len(NEW)} byte" in refused.value.message
        assert refused.value.fix == "Đổi tên một trong hai tệp rồi chạy lại."
        assert (composed.read_bytes(), decomposed.read_bytes()) == (OLD, NEW)


def windows_error(code: int) -> OSError:
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = code
    return error


class TestReplace:
    @pytest.mark.parametrize("code", [5, 32, 33])
    def test_a_busy_moment_is_waited_for(self, path, monkeypatch, code):
        """A virus scanner has the file for some milliseconds."""
        real, calls = os.replace, []

        def busy(source, target):
            calls.append(target)
            if target == path and calls.count(path) <= 3:
                raise windows_error(code)
            real(source, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", lambda _: None)
        put(path)

        assert path.read_bytes() == NEW
        assert calls.count(path) == 4

    @pytest.mark.parametrize("code", [5, 32, 33])
    def test_busy_for_ever_leaves_the_result_beside(self, path, monkeypatch, code):
        """About three seconds, then the result under a clear name; never deleted first, never copied over."""
        real, pauses = os.replace, []

        def busy(source, target):
            if target == path:
                raise windows_error(code)
            real(source, target)

        monkeypatch.setattr(os, "replace", busy)
        monkeypatch.setattr("addin.hosts.closed.disk.time.sleep", pauses.append)
        excel_owner(path)
        with pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert 2 <= sum(pauses) <= 3
        assert path.read_bytes() == OLD
        assert path.with_name("Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx").read_bytes() == NEW
        assert refused.value.message == (
            f"Tệp «Sổ chi bộ.xlsx» đang được đồng chí {HOLDER} mở; chưa ghi gì."
            " Kết quả để ở tệp «Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx»."
        )
        assert not list(path.parent.glob(".sochibo-*"))
        assert not list((path.parent / "Sao lưu").iterdir())

    def test_another_failure_is_not_tried_again(self, path, monkeypatch):
        """Waiting helps only against a busy file."""
        real, calls = os.replace, []

        def broken(source, target):
            calls.append(target)
            if target == path:
                raise OSError(errno.EIO, "input/output error")
            real(source, target)

        monkeypatch.setattr(os, "replace", broken)
        with pytest.raises(CannotWrite):
            put(path)

        assert calls.count(path) == 1
        assert hashlib.sha256(path.read_bytes()).digest() == hashlib.sha256(OLD).digest()

    def test_a_temporary_file_that_does_not_hold_is_not_moved(self, path, monkeypatch):
        """What lies on the disk is read again before it takes the workbook's place."""
        from addin.hosts.closed import save as module

        real = module.write_aside

        def lossy(folder, data):
            aside = real(folder, data)
            aside.write_bytes(data[:-1])
            return aside

        monkeypatch.setattr(module, "write_aside", lossy)
        with pytest.raises(CannotWrite, match="Bản ghi tạm trên ổ đĩa không đúng với kết quả"):
            put(path)

        assert path.read_bytes() == OLD

    def test_a_backup_that_does_not_hold_stops_the_write(self, path, monkeypatch):
        """Without a true backup nothing is replaced."""
        from addin.hosts.closed import backup as module

        monkeypatch.setattr(module, "write_aside", spoilt)
        with pytest.raises(CannotWrite, match="Bản sao lưu"):
            put(path)

        assert path.read_bytes() == OLD
        assert not list((path.parent / "Sao lưu").iterdir())


def spoilt(folder: Path, data: bytes) -> Path:
    aside = folder / ".sochibo-hong.tmp"
    aside.write_bytes(data[:-1])
    return aside
