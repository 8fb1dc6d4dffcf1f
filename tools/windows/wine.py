"""What wine lacks and Windows has, for tests alone: it goes into the test's own system32, never into a product."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

from tools.windows.faults import BuildFault

COMPILER = "x86_64-w64-mingw32-gcc"
_SOURCE = Path(__file__).parent / "stubs" / "bcryptprimitives.c"


def wine_supplement() -> dict[str, bytes]:
    """bcryptprimitives.dll, by its name."""
    name = "bcryptprimitives.dll"
    compiler = shutil.which(COMPILER)
    if compiler is None:
        raise BuildFault(f"{COMPILER} is missing: run `make system-windows`.")
    with tempfile.TemporaryDirectory(prefix="sochibo-") as folder:
        made = Path(folder) / name
        command = [compiler, "-shared", "-Os", "-s", "-Wl,--no-insert-timestamp", "-o", str(made), str(_SOURCE), "-ladvapi32"]
        subprocess.run(command, check=True)  # noqa: S603 - our own words
        return {name: made.read_bytes()}
