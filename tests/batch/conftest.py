"""Folders of invented cells, made once."""

from __future__ import annotations

from datetime import date

import pytest

from addin.jobs.batch import Asked
from tests.batch.cells import YEAR, cell, write
from tests.batch.faults import FAULTS, plant
from tests.proof import count

ON = date(2026, 11, 28)
GOOD = count(12, 2_000)


@pytest.fixture
def asked():
    return Asked.of("check,rate,summarise", YEAR, ON)


@pytest.fixture(scope="session")
def good(tmp_path_factory):
    """So many good workbooks."""
    folder = tmp_path_factory.mktemp("good")
    for number in range(GOOD):
        write(cell(number), folder)
    return folder


@pytest.fixture(scope="session")
def mixed(tmp_path_factory):
    """The same and, in a folder among them, one spoilt in each of the twenty ways."""
    folder = tmp_path_factory.mktemp("mixed")
    for number in range(GOOD):
        write(cell(number), folder)
    for fault in range(len(FAULTS)):
        plant(90_000 + fault, fault, folder / "hỏng")
    return folder
