"""How a resident of the program itself is started: as the launcher starts a click, never from a text handed to Python."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from addin.resident import handing_on, places
from addin.resident.handing_on import resident_command, start_resident
from tests.resident.residents import eventually

pytestmark = pytest.mark.posix


def test_it_is_the_file_the_launcher_starts(tmp_path, monkeypatch):
    """Beside the installed package; from a checkout the file that ships."""
    installed = tmp_path / "app" / "addin" / "resident" / "handing_on.py"
    installed.parent.mkdir(parents=True)
    (tmp_path / "app" / "run.py").touch()

    checkout = resident_command()
    monkeypatch.setattr(handing_on, "__file__", str(installed))

    assert resident_command() == [sys.executable, "-I", "-X", "utf8", str(tmp_path / "app" / "run.py"), "--resident"]
    assert Path(checkout[4]).parts[-3:] == ("installer", "app", "run.py")
    assert Path(checkout[4]).is_file()


def test_it_starts_and_leaves_word():
    """The real program; it ends when its word is taken away."""
    process = start_resident()

    try:
        assert eventually(lambda: places.find_word() is not None, 60)
        assert places.find_word().process == process.pid
        places.take_word_away(places.find_word().token)
        assert process.wait(60) == 0
    finally:
        process.kill()
    assert not places.word_file().exists()
