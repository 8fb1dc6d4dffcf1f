"""Runs of the command in a process of their own, so that they can be killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

OPTIONS = ("--do", "check,rate,summarise", "--year", "2025", "--on", "2026-11-28")


def started(source, out, *more, module=("addin",), **environment):
    """A batch in the background, a group of its own."""
    command = [sys.executable, "-m", *map(str, module), "batch", str(source), "--out", str(out), *OPTIONS, "--json", *map(str, more)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True, env={**os.environ, **environment}
    )


@contextmanager
def resting(source, out, after, *more, **environment):
    """A batch that stands still once so many are done, on the disk; it goes on when `going_on` says so, and surely ends."""
    paused, go = Path(out).with_name("paused"), _go(out)
    process = started(source, out, *more, module=("tests.batch.pausing", after, paused, go), **environment)
    try:
        wait_for(lambda: paused.exists() or process.poll() is not None)
        assert process.poll() is None, process.communicate()
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        if not process.stdout.closed:
            process.communicate()


def going_on(process, out):
    """To its end; what it says on both lines."""
    _go(out).touch()
    return process.communicate(timeout=600)


def _go(out):
    return Path(out).with_name("go")


def done(source, out, *more, code=(0, 1), **environment):
    """A batch to its end; what it says."""
    process = started(source, out, *more, **environment)
    told, errors = process.communicate(timeout=600)
    assert process.returncode in code, errors
    assert "Traceback" not in errors
    return json.loads(told)


def wait_for(condition, seconds=120):
    """Until it holds; what it gave."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = condition()
        if found:
            return found
        time.sleep(0.01)
    raise AssertionError("waited in vain")


def children_of(pid):
    """The processes a process has started and theirs."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError, ValueError):
                continue
            if parent == pid:
                found += [int(entry.name), *children_of(int(entry.name))]
    return found


def workers_of(pid):
    """Of those the ones that do workbooks: not who watches over their semaphores."""
    return [one for one in children_of(pid) if b"spawn_main" in Path(f"/proc/{one}/cmdline").read_bytes()]


def kill(pid):
    """Like a power cut."""
    os.kill(pid, signal.SIGKILL)


def results(out):
    """Every file that came of a run but the manifest and the log, by its path."""
    root = Path(out)
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.name not in ("manifest.json", ".sochibo-batch.lock") and path.parent.name not in ("Nhật ký", "Sao lưu")
    }
