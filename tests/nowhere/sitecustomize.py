"""Nothing of ours uses the network (S21): whoever tries is told that there is none, and it is noted for the test to fail.

Python loads a module of this name at its start: tests/conftest.py puts this folder on PYTHONPATH, so that it holds in every
process a test starts too, and loads it for itself. Sockets are watched by an audit hook, whatever opened them. Names may be
asked for of this machine alone; a datagram socket that is only connected sends nothing (so libraries learn their own address).
"""

from __future__ import annotations

import errno
import os
import sys

NOTES = "SOCHIBO_NETWORK_USED"
_HERE = ("", "localhost", "::1")
_DATAGRAMS = 2


def is_elsewhere(host):
    """Whether a host is not this machine; a path, a number or nothing is."""
    name = host.decode("ascii", "replace") if isinstance(host, bytes) else host
    if not isinstance(name, str) or name.casefold() in _HERE or name.startswith("127.") or not name.strip(".:0"):
        return False
    return name.casefold() != _own_name()


def _own_name():
    return (os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")).casefold()


def _asked_for(event, arguments):
    """The host that is to be reached; None where nobody is."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        one, address = arguments[0], arguments[1]
        silent = event == "socket.connect" and getattr(one, "type", 0) & 0xF == _DATAGRAMS
        return address[0] if isinstance(address, tuple) and address and not silent else None
    if event in ("socket.getaddrinfo", "socket.gethostbyname"):
        return arguments[0] if any(map(str.isalpha, str(arguments[0]))) and ":" not in str(arguments[0]) else None
    return None


def _heard(event, arguments):
    if not event.startswith("socket."):
        return
    host = _asked_for(event, arguments)
    if is_elsewhere(host):
        notes = os.environ.get(NOTES)
        if notes:
            with open(notes, "a", encoding="utf-8") as file:  # noqa: PTH123 - as little as may be is loaded here
                file.write(f"{event} {host} by {' '.join(sys.argv)}\n")
        raise OSError(errno.ENETUNREACH, "the network was used", str(host))


sys.addaudithook(_heard)
