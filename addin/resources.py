"""The files that came with the program, named as in the project: `workbooks/so-trang.xlsx`, `templates/ballot.docx`.

A wheel and the installed copy carry them inside the package (`addin/shipped`, copied by tools/shipping.py when they are
built); a checkout has no copy, and the folders a person sees and edits are read themselves: one source, never an older one.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

SHIPPED = ("workbooks/*.xlsx", "templates/*.docx", "templates/*.html", "macros/built/*", "docs/huong-dan.html", "installer/app/*.py")
"""All that ships beside the modules."""
COPY = "shipped"


def package() -> Path:
    """The folder of our modules."""
    return Path(str(files("addin")))


def shipped(name: str) -> Path:
    """Where a shipped file or folder lies; whoever reads it says what a missing one means."""
    return _root() / name


def all_shipped() -> dict[str, Path]:
    """Every shipped file by its name."""
    root = _root()
    return {path.relative_to(root).as_posix(): path for pattern in SHIPPED for path in sorted(root.glob(pattern)) if path.is_file()}


def _root() -> Path:
    copy = package() / COPY
    return copy if copy.is_dir() else package().parent
