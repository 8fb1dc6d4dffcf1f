"""Commands that put the buttons into Excel and LibreOffice for this user, and take them away."""

from __future__ import annotations

import os
from typing import Any

import click  # noqa: TC002 - click looks at the annotation

from addin.cli.group import cli
from addin.terminal import COMMON, Call


@cli.command(help="Cài nút bấm vào Excel và LibreOffice cho người dùng này.")
@COMMON
def install(context: click.Context, **common: Any) -> None:
    """The add-in for this user."""
    from addin.jobs import install, installed_places  # noqa: PLC0415 - each command loads its own job

    Call(context, **common).finish(install.install(installed_places.places_of(os.environ)))


@cli.command(help="Gỡ nút bấm khỏi Excel và LibreOffice.")
@COMMON
def uninstall(context: click.Context, **common: Any) -> None:
    """Take everything away."""
    from addin.jobs import install, installed_places  # noqa: PLC0415 - each command loads its own job

    Call(context, **common).finish(install.uninstall(installed_places.places_of(os.environ)))
