"""What a run leaves in its folder: taken up by any name, and a full disk is said by the file it hit."""

from __future__ import annotations

import pytest

from addin.batch.examining import as_text
from addin.batch.store import UNFINISHED, Store
from addin.errors import DiskFull

pytestmark = pytest.mark.posix


@pytest.mark.parametrize("name", ['xã "A"/sổ.xlsx', "tr\nạm.xlsx", "a\\b.xlsx", "sổ.xlsx"])
def test_a_line_is_taken_up_whatever_the_workbook_is_called(tmp_path, asked, name):
    first = Store(tmp_path, asked, "1")
    first.begin()
    first.add(name, as_text({"workbook": name, "sha256": "a" * 64, "status": "done", "reason": None}))
    first.close()
    second = Store(tmp_path, asked, "1")
    second.begin()
    assert second.is_kept(name, "a" * 64)
    assert not second.is_kept(name, "b" * 64)


def test_a_full_disk_names_the_file_it_hit(tmp_path, asked):
    store = Store(tmp_path, asked, "1")
    store.begin()
    (tmp_path / UNFINISHED).symlink_to("/dev/full")
    with pytest.raises(DiskFull, match=UNFINISHED):
        store.add("a.xlsx", "{}")
    store.close()
