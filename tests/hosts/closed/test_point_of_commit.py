"""The replacement of the workbook is the one point of commit: before it all is as it was, behind it nothing says otherwise (S05, S09, S15)."""

from __future__ import annotations

import errno
import os
import stat
from datetime import timedelta
from pathlib import Path

import pytest

from addin.errors import CannotRead, CannotWrite, ChangedMeanwhile, NoRight
from addin.hosts.closed.save import saving
from addin.hosts.closed.save.backup import FOLDER, KEPT, backups_of
from addin.hosts.closed.save.saving import save, undo
from addin.hosts.closed.snapshot import fingerprint_of
from tests.children import in_child, ordinary_user
from tests.hosts.closed.faults import NEW, NOW, OLD, put, version

WEATHER = pytest.mark.parametrize("code", [errno.EIO, errno.EHOSTDOWN, errno.ESTALE, errno.EACCES, errno.ENOSPC], ids=errno.errorcode.get)


def failing(code):
    def fail(*_given, **_named):
        raise OSError(code, os.strerror(code))

    return fail


@WEATHER
def test_what_fails_behind_the_replacement_is_told_as_written(path, monkeypatch, code):
    """Old backups that cannot be listed: the workbook is written, and so it is said."""
    monkeypatch.setattr(saving, "prune", failing(code))

    result = put(path)

    assert path.read_bytes() == NEW
    assert result.warnings == (f"Đã ghi vào «{path.name}», nhưng chưa dọn được các bản sao lưu cũ; lần ghi sau sẽ dọn.",)


@pytest.mark.posix
def test_a_lock_that_will_not_close_undoes_nothing(path, monkeypatch):
    """The handle of our own lock, on a share that dropped out just then."""
    monkeypatch.setattr("addin.hosts.closed.save.holders._locked", lambda _: failing(errno.EIO))

    put(path)

    assert path.read_bytes() == NEW


def test_a_move_whose_answer_was_lost_is_a_move(path, monkeypatch):
    """The share replaced the file and dropped out before it said so."""
    real = saving.replace_patiently

    def unheard(source, target):
        real(source, target)
        raise OSError(errno.EIO, "answer lost")

    monkeypatch.setattr(saving, "replace_patiently", unheard)

    assert put(path).backup.read_bytes() == OLD
    assert path.read_bytes() == NEW


@WEATHER
@pytest.mark.parametrize("at", ["refuse_held", "sweep", "make_backup", "write_aside", "keep_attributes", "replace_patiently"])
def test_what_fails_before_it_leaves_all_as_it_was(path, monkeypatch, code, at):
    """Byte for byte, with nothing of ours about but the result where only the move failed."""
    monkeypatch.setattr(saving, at, failing(code))

    with pytest.raises(CannotWrite):
        put(path)

    assert path.read_bytes() == OLD
    assert backups_of(path) == ()
    assert not list(path.parent.rglob(".sochibo-*"))


@WEATHER
def test_s09_a_folder_whose_state_cannot_be_asked_is_waited_for(path, monkeypatch, code):
    """The share gives an error instead of an answer: asked again, then on."""
    read = fingerprint_of(path)
    real, failures = Path.is_dir, [code]
    monkeypatch.setattr(Path, "is_dir", lambda self: failing(failures.pop())() if failures else real(self))
    monkeypatch.setattr("addin.hosts.disk.time.sleep", lambda _: None)

    save(path, NEW, read, now=NOW, what="Ghi thử", who="")

    assert path.read_bytes() == NEW


def test_undo_whose_mark_fails_is_done(path, monkeypatch):
    """The workbook is as before; that the small file does not say so changes nothing for the next undo."""
    put(path)
    monkeypatch.setattr(saving, "mark_undone", failing(errno.EIO))

    undone = undo(path, NOW)

    assert path.read_bytes() == OLD
    assert undone.warnings == ("Đã hoàn tác, nhưng chưa đánh dấu được ở bản sao lưu «Sổ chi bộ.20261123-083000.xlsx»; không cần làm gì thêm.",)


def test_two_losers_in_one_second_keep_both_results(path):
    """Each is told the true cause and its own file."""
    read = fingerprint_of(path)
    put(path, version("người thắng"))
    told = []
    for value in ("thua một", "thua hai"):
        with pytest.raises(ChangedMeanwhile) as refused:
            save(path, version(value), read, now=NOW, what="Ghi thử", who="")
        told.append(refused.value.message)

    names = ["Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx", "Sổ chi bộ (chưa ghi vào sổ 20261123-083000-02).xlsx"]
    assert [(path.parent / name).read_bytes() for name in names] == [version("thua một"), version("thua hai")]
    assert told == [
        f"Tệp «Sổ chi bộ.xlsx» đã được sửa sau khi chương trình đọc; chưa ghi gì vào tệp đó. Kết quả để ở tệp «{name}»." for name in names
    ]


