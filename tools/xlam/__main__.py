"""`python -m tools.xlam OUT.xlam`: lint macros/, then write the add-in; complaints end with exit code 1."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from tools.xlam import MACROS, MacroFault, build, lint


def main(arguments: list[str]) -> int:
    """Build into the one file named."""
    if len(arguments) != 1:
        print("usage: python -m tools.xlam OUT.xlam", file=sys.stderr)  # noqa: T201  # a command talks
        return 2
    try:
        complaints = lint(MACROS)
        data = b"" if complaints else build(MACROS)
    except MacroFault as fault:
        complaints, data = (str(fault),), b""
    for complaint in complaints:
        print(complaint, file=sys.stderr)  # noqa: T201  # a command talks
    if complaints:
        return 1
    Path(arguments[0]).write_bytes(data)
    print(f"{arguments[0]}  {len(data)} bytes  sha256 {hashlib.sha256(data).hexdigest()}")  # noqa: T201  # same
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
