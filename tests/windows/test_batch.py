"""A batch on a Windows Python, by the lines the guide shows for PowerShell: twenty workbooks, paths as offices write them.

numpy stops wine, so the add-in's environment makes no tables; the lines are those of Linux to the byte.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest

from tests.batch.cells import cell, write
from tests.batch.faults import plant
from tests.conftest import ROOT

COUNT = 18
SHARE = r"\\máy chủ\các chi bộ"


def documented():
    """The argument lists of the guide's lines for PowerShell."""
    guide = (ROOT / "docs" / "nhieu-so.md").read_text("utf-8")
    lines = [line for line in guide.split("```powershell\n")[1].split("```")[0].splitlines() if line.startswith("sochibo")]
    return [_words(line)[1:] for line in lines]


def _words(line):
    """As PowerShell parts them: blanks part, double quotes hold together."""
    parts = line.split('"')
    return [word for place, part in enumerate(parts) for word in ([part] if place % 2 else part.split())]


@pytest.fixture(scope="module")
def folder(pc):
    made = pc.drive / "Sổ các chi bộ (năm 2025)"
    for number in range(COUNT):
        write(cell(number), made)
    plant(90_001, 1, made / "Phường Ví Dụ")
    plant(90_002, 12, made / "Phường Ví Dụ")
    server = pc.prefix / "dosdevices" / "unc" / "máy chủ"
    server.mkdir(parents=True)
    (server / "các chi bộ").symlink_to(made)
    yield made
    shutil.rmtree(server)


@pytest.fixture(scope="module")
def on_linux(folder, tmp_path_factory):
    out = tmp_path_factory.mktemp("linux") / "out"
    command = [sys.executable, "-m", "addin", "batch", str(folder), "--do", "check,rate", "--year", "2025", "--on", "2026-11-28", "--out", str(out), "--quiet"]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 1
    return (out / "results.jsonl").read_bytes()


def test_the_guide_shows_two_lines():
    assert [words[0] for words in documented()] == ["batch", "batch"]
    assert documented()[1][1] == SHARE


@pytest.mark.parametrize("which", [0, 1], ids=["drive", "server"])
def test_a_line_of_the_guide(pc, folder, on_linux, which):
    words = documented()[which]
    ran = pc.sochibo(*words, "--on", "2026-11-28", "--json", cwd=pc.drive, seconds=300)

    assert ran.code == 1, ran.err
    told = json.loads(ran.out)
    assert (told["workbooks"], told["done"], told["failed"]) == (COUNT + 2, COUNT, 2)
    assert any("Parquet" in text for text in told["left_out"])
    out = pc.drive / words[words.index("--out") + 1]
    assert (out / "results.jsonl").read_bytes() == on_linux
    assert (out / "index.html").is_file()
    assert (out / "summary.xlsx").is_file()
    assert not (out / "tables").exists()
