"""The one error of the builder: something in macros/ that Excel would refuse or show broken."""

from __future__ import annotations


class MacroFault(Exception):
    """Names the file, the line where there is one, and what is wrong; for developers, in English."""
