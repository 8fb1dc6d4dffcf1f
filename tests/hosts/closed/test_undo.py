"""Undo: the last write taken back from its backup, and said."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import CannotRead, CannotWrite, ChangedMeanwhile, RefusedWrite
from addin.hosts.closed.patch.patching import patch
from addin.hosts.closed.save.saving import save, undo
from addin.hosts.closed.snapshot import fingerprint_of
from tests.hosts.closed.made_books import book_of

NOW = datetime(2026, 11, 23, 8, 30)
OLD = book_of()


def version(value: object) -> bytes:
    return patch(OLD, Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(OLD)
    return path


def put(path: Path, value: object, minute: int, what: str) -> None:
    now = NOW + timedelta(minutes=minute)
    save(path, version(value), fingerprint_of(path), now=now, what=what, who="bi-thu", square_count=3)


def later(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def test_the_last_write_is_taken_back_and_said(path):
    """Its words, its count, its time, and where the undone version is kept."""
    put(path, 1, 0, "Ghi xếp loại 2026")

    result = undo(path, later(5))

    assert path.read_bytes() == OLD
    assert (result.what, result.square_count, result.written_at) == ("Ghi xếp loại 2026", 3, NOW)
    assert (result.kept.parent.name, result.kept.name) == ("Sao lưu", "Sổ chi bộ.20261123-083500.xlsx")
    assert result.kept.read_bytes() == version(1)


def test_undoing_again_goes_one_write_further_back(path):
    """An undo is no write to be undone itself."""
    put(path, 1, 0, "Lần một")
    put(path, 2, 1, "Lần hai")

    assert undo(path, later(5)).what == "Lần hai"
    assert path.read_bytes() == version(1)
    assert undo(path, later(6)).what == "Lần một"
    assert path.read_bytes() == OLD


def test_a_write_after_an_undo_is_undone_first(path):
    """The newest write that is still in the workbook counts."""
    put(path, 1, 0, "Lần một")
    undo(path, later(1))
    put(path, 3, 2, "Lần ba")

    assert undo(path, later(3)).what == "Lần ba"
    assert path.read_bytes() == OLD


def test_nothing_to_undo_is_told(path):
    """Nothing written yet, or everything undone already."""
    with pytest.raises(RefusedWrite) as refused:
        undo(path, NOW)
    assert refused.value.message == "Chưa có lần ghi nào vào «Sổ chi bộ.xlsx» để hoàn tác."

    put(path, 1, 0, "Lần một")
    undo(path, later(1))
    with pytest.raises(RefusedWrite):
        undo(path, later(2))


def test_work_done_since_is_not_lost(path):
    """Somebody has edited the workbook: the old version is named, not put back."""
    put(path, 1, 0, "Ghi xếp loại")
    path.write_bytes(version("người khác sửa"))

    with pytest.raises(ChangedMeanwhile) as refused:
        undo(path, later(5))

    assert path.read_bytes() == version("người khác sửa")
    assert refused.value.message == (
        "Tệp «Sổ chi bộ.xlsx» đã được sửa sau lần ghi «Ghi xếp loại», nên không hoàn tác để khỏi mất phần sửa đó."
    )
    assert refused.value.fix == "Nếu vẫn cần bản cũ, mở «Sổ chi bộ.20261123-083000.xlsx» trong thư mục «Sao lưu»."


def test_a_write_that_never_arrived_is_passed_over(path, monkeypatch):
    """The power went after the backup and before the move: there is nothing of it to undo."""
    put(path, 1, 0, "Lần một")

    def power_cut(source, target):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("addin.hosts.closed.save.saving.replace_patiently", power_cut)
        with pytest.raises(KeyboardInterrupt):
            put(path, 2, 1, "Lần hai")

    assert undo(path, later(5)).what == "Lần một"
    assert path.read_bytes() == OLD


def test_a_backup_that_was_changed_is_not_put_back(path):
    """It is not the workbook of that day any more."""
    put(path, 1, 0, "Lần một")
    backup = path.parent / "Sao lưu" / "Sổ chi bộ.20261123-083000.xlsx"
    backup.write_bytes(version("khác"))

    with pytest.raises(CannotWrite) as refused:
        undo(path, later(5))

    assert path.read_bytes() == version(1)
    assert refused.value.message.startswith("Bản sao lưu «Sổ chi bộ.20261123-083000.xlsx» đã bị sửa")


def test_an_unreadable_record_is_passed_over(path):
    """Half a record, from another program, says nothing."""
    put(path, 1, 0, "Lần một")
    (path.parent / "Sao lưu" / "Sổ chi bộ.20270101-000000.xlsx.json").write_text("{", encoding="utf-8")

    assert undo(path, later(5)).what == "Lần một"


def test_a_missing_workbook_is_told(tmp_path):
    """There is nothing to undo in a file that is not there."""
    with pytest.raises(CannotRead, match=r"Không thấy tệp «không có\.xlsx»"):
        undo(tmp_path / "không có.xlsx", NOW)


def test_two_writes_in_one_second_are_undone_in_their_order(path):
    """The second backup of a second has a longer name, and is still the newer one."""
    for value in ("một", "hai"):
        put(path, value, 0, "thử")

    undo(path, NOW)
    undo(path, NOW)

    assert path.read_bytes() == OLD
