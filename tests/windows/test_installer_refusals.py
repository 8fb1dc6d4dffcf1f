"""What stops the quiet installer leaves the PC as it was: exit code 4 or 5, the copy in use whole to the last byte.

`_?=` keeps the uninstaller in its own process; without it NSIS's uninstaller goes on elsewhere and its code is lost.
"""

from __future__ import annotations

import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from tests.windows.hand import excel_open, running
from tests.windows.windows_machine import WINE
from tools.windows.installer import build
from tools.windows.interpreter import official, pinned
from tools.windows.payload import interpreter

KEY = r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\SoChiBo"
CLASS = r"HKCU\Software\Classes\SoChiBo.Click"
WORK = """
import pathlib, sys, time
with open(pathlib.Path(sys.executable).with_name("LICENSE.txt"), encoding="utf-8"):
    print("at work", flush=True)
    time.sleep(float(sys.argv[1]))
"""
REMOVE = '@"%LOCALAPPDATA%\\SoChiBo\\uninstall.exe" /S _?=%LOCALAPPDATA%\\SoChiBo\r\n@exit /b %ERRORLEVEL%\r\n'
KEPT = {"app", "python", "log", "hoan-tac", "sochibo.cmd", "uninstall.exe"}
STEPS = {"blocked": None, "excel-just-opened": b"raise SystemExit(4)"}


def install(pc, setup):
    return pc.run(pc.shown(setup), "/S", seconds=180).code


def uninstall(pc):
    (pc.drive / "remove.cmd").write_text(REMOVE, encoding="ascii")
    return pc.run("cmd", "/c", r"C:\remove.cmd", seconds=180).code


def state(pc):
    """Every file of the installed copy and the add-in, with its bytes; the log may grow."""
    files = [path for path in pc.home.rglob("*") if path.is_file() and "log" not in path.relative_to(pc.home).parts]
    return {path: path.read_bytes() for path in [*files, pc.excel_start / "SoChiBo.xlam"]}


def nothing_landed(pc):
    keys = [pc.run("reg", "query", key).code for key in (KEY, CLASS)]
    return not pc.home.exists() and not (pc.excel_start / "SoChiBo.xlam").exists() and 0 not in keys


@contextmanager
def whole_afterwards(pc):
    """The installed copy is the same at the end, and runs."""
    before = state(pc)
    yield
    assert {path.name for path in pc.home.iterdir()} <= KEPT
    assert state(pc) == before
    assert pc.sochibo("--version").out.startswith("sochibo ")


@contextmanager
def at_work(pc, seconds=300):
    """A process of the installed program, with a file of its own open."""
    with running(pc, pc.python, "-X", "utf8", "-c", WORK, str(seconds)) as process:
        assert process.stdout.readline().strip() == b"at work"
        yield


@pytest.fixture(params=STEPS, scope="module")
def failing(request, tmp_path_factory):
    """A small installer whose last step fails: its program cannot be started, or finds the add-in in use."""
    files = {f"python/{name}": content for name, content in interpreter(official(), pinned().sha256).items()}
    files["app/installer_step.py"] = STEPS[request.param] or b""
    if STEPS[request.param] is None:
        files["python/pythonw.exe"] = b"kept from running"
    out = tmp_path_factory.mktemp("failing") / "Bản lỗi.exe"
    build(files, out, compression="zlib")
    return out, 4 if STEPS[request.param] else 5


def test_excel_open_on_a_fresh_pc(fresh, setup):
    """A window of Excel's class is enough: exit code 4, no file, no registry key."""
    with excel_open(fresh):
        code = install(fresh, setup)

    assert code == 4
    assert nothing_landed(fresh)


def test_excel_open_on_an_installed_pc(pc, setup):
    """Neither a new version nor the uninstaller touches anything."""
    with whole_afterwards(pc), excel_open(pc):
        codes = install(pc, setup), uninstall(pc)

    assert codes == (4, 4)


def test_the_program_at_work(pc, setup):
    """Refused while it runs, nothing half removed; an end within ten seconds is waited for."""
    with whole_afterwards(pc), at_work(pc), ThreadPoolExecutor() as both:
        asked = both.submit(install, pc, setup), both.submit(uninstall, pc)
        codes = [answer.result() for answer in asked]
    with whole_afterwards(pc), at_work(pc, seconds=4):
        afterwards = install(pc, setup)

    assert codes == [4, 4]
    assert afterwards == 0


def test_no_right_to_write(fresh, pc, setup):
    """A folder closed to the user: exit code 4, on a fresh PC and over an installed copy."""
    local = fresh.home.parent
    local.chmod(0o555)
    pc.home.chmod(0o555)
    try:
        with whole_afterwards(pc):
            codes = install(fresh, setup), install(pc, setup)
    finally:
        local.chmod(0o755)
        pc.home.chmod(0o755)

    assert codes == (4, 4)
    assert nothing_landed(fresh)


@pytest.mark.parametrize(("kilobytes", "wanted"), [(60_000, 4), (200, 2)], ids=["half-full", "full"])
def test_a_disk_that_takes_no_more(fresh, pc, setup, kilobytes, wanted):
    """Files may only grow so far, as on a full disk: exit code 4, or NSIS's own 2 where it cannot even begin."""
    script = f'ulimit -f {kilobytes}; trap "" XFSZ; exec "$@"'
    command = ["bash", "-c", script, "bash", str(WINE), fresh.shown(setup), "/S"]
    silent = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)

    with whole_afterwards(pc):
        codes = [subprocess.run(command, env=where.environment, timeout=180, check=False, **silent).returncode for where in (fresh, pc)]

    assert codes == [wanted, wanted]
    assert nothing_landed(fresh)


def test_a_last_step_that_fails(fresh, pc, failing):
    """The new program does not run, or Excel was opened meanwhile: the copy used so far is back, a fresh PC is empty."""
    setup, wanted = failing

    with whole_afterwards(pc):
        codes = install(fresh, setup), install(pc, setup)

    assert codes == (wanted, wanted)
    assert nothing_landed(fresh)


@pytest.mark.parametrize("failing", ["blocked"], indirect=True)
def test_an_earlier_run_that_was_cut_off(pc, failing):
    """The power went between the renames: the next run starts from the old copy and leaves it so if it fails too."""
    setup, wanted = failing

    with whole_afterwards(pc):
        (pc.home / "new" / "python").mkdir(parents=True)
        (pc.home / "old").mkdir()
        (pc.home / "python").rename(pc.home / "old" / "python")
        code = install(pc, setup)

    assert code == wanted
