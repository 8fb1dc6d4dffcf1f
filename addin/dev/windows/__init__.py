"""Builds for Windows, on Linux: a Windows CPython for tests, the add-in's environment, the installer.

`python -m addin.dev.windows python OUT.zip` assembles an interpreter in the layout of the official embeddable
zip (engineering/windows.md says from what); `python -m addin.dev.windows installer …` builds the installer.
Nothing here is imported by a user's command.
"""

from addin.dev.windows.faults import BuildFault

__all__ = ["BuildFault"]
