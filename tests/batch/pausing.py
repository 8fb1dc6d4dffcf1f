"""The command `batch`, standing still once so many workbooks are done: whoever stops it there is never too late.

    python -m tests.batch.pausing AFTER PAUSED GO batch …

Makes the file PAUSED at its rest and goes on when there is a file GO.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from addin.batch.store import Store
from addin.cli import main


def pause(after, paused, go):
    """From now on, one rest; whoever waits for it may die."""
    add, waiting_for_us = Store.add, os.getppid()

    def added(self, workbook, line):
        add(self, workbook, line)
        if self.count >= after and not paused.exists():
            paused.touch()
            while not go.exists() and os.getppid() == waiting_for_us:
                time.sleep(0.01)

    Store.add = added


if __name__ == "__main__":
    after, paused, go, *arguments = sys.argv[1:]
    pause(int(after), Path(paused), Path(go))
    sys.argv = [sys.argv[0], *arguments]
    main()
