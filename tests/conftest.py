"""What the whole suite shares: who runs it, what is left out and why, said in the last lines."""

from __future__ import annotations

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.needs import NEEDS, ROOT, SHARED
from tests.nowhere import sitecustomize
from tests.proof import PROVING

__all__ = ["ROOT", "SHARED"]
ON_WINDOWS = sys.platform == "win32"
ALL_OR_NOTHING = bool(os.environ.get("SOCHIBO_NOTHING_LEFT_OUT"))
settings.register_profile(
    "any machine",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],  # a machine at work is no fault
    derandomize=not PROVING,  # the same examples whoever runs it; make proof looks for others
)
settings.load_profile("any machine")
_left_out: dict[str, list[str]] = {}
_elsewhere: list[str] = []
_told: list[str] = []
_NETWORK = Path(tempfile.mkstemp(prefix="sochibo-network-")[1])
os.environ[sitecustomize.NOTES] = str(_NETWORK)
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (str(Path(sitecustomize.__file__).parent), os.environ.get("PYTHONPATH"))))


def pytest_collection_modifyitems(config, items):
    """Each test runs where it can: what another system runs is no gap, what this machine lacks is one."""
    for item in items:
        if "shared" in item.fixturenames:
            item.add_marker("shared")
    _elsewhere.extend(_taken_out(config, items, ("libreoffice", "posix") if ON_WINDOWS else ("windows",)))
    for need in NEEDS:
        missing = need.missing() if any(item.get_closest_marker(need.marker) for item in items) else ""
        if missing:
            _left_out[missing] = _taken_out(config, items, (need.marker,))
    if _left_out and ALL_OR_NOTHING:
        pytest.exit("\n".join(f"{_tests(names)} would be left out, and here nothing may be. Needed: {missing}." for missing, names in _left_out.items()), 1)


def _taken_out(config, items, markers):
    """The names of the tests with one of these markers, which do not run."""
    out = [item for item in items if any(item.get_closest_marker(marker) for marker in markers)]
    items[:] = [item for item in items if item not in out]
    config.hook.pytest_deselected(items=out)
    return [item.nodeid for item in out]


def pytest_terminal_summary(terminalreporter, exitstatus, config):
    """What tests told, also kept in a file of the temporary folder; the last lines say what was left out."""
    for line in [*_network_used(), *_kept(), *_gaps(terminalreporter.stats.get("skipped", [])), *_other_runs()]:
        terminalreporter.write_line(line)


def _network_used():
    return [f"THE NETWORK WAS USED: {line}" for line in _NETWORK.read_text("utf-8").splitlines()]


def _kept():
    """What the tests told, and where it stands too."""
    if not _told:
        return []
    kept = Path(tempfile.mkdtemp(prefix="sochibo-")) / "ket-qua.txt"
    kept.write_text("\n".join([*_told, ""]), encoding="utf-8")
    return [*_told, f"These lines are in {kept} too."]


def _gaps(skipped):
    """Every test that did not run, counted by its file, under the reason."""
    gaps = {f"LEFT OUT: {_tests(names)}. Needed: {missing}:": names for missing, names in _left_out.items()}
    if skipped:
        gaps[f"SKIPPED: {_tests(skipped)}, which nobody decided on:"] = [report.nodeid for report in skipped]
    if not gaps:
        return ["Nothing was left out."]
    lines = []
    for head, names in gaps.items():
        files = Counter(name.partition("::")[0] for name in names)
        lines += [head, *(f"  {count:4} in {file}" for file, count in files.items())]
    return [*lines, f"Left out in all, for the reasons above: {_tests([name for names in gaps.values() for name in names])}."]


def _tests(names):
    return f"{len(names)} test{'s' if len(names) > 1 else ''}"


def _other_runs():
    if ON_WINDOWS:
        return [f"{len(_elsewhere)} tests need a POSIX system or LibreOffice and run in make test."]
    if os.environ.get("SOCHIBO_WINDOWS"):
        return []
    return ["Tests on a Windows CPython under wine are a run of their own: make windows-test."]


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """A skip nobody decided on is a failure where nothing may be left out; a use of the network between tests is one anywhere."""
    if _NETWORK.stat().st_size:
        session.exitstatus = 1
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if ALL_OR_NOTHING and reporter and reporter.stats.get("skipped"):
        session.exitstatus = 1


@pytest.fixture(autouse=True)
def _no_network():
    """Nothing of ours may use the network (S21): asking for anything but this machine fails the test, also in a process it started."""
    before = _NETWORK.stat().st_size
    yield
    used = _NETWORK.read_text("utf-8")[before:] if _NETWORK.stat().st_size > before else ""
    assert not used, f"the network was used: {used}"


def told(line):
    """Leave a line for the end of the run."""
    _told.append(line)


@pytest.fixture
def tell():
    """The same for a test."""
    return told


@pytest.fixture
def shared():
    """The folder of shared material; where it is missing the test is left out and told, as one marked `shared`."""
    return SHARED
