"""What the whole suite shares: who runs it, what is left out and why, said in the last lines."""

from __future__ import annotations

import os
import shutil
import socket
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("SOCHIBO_SHARED", ROOT.parent / "shared"))
_left_out: list[str] = []


def pytest_collection_modifyitems(config, items):
    """Tests that need LibreOffice run where it is; elsewhere they are left out and named at the end."""
    if shutil.which("soffice"):
        return
    wanted = [item for item in items if item.get_closest_marker("libreoffice")]
    if wanted and os.environ.get("SOCHIBO_NOTHING_LEFT_OUT"):
        pytest.exit("LibreOffice is missing and nothing may be left out: run `make system`.", 1)
    items[:] = [item for item in items if not item.get_closest_marker("libreoffice")]
    config.hook.pytest_deselected(items=wanted)
    _left_out.extend(item.nodeid for item in wanted)


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    """The last lines say what was left out."""
    skipped = terminalreporter.stats.get("skipped", [])
    if _left_out:
        terminalreporter.write_line(
            f"LEFT OUT: {len(_left_out)} tests need LibreOffice, which is not installed (`make system` installs it):"
        )
        for name in _left_out:
            terminalreporter.write_line(f"  {name}")
    elif not skipped:
        terminalreporter.write_line("Nothing was left out.")
    if not os.environ.get("SOCHIBO_WINDOWS"):
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


@pytest.fixture
def shared():
    """The folder of shared material; its absence fails the test, it is never skipped."""
    assert SHARED.is_dir(), f"{SHARED} is missing: set SOCHIBO_SHARED"
    return SHARED
