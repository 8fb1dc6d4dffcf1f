"""The command `sochibo`: one short function a command, in one module a family."""

from __future__ import annotations

import gc
from collections.abc import Iterable

_FEW_COLLECTIONS = 100_000
"""A command lives a second and keeps what it makes: looking for cycles every 700 objects took a tenth of it."""


def main(arguments: Iterable[str] | None = None) -> None:
    """The way in, its modules loaded once the search for cycles is seldom."""
    gc.set_threshold(_FEW_COLLECTIONS)
    from addin.cli.way_in import main as way_in

    way_in(arguments)
