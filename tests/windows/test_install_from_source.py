"""`sochibo install` from a checkout on Windows, without the installer: the same places, the same program, and back."""

from __future__ import annotations

import shutil

from addin.jobs.installed_class import CLASS_ID
from tests.conftest import ROOT

STEP = """
import sys
from addin.jobs.install import install, uninstall
from addin.jobs.installed_places import places_of
from addin.output.telling import lines_of
for line in lines_of({"install": install, "uninstall": uninstall}[sys.argv[1]](places_of({"LOCALAPPDATA": sys.argv[2], "APPDATA": sys.argv[3]})).result):
    print(line)
"""


def test_install_and_uninstall_from_a_checkout(pc, payload_files):
    """A developer's Python elsewhere on the disk copies itself and the program, and takes both away again."""
    python = pc.drive / "dev" / "python"
    shutil.copytree(pc.home / "python", python)
    (python / "python311._pth").write_text(f"python311.zip\n.\nLib\\site-packages\n{pc.shown(ROOT)}\nimport site\n", encoding="utf-8")
    packages = python / "Lib" / "site-packages"
    shutil.copytree(pc.home / "app" / "sochibo.dist-info", packages / "sochibo.dist-info")
    local, roaming = pc.drive / "other" / "Local", pc.drive / "other" / "Roaming"
    own = (pc.shown(local), pc.shown(roaming))  # by the side: wine sets both variables anew in each process
    words = (pc.shown(python / "python.exe"), "-X", "utf8", "-c", STEP)

    installed = pc.run(*words, "install", *own, seconds=120)

    addin = roaming / "Microsoft" / "Excel" / "XLSTART" / "SoChiBo.xlam"
    assert installed.code == 0, installed
    assert addin.read_bytes() == payload_files["app/addin/shipped/macros/built/SoChiBo.xlam"]
    program = pc.run(pc.shown(local / "SoChiBo" / "python" / "python.exe"), "-I", "-X", "utf8", "-m", "addin", "--help")
    assert program.code == 0, program
    assert program.out.startswith("Cách dùng: sochibo ")
    assert (local / "SoChiBo" / "app" / "run.py").is_file()
    assert (local / "SoChiBo" / "python" / "pythonw.exe").is_file()
    called = pc.run("reg", "query", rf"HKCU\Software\Classes\CLSID\{CLASS_ID}\LocalServer32", "/ve")
    assert rf'"{pc.shown(local)}\SoChiBo\python\pythonw.exe" -I -X utf8 "{pc.shown(local)}\SoChiBo\app\run.py" --called' in called.out

    removed = pc.run(*words, "uninstall", *own)

    assert removed.code == 0, removed
    assert not (local / "SoChiBo").exists()
    assert not addin.exists()
    assert pc.run("reg", "query", r"HKCU\Software\Classes\SoChiBo.Click").code != 0
