"""Folders of invented cells, made once."""

from __future__ import annotations

from datetime import date

import pytest

from addin.jobs.batch import Asked
from tests.batch.cells import YEAR, cell, write
from tests.batch.faults import FAULTS, plant
from tests.proof import count

ON = date(2026, 11, 28)
GOOD = count(6, 1_980)


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
def few(tmp_path_factory):
    """Eight good ones and three bad: enough to be stopped in the middle; in a proof all there are."""
    folder = tmp_path_factory.mktemp("few")
    for number in range(count(8, GOOD)):
        write(cell(number), folder)
    for fault in (1, 8, 12):
        plant(90_000 + fault, fault, folder / "hỏng")
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
