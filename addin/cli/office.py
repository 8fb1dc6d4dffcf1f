"""Commands that put the buttons into Excel and LibreOffice for this user, and take them away."""

from __future__ import annotations

import os
from typing import Any

from addin.cli.command import command
from addin.jobs.outcome import Outcome
from addin.terminal import Call


@command("Cài nút bấm vào Excel và LibreOffice cho người dùng này.")
def install(_call: Call) -> Outcome[Any]:
    """The add-in for this user."""
    from addin.jobs import install, installed_places

    return install.install(installed_places.places_of(os.environ))


@command("Gỡ nút bấm khỏi Excel và LibreOffice.")
def uninstall(_call: Call) -> Outcome[Any]:
    """Take everything away."""
    from addin.jobs import install, installed_places

    return install.uninstall(installed_places.places_of(os.environ))
