"""What ships is what the YAML says, and reading it costs no YAML library."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from addin.core.regulations.store import COMPILED, FOLDER
from tools import compile_regulations
from tools.regulations import compile_folder, rendered

ROOT = Path(__file__).parents[3]

LAZY = """
import sys
from addin.core import regulations
before = "addin.core.regulations.store" in sys.modules and regulations.instruments.cache_info().currsize
regulations.instrument("30-QD-TW-2016")
heavy = {"ruamel", "yaml", "openpyxl", "pandas", "jinja2", "click", "importlib.resources"} & set(sys.modules)
authoring = [name for name in sys.modules if name.startswith("tools.regulations")]
print(before, sorted(heavy), authoring)
"""


def test_compiled_json_is_current():
    """Forgetting `python -m tools.compile_regulations` fails here."""
    assert COMPILED.read_text(encoding="utf-8") == rendered(compile_folder(FOLDER))


def test_the_command_agrees_that_it_is_current():
    """`--check` writes nothing and ends with 0."""
    before = COMPILED.stat().st_mtime_ns

    assert compile_regulations.main(["--check"]) == 0
    assert COMPILED.stat().st_mtime_ns == before


@pytest.fixture
def copied_folder(tmp_path, monkeypatch):
    """A folder of its own for the command: one instrument, nothing compiled."""
    (tmp_path / "instruments.yaml").write_text("QD-A-2001:\n  number: 1-QĐ/TW\n  confidence: verified\n", encoding="utf-8")
    monkeypatch.setattr(compile_regulations, "FOLDER", tmp_path)
    monkeypatch.setattr(compile_regulations, "COMPILED", tmp_path / "compiled.json")
    return tmp_path


def test_the_command_writes_only_when_all_is_well(copied_folder, capsys):
    """A faulty file leaves the old compilation in place and is named on stderr."""
    assert compile_regulations.main(["--check"]) == 1
    assert compile_regulations.main([]) == 0
    good = (copied_folder / "compiled.json").read_bytes()
    (copied_folder / "rating").mkdir()
    (copied_folder / "rating" / "share.yaml").write_text("unit: share\n", encoding="utf-8")

    code = compile_regulations.main([])

    assert code == 1
    assert (copied_folder / "compiled.json").read_bytes() == good
    assert capsys.readouterr().err == (
        "compiled.json đã cũ: chạy python -m tools.compile_regulations.\n"
        "rating/share.yaml, dòng 1, «rating/share.yaml»: thiếu «description».\n"
    )


def test_the_guides_examples_hold(tmp_path):
    """docs/regulations.md: its YAML compiles beside the real register, its Python runs."""
    guide = ROOT / "docs" / "regulations.md"
    examples = dict(re.findall(r"```(yaml|python)\n(.*?)```", guide.read_text(encoding="utf-8"), re.DOTALL))
    shutil.copy(FOLDER / "instruments.yaml", tmp_path)
    (tmp_path / "rating").mkdir()
    (tmp_path / "rating" / "example.yaml").write_text(examples["yaml"], encoding="utf-8")
    known: dict[str, object] = {}

    stored = compile_folder(tmp_path)["parameters"]["rating.example"]["values"][0]
    exec(examples["python"], known)  # noqa: S102  (our own guide)

    assert (stored["value"], stored["text"]) == ("0.20", "mục B.2.3a Hướng dẫn số 21-HD/BTCTW, ngày 18/10/2019")
    assert known["half"] == Decimal("0.5")


def test_run_time_reads_json_only_and_only_when_asked():
    """Importing the package reads nothing; asking reads one JSON file with the standard library."""
    done = subprocess.run([sys.executable, "-c", LAZY], capture_output=True, text=True, check=True, cwd=ROOT)

    assert done.stdout == "0 [] []\n"
