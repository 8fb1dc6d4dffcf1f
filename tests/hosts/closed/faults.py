"""Shared by the tests of faults: a workbook, its versions, and the children that do things to it."""

from __future__ import annotations
import errno
import hashlib
import io
import json
import os
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unicodedata
import zipfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import NoReturn
import pytest
from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import CannotWrite, ChangedMeanwhile, NoRight, OpenElsewhere, RefusedWrite, SochiboError
from addin.hosts.closed.patch import patch
from addin.hosts.closed.save import save, undo
from addin.hosts.closed.snapshot import Fingerprint, fingerprint_of
from tests.hosts.closed.made_books import book_of, parts_of, sheet_part, zipped

NOW = datetime(2026, 11, 23, 8, 30)
OLD = book_of()


def version(value: object) -> bytes:
    return patch(OLD, Writes(squares=(Write(Place("Sổ", 1, 1), value, "thử"),)))
NEW = version("mới")


@pytest.fixture
def path(tmp_path) -> Path:
    path = tmp_path / "Sổ chi bộ.xlsx"
    path.write_bytes(OLD)
    return path


def put(path: Path, new: bytes = NEW, now: datetime = NOW):
    return save(path, new, fingerprint_of(path), now=now, what="Ghi thử", who="bi-thu")
