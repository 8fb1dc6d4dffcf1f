"""S21: what watches the whole run does see a connection, here and in a process a test starts, and lets this machine through."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

from tests.nowhere import sitecustomize

ELSEWHERE = ("192.0.2.1", "2001:db8::1", "example.org", b"example.org")
HERE = ("127.0.0.1", "127.9.9.9", "::1", "localhost", "", None, 7, "0.0.0.0", "::")  # noqa: S104 - every address of this machine, to listen at
TRYING = "import socket\ntry:\n    socket.create_connection(('192.0.2.1', 80), timeout=1)\nexcept OSError as error:\n    print(error.strerror)"


@pytest.fixture
def notes(tmp_path, monkeypatch):
    """A file of this test's own, or the attempts would fail it."""
    file = tmp_path / "notes"
    file.touch()
    monkeypatch.setenv(sitecustomize.NOTES, str(file))
    return file


def test_what_is_this_machine():
    """By number, by name, or no host at all."""
    assert [sitecustomize.is_elsewhere(host) for host in ELSEWHERE] == [True] * 4
    assert [sitecustomize.is_elsewhere(host) for host in HERE] == [False] * 9


def test_a_connection_of_this_process_is_stopped_and_noted(notes):
    """By whatever call: connecting, sending, asking for a name."""
    with socket.socket() as stream, pytest.raises(OSError, match="the network was used"):
        stream.connect(("192.0.2.1", 80))
    with socket.socket(type=socket.SOCK_DGRAM) as datagrams, pytest.raises(OSError, match="the network was used"):
        datagrams.sendto(b"x", ("192.0.2.1", 53))
    with pytest.raises(OSError, match="the network was used"):
        socket.getaddrinfo("example.org", 80)

    assert [line.split()[:2] for line in notes.read_text("utf-8").splitlines()] == [
        ["socket.connect", "192.0.2.1"], ["socket.sendto", "192.0.2.1"], ["socket.getaddrinfo", "example.org"],
    ]  # fmt: skip


def test_a_process_that_a_test_starts_is_watched_too(notes):
    """The hook comes with its environment."""
    told = subprocess.run([sys.executable, "-c", TRYING], capture_output=True, check=True, encoding="utf-8", env=os.environ).stdout

    assert told == "the network was used\n"
    assert "192.0.2.1" in notes.read_text("utf-8")


def test_this_machine_is_let_through(notes):
    """Residents and pools listen here."""
    with socket.create_server(("127.0.0.1", 0)) as listener, socket.create_connection(listener.getsockname()) as stream:
        assert stream.getpeername() == listener.getsockname()
    assert notes.read_text("utf-8") == ""
