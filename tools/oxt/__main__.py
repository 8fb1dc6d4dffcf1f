"""`python -m tools.oxt OUT.oxt`: writes the extension."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.oxt import MACROS, build


def main() -> None:
    """One argument: where the extension goes."""
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.oxt OUT.oxt")
    Path(sys.argv[1]).write_bytes(build(MACROS))


if __name__ == "__main__":
    main()
