"""Tells how far a long run is: a bar on a terminal, a plain line now and then elsewhere, on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

_EVERY = 10.0

Told = Callable[[str], None]
"""Called with the name of each thing done."""


@contextmanager
def progress(doing: str, total: int, done: int = 0, *, quiet: bool = False, unit: str = "sổ") -> Iterator[Told]:
    """Around the work; the rate, the time left and the name in hand are told."""
    if quiet or total <= done:
        yield _nothing
    elif sys.stderr.isatty():
        from addin.output.drawing import bar  # noqa: PLC0415 - rich, for a terminal only

        with bar(doing, total, done, unit) as tell:
            yield tell
    else:
        yield _Lines(doing, total, done, unit).tell


def _nothing(_name: str) -> None:
    """Nobody listens."""


class _Lines:
    """A line every ten seconds."""

    def __init__(self, doing: str, total: int, done: int, unit: str) -> None:
        self._doing, self._total, self._done, self._unit = doing, total, done, unit
        self._begun = self._last = monotonic()
        self._first = done

    def tell(self, name: str) -> None:
        """One more is done."""
        self._done += 1
        now = monotonic()
        if now - self._last < _EVERY and self._done < self._total:
            return
        self._last = now
        rate = (self._done - self._first) / max(now - self._begun, 1e-3)
        left = (self._total - self._done) / rate
        sys.stderr.write(f"{self._doing}: {self._done}/{self._total}, {rate:.1f} {self._unit}/giây, còn khoảng {left:.0f} giây ({name})\n")
        sys.stderr.flush()
