"""`python -m tools.workbooks [DIR]`: writes the three workbooks, into `workbooks/` unless told."""

from __future__ import annotations

import sys
from pathlib import Path

from tools.workbooks.catalogue import write_all

if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("workbooks"))