@pytest.mark.parametrize("at", ["refuse_held", "make_backup", "keep_attributes"])
def test_a_workbook_deleted_in_the_middle_keeps_the_result(path, monkeypatch, at):
    """Under a clear name; a backup made by then is all that is left of the old one, and stays."""
    real = getattr(saving, at)

    def deleted(*given):
        answer = real(*given)
        path.unlink()
        return answer

    monkeypatch.setattr(saving, at, deleted)
    with pytest.raises(ChangedMeanwhile, match="không còn ở chỗ cũ"):
        put(path)

    assert (path.parent / "Sổ chi bộ (chưa ghi vào sổ 20261123-083000).xlsx").read_bytes() == NEW
    assert [backup.path.read_bytes() for backup in backups_of(path)] == ([] if at == "refuse_held" else [OLD])


def test_a_result_that_finds_no_room_either_tells_the_true_cause(path, monkeypatch):
    """Not that the folder of the result is full."""
    read = fingerprint_of(path)
    path.write_bytes(version("khác"))
    monkeypatch.setattr(saving, "create", failing_to_write)

    with pytest.raises(ChangedMeanwhile) as refused:
        save(path, NEW, read, now=NOW, what="Ghi thử", who="")

    assert refused.value.message == "Tệp «Sổ chi bộ.xlsx» đã được sửa sau khi chương trình đọc; chưa ghi gì vào tệp đó."


def failing_to_write(*_):
    raise NoRight("Không có quyền.", "Xin quyền.")


class TestClockBack:
    def test_s15_undo_goes_by_sequence(self, path):
        """The second write was made by a clock set back a day, and is undone first."""
        put(path, version("một"))
        put(path, version("hai"), NOW - timedelta(days=1))

        undo(path, NOW - timedelta(days=2))

        assert path.read_bytes() == version("một")
        undo(path, NOW - timedelta(days=3))
        assert path.read_bytes() == OLD

    def test_s15_the_backup_just_made_is_never_pruned(self, path):
        """Twenty of tomorrow stand there; the oldest of them goes, not the one of now."""
        for minute in range(KEPT):
            put(path, version(minute), NOW + timedelta(days=1, minutes=minute))

        made = put(path, version("đồng hồ lùi"), NOW).backup

        assert made.exists()
        assert len(backups_of(path)) == KEPT
        assert backups_of(path)[0].path == made
        assert not (path.parent / FOLDER / "Sổ chi bộ.20261124-083000.xlsx").exists()

    def test_backups_of_before_are_older_than_counted_ones(self, path):
        """Their small files say no sequence; among themselves their stamps count."""
        put(path, version("một"), NOW + timedelta(days=1))
        (record,) = (path.parent / FOLDER).glob("*.json")
        record.write_text(record.read_text(encoding="utf-8").replace('"sequence": 1', '"sequence": 0'), encoding="utf-8")

        put(path, version("hai"))

        undo(path, NOW)
        assert path.read_bytes() == version("một")


@pytest.mark.posix
class TestRights:
    @pytest.mark.parametrize(("mode", "folder"), [(0o600, 0o700), (0o640, 0o750), (0o664, 0o775)], ids=oct)
    def test_backups_have_the_rights_of_the_workbook(self, path, mode, folder):
        """A whole copy with names and numbers of identity cards: nobody may read it who may not read the workbook."""
        path.chmod(mode)

        with_umask(0o022, lambda: put(path))

        made = path.parent / FOLDER
        assert stat.S_IMODE(made.stat().st_mode) == folder
        assert {stat.S_IMODE(entry.stat().st_mode) for entry in made.iterdir()} == {mode | 0o600}
        assert stat.S_IMODE(path.stat().st_mode) == mode

    def test_what_is_aside_has_them_too(self, path, monkeypatch):
        """Even for the moment in which it lies there."""
        path.chmod(0o600)
        seen = []
        monkeypatch.setattr(saving, "_check", lambda aside, _: seen.append(stat.S_IMODE(aside.stat().st_mode)))

        with_umask(0o022, lambda: put(path))

        assert seen == [0o600]

    @pytest.mark.parametrize("work", [fingerprint_of, lambda path: undo(path, NOW)], ids=["read", "undo"])
    def test_s08_a_folder_nobody_may_enter_is_told(self, path, work):
        """One sentence with the way out, exit 3."""
        path.parent.chmod(0o000)

        kind, message = in_child(lambda: work(path), ordinary_user())

        path.parent.chmod(0o755)
        assert kind == CannotRead.__name__
        assert message.startswith("Không có quyền đọc tệp «Sổ chi bộ.xlsx»")


def with_umask(mask, work):
    """As a shell with that umask would run it; the umask is as before afterwards."""
    before = os.umask(mask)
    try:
        work()
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
