"""Our own tests once more, on a Windows Python: rules, jobs, documents, hosts, and the contract over COM.

What needs fork, signals, modes or LibreOffice runs in `make test` alone and is counted in the printed summary.
"""

from __future__ import annotations

import os
import re
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from tests.conftest import ROOT, SHARED

RUN = """
import os, sys
sys.path[:0] = [sys.argv[1], sys.argv[2]]
os.environ["SOCHIBO_SHARED"] = sys.argv[3]
os.chdir(sys.argv[1])
if __name__ == "__main__":
    import pytest
    sys.exit(pytest.main(["--tb=short", *sys.argv[4:]]))
"""
HUNG_AFTER = 1500
"""Seconds; each takes two to three minutes on a machine that does nothing else."""
SUITES = {
    "thought": ("tests/core", "tests/glossary", "tests/properties", "tests/architecture/test_patterns.py"),
    "jobs and papers": ("tests/jobs", "tests/output/test_contracts.py", "tests/output/test_contract_keys.py", "tests/documents", "tests/clicks", "tests/ribbon", "tests/resident/test_word.py"),
    "closed files": ("tests/hosts/closed", "tests/hosts/test_file_names.py", "tests/hosts/test_numbers.py"),
    "the contract": ("tests/hosts/test_contract.py", "tests/hosts/test_hidden_rows.py", "tests/hosts/memory_engine"),
}


@pytest.fixture(scope="module")
def tools(pc):
    """pytest and what it needs, beside the installed copy and not in it."""
    from tools.windows.payload import environment, write
    from tools.windows.wheels import download, testing_lock

    folder = pc.drive / "tools"
    write(folder, environment(download(testing_lock())))
    (folder / "run.py").write_text(RUN, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def running(pc, tools):
    """All suites under way, as many at once as the machine has processors, in the order of the tests."""
    words = [pc.shown(path) for path in (tools / "run.py", ROOT, tools / "Lib" / "site-packages", SHARED)]
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        run = partial(pc.run, pc.python, "-X", "utf8", *words, seconds=HUNG_AFTER)
        yield {name: workers.submit(run, *folders) for name, folders in SUITES.items()}


@pytest.mark.parametrize("name", SUITES)
def test_our_tests_pass_on_windows(running, name, tell):
    """Every test of the suite passes; none is skipped."""
    ran = running[name].result()

    summary = ran.out.splitlines()[-1]
    tell(f"On a Windows Python, {name} ({', '.join(SUITES[name])}): {summary}")
    assert ran.code == 0, ran.out[-6000:] + ran.err[-2000:]
    assert re.match(r"[1-9]\d* passed", summary), summary
    assert "skipped" not in summary
