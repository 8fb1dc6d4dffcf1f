"""Says what is being done once it takes longer than a second, on a terminal only."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

_PATIENCE = 1.0


@contextmanager
def patience(doing: str, *, quiet: bool = False) -> Iterator[None]:
    """Around what may take long: silent while it is quick, and wherever nobody watches."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    waiting = _Waiting(doing)
    timer = threading.Timer(_PATIENCE, waiting.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        waiting.end()


class _Waiting:
    """Started by a clock of its own, ended by the work: whichever comes first."""

    def __init__(self, doing: str) -> None:
        self._doing = doing
        self._lock = threading.Lock()
        self._is_over = False
        self._shown: Status | None = None

    def start(self) -> None:
        """Nothing where the work ended meanwhile."""
        from addin.output.drawing import spinner  # noqa: PLC0415 - rich, for a terminal only

        with self._lock:
            if not self._is_over:
                self._shown = spinner(self._doing)
                self._shown.start()

    def end(self) -> None:
        """Take the word away."""
        with self._lock:
            self._is_over = True
            if self._shown is not None:
                with suppress(OSError):  # a terminal that went away takes nothing back of what was done
                    self._shown.stop()
