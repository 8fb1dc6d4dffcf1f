"""What reading a closed workbook loads: the writing side and slow modules come only when something is written."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT

SLOW = {"zipfile", "subprocess", "json", "shutil", "tempfile", "xml.sax.saxutils", "openpyxl"}


def test_a_workbook_is_read_without_the_writing_side(path):
    """A fresh interpreter reads one and has loaded no zip library, no JSON, no patcher."""
    code = (
        "import sys; from pathlib import Path; from datetime import datetime\n"
        "from addin.hosts.closed.book import ClosedBook\n"
        "print(len(ClosedBook(Path(sys.argv[1]), now=datetime(2026, 11, 23)).grids()), *sys.modules)"
    )

    ran = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)

    count, *loaded = ran.stdout.split()
    assert count == "1"
    assert SLOW & set(loaded) == set()
    assert {name for name in loaded if name.startswith("addin.hosts.closed.") and name.rpartition(".")[2] in {"patch", "package", "save", "notes"}} == set()
