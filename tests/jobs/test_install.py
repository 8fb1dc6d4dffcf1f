"""`install` and `uninstall` for one user: with LibreOffice's own tool here, and Windows' places by their variables."""

from __future__ import annotations

import errno
import json
import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath

import pytest

from addin.errors import CannotWrite, OpenElsewhere
from addin.hosts.office_extension import Extensions, find_extensions
from addin.jobs.install import install, uninstall
from addin.jobs.installed_class import CLASS_ID, CLASS_NAME, values_of
from addin.jobs.installed_places import Places, places_of
from addin.output.telling import lines_of
from tests.children import in_child, ordinary_user
from tests.conftest import ROOT


@dataclass(frozen=True)
class Shelf:
    """A stand-in for LibreOffice's extension tool that obeys, or does not."""

    folder: Path
    obeys: bool = True

    def add(self, extension):
        if self.obeys:
            shutil.copyfile(extension, self.folder / "ours")
        return self.has_ours()

    def take_away(self):
        (self.folder / "ours").unlink()
        return True

    def has_ours(self):
        return (self.folder / "ours").is_file()


@pytest.fixture
def places(tmp_path):
    return Places(tmp_path / "home" / "sochibo", None)


@pytest.mark.posix
def test_install_tells_where_and_how_to_undo(places, tmp_path):
    """The extension is added, our interpreter is written down for it, and the last line is the way back."""
    shelf = Shelf(tmp_path)

    outcome = install(places, shelf)

    written = json.loads((places.home / "libreoffice.json").read_text(encoding="utf-8"))
    assert written["command"] == [sys.executable, "-I", "-X", "utf8", "-m", "addin.extension"]
    assert (tmp_path / "ours").read_bytes()[:2] == b"PK"
    assert lines_of(outcome.result) == (
        "Đã thêm phần mở rộng vào LibreOffice: mở lại Calc, có thực đơn “Chi bộ”.",
        "Muốn gỡ: chạy “sochibo uninstall”.",
    )


@pytest.mark.posix
def test_twice_is_once_and_uninstall_leaves_nothing(places, tmp_path):
    """Repeating changes nothing; taking away leaves neither folder nor extension; a second time says so."""
    shelf = Shelf(tmp_path)
    install(places, shelf)

    again = install(places, shelf)
    removed = uninstall(places, shelf)
    nothing = uninstall(places, shelf)

    assert lines_of(again.result)[0].startswith("Đã thêm phần mở rộng vào LibreOffice")
    assert lines_of(removed.result) == ("Đã gỡ phần mở rộng khỏi LibreOffice.", f"Đã xoá thư mục riêng {places.home}.")
    assert lines_of(nothing.result) == ("Chưa cài gì cho người dùng này.",)
    assert not places.home.exists()
    assert not shelf.has_ours()


@pytest.mark.posix
def test_a_program_at_work_is_left_whole(monkeypatch):
    """Nobody may write a program that runs (here by its mode): told, and not one file is gone."""
    monkeypatch.setattr("addin.jobs.install._PAUSE", 0)
    with tempfile.TemporaryDirectory() as name:
        places = Places(Path(name) / "sochibo", None)
        places.python.mkdir(parents=True)
        for program, mode in (("LICENSE.txt", 0o644), ("python.exe", 0o444)):
            (places.python / program).write_text(program)
            (places.python / program).chmod(mode)
        for folder in (Path(name), places.home, places.python):
            folder.chmod(0o777)

        kind, message = in_child(lambda: uninstall(places, Shelf(Path(name))), ordinary_user())

        assert kind == OpenElsewhere.__name__
        assert message.startswith("Sổ Chi bộ đang làm việc trong Excel nên chưa thay được chương trình.")
        assert sorted(path.name for path in places.python.iterdir()) == ["LICENSE.txt", "python.exe"]


def test_a_copy_that_fails_on_the_way_leaves_the_old_one(tmp_path, monkeypatch):
    """The disk full in the middle: the program used so far is there to the last file, and no add-in was exchanged."""
    places = Places(tmp_path / "home" / "SoChiBo", tmp_path / "XLSTART")
    places.python.mkdir(parents=True)
    (places.python / "python.exe").write_text("the old one")
    monkeypatch.setattr("addin.jobs.install._shipped", str.encode)
    monkeypatch.setattr("addin.jobs.install.place_program", _half_a_program)

    with pytest.raises(CannotWrite) as told:
        install(places, Shelf(tmp_path))

    assert told.value.message == "Không chép được chương trình vào thư mục riêng nên chưa đổi gì."
    assert [path.name for path in (tmp_path / "home").iterdir()] == ["SoChiBo"]
    assert (places.python / "python.exe").read_text() == "the old one"
    assert not places.addin.exists()


def _half_a_program(places):
    places.python.mkdir(parents=True)
    (places.python / "python.exe").write_text("half")
    raise OSError(errno.ENOSPC, "full")


@pytest.mark.posix
def test_a_tool_that_refuses_is_told(places, tmp_path):
    """LibreOffice open, or root: nothing is written down, the line says what to do."""
    outcome = install(places, Shelf(tmp_path, obeys=False))

    assert lines_of(outcome.result)[0].startswith("Chưa thêm được vào LibreOffice: đóng LibreOffice rồi chạy lại")
    assert not places.home.exists()


