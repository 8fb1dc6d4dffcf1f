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


def machine() -> str:
    """The machine's name, asked of the system alone."""
    uname = getattr(os, "uname", None)
    return uname().nodename if uname is not None else os.environ.get("COMPUTERNAME", "")
