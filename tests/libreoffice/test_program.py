"""How the extension finds and starts our interpreter; this part of it needs no UNO."""

from __future__ import annotations

import importlib.util
import json
import sys

import pytest

from addin.errors import CannotRead, CannotWrite
from addin.hosts.libreoffice.wire import Office
from addin.jobs.installed_places import COMMAND_NAME, places_of
from tools.oxt import MACROS

SOURCE = MACROS / "libreoffice" / "pythonpath" / "sochibo_office" / "program.py"


@pytest.fixture
def program(monkeypatch, tmp_path):
    """The module, for a user with an empty home and nothing on the path."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    specification = importlib.util.spec_from_file_location("program", SOURCE)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def test_nothing_installed_is_said_so(program):
    """No file, no command: the extension has a message for that."""
    assert program.find_command() is None


def test_what_the_installation_wrote_counts(program, tmp_path):
    """The file lies where `sochibo install` puts it."""
    command = [sys.executable, "-I", "-X", "utf8", "-m", "addin.extension"]
    written = places_of({"XDG_DATA_HOME": str(tmp_path / "share")}, "linux").home / COMMAND_NAME
    written.parent.mkdir(parents=True)
    written.write_text(json.dumps({"command": command}), encoding="utf-8")

    assert program.find_command() == command


def test_the_interpreter_beside_the_command_is_taken(program, tmp_path):
    """Also where a written interpreter is gone; the link in a virtual environment is not followed."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("sochibo", "python"):
        (folder / name).write_text("#!/bin/sh\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    home = tmp_path / "share" / "sochibo"
    home.mkdir(parents=True)
    (home / program.FILE_NAME).write_text(json.dumps({"command": [str(home / "gone")]}), encoding="utf-8")

    assert program.find_command() == [str(folder / "python"), *program.ARGUMENTS]


def test_variables_of_the_office_do_not_reach_our_interpreter(program, monkeypatch):
    """LibreOffice sets PYTHONPATH and others for its own Python."""
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")

    process = program.start([sys.executable, "-I", "-c", "import os, sys; print(sys.argv[1], os.environ.get('PYTHONHOME'))"], "check")
    said, _ = process.communicate(timeout=30)

    assert said.decode().split() == ["check", "None"]


@pytest.mark.parametrize(("question", "kind"), [("read", CannotRead), ("write", CannotWrite)])
def test_an_office_that_refuses_is_told_of(tmp_path, question, kind):
    """The kind of the office's own error goes along; nothing of the workbook does."""
    answers = tmp_path / "answers"
    answers.write_bytes(b'{"failed": "IllegalArgumentException"}\n')

    with answers.open("rb") as stream, (tmp_path / "questions").open("wb") as sent, pytest.raises(kind) as refused:
        Office(sent, stream).ask(question)

    assert refused.value.message == (
        "LibreOffice không làm được việc này trên sổ đang mở (IllegalArgumentException)."
    )
