"""The word a resident leaves, where others read it at the same moment, and where none ever comes."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from addin.resident import handing_on, places
from addin.resident.handing_on import NoResident, hand_on
from addin.resident.places import Word
from tests.hosts.memory_engine.dialog import Person
from tests.resident.residents import request

TIMES = 300


@contextmanager
def readers(number):
    """So many clicks that wait for a resident."""
    is_over = threading.Event()

    def look():
        while not is_over.wait(handing_on.STEP_SECONDS):
            places.find_word()

    looking = [threading.Thread(target=look) for _ in range(number)]
    for reader in looking:
        reader.start()
    try:
        yield
    finally:
        is_over.set()
        for reader in looking:
            reader.join()


def test_a_word_is_left_and_taken_away_while_clicks_look_for_it():
    """Windows refuses to replace or remove a file that is being read: it is tried again, and the last word counts."""
    with readers(4):
        for number in range(TIMES):
            places.leave_word(Word(number, "bí mật", 1, "bản này"))
        last = Word(TIMES - 1, "bí mật", 1, "bản này")
        places.take_word_away("của tiến trình khác")
        assert places.find_word() in (last, None)
        places.take_word_away("bí mật")

    assert not places.word_file().exists()
    assert not list(places.home().glob("*.tmp"))


@pytest.mark.parametrize("method", ["replace", "unlink"])
def test_only_a_file_in_use_is_waited_for(monkeypatch, method):
    """Any other refusal is told at once."""
    places.leave_word(Word(1, "bí mật", 1, "bản này"))
    calls = []

    def refused(path, *_rest, **_more):
        if path.name.startswith("resident.json"):
            calls.append(path)
            raise PermissionError("no right")
        raise AssertionError(path)

    with monkeypatch.context() as patched, pytest.raises(PermissionError):
        patched.setattr(Path, method, refused)
        if method == "replace":
            places.leave_word(Word(2, "bí mật", 1, "bản này"))
        else:
            places.take_word_away("bí mật")

    assert len(calls) == 1


def test_a_resident_that_ends_before_it_leaves_word_is_not_waited_for():
    """A click would stand still for a minute; it goes on by itself instead."""
    told = []

    def click():
        try:
            hand_on(request(), Person, lambda: subprocess.Popen([sys.executable, "-c", "raise SystemExit(1)"]))
        except NoResident:
            told.append("no resident")

    clicking = threading.Thread(target=click, daemon=True)
    clicking.start()
    clicking.join(30)

    assert told == ["no resident"]
