"""What a machine lacks is told, never lost: the last lines count it, and where nothing may be left out the run fails."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.hosts.closed.corpus import FILES

CORPUS_TESTS = "tests/hosts/closed/test_corpus_read.py"
OFFICE_TESTS = "tests/jobs/test_cap_sheet.py"


@pytest.fixture
def run(tmp_path):
    """pytest on some files, where neither LibreOffice nor the folder `shared` is."""

    def run(*words, **environment):
        surroundings = {name: value for name, value in os.environ.items() if not name.startswith("SOCHIBO_")}
        surroundings |= {"SOCHIBO_SHARED": str(tmp_path / "shared"), "PATH": str(tmp_path), **environment}
        command = [sys.executable, "-m", "pytest", *words]
        return subprocess.run(command, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False, timeout=120)

    return run


def test_both_gaps_are_counted_with_their_reasons(run, tmp_path):
    """By file; each file of the corpus is a test, also where it is not there."""
    ran = run(CORPUS_TESTS, OFFICE_TESTS)

    told = ran.stdout[ran.stdout.index("LEFT OUT") :].splitlines()
    assert ran.returncode == 0, ran.stdout
    assert told[0] == (
        "LEFT OUT: 2 tests. Needed: LibreOffice, of which this machine lacks soffice, unopkg, Xvfb, pdftotext (`make system` installs it, Debian):"
    )
    assert told[1] == f"     2 in {OFFICE_TESTS}"
    assert told[2].endswith(f" tests. Needed: the shared corpus, and {tmp_path}/shared/corpus/xlsx is not there (SOCHIBO_SHARED names the folder `shared` elsewhere):")
    count = int(told[3].removesuffix(f" in {CORPUS_TESTS}"))
    assert count > 2 * len(FILES)
    assert told[4] == f"Left out in all, for the reasons above: {count + 2} tests."


def test_where_nothing_may_be_left_out_the_run_fails(run):
    """At once, before anything runs."""
    ran = run(CORPUS_TESTS, OFFICE_TESTS, SOCHIBO_NOTHING_LEFT_OUT="1")

    assert ran.returncode == 1
    assert "2 tests would be left out, and here nothing may be. Needed: LibreOffice" in ran.stdout
    assert " passed" not in ran.stdout


def test_a_run_without_gaps_says_so(run):
    """The same line a person looks for."""
    ran = run("tests/hosts/test_file_names.py")

    assert ran.returncode == 0
    assert "Nothing was left out." in ran.stdout.splitlines()
