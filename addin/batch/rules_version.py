"""Which rules a result was made by: the product's version and a digest of everything that decides a result."""

from __future__ import annotations

import hashlib
from functools import cache

from addin.jobs.logged import product_version
from addin.resources import package

_DECIDING = ("batch", "core", "glossary", "hosts/closed/read", "jobs", "output")


@cache
def rules_version() -> str:
    """`0.1.0+1a2b3c4d5e6f`: equal where, and only where, the same workbook gives the same line."""
    digest = hashlib.sha256()
    for folder in _DECIDING:
        root = package() / folder
        for path in sorted(one for ending in ("*.py", "*.json") for one in root.rglob(ending)):
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return f"{product_version() or 'source'}+{digest.hexdigest()[:12]}"
