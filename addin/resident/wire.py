"""What a click and the resident say to each other: lines of JSON over a loopback connection.

Before anything else each proves to the other that it knows the token, and neither sends it: a stranger who got
hold of the port after a resident died learns nothing, and a program of another user cannot press buttons.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import socket

HOST = "127.0.0.1"
HANDSHAKE_SECONDS = 5.0
_LONGEST_LINE = 1 << 20


class Stranger(Exception):
    """The other side does not know the token, or speaks another language."""


class Gone(Exception):
    """The other side went away in the middle."""


class Request(NamedTuple):
    """One click: which button, in which workbook, in the Excel with which window."""

    button: str
    workbook: str
    window: int


class Line:
    """One connection."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._stream = connection.makefile("rb")

    def say(self, **message: Any) -> None:
        """One message; Gone where nobody listens any more."""
        try:
            self._connection.sendall(json.dumps(message).encode("ascii") + b"\n")
        except OSError as error:
            raise Gone from error

    def hear(self) -> dict[str, Any]:
        """The next message; Gone at the end, Stranger for what is no message."""
        try:
            text = self._stream.readline(_LONGEST_LINE)
        except TimeoutError as error:
            raise Stranger from error
        except OSError as error:
            raise Gone from error
        if not text.endswith(b"\n"):
            raise Gone
        try:
            message = json.loads(text)
        except ValueError as error:
            raise Stranger from error
        if not isinstance(message, dict):
            raise Stranger
        return message

    def patience(self, seconds: float | None) -> None:
        """How long to wait for a message; None for as long as it takes."""
        self._connection.settimeout(seconds)

    def close(self) -> None:
        """Hang up."""
        self._stream.close()
        self._connection.close()


def greet(line: Line, token: str, **wish: Any) -> None:
    """The click's side: prove first, be proven to, then say what is wanted."""
    ours = os.urandom(16).hex()
    line.say(nonce=ours)
    answer = line.hear()
    if not _proves(answer, token, f"resident {ours}"):
        raise Stranger
    line.say(proof=_proof(token, f"click {answer.get('nonce')}"), **wish)


def welcome(line: Line, token: str) -> dict[str, Any]:
    """The resident's side; the wish of a click that proved itself, Stranger otherwise."""
    ours = os.urandom(16).hex()
    asked = line.hear()
    line.say(nonce=ours, proof=_proof(token, f"resident {asked.get('nonce')}"))
    wish = line.hear()
    if not _proves(wish, token, f"click {ours}"):
        raise Stranger
    return wish


def _proof(token: str, text: str) -> str:
    return hmac.new(token.encode(), text.encode(), hashlib.sha256).hexdigest()


def _proves(message: dict[str, Any], token: str, text: str) -> bool:
    return hmac.compare_digest(str(message.get("proof", "")), _proof(token, text))
