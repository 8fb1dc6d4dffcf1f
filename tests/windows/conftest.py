"""Tests on a Windows CPython under wine: run by `make windows-test` alone, with the installer's own copy of the program."""

from __future__ import annotations

import os

import pytest

from tests.windows.hand import give_hand
from tests.windows.windows_machine import machine, screen

if not os.environ.get("SOCHIBO_WINDOWS"):
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(scope="session")
def display():
    with screen() as name:
        yield name


@pytest.fixture(scope="session")
def payload_files():
    """Every file of the installed copy, the official Python among them."""
    from tools.windows.interpreter import official, pinned
    from tools.windows.payload import payload
    from tools.windows.wheels import download, environment_lock

    return payload(official(), pinned().sha256, download(environment_lock()))


@pytest.fixture(scope="session")
def setup(payload_files, tmp_path_factory):
    """The installer, to the byte the one `make installer` builds."""
    from tools.windows.installer import build

    out = tmp_path_factory.mktemp("setup") / "Cài Sổ Chi bộ.exe"
    build(payload_files, out)
    return out


@pytest.fixture(scope="session")
def fresh_pc(display, tmp_path_factory):
    """A PC without the program, with a hand to press the installer's buttons."""
    with machine(tmp_path_factory.mktemp("fresh"), display) as made:
        give_hand(made)
        yield made


@pytest.fixture
def fresh(fresh_pc):
    """Nothing of the program is there, neither before nor after."""
    assert not fresh_pc.home.exists()
    yield fresh_pc
    assert not fresh_pc.home.exists()


@pytest.fixture(scope="session")
def pc(setup, display, tmp_path_factory):
    """A PC with the program installed, for all tests but those of the installer."""
    with machine(tmp_path_factory.mktemp("pc"), display) as made:
        give_hand(made)
        ran = made.run(made.shown(setup), "/S", seconds=120)
        assert ran.code == 0, ran
        made.know_own_classes()
        yield made
