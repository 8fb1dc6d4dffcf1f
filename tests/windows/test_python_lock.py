"""The Python inside the installer is python.org's, by its hash; another one stops the build."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import zipfile

import pytest

from tests.conftest import ROOT
from tools.windows import BuildFault
from tools.windows.interpreter import official, pinned
from tools.windows.payload import interpreter


@pytest.fixture
def another(tmp_path):
    """An embeddable Python by its looks, not by its hash."""
    made = tmp_path / "python-3.11.9-embed-amd64.zip"
    with zipfile.ZipFile(made, "w") as archive:
        for name in ("python.exe", "pythonw.exe", "python311._pth"):
            archive.writestr(name, name)
    return made, hashlib.sha256(made.read_bytes()).hexdigest()


def test_what_is_put_together_has_the_pinned_hash():
    """The files a package carries, packed as python.org's build does, are the official zip to the last byte."""
    assert official().name == pinned().name == "python-3.11.9-embed-amd64.zip"
    assert hashlib.sha256(official().read_bytes()).hexdigest() == pinned().sha256


def test_another_python_stops_the_build_and_both_hashes_are_named(another, tmp_path):
    """Without an explicit hash the pinned one is wanted: one line, exit code 1, no installer."""
    python_zip, found = another
    command = [sys.executable, "-m", "tools.windows", "installer", "--python-zip", str(python_zip), "--out", str(tmp_path / "out.exe")]

    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)

    assert ran.returncode == 1
    assert ran.stderr == f"{python_zip.name} has SHA-256 {found}, wanted {pinned().sha256}.\n"
    assert not (tmp_path / "out.exe").exists()


def test_another_python_goes_in_when_its_hash_is_given(another):
    """An explicit hash is the builder's own word; it is checked all the same."""
    python_zip, found = another

    files = interpreter(python_zip, found.upper())

    assert files["pythonw.exe"] == b"pythonw.exe"
    assert files["python311._pth"].startswith(b"python311.zip\r\n.\r\nLib\\site-packages\r\n")
    with pytest.raises(BuildFault):
        interpreter(python_zip, pinned().sha256)
