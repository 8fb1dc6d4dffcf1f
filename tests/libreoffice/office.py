"""A document open in a LibreOffice of its own, as our side sees it: for the host's tests and the contract."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from addin.hosts.libreoffice.book import LibreOfficeBook
from addin.hosts.libreoffice.wire import Office

SERVER = Path(__file__).with_name("serve_document.py")


@contextmanager
def open_office(path):
    """A conversation about a copy of the document; its office ends with it.

    A copy, for an office that is killed leaves its lock beside the file, and the next one then opens nothing.
    """
    folder = Path(tempfile.mkdtemp(prefix="sochibo-office-"))
    copied = shutil.copy(path, folder)
    server = subprocess.Popen(
        ["/usr/bin/python3", SERVER, copied, folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield Office(server.stdin, server.stdout)
    finally:
        server.stdin.close()
        server.stdout.close()
        server.wait(timeout=30)
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def open_book(path):
    """The document as a host."""
    with open_office(path) as office:
        yield LibreOfficeBook(office)
