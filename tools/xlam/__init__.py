"""Builds the Excel add-in from the text in macros/: `python -m tools.xlam OUT.xlam`; same text, same bytes.

Nothing here is imported by a user's command, and nothing here runs Excel: the VBA project is source only
(no compiled code), which makes Excel compile it on the PC it is opened on.
"""

from tools.xlam.faults import MacroFault
from tools.xlam.package import MACROS, build
from tools.xlam.ribbon_lint import lint

__all__ = ["MACROS", "MacroFault", "build", "lint"]
