"""Runs the stand-in for Excel on the test's PC and asks it for things.

`Here` is the PC for tests that run on Windows themselves.
"""

from __future__ import annotations

import atexit
import functools
import json
import pickle
import subprocess
import sys
from contextlib import contextmanager
from pathlib import PureWindowsPath

from tests.conftest import ROOT
from tests.hosts.excel_model.loading import load
from tests.windows.windows_machine import wait_until

_START = "import sys, runpy; sys.path.insert(0, sys.argv.pop()); runpy.run_module('tests.windows.stand_in', run_name='__main__')"


class StandIn:
    """One running Excel; every wish of tests/windows/stand_in/wishes.py is a method."""

    def __init__(self, pc, process):
        self.pc, self._process = pc, process
        started = self._heard()
        self.window, self.process = str(started["window"]), started["process"]

    def __getattr__(self, wish):
        return lambda **words: self._ask({"do": wish, **words})

    @contextmanager
    def calling(self, button, book):
        """Excel waits in a call of its own while the block runs; the exit code of the job is in the list afterwards."""
        ended = []
        self._say({"do": "call", "button": button, "book": book})
        yield ended
        ended.append(self._heard())

    def _ask(self, wish):
        self._say(wish)
        return self._heard()

    def _say(self, wish):
        self._process.stdin.write(json.dumps(wish).encode() + b"\n")
        self._process.stdin.flush()

    def _heard(self):
        return json.loads(self._process.stdout.readline())

    def open_file(self, path, name):
        """A workbook file, open under a name in the folder of that file."""
        model = load(path)
        model.name, model.folder = name, str(PureWindowsPath(self.pc.shown(path)).parent)
        pickled = path.with_name("model.pickle")
        pickled.write_bytes(pickle.dumps(model))
        self.open(model=self.pc.shown(pickled))
        pickled.unlink()

    def sheets(self, book):
        """All sheets of a workbook, as a person sees them."""
        return self.state()["books"][book]["sheets"]


@contextmanager
def stand_in(pc):
    """Started, and closed as a person closes Excel."""
    process = pc.start(pc.python, "-X", "utf8", "-c", _START, pc.shown(ROOT), talking=True)
    try:
        yield StandIn(pc, process)
    finally:
        process.stdin.close()
        process.kill()
        process.wait(timeout=30)
        for pipe in (process.stdout, process.stderr):
            pipe.close()


@contextmanager
def no_resident_left(pc):
    """After the last Excel is gone the resident goes too."""
    try:
        yield
    finally:
        log = pc.home / "log" / "ribbon.log"
        assert wait_until(lambda: not (pc.home / "resident.json").exists(), 60), log.read_text()
        log.unlink(missing_ok=True)


class Here:
    """This very PC, where the test runs on Windows."""

    python, shown = sys.executable, staticmethod(str)

    @staticmethod
    def start(*words, talking):
        assert talking
        return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


@functools.cache
def excel_here():
    """One Excel for the whole run."""
    running = stand_in(Here)
    excel = running.__enter__()
    atexit.register(running.__exit__, None, None, None)
    return excel
