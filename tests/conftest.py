"""What the whole suite shares: who runs it, what is left out and why, said in the last lines."""

from __future__ import annotations

import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOCHIBO_SHARED", ROOT.parent / "shared"))
ON_WINDOWS = sys.platform == "win32"
_left_out: list[str] = []
_elsewhere: list[str] = []
_told: list[str] = []


def pytest_collection_modifyitems(config, items):
    """Each test runs where it can: what another system runs is no gap, a missing LibreOffice is one."""
    of_others = ("libreoffice", "posix") if ON_WINDOWS else ("windows",)
    _elsewhere.extend(_taken_out(config, items, of_others))
    if shutil.which("soffice"):
        return
    _left_out.extend(_taken_out(config, items, ("libreoffice",)))
    if _left_out and os.environ.get("SOCHIBO_NOTHING_LEFT_OUT"):
        pytest.exit("LibreOffice is missing and nothing may be left out: run `make system`.", 1)


def _taken_out(config, items, markers):
    """The names of the tests with one of these markers, which do not run."""
    out = [item for item in items if any(item.get_closest_marker(marker) for marker in markers)]
    items[:] = [item for item in items if item not in out]
    config.hook.pytest_deselected(items=out)
    return [item.nodeid for item in out]


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    """What tests told, also kept in a file of the temporary folder; the last lines say what was left out."""
    for line in _told:
        terminalreporter.write_line(line)
    if _told:
        kept = Path(tempfile.mkdtemp(prefix="sochibo-")) / "ket-qua.txt"
        kept.write_text("\n".join([*_told, ""]), encoding="utf-8")
        terminalreporter.write_line(f"These lines are in {kept} too.")
    skipped = terminalreporter.stats.get("skipped", [])
    if _left_out:
        terminalreporter.write_line(
            f"LEFT OUT: {len(_left_out)} tests need LibreOffice, which is not installed (`make system` installs it):"
        )
        for name in _left_out:
            terminalreporter.write_line(f"  {name}")
    elif not skipped:
        terminalreporter.write_line("Nothing was left out.")
    if ON_WINDOWS:
        terminalreporter.write_line(f"{len(_elsewhere)} tests need a POSIX system or LibreOffice and run in make test.")
    elif not os.environ.get("SOCHIBO_WINDOWS"):
        terminalreporter.write_line("Tests on a Windows CPython under wine are a run of their own: make windows-test.")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """A skip nobody decided on is a failure where nothing may be left out."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("SOCHIBO_NOTHING_LEFT_OUT") and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Nothing of ours may use the network (S21): connecting anywhere but this machine fails the test."""
    connect = socket.socket.connect

    def refuse(self, address):
        host = address[0] if isinstance(address, tuple) else ""
        if host not in ("", "127.0.0.1", "localhost", "::1"):
            raise AssertionError(f"the network was used: {address}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)


def told(line):
    """Leave a line for the end of the run."""
    _told.append(line)


@pytest.fixture
def tell():
    """The same for a test."""
    return told


@pytest.fixture
def shared():
    """The folder of shared material; its absence fails the test, it is never skipped."""
    assert SHARED.is_dir(), f"{SHARED} is missing: set SOCHIBO_SHARED"
    return SHARED
