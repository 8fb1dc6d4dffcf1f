"""Builds for Windows, on Linux: the official embeddable Python, the add-in's environment, the installer.

`python -m addin.dev.windows python OUT.zip` puts the official embeddable zip together;
`python -m addin.dev.windows installer …` builds the installer. Nothing here is imported by a user's command.
"""

from addin.dev.windows.faults import BuildFault

__all__ = ["BuildFault"]
