"""Builds the Excel add-in from the text in macros/: `python -m addin.dev.xlam OUT.xlam`; same text, same bytes.

Nothing here is imported by a user's command, and nothing here runs Excel: the VBA project is source only
(no compiled code), which makes Excel compile it on the PC it is opened on.
"""

from addin.dev.xlam.faults import MacroFault
from addin.dev.xlam.package import MACROS, build
from addin.dev.xlam.ribbon_lint import lint

__all__ = ["MACROS", "MacroFault", "build", "lint"]