def test_neither_excel_nor_libreoffice(places, monkeypatch, tmp_path):
    """A machine where nothing can be installed: a sentence, exit code 4, nothing written."""
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(CannotWrite) as told:
        install(places)

    assert told.value.message == "Máy này không có Excel cho Windows và không có LibreOffice, nên chưa cài gì."
    assert told.value.exit_code == 4


def test_places_of_windows_are_those_of_launcher_and_installer():
    """One folder of the user's own and Excel's start folder, named alike in all three."""
    places = places_of({"LOCALAPPDATA": "/local", "APPDATA": "/roaming"}, "win32")
    launcher = (ROOT / "macros" / "Launcher.bas").read_text(encoding="utf-8")
    script = (ROOT / "installer" / "SoChiBo.nsi").read_text(encoding="utf-8")

    assert f'"%LOCALAPPDATA%\\{places.home.name}"' in launcher
    assert rf'home & "\{places.python.name}\pythonw.exe"' in launcher
    assert rf'home & "\{places.program.name}\run.py"' in launcher
    assert f'!define IDENTIFIER "{places.home.name}"' in script
    start = PureWindowsPath(*places.addin.relative_to("/roaming").parts)
    assert f'"$APPDATA\\{start}"' in script
    for folder in (places.python, places.program):
        assert f"!insertmacro Exchange {folder.name}\n" in script


def test_the_class_of_windows_is_that_of_launcher_and_installer():
    """The launcher asks for its name, Windows starts the installed program by it, the uninstaller takes every key away."""
    values = values_of(places_of({"LOCALAPPDATA": "/local", "APPDATA": "/roaming"}, "win32"))
    launcher = (ROOT / "macros" / "Launcher.bas").read_text(encoding="utf-8")
    script = (ROOT / "installer" / "SoChiBo.nsi").read_text(encoding="utf-8")

    command = '"/local/SoChiBo/python/pythonw.exe" -I -X utf8 "/local/SoChiBo/app/run.py" --called'
    named = {key.rpartition("Classes\\")[2].replace(CLASS_ID, "ID"): value.replace("\\", "/") for key, value in values.items()}
    assert named == {
        "SoChiBo.Click": "Sổ Chi bộ",
        "SoChiBo.Click\\CLSID": CLASS_ID,
        "CLSID\\ID": "Sổ Chi bộ",
        "CLSID\\ID\\ProgID": "SoChiBo.Click",
        "CLSID\\ID\\LocalServer32": command,
        "WOW6432Node\\CLSID\\ID": "Sổ Chi bộ",
        "WOW6432Node\\CLSID\\ID\\ProgID": "SoChiBo.Click",
        "WOW6432Node\\CLSID\\ID\\LocalServer32": command,
    }
    assert f'OurClass As String = "{CLASS_NAME}"' in launcher
    assert f'!define CLASS_NAME "{CLASS_NAME}"\n!define CLASS_ID "{CLASS_ID}"\n' in script
    for key in (r"${CLASS_NAME}", r"CLSID\${CLASS_ID}", r"WOW6432Node\CLSID\${CLASS_ID}"):
        assert rf'  DeleteRegKey HKCU "${{CLASSES}}\{key}"' in script


def test_windows_without_its_variables_is_told():
    """A service account without a profile: a sentence, not a traceback."""
    with pytest.raises(CannotWrite) as told:
        places_of({}, "win32")

    assert told.value.message == "Không biết thư mục riêng của người dùng: thiếu biến LOCALAPPDATA."


@pytest.mark.libreoffice
def test_with_libreoffice_itself(places, tmp_path):
    """The real tool in a profile of its own: added, listed, taken away."""
    found = find_extensions()
    assert found is not None
    profile = tmp_path / "hồ sơ"
    tool = Extensions(_as_ordinary_user(found.tool, tmp_path), (f"-env:UserInstallation={profile.as_uri()}",))

    added = install(places, tool)
    is_listed = tool.has_ours()
    uninstall(places, tool)

    assert lines_of(added.result)[0].startswith("Đã thêm phần mở rộng vào LibreOffice")
    assert is_listed
    assert not tool.has_ours()
    assert not places.home.exists()


def _as_ordinary_user(tool, folder):
    """unopkg refuses root: then it runs as nobody, on a copy of the file nobody may read."""
    if os.getuid():
        return tool
    folder.chmod(0o777)
    for parent in folder.parents[:2]:
        parent.chmod(0o755)
    wrapper = folder / "unopkg"
    wrapper.write_text(
        f"""#!/bin/sh
case "$1" in add) cp "$3" "{folder}/copy.oxt"; chmod a+r "{folder}/copy.oxt"; set -- add --force "{folder}/copy.oxt" "$4";; esac
exec setpriv --reuid=65534 --regid=65534 --clear-groups env HOME="{folder}" "{tool}" "$@"
""",
        encoding="utf-8",
    )
    wrapper.chmod(0o755)
    return wrapper


def test_extensions_that_do_not_answer(tmp_path):
    """A tool that cannot be started means: not there."""
    assert not Extensions(tmp_path / "unopkg").has_ours()
