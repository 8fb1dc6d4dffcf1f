"""The command `sochibo`: one short function a command, in one module a family."""

from addin.cli.way_in import main

__all__ = ["main"]
