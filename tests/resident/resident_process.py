"""A resident for tests: the production `Resident` around a job each test names by its button.

    python resident_process.py ROOT [STAMP]
"""

from __future__ import annotations

import sys
import time

sys.path.insert(0, sys.argv[1])

from addin.resident import places, serving


def run(request, dialog):
    """`check` tells, `rate` asks, `why` dies of a bug with a secret in it, `agenda` takes long and leaves a file `at work`, `guide` opens a file."""
    if request.button == "rate":
        return 0 if dialog.ask(f"Ghi vào {request.workbook}?") else 4
    if request.button == "why":
        raise ValueError("Nguyễn Thị Bí Mật")
    if request.button == "agenda":
        places.word_file().with_name("at work").touch()
        time.sleep(60)
    if request.button == "guide":
        dialog.show_file(sys.argv[1])
    dialog.tell(f"Đã làm {request.button} cho {request.workbook} ở {request.window}.", warning=False)
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 2:
        serving.stamp = lambda: sys.argv[2]
    sys.exit(serving.Resident(run, idle=float(sys.argv[3]) if len(sys.argv) > 3 else 60, look_around=0.05).serve())
