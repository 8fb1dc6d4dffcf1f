"""Opens a file of a share as another program does, and holds it until its standard input ends.

    python holder.py PORT NAME MODE SHARING
"""

from __future__ import annotations

import sys

import smbclient


def hold(port, name, mode, sharing):
    """Says when it is open."""
    smbclient.ClientConfig(require_secure_negotiate=False)
    guest = {"port": int(port), "username": "khách", "password": "x", "require_signing": False}
    with smbclient.open_file(rf"\\127.0.0.1\so\{name}", mode=mode, share_access=sharing, **guest):
        sys.stdout.write("held\n")
        sys.stdout.flush()
        sys.stdin.read()


if __name__ == "__main__":
    hold(*sys.argv[1:])
