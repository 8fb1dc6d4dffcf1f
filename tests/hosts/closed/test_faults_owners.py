"""Somebody has the workbook open, or seems to; and two files that look alike (reliability.md §2, S01 to S03, S10 to S12)."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from datetime import timedelta
from pathlib import Path

import pytest

from addin.errors import CannotWrite, OpenElsewhere, RefusedWrite
from addin.hosts.closed.read.reading import read_workbook
from addin.hosts.closed.save.saving import save, undo
from addin.hosts.closed.snapshot import Fingerprint
from tests.hosts.closed.faults import HOLDER, NEW, NOW, OLD, excel_owner, put, version


def libreoffice_owner(path: Path) -> Path:
    owner = path.with_name(f".~lock.{path.name}#")
    owner.write_text(f",{HOLDER},may-01,23.11.2026 08:30,file:///home/x;", encoding="utf-8")
    return owner


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
    @pytest.mark.posix
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

    @pytest.mark.posix
    def test_s01_open_by_nobody_named(self, path):
        """A lock without an owner file."""
        with Holder(path), pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert refused.value.message == "Tệp «Sổ chi bộ.xlsx» đang được một đồng chí khác mở; chưa ghi gì."

    @pytest.mark.parametrize(("owner", "program", "where"), [(excel_owner, "Excel", ", từ "), (libreoffice_owner, "LibreOffice", ", máy may-01, từ 08:30 ngày 23/11/2026")])
    def test_s02_s03_an_owner_file_refuses_every_write(self, path, owner, program, where):
        """Never proof, but nobody's typing is overwritten on a guess: named with its file, and with the way out."""
        left = owner(path)

        with pytest.raises(OpenElsewhere) as refused:
            put(path)

        assert refused.value.exit_code == 4
        assert refused.value.message.startswith(
            f"Có dấu hiệu đồng chí {HOLDER} đang mở «Sổ chi bộ.xlsx» bằng {program} (tệp khoá «{left.name}»{where}"
        )
        assert refused.value.message.endswith("); chưa ghi gì.")
        assert refused.value.fix.endswith('sochibo unlock "Sổ chi bộ.xlsx".')
        assert path.read_bytes() == OLD
        assert sorted(found.name for found in path.parent.iterdir()) == sorted([path.name, left.name])

    @pytest.mark.parametrize("owner", [excel_owner, libreoffice_owner])
    def test_an_undo_is_refused_as_well(self, path, owner):
        """It writes too."""
        put(path)
        left = owner(path)

        with pytest.raises(OpenElsewhere):
            undo(path, NOW + timedelta(minutes=1))

        assert path.read_bytes() == NEW
        left.unlink()
        assert undo(path, NOW + timedelta(minutes=1)).what == "Ghi thử"

    @pytest.mark.posix
    @pytest.mark.parametrize("beside_link", [True, False])
    def test_an_owner_file_counts_beside_the_workbook_and_beside_a_link_to_it(self, path, tmp_path, beside_link):
        """Offices put it beside the name they were given, or beside the file itself."""
        link = tmp_path / "liên kết" / "sổ.xlsx"
        link.parent.mkdir()
        link.symlink_to(path)
        libreoffice_owner(link if beside_link else path)

        with pytest.raises(OpenElsewhere):
            put(link)

        assert path.read_bytes() == OLD

    def test_reading_goes_on(self, path):
        """With its finding."""
        libreoffice_owner(path)

        assert [found.rule for found in read_workbook(path).noticed][:1] == ["SHT150"]


class TestNames:
    @pytest.mark.posix
    def test_s10_a_path_too_long_is_told(self, tmp_path):
        """The disk's own refusal, in words; wine says "no such file" of such a name, so Windows' numbers stand in test_faults_replace."""
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


CONFLICTS = (
    "so (conflicted copy 2026-11-28 083000).xlsx", "so (Thu's conflicted copy 2026-11-28).xlsx", "SO (Bản sao xung đột của Thu 2026-11-28).XLSX",
    "so (của máy KETOAN).xlsx", "so-DESKTOP-4F7Q2AB.xlsx", "so-PC-LethuPhong.xlsx", "so-KETOAN-PC.xlsx", "so.sync-conflict-20261128-083000-ABCDEFG.xlsx",
    "so_KETOAN_Nov-28-083000-2026_Conflict.xlsx",
)  # fmt: skip
NO_CONFLICTS = (
    "so - Copy.xlsx", "Copy of so.xlsx", "so 2026.xlsx", "so-2026.xlsx", "so (tổ 1).xlsx", "so-KTGS.xlsx", "khac (conflicted copy 2026-11-28).xlsx",
    "so (conflicted copy 2026-11-28).docx", "so (chưa ghi vào sổ 20261128-083000).xlsx", "~$so.docx",
)  # fmt: skip


class TestConflictCopies:
    """Two people changed the workbook at once and a program that keeps folders alike made two of it."""

    @pytest.mark.parametrize("name", CONFLICTS)
    def test_beside_one_nothing_is_written_and_it_is_named(self, path, name):
        """Neither the workbook nor the copy: what is written into one is lost when the other is chosen."""
        copy = path.with_name(name.replace("so", path.stem, 1).replace("SO", path.stem.upper(), 1))
        copy.write_bytes(NEW)

        for target, told in ((path, f"«{copy.name}» ({len(NEW)} byte"), (copy, f"«{copy.name}» là bản xung đột")):
            with pytest.raises(RefusedWrite) as refused:
                put(target, version("khác"))
            assert told in refused.value.message
            assert refused.value.message.endswith("chưa ghi gì.")
        assert (path.read_bytes(), copy.read_bytes()) == (OLD, NEW)
        assert not (path.parent / "Sao lưu").exists()

    def test_a_persons_copy_and_another_workbooks_conflict_stop_nothing(self, path):
        """Nor a name with a year or a group in it."""
        for name in NO_CONFLICTS:
            path.with_name(name.replace("so", path.stem, 1)).write_bytes(NEW)

        assert put(path).backup is not None
