"""Excel's own object model, member by member, one trip to Excel each.

Through xlwings every object that Excel hands back is asked for its type first, and each member of it again: about
thirteen trips for one that matters (measured, bench/clicks_windows.py). And xlwings repeats a call that a busy Excel
turned down without a pause, some calls for ever, others never. So xlwings finds Excel and the workbook; everything
behind is called here, with one patience.

A member's number is asked for once: objects reached by the same way are of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from types import MethodType
from typing import Any, Protocol, TypeVar

from addin.hosts.excel.faults import engine_errors
from addin.hosts.excel.patience import PATIENT, Patience, is_busy

Answer = TypeVar("Answer")
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


def direct(api: Any, kind: str, patience: Patience = PATIENT) -> Calls:
    """From an xlwings object's `api`; `kind` is what Excel calls it, such as Worksheet."""
    inner = getattr(api, "_oleobj_", None)
    return Numbered(inner, kind, patience) if inner is not None else Named(api, patience)


def each(collection: Calls) -> Iterator[Calls]:
    """The members of a collection in their order."""
    return (collection.get("Item", number) for number in range(1, int(collection.get("Count")) + 1))


def unless_refused(call: Callable[[], Answer], otherwise: Answer) -> Answer:
    """What the call gives; `otherwise` where Excel has no such thing. An Excel that is busy has not answered at all."""
    try:
        return call()
    except engine_errors() as error:
        if is_busy(error):
            raise
    except AttributeError:  # an engine that is not COM
        pass
    return otherwise


class Numbered:
    """Over COM."""

    __slots__ = ("_kind", "_patience", "inner")

    def __init__(self, inner: Any, kind: str, patience: Patience = PATIENT) -> None:
        self.inner, self._kind, self._patience = inner, kind, patience

    def get(self, name: str, *arguments: Any) -> Any:
        """What the member gives; objects come as what they are here."""
        plain = [argument.inner if isinstance(argument, Numbered) else argument for argument in arguments]
        found = self._patience.ask(partial(self._invoke, name, _GET, plain))
        is_object = type(found).__name__ == "PyIDispatch"
        return Numbered(found, f"{self._kind}.{name}", self._patience) if is_object else found

    def put(self, name: str, value: Any) -> None:
        """Set a member."""
        self._patience.ask(partial(self._invoke, name, _PUT, [value]))

    def _invoke(self, name: str, how: int, arguments: list[Any]) -> Any:
        return self.inner.Invoke(self._number(name), 0, how, how == _GET, *arguments)

    def _number(self, name: str) -> int:
        key = (self._kind, name)
        if key not in _numbers:
            _numbers[key] = self.inner.GetIDsOfNames(0, name)
        return _numbers[key]


class Named:
    """Over an engine of xlwings that is not COM: the same members, as attributes."""

    __slots__ = ("_patience", "inner")

    def __init__(self, inner: Any, patience: Patience = PATIENT) -> None:
        self.inner, self._patience = inner, patience

    def get(self, name: str, *arguments: Any) -> Any:
        """What the member gives."""
        plain = [argument.inner if isinstance(argument, Named) else argument for argument in arguments]
        found = self._patience.ask(partial(self._member, name, plain))
        return Named(found, self._patience) if hasattr(type(found), "is_object_of_excel") else found

    def _member(self, name: str, arguments: list[Any]) -> Any:
        found = getattr(self.inner, name)
        return found(*arguments) if arguments or isinstance(found, MethodType) else found

    def put(self, name: str, value: Any) -> None:
        """Set a member."""
        self._patience.ask(partial(setattr, self.inner, name, value))
