"""The group that all commands join."""

from __future__ import annotations

import click

from addin.output.vietnamese_click import Group


@click.group(cls=Group, help="Sổ Chi bộ: kiểm tra, giám sát và xếp loại hằng năm trên chính sổ Excel của chi bộ.")
@click.version_option(package_name="sochibo", prog_name="sochibo", message="%(prog)s %(version)s", help="Hiện phiên bản.")
def cli() -> None:
    """The group of all commands."""
