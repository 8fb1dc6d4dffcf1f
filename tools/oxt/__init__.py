"""Builds LibreOffice's extension from the text in `macros/`; the same text gives the same bytes."""

from tools.oxt.package import MACROS, build

__all__ = ["MACROS", "build"]
