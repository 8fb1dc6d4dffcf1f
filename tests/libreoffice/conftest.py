"""One office with our extension for all tests that press its buttons: its start takes most of their time."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.libreoffice.clicking import NAME, SAMPLE, office_with_extension


@pytest.fixture(scope="package")
def office(tmp_path_factory):
    """The office with the sample; its driver takes one step after the other. Each test leaves the workbook as it found it."""
    with office_with_extension(Path(shutil.copy(SAMPLE, tmp_path_factory.mktemp("sổ") / NAME))) as clicker:
        yield clicker
