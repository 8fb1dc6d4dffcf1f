"""Documents open in a LibreOffice of our own, as our side sees them: for the host's tests and the contract."""

from __future__ import annotations

import atexit
import contextlib
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

from addin.hosts.libreoffice.book import LibreOfficeBook
from addin.hosts.libreoffice.wire import Office

SERVER = Path(__file__).with_name("serve_document.py")


@cache
def office():
    """One office for all tests, for a start takes seconds; it ends with them."""
    folder = Path(tempfile.mkdtemp(prefix="sochibo-office-"))
    server = subprocess.Popen(["/usr/bin/python3", SERVER, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def end():
        with contextlib.suppress(BrokenPipeError):
            server.stdin.close()
        server.stdout.close()
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(end)
    return Office(server.stdin, server.stdout)


@contextlib.contextmanager
def open_book(path, *, read_only=False):
    """The document as a host; one at a time."""
    office().ask("open", path=str(path), read_only=read_only)
    try:
        yield LibreOfficeBook(office(), at="(08:30:00)")
    finally:
        office().ask("close")
