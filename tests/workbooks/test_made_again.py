"""The committed workbooks are what the generator makes today, and carry nobody's name as author."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tools.workbooks.catalogue import WORKBOOKS, write_all

FOLDER = Path(__file__).parents[2] / "workbooks"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write_all(folder)
    return folder


@pytest.mark.parametrize("name", WORKBOOKS)
def test_committed_workbook_is_what_the_script_writes(made: Path, name: str) -> None:
    """`python -m tools.workbooks` gives the committed bytes; run it after changing the generator."""
    written = (made / name).read_bytes()

    assert written == (FOLDER / name).read_bytes(), f"{name}: chạy lại python -m tools.workbooks"


def test_folder_holds_only_what_the_script_writes() -> None:
    """No workbook of another origin slips in beside them."""
    assert sorted(path.name for path in FOLDER.glob("*.xlsx")) == sorted(WORKBOOKS)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_core_properties_hold_no_person_and_a_fixed_day(name: str) -> None:
    """Author and editor are empty, the creation date never moves."""
    core = zipfile.ZipFile(FOLDER / name).read("docProps/core.xml").decode("utf-8")

    assert re.findall(r"<(?:dc:creator|cp:lastModifiedBy)>([^<]*)<", core) == ["", ""]
    assert set(re.findall(r">(\d{4}-\d{2}-\d{2}T[^<]*)<", core)) == {"2026-01-01T00:00:00Z"}
