"""Regular expressions compiled when first used, not while the program starts.

Some seventy stand in modules that every command imports, and most commands match with half of them. Type checkers
see `re.compile` itself.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from re import compile as pattern
else:

    def pattern(text, flags=0):  # noqa: ANN001, ANN201 - checkers read above
        """What `re.compile` gives, later: its methods are this object's own from the first use on."""
        return _Waiting(text, flags)


__all__ = ["pattern"]


class _Waiting:
    """Stands for a pattern until one of its attributes is asked for; each is looked up once."""

    def __init__(self, text: Any, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, found)
        return found
