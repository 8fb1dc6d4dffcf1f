"""Work done in a forked process, as an ordinary user where root runs the tests: to root a mode means nothing."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

from addin.errors import SochiboError

NOBODY = 65534


def ordinary_user() -> int | None:
    """Whom root becomes; None for everybody else, who is one already."""
    return NOBODY if os.geteuid() == 0 else None


def in_child(work: Callable[[], object], user: int | None = None) -> tuple[str, str]:
    """Run in a forked process, as another user where asked; the kind of error and its message, or what it gave."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            if user is not None:
                os.setgroups([])
                os.setuid(user)
            answer = ("", str(work()))
        except SochiboError as error:
            answer = (type(error).__name__, f"{error.message} {error.fix}")
        except BaseException as error:  # noqa: BLE001 - told to the parent
            answer = ("bug", repr(error))
        os.write(writing, json.dumps(answer).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        told = stream.read()
    os.waitpid(child, 0)
    kind, message = json.loads(told)
    return kind, message
