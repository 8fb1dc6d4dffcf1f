"""What one workbook may take in its child process, and what a child does not inherit from a person at a terminal."""

from __future__ import annotations

import contextlib
import gc
import signal
import sys

_MEGABYTE = 1024 * 1024
_FEW_COLLECTIONS = 100_000


def prepare_child(megabytes: int) -> None:
    """Memory bounded where the system can (not on Windows); Ctrl-C is the coordinator's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_FEW_COLLECTIONS)
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not there on Windows

        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, resource.getrlimit(resource.RLIMIT_AS)[1]))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
