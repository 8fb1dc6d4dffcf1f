"""Saving in place: backup first, checked, moved in one step, and what it keeps of the old file."""

from __future__ import annotations

import hashlib
import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from addin.core.places import Place
from addin.core.writes import Note, SheetReplace, Write, Writes
from addin.errors import AlreadyExists, RefusedWrite
from addin.hosts.account import process
from addin.hosts.closed.book import ClosedBook
from addin.hosts.closed.patch.patching import patch
from addin.hosts.closed.save.saving import save, undo
from addin.hosts.closed.snapshot import fingerprint_of
from addin.hosts.disk import create
from tests.hosts.closed.made_books import book_of

NOW = datetime(2026, 11, 23, 8, 30)
OLD = book_of('<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')


def changed(value: object) -> bytes:
    return patch(OLD, Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(OLD)
    return path


def put(path: Path, new: bytes, now: datetime = NOW, what: str = "Ghi xếp loại"):
    return save(path, new, fingerprint_of(path), now=now, what=what, who="bi-thu", square_count=1)


def test_the_workbook_is_replaced_and_the_old_one_kept(path):
    """The new bytes are in place, the old ones in the folder of backups, and nothing else is left."""
    new = changed(2)

    result = put(path, new)

    assert path.read_bytes() == new
    assert result.backup == path.parent / "Sao lưu" / "Sổ chi bộ.20261123-083000.xlsx"
    assert result.backup.read_bytes() == OLD
    assert sorted(entry.name for entry in path.parent.iterdir()) == ["Sao lưu", "Sổ chi bộ.xlsx"]


def test_the_record_says_what_was_done_and_nothing_from_inside(path):
    """Who, what, when, two fingerprints and a count."""
    result = put(path, changed("Nguyễn Văn Bịa"))

    record = json.loads(result.backup.with_name(f"{result.backup.name}.json").read_text(encoding="utf-8"))
    assert record == {
        "at": "2026-11-23T08:30:00",
        "what": "Ghi xếp loại",
        "who": "bi-thu",
        "sha256_before": hashlib.sha256(OLD).hexdigest(),
        "sha256_after": hashlib.sha256(path.read_bytes()).hexdigest(),
        "square_count": 1,
        "kind": "write",
        "undone_at": "",
        "sequence": 1,
        "process": process(),
    }


def test_the_same_bytes_are_not_saved_again(path):
    """No backup for nothing."""
    result = put(path, OLD)

    assert result.backup is None
    assert not (path.parent / "Sao lưu").exists()


def test_the_newest_twenty_backups_are_kept(path):
    """The oldest go first, with their records."""
    for minute in range(25):
        put(path, changed(minute + 10), NOW + timedelta(minutes=minute))

    names = sorted(entry.name for entry in (path.parent / "Sao lưu").iterdir())
    assert len(names) == 40
    assert names[0] == "Sổ chi bộ.20261123-083500.xlsx"


def test_two_saves_in_one_second_have_two_backups(path):
    """The second is numbered and counts as the newer."""
    put(path, changed(2))

    assert put(path, changed(3)).backup.name == "Sổ chi bộ.20261123-083000-02.xlsx"


def test_backups_of_another_workbook_are_left_alone(path):
    """Only names of this workbook count."""
    other = path.with_name("Sổ chi bộ 2.xlsx")
    other.write_bytes(OLD)
    put(other, changed(2))
    for minute in range(25):
        put(path, changed(minute + 10), NOW + timedelta(minutes=minute))

    assert (path.parent / "Sao lưu" / "Sổ chi bộ 2.20261123-083000.xlsx").exists()


@pytest.mark.posix
def test_mode_and_attributes_stay(path):
    """A replacement is a new file, so it is given what the old one had."""
    path.chmod(0o640)
    if hasattr(os, "setxattr"):
        os.setxattr(path, "user.nguon", "huyện uỷ".encode())

    put(path, changed(2))

    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    if hasattr(os, "getxattr"):
        assert os.getxattr(path, "user.nguon") == "huyện uỷ".encode()


@pytest.mark.posix
def test_a_link_to_the_workbook_stays_a_link(path, tmp_path):
    """What it leads to is replaced, and backed up beside the real file."""
    link = tmp_path / "lối tắt" / "sổ.xlsx"
    link.parent.mkdir()
    link.symlink_to(path)

    result = put(link, changed(2))

    assert link.is_symlink()
    assert path.read_bytes() == changed(2)
    assert result.backup.parent == path.parent / "Sao lưu"


def test_stale_temporary_files_of_ours_are_swept(path):
    """Those of an interrupted run; one that is new, and files of others, stay."""
    stale, fresh, foreign = (path.with_name(name) for name in (".sochibo-0011.tmp", ".sochibo-0022.tmp", "bản nháp.tmp"))
    for file in (stale, fresh, foreign):
        file.write_bytes(b"x")
        os.utime(file, (NOW.timestamp(), NOW.timestamp()))
    os.utime(stale, (NOW.timestamp() - 3600, NOW.timestamp() - 3600))

    put(path, changed(2))

    assert (stale.exists(), fresh.exists(), foreign.exists()) == (False, True, True)


def test_a_new_file_never_takes_the_place_of_another(tmp_path):
    """S18: what was issued stays as it is."""
    path = tmp_path / "Quyết định 24.docx"

    create(path, b"moi")
    with pytest.raises(AlreadyExists) as refused:
        create(path, b"khac")

    assert path.read_bytes() == b"moi"
    assert refused.value.message == "Đã có tệp «Quyết định 24.docx»; tệp đó được giữ nguyên."
    assert [entry.name for entry in tmp_path.iterdir()] == ["Quyết định 24.docx"]


def test_a_share_without_links_still_never_overwrites(tmp_path, monkeypatch):
    """Exclusive creation does it there."""
    path = tmp_path / "a.docx"

    def no_links(source, target):
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", no_links)
    create(path, b"moi")
    with pytest.raises(AlreadyExists):
        create(path, b"khac")

    assert path.read_bytes() == b"moi"


class TestClosedBook:
    def test_a_write_is_made_saved_and_seen(self, path):
        """The host reads, patches, saves with a backup, and is then what was written."""
        book = ClosedBook(path, now=NOW, what="Ghi thử", who="bi-thu")

        book.apply(Writes(squares=(Write(Place("Sổ", 1, 1), "mới", "thử"),)))

        assert book.name == "Sổ chi bộ.xlsx"
        assert book.grids()[0].at(1, 1) == "mới"
        assert book.saved.backup.read_bytes() == OLD
        assert ClosedBook(path, now=NOW).grids()[0].at(1, 1) == "mới"

    def test_two_writes_through_one_book_both_land(self, path):
        """The second builds on the first."""
        book = ClosedBook(path, now=NOW)

        book.apply(Writes(squares=(Write(Place("Sổ", 1, 1), "một", "thử"),)))
        book.apply(Writes(squares=(Write(Place("Sổ", 1, 2), "hai", "thử"),)))

        assert book.grids()[0].row(1) == ("một", "hai")

    def test_nothing_to_write_touches_nothing(self, path):
        """No backup, no new time stamp."""
        before = path.stat().st_mtime_ns

        ClosedBook(path, now=NOW).apply(Writes())

        assert path.stat().st_mtime_ns == before

    def test_a_workbook_that_is_only_read_says_so(self, path):
        """A signed workbook is read, and refused with the way out."""
        path.write_bytes(book_of("<sheetData/>", _xmlsignatures__sig1_xml="<Signature/>"))

        with pytest.raises(RefusedWrite) as refused:
            ClosedBook(path, now=NOW).apply(Writes(squares=(Write(Place("Sổ", 1, 1), 1, "thử"),)))

        assert refused.value.message == (
            "Chưa ghi gì vào «Sổ chi bộ.xlsx»: Sổ có chữ ký số, ghi vào sẽ làm mất chữ ký."
        )
        assert refused.value.fix == "Lưu một bản không ký rồi ghi vào bản ấy."

    def test_undo_names_what_was_written(self, path):
        """The job's own words where it set them, else the reasons of the writes, each once."""
        squares = tuple(Write(Place("Sổ", row, 1), row + 1, f"lý do {row % 5}") for row in range(1, 9))
        book = ClosedBook(path, now=NOW)

        book.apply(Writes(squares=squares, sheets=(SheetReplace("Lỗi", (("x",),), because="danh sách lỗi"),)))
        first = undo(path, NOW)
        book = ClosedBook(path, now=NOW)
        book.what = "Kiểm tra dữ liệu"
        book.apply(Writes(notes=(Note(Place("Sổ", 1, 1), "lỗi"),)))

        assert (first.what, first.square_count, first.written_at) == ("Danh sách lỗi; lý do 1; lý do 2…", 9, NOW)
        assert undo(path, NOW).what == "Kiểm tra dữ liệu"

    def test_notes_alone_have_a_name_too(self, path):
        """They carry no reasons."""
        ClosedBook(path, now=NOW).apply(Writes(notes=(Note(Place("Sổ", 1, 1), "lỗi"),)))

        assert undo(path, NOW).what == "Ghi chú của chương trình"
