"""What `hosts` takes for granted of an office drive, asked of a real Samba server: who may do what while somebody has a workbook open."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from tests.command import sochibo
from tests.conftest import ROOT
from tests.hosts.closed.faults import HOLDER, excel_owner
from tests.hosts.samba.server import HOW, samba, version

pytestmark = [pytest.mark.samba, pytest.mark.posix]
OLD, NEW = b"as it was", b"as somebody would have it"
NAME, ASIDE = "so.xlsx", ".sochibo-0123456789abcdef.tmp"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with samba(tmp_path_factory.mktemp("samba")) as share:
        yield share


@pytest.fixture
def share(server):
    """The workbook, and what would take its place."""
    for path in server.folder.iterdir():
        path.unlink() if path.is_file() else shutil.rmtree(path)
    (server.folder / NAME).write_bytes(OLD)
    (server.folder / ASIDE).write_bytes(NEW)
    (server.settings.parent / "new").write_bytes(NEW)
    return server


def tried(share):
    """What a second party gets done, and what the workbook then is."""
    new, got = share.settings.parent / "new", share.settings.parent / "got"
    calls = {"write": f'put "{new}" {NAME}', "rename": f"rename {NAME} khac.xlsx", "delete": f"del {NAME}", "read": f'get {NAME} "{got}"'}
    done = {what: "NT_STATUS" not in share(call).said for what, call in calls.items()}
    return {what for what, is_done in done.items() if is_done}, (share.folder / NAME).read_bytes()


def test_s01_while_excel_has_it_open_others_read_and_nothing_else(share, tell):
    """Open to read and write, sharing reading only: opening it for writing is refused, which is how it is asked for."""
    tell(HOW.format(version=version()))

    with share.held(NAME, "r+b", "r"):
        assert tried(share) == ({"read"}, OLD)


def test_s01_only_asking_first_protects_it(share):
    """Samba lets another client move a file over one that is open: the share mode stops no replacement, so the probe comes before it."""
    with share.held(NAME, "r+b", "r"):
        assert "NT_STATUS_SHARING_VIOLATION" in share(f'put "{share.settings.parent / "new"}" {NAME}').said
        assert "NT_STATUS" not in share(f"rename {ASIDE} {NAME} -f").said

    assert (share.folder / NAME).read_bytes() == NEW


def test_s04_while_anybody_reads_it_it_is_neither_deleted_nor_renamed(share):
    """A virus scanner, an indexer, a preview: nothing is ever deleted first to make room."""
    with share.held(NAME, "rb", "rw"):
        for call in (f"del {NAME}", f"rename {NAME} khac.xlsx"):
            assert "NT_STATUS_SHARING_VIOLATION" in share(call).said, call
        assert (share.folder / NAME).read_bytes() == OLD

    assert "NT_STATUS" not in share(f"rename {NAME} khac.xlsx").said


def test_s01_an_owner_file_that_came_over_the_share_names_who_has_it_open(share):
    """As a colleague's Excel leaves it there: refused with the name, nothing written beside."""
    shutil.copy(ROOT / "workbooks" / "mau.xlsx", share.folder / NAME)
    (share.folder / ASIDE).unlink()
    owner = excel_owner(share.settings.parent / NAME)
    assert share(f'put "{owner}" "{owner.name}"').code == 0
    before = (share.folder / NAME).read_bytes()

    ran = sochibo("put", share.folder / NAME, "Đảng viên!V4=Hoà", "--write")

    assert ran.code == 4
    assert HOLDER in ran.err
    assert (share.folder / NAME).read_bytes() == before
    assert sorted(path.name for path in share.folder.iterdir()) == sorted([NAME, owner.name])


def test_s11_a_name_holds_255_bytes_and_no_letter_more(share):
    """83 letters `ệ` and an ending; 84 are refused: what we name is far shorter."""
    fits, is_too_long = ("ệ" * count + ".xlsx" for count in (83, 84))

    assert share(f'put "{share.settings.parent / "new"}" "{fits}"').code == 0
    assert "NT_STATUS_OBJECT_NAME_INVALID" in share(f'put "{share.settings.parent / "new"}" "{is_too_long}"').said
    assert (share.folder / fits).exists()


def test_s12_two_spellings_are_two_files_and_small_letters_the_same_file(share):
    """They look alike to everybody, so the program refuses both; capitals make no new file over the share."""
    composed, decomposed = (unicodedata.normalize(form, "Sổ tổ.xlsx") for form in ("NFC", "NFD"))
    for name in (composed, decomposed, composed.upper()):
        assert share(f'put "{share.settings.parent / "new"}" "{name}"').code == 0

    assert {path.name for path in share.folder.iterdir()} == {NAME, ASIDE, composed, decomposed}
    for name in (composed, decomposed):
        shutil.copy(ROOT / "workbooks" / "mau.xlsx", share.folder / name)
    ran = sochibo("put", Path(share.folder / composed), "Đảng viên!V4=Hoà", "--write")
    assert ran.code == 4
    assert "hai tệp trông giống hệt tên nhau" in ran.err
