"""Our own tests once more, on a Windows Python: rules, jobs, documents, hosts, and the contract over COM.

What needs fork, signals, modes or LibreOffice runs in `make test` alone and is counted in the printed summary.
"""

from __future__ import annotations

import re

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
SUITES = {
    "thought": ("tests/core", "tests/glossary", "tests/properties", "tests/architecture/test_patterns.py"),
    "jobs and papers": ("tests/jobs", "tests/output/test_contracts.py", "tests/output/test_contract_keys.py", "tests/documents", "tests/clicks", "tests/ribbon", "tests/resident/test_word.py"),
    "closed files": ("tests/hosts/closed", "tests/hosts/test_file_names.py", "tests/hosts/test_numbers.py"),
    "the contract": ("tests/hosts/test_contract.py", "tests/hosts/memory_engine"),
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


@pytest.mark.parametrize("name", SUITES)
def test_our_tests_pass_on_windows(pc, tools, name, tell):
    """Every test of the suite passes; none is skipped."""
    packages = pc.shown(tools / "Lib" / "site-packages")
    words = (pc.shown(tools / "run.py"), pc.shown(ROOT), packages, pc.shown(SHARED), *SUITES[name])

    ran = pc.run(pc.python, "-X", "utf8", *words, seconds=600)

    summary = ran.out.splitlines()[-1]
    tell(f"On a Windows Python, {name} ({', '.join(SUITES[name])}): {summary}")
    assert ran.code == 0, ran.out[-6000:] + ran.err[-2000:]
    assert re.match(r"[1-9]\d* passed", summary), summary
    assert "skipped" not in summary
