"""The group that all commands join."""

from __future__ import annotations

import click

from addin.output.vietnamese_click import Group


def _version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """The installed version; from a bare checkout, that it is not installed."""
    if not wanted:
        return
    from importlib.metadata import PackageNotFoundError, version

    try:
        click.echo(f"sochibo {version('sochibo')}")
    except PackageNotFoundError:
        click.echo("sochibo (chạy từ thư mục mã nguồn, chưa cài)")
    context.exit()


@click.group(cls=Group, help="Sổ Chi bộ: kiểm tra, giám sát và xếp loại hằng năm trên chính sổ Excel của chi bộ.")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Hiện phiên bản.")
def cli() -> None:
    """The group of all commands."""
