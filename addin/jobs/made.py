"""A paper that was made: what is told of it, and what the log says."""

from __future__ import annotations

from pathlib import Path

from addin.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that stands: its file and fingerprint, its number as written where it was given one, a draft where it lacks one.

    `is_named`: the file is called after a person. `is_copy`: one of many put together, told and logged by what binds them.
    """

    path: Path
    number: str | None = None
    kind: str = ""
    sha256: str = ""
    is_draft: bool = False
    is_named: bool = False
    is_copy: bool = False
