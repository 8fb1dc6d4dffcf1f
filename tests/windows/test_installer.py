"""The installer on a fresh PC: the same bytes each time, quiet install, the program runs from where it landed, uninstall leaves nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys

from addin.jobs.installed_class import CLASS_ID
from tests.conftest import ROOT
from tests.windows.windows_machine import USER, wait_until

LISTED = r"""
import winreg
with winreg.OpenKey(winreg.HKEY_CURRENT_USER, r"Software\Microsoft\Windows\CurrentVersion\Uninstall\SoChiBo") as key:
    print(winreg.QueryValueEx(key, "DisplayName")[0], winreg.QueryValueEx(key, "UninstallString")[0].strip('"'), sep="|")
"""
OURS = r"HKCU\Software\Classes\SoChiBo.Click\CLSID", rf"HKCU\Software\Classes\CLSID\{CLASS_ID}\LocalServer32", rf"HKCU\Software\Classes\WOW6432Node\CLSID\{CLASS_ID}"
KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SoChiBo"


def _files(folder):
    """Less the copy NSIS makes of the uninstaller, which Windows deletes when it next starts."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and "~nsu" not in str(path)}


def test_another_process_builds_the_same_bytes(setup, tmp_path):
    """What `make installer` runs, with another time zone, mask, language, hash seed and place for its temporary files."""
    out, elsewhere = tmp_path / "SoChiBo-Setup.exe", tmp_path / "Tệp tạm"
    elsewhere.mkdir()
    environment = {**os.environ, "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "7", "TMPDIR": str(elsewhere)}
    command = [sys.executable, "-m", "tools.windows", "installer", "--out", str(out)]

    subprocess.run(command, cwd=ROOT, env=environment, umask=0o077, check=True, capture_output=True, timeout=600)

    assert out.read_bytes() == setup.read_bytes()


def test_install_use_uninstall(fresh, setup, payload_files):
    """One walk, for each step stands on the one before."""
    before = _files(fresh.user)

    installed = fresh.run(fresh.shown(setup), "/S", r"/D=C:\Khác", seconds=180)

    assert installed.code == 0, installed
    assert (fresh.excel_start / "SoChiBo.xlam").read_bytes() == payload_files["app/addin/shipped/macros/built/SoChiBo.xlam"]
    missing = {name for name in payload_files if (fresh.home / name).read_bytes() != payload_files[name]}
    assert not missing
    listed = fresh.script(LISTED)
    assert listed.out == f"Sổ Chi bộ|C:\\users\\{USER}\\AppData\\Local\\SoChiBo\\uninstall.exe\n", listed

    assert [fresh.run("reg", "query", key).code for key in OURS] == [0, 0, 0]

    book = fresh.drive / "Sổ chi bộ.xlsx"
    shutil.copyfile(ROOT / "workbooks" / "mau.xlsx", book)
    checked = fresh.sochibo("check", "C:\\Sổ chi bộ.xlsx", "--json", "--on", "2026-11-23")
    assert checked.code == 1, checked.err
    assert json.loads(checked.out)["counts"]["error"] > 0
    made = fresh.sochibo("new", "C:\\Sổ trắng.xlsx")
    assert made.code == 0, made.err
    assert (fresh.drive / "Sổ trắng.xlsx").read_bytes() == (ROOT / "workbooks" / "so-trang.xlsx").read_bytes()
    shown = fresh.run("cmd", "/c", fresh.shown(fresh.home / "sochibo.cmd"), "--version")
    assert shown.out.startswith("sochibo ")

    assert not (fresh.drive / "Khác").exists()
    fresh.run(fresh.shown(fresh.home / "uninstall.exe"), "/S")
    assert wait_until(lambda: not fresh.home.exists(), 30)
    assert wait_until(lambda: _files(fresh.user) <= before, 10), _files(fresh.user) - before
    assert not (fresh.excel_start / "SoChiBo.xlam").exists()
    assert 0 not in [fresh.run("reg", "query", key).code for key in (KEY, *OURS)]
    assert book.read_bytes() == (ROOT / "workbooks" / "mau.xlsx").read_bytes()
