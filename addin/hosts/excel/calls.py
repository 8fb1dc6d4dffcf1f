"""Excel's own object model, member by member, one trip to Excel each.

Through xlwings every object that Excel hands back is asked for its type first, and each member of it again: about
thirteen trips for one that matters (measured, bench/clicks_windows.py). Where a button reads every sheet that is
what the person waits for, so those parts call the members directly. xlwings finds Excel and the workbook.

A member's number is asked for once: objects reached by the same way are of one kind.
"""

from __future__ import annotations

import sys
import time
from types import MethodType
from typing import Any, Protocol

REJECTED, TRY_LATER = -2147418111, -2147417846
_PAUSES = (0.005,) * 40 + (0.05,) * 40
_GET, _PUT = 1 | 2, 4
_numbers: dict[tuple[str, str], int] = {}


class Calls(Protocol):
    """An object of Excel: `get` calls a member and hands back what it gives, `put` sets one."""

    def get(self, name: str, *arguments: Any) -> Any:
        """A value, a block of values, or another object."""
        ...

    def put(self, name: str, value: Any) -> None:
        """Set a member."""
        ...


def direct(api: Any, kind: str) -> Calls:
    """From an xlwings object's `api`; `kind` is what Excel calls it, such as Worksheet."""
    inner = getattr(api, "_oleobj_", None)
    return Numbered(inner, kind) if inner is not None else Named(api)


class Numbered:
    """Over COM."""

    __slots__ = ("_kind", "inner")

    def __init__(self, inner: Any, kind: str) -> None:
        self.inner, self._kind = inner, kind

    def get(self, name: str, *arguments: Any) -> Any:
        """What the member gives; objects come as what they are here."""
        plain = [argument.inner if isinstance(argument, Numbered) else argument for argument in arguments]
        found = self._invoke(name, _GET, plain)
        return Numbered(found, f"{self._kind}.{name}") if type(found).__name__ == "PyIDispatch" else found

    def put(self, name: str, value: Any) -> None:
        """Set a member."""
        self._invoke(name, _PUT, [value])

    def _invoke(self, name: str, how: int, arguments: list[Any]) -> Any:
        """Tried again for some two seconds while Excel is busy with something of its own."""
        refused = sys.modules["pywintypes"].com_error
        for pause in _PAUSES:
            try:
                return self.inner.Invoke(self._number(name), 0, how, how == _GET, *arguments)
            except refused as error:
                if error.hresult not in (REJECTED, TRY_LATER):
                    raise
                time.sleep(pause)
        return self.inner.Invoke(self._number(name), 0, how, how == _GET, *arguments)

    def _number(self, name: str) -> int:
        key = (self._kind, name)
        if key not in _numbers:
            _numbers[key] = self.inner.GetIDsOfNames(0, name)
        return _numbers[key]


class Named:
    """Over an engine of xlwings that is not COM: the same members, as attributes."""

    __slots__ = ("inner",)

    def __init__(self, inner: Any) -> None:
        self.inner = inner

    def get(self, name: str, *arguments: Any) -> Any:
        """What the member gives."""
        plain = [argument.inner if isinstance(argument, Named) else argument for argument in arguments]
        found = getattr(self.inner, name)
        found = found(*plain) if plain or isinstance(found, MethodType) else found
        return Named(found) if hasattr(type(found), "is_object_of_excel") else found

    def put(self, name: str, value: Any) -> None:
        """Set a member."""
        setattr(self.inner, name, value)
