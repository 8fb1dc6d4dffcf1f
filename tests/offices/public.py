"""Public spreadsheets that have nothing to do with a party cell: nobody in them may be read as a member.

`python -m tests.offices.public FOLDER` (or SOCHIBO_PUBLIC=FOLDER) reads the files of `public.json` as
FOLDER/<owner>+<name>/<path>, checks each against its fingerprint, and exits 1 where a table was taken for one of ours.
None is copied into the project; what is absent is told. `make proof` runs it.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from datetime import datetime
from pathlib import Path

from addin.errors import SochiboError
from addin.hosts.closed.book import ClosedBook
from addin.jobs.opening import open_book

LISTED = json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))["files"]
NEVER = ("members", "ratings", "inspections")


def taken(path: Path) -> dict[str, int]:
    """Rows by table of what was taken for members, ratings or inspections; empty where a file is refused."""
    try:
        book = open_book(ClosedBook(path, now=datetime(2026, 1, 1))).book
    except SochiboError:
        return {}
    rows = {table: len(getattr(book, table)) for table in NEVER}
    return {table: count for table, count in rows.items() if count}


def main(folder: Path) -> int:
    """Told line by line; the number of files at fault."""
    absent = faults = 0
    for one in LISTED:
        path = folder / one["repository"].replace("/", "+") / one["path"]
        name = f"{one['repository']}:{one['path']}"
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != one["sha256"]:
            absent += 1
            continue
        found = taken(path)
        faults += bool(found)
        sys.stdout.write(f"{name}: {found or 'nothing taken'}\n")
    sys.stdout.write(f"{len(LISTED)} public spreadsheets: {faults} at fault, {absent} absent (SOCHIBO_PUBLIC names their folder)\n")
    return faults


if __name__ == "__main__":
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("SOCHIBO_PUBLIC") or "."
    sys.exit(1 if main(Path(given)) else 0)
