"""`python -m tools.windows python OUT.zip`, `installer --out SETUP.exe [--python-zip ZIP] [--sha256 HASH]`, or `fetch`.

`fetch` brings what the tests on Windows need from the package index, so that they themselves ask nobody.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import sys
from pathlib import Path

from tools.windows.faults import BuildFault
from tools.windows.installer import build
from tools.windows.interpreter import official, pinned
from tools.windows.payload import payload
from tools.windows.wheels import download, environment_lock, testing_lock


def main(words: list[str]) -> int:
    """Build what is asked; a fault is one line and exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m tools.windows")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("python").add_argument("out", type=Path)
    installer = commands.add_parser("installer")
    installer.add_argument("--python-zip", type=Path)
    installer.add_argument("--sha256", default="")
    installer.add_argument("--out", type=Path, required=True)
    commands.add_parser("fetch")
    asked = parser.parse_args(words)
    try:
        if asked.command == "fetch":
            official()
            download(environment_lock())
            download(testing_lock())
            return 0
        if asked.command == "python":
            shutil.copyfile(official(), asked.out)
        else:
            python_zip, sha256 = asked.python_zip or official(), asked.sha256 or pinned().sha256
            build(payload(python_zip, sha256, download(environment_lock())), asked.out)
    except BuildFault as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - a command talks
        return 1
    data = asked.out.read_bytes()
    print(f"{asked.out}  {len(data)} bytes  sha256 {hashlib.sha256(data).hexdigest()}")  # noqa: T201 - same
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
