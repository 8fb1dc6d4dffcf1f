"""Shown at the end of a run: the tables that tests of closed workbooks left."""

from __future__ import annotations

import pytest

OUTCOMES = pytest.StashKey[list[str]]()


def pytest_configure(config: pytest.Config) -> None:
    """A place for the tables."""
    config.stash[OUTCOMES] = []


@pytest.fixture
def tell(request: pytest.FixtureRequest) -> object:
    """Leave a line for the end of the run."""
    return request.config.stash[OUTCOMES].append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what was left."""
    for line in config.stash[OUTCOMES]:
        terminalreporter.write_line(line)
