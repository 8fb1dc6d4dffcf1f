"""Who runs this and on which machine, as the system names them: an account, never a person's name."""

from __future__ import annotations

import os


def account() -> str:
    """The account's name; empty where the system has none for it."""
    import getpass  # noqa: PLC0415 - asked for only where something is written

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def process() -> str:
    """Which process runs, so that another on the same machine can tell whether it is still at work."""
    return f"{machine()}/{os.getpid()}"


def is_at_work(written: str) -> bool:
    """Whether that process runs here and is another one; of another machine, and on Windows, nobody knows."""
    where, _, number = written.rpartition("/")
    if os.name == "nt" or where != machine() or not number.isdecimal() or int(number) == os.getpid():
        return False
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def machine() -> str:
    """The machine's name, asked of the system alone."""
    uname = getattr(os, "uname", None)
    return uname().nodename if uname is not None else os.environ.get("COMPUTERNAME", "")
