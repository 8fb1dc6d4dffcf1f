"""`python -m tools.addins`: both add-ins built from the text of macros/ into `macros/built`, which the program ships."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tools import oxt, xlam

FOLDER = xlam.MACROS / "built"
ADDINS: Mapping[str, Callable[[Path], bytes]] = {"SoChiBo.xlam": xlam.build, "SoChiBo.oxt": oxt.build}


def main() -> int:
    """What the ribbon's lint complains of is not built."""
    complaints = xlam.lint(xlam.MACROS)
    if complaints:
        print(*complaints, sep="\n", file=sys.stderr)  # noqa: T201 - a command talks
        return 1
    FOLDER.mkdir(exist_ok=True)
    for name, build in ADDINS.items():
        (FOLDER / name).write_bytes(build(xlam.MACROS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
