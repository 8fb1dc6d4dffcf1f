"""One patience for every call into Excel, reads and writes alike.

Excel turns calls down while a person types in a square or a dialog is open, and takes them again by itself a moment
later. So a call is tried again, with pauses, until a deadline; then its refusal comes through and is told.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

Answer = TypeVar("Answer")
BUSY = frozenset({0x80010001, 0x8001010A, 0x800AC472})
"""Call rejected, try later, a square is being edited."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.005, 0.25


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a call is tried again, and by which clock."""

    seconds: float = 10.0
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic

    def ask(self, call: Callable[[], Answer]) -> Answer:
        """What the call gives; its own error where Excel is still busy at the deadline, and every other error at once."""
        until, pause = 0.0, _FIRST_PAUSE
        while True:
            try:
                return call()
            except Exception as error:
                if not is_busy(error):
                    raise
                now = self.clock()
                until = until or now + self.seconds
                if now >= until:
                    raise
            self.sleep(pause)
            pause = min(2 * pause, _LONGEST_PAUSE)


PATIENT = Patience()


def is_busy(error: BaseException) -> bool:
    """Whether an error says that Excel takes no calls just now."""
    return bool(codes_of(error) & BUSY) or type(error).__name__ == "ExcelBusyError"


def codes_of(error: BaseException) -> set[int]:
    """The numbers of a COM error: that of the call, and that of the object model where it gave one; none for xlwings' own."""
    call = getattr(error, "hresult", None)
    details = getattr(error, "excepinfo", None)
    model = details[5] if details else 0
    return {code & 0xFFFFFFFF for code in (call, model) if code}
