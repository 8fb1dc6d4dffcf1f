"""What `python -m build` makes: the program and what ships, nothing else, the same bytes anywhere; and it runs alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from addin.resources import SHIPPED, all_shipped
from tests.conftest import ROOT
from tools import addins, guide_page
from tools.shipping import packaged
from tools.xlam import MACROS

pytestmark = pytest.mark.posix

NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", ".*_cache", ".hypothesis", "__pycache__", "*.egg-info", "build", "dist", "out")
UNOPKG = """#!/bin/sh
case "$1" in
  add) cp "$3" "$HOME/ours.oxt" ;;
  list) test -f "$HOME/ours.oxt" && echo "Identifier: vn.sochibo" ;;
esac
"""
COMMAND = Path("bin") / "sochibo"


def build(folder, umask, **environment):
    """Wheel and source package built offline from a copy of the project, by somebody whose surroundings are these."""
    shutil.copytree(ROOT, folder / "main", ignore=NOT_COPIED)
    for path in (folder / "main").rglob("*.py"):
        os.utime(path)
    plain = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder / "dist"), str(folder / "main")]
    done = subprocess.run(command, env={**plain, **environment}, umask=umask, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr
    return {path.name: path for path in (folder / "dist").iterdir()}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    return build(tmp_path_factory.mktemp("built"), 0o022)


@pytest.fixture(scope="module")
def wheel(built):
    return next(path for name, path in built.items() if name.endswith(".whl"))


@pytest.fixture(scope="module")
def alone(wheel, tmp_path_factory):
    """An environment with the wheel, and the locked packages it needs; of the checkout nothing."""
    folder = tmp_path_factory.mktemp("alone")
    python = folder / "environment" / "bin" / "python"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "environment"], check=True, timeout=120)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python), "install", "-q", "--no-index", "--no-deps", str(wheel)]
    subprocess.run(pip, check=True, capture_output=True, timeout=120)
    packages = next((folder / "environment" / "lib").glob("python*/site-packages"))
    (packages / "locked.pth").write_text(sysconfig.get_path("purelib") + "\n")  # a path file within it is not followed
    (folder / "home").mkdir()
    tool = folder / "tools" / "unopkg"
    tool.parent.mkdir()
    tool.write_text(UNOPKG)
    tool.chmod(0o755)

    def run(*words):
        path = f"{tool.parent}:/usr/bin:/bin"
        environment = {"HOME": str(folder / "home"), "PATH": path, "LC_ALL": "C.UTF-8"}
        return subprocess.run([str(word) for word in words], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120)

    run.folder, run.environment = folder, folder / "environment"
    return run


def test_the_wheel_is_the_package_and_what_ships(wheel):
    """To the byte what lies in the checkout: the copy goes one way, and no tool, test or YAML comes along."""
    with zipfile.ZipFile(wheel) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    assert {name: content for name, content in parts.items() if ".dist-info/" not in name} == packaged()
    assert [f"addin/shipped/{name}" in parts for name in all_shipped()] == [True] * len(all_shipped())
    assert {Path(name).parts[0] for name in parts} == {"addin", next(name.partition("/")[0] for name in parts if ".dist-info/" in name)}


def test_what_the_program_reads_ships():
    """A file of a new kind beside the modules would be missing in every built copy: only the YAML stays behind, whose lists are compiled."""
    kinds = {path.suffix for path in (ROOT / "addin").rglob("*") if path.is_file() and "__pycache__" not in path.parts}

    assert kinds == {".py", ".json", ".yaml"}


def test_every_kind_of_shipped_file_is_found():
    """A pattern that fits nothing has lost its folder."""
    empty = [pattern for pattern in SHIPPED if not list(ROOT.glob(pattern))]

    assert empty == []
    assert all(path.is_relative_to(ROOT) for path in all_shipped().values())


def test_the_wheel_says_whose_it_is_and_under_which_licence(wheel):
    """Names, licence and its text, needs: what an index would show."""
    with zipfile.ZipFile(wheel) as archive:
        told = {Path(name).name: archive.read(name).decode() for name in archive.namelist() if ".dist-info/" in name}

    lines = told["METADATA"].splitlines()
    assert {"Name: sochibo", "Author: Sổ Chi bộ", "License-Expression: MIT", "Natural Language :: Vietnamese"} <= {
        line.removeprefix("Classifier: ") for line in lines
    }
    assert told["LICENSE"] == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert told["entry_points.txt"].split() == ["[console_scripts]", "sochibo", "=", "addin.cli:main"]


def test_another_builder_gets_the_same_bytes(built, tmp_path):
    """Another folder, hour zone, mask, language, seed, wished date; both packages."""
    surroundings = {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": "1700000000"}

    again = build(tmp_path / "nơi khác", 0o077, **surroundings)

    assert {name: path.read_bytes() for name, path in again.items()} == {name: path.read_bytes() for name, path in built.items()}
    assert len(built) == 2


def test_the_program_runs_from_the_wheel(alone):
    """Ours is the one of the environment; a new workbook is the blank one; the guide and the templates are there."""
    code = "import addin; from addin.clicks.guide import guide_file; print(addin.__file__); print(guide_file())"
    where = alone(alone.environment / "bin" / "python", "-c", code)
    made = alone(alone.environment / COMMAND, "new", "Sổ của tôi.xlsx")
    checked = alone(alone.environment / COMMAND, "templates", "check")

    assert [Path(line).is_relative_to(alone.environment) for line in where.stdout.splitlines()] == [True, True], where.stderr
    assert (made.returncode, made.stderr) == (0, "")
    assert (alone.folder / "Sổ của tôi.xlsx").read_bytes() == (ROOT / "workbooks" / "so-trang.xlsx").read_bytes()
    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_the_main_job_from_the_wheel(alone):
    """`demo` does every step, and a decision is written over its workbook."""
    demo = alone(alone.environment / COMMAND, "demo", "ra")
    book = alone.folder / "ra" / "chi-bo-van-phong-so-2.xlsx"
    decided = alone(alone.environment / COMMAND, "decide", book, "--decision", "35-QĐ/CB", "--out", alone.folder / "quyết định")

    assert demo.returncode == 0, demo.stdout + demo.stderr
    assert len(list((alone.folder / "ra").glob("*.docx"))) == 4
    assert decided.returncode == 0, decided.stdout + decided.stderr
    assert [path.suffix for path in (alone.folder / "quyết định").iterdir()] == [".docx"]


def test_the_buttons_install_from_the_wheel(alone):
    """`install --help` answers; `install` hands LibreOffice's tool (a stand-in here) the extension of the wheel."""
    told = alone(alone.environment / COMMAND, "install", "--help")
    installed = alone(alone.environment / COMMAND, "install")

    assert told.returncode == 0, told.stderr
    assert "Cài nút bấm vào Excel và LibreOffice" in told.stdout
    assert installed.returncode == 0, installed.stdout + installed.stderr
    assert (alone.folder / "home" / "ours.oxt").read_bytes() == (ROOT / "macros" / "built" / "SoChiBo.oxt").read_bytes()


@pytest.mark.parametrize("name", addins.ADDINS)
def test_the_addins_that_ship_are_current(name):
    """`make generated` builds the committed bytes from macros/."""
    assert (addins.FOLDER / name).read_bytes() == addins.ADDINS[name](MACROS), "chạy make generated"


def test_the_guide_that_ships_is_current():
    """The same of the page made from its Markdown."""
    assert guide_page.PAGE.read_bytes() == guide_page.page(), "chạy make generated"
