"""Counts that are small in `make test` and large in `make proof`, which runs the tests marked `proof` alone."""

from __future__ import annotations

import os

PROVING = bool(os.environ.get("SOCHIBO_PROOF"))


def count(usual: int, proving: int) -> int:
    """How many times something is tried in this run."""
    return proving if PROVING else usual
