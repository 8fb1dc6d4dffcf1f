"""Carrying out: papers and workbook together or not at all, and nothing issued is ever overwritten."""

from __future__ import annotations

import pytest

from addin.core.writes import RowAppend, Writes
from addin.errors import AlreadyExists, CannotWrite, OpenElsewhere
from addin.jobs.carry_out import carry_out
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper


class RefusingHost:
    """A workbook somebody else has open."""

    name = "sổ.xlsx"
    folder = None
    landed = False

    def grids(self):
        return ()

    def noticed(self):
        return ()

    def apply(self, writes):
        raise OpenElsewhere("Đồng chí X đang mở sổ; chưa ghi gì.", "Nhờ đóng sổ rồi chạy lại.")


def outcome(content=b"paper", *, versioned=True):
    writes = Writes(appends=(RowAppend("Kiểm tra", 3, ((1, "24-QĐ/CB"),), "quyết định 24-QĐ/CB"),))
    return Outcome(None, effects=Effects(writes, (Paper.ready("x", "Quyết định 24.docx", content, versioned=versioned),)))


def test_a_refused_workbook_takes_its_new_papers_away(tmp_path):
    """No decision lies in the folder that the workbook does not know."""
    with pytest.raises(OpenElsewhere):
        carry_out(outcome(), RefusingHost(), tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_paper_that_stood_before_stays(tmp_path):
    """Only what this call made is taken away."""
    carry_out(outcome(), None, tmp_path)

    with pytest.raises(OpenElsewhere):
        carry_out(outcome(), RefusingHost(), tmp_path)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"paper"]


def test_another_content_goes_beside(tmp_path):
    """Versions count up; equal content makes no new file."""
    names = [carry_out(outcome(content), None, tmp_path).made[0].path.name for content in (b"one", b"two", b"two", b"three")]

    assert names == [
        "Quyết định 24.docx",
        "Quyết định 24 (bản 2).docx",
        "Quyết định 24 (bản 2).docx",
        "Quyết định 24 (bản 3).docx",
    ]


def test_what_may_not_be_versioned_is_refused(tmp_path):
    """A new workbook never gets a second name behind the user's back."""
    carry_out(outcome(b"one", versioned=False), None, tmp_path)

    with pytest.raises(AlreadyExists):
        carry_out(outcome(b"two", versioned=False), None, tmp_path)

    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"one"]


def test_a_folder_that_is_a_file_is_said(tmp_path):
    """One sentence and exit 4; the file in the way is untouched."""
    folder = tmp_path / "Văn bản"
    folder.write_text("a file, not a folder", encoding="utf-8")

    with pytest.raises(CannotWrite) as refused:
        carry_out(outcome(), None, folder)

    assert refused.value.message == "Không ghi được “Quyết định 24.docx”."
    assert folder.read_text(encoding="utf-8") == "a file, not a folder"


def test_no_temporary_file_is_left(tmp_path):
    """After writing, only the paper is there."""
    carry_out(outcome(), None, tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == ["Quyết định 24.docx"]


def test_a_name_no_folder_holds_is_told_before_anything_is_written(tmp_path):
    """Samba and ext4 hold 255 bytes of a name, which is 85 letters like ệ; Windows would hold more, and then not share it."""
    with pytest.raises(CannotWrite) as told:
        carry_out(Outcome(None, effects=Effects(papers=(Paper.ready("x", "ệ" * 84 + ".docx", b"paper"),))), None, tmp_path)

    assert told.value.message == f"Tên tệp “{'ệ' * 40}…” quá dài nên chưa ghi."
    assert list(tmp_path.iterdir()) == []


@pytest.mark.posix
def test_a_share_without_links_gets_the_paper_whole_too(tmp_path, monkeypatch):
    """An empty file takes the name, the move fills it; a name somebody else has is left to him."""

    def no_links(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("addin.hosts.disk.os.link", no_links)
    carry_out(outcome(b"one"), None, tmp_path)

    carry_out(outcome(b"two"), None, tmp_path)

    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "Quyết định 24.docx": b"one",
        "Quyết định 24 (bản 2).docx": b"two",
    }


@pytest.mark.posix
def test_a_move_that_fails_there_leaves_no_empty_paper(tmp_path, monkeypatch):
    """Neither the empty file nor what was aside."""

    def no(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("addin.hosts.disk.os.link", no)
    monkeypatch.setattr("addin.hosts.disk.os.replace", no)

    with pytest.raises(CannotWrite):
        carry_out(outcome(), None, tmp_path)

    assert list(tmp_path.iterdir()) == []
