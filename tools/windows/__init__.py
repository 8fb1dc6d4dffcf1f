"""Builds for Windows, on Linux: the official embeddable Python, the add-in's environment, the installer.

`python -m tools.windows python OUT.zip` puts the official embeddable zip together;
`python -m tools.windows installer …` builds the installer. Nothing here is imported by a user's command.
"""

from tools.windows.faults import BuildFault

__all__ = ["BuildFault"]
