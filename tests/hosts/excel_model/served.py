"""What makes a Python object one of Excel's: members named by what they are, and used as attributes.

A class names its members `get_Name`, `put_Name`, `call_Add`; parameters keep the names Excel gives them, for
callers may use them.
"""

from __future__ import annotations

import functools
import inspect

from xlwings import XlwingsError


class Refused(XlwingsError):
    """An error of the object model with the number Excel gives it."""

    def __init__(self, scode):
        super().__init__(f"{scode & 0xFFFFFFFF:08X}")
        self.scode = self.hresult = scode


NO_SUCH_ITEM = Refused(-2147352565)
REFUSED = Refused(-2146827284)
NO_OBJECT_ANY_MORE = Refused(-2146827864)
REJECTED = Refused(-2147418111)
IN_EDIT_MODE = Refused(-2146777998)


class Served:
    """One object; each handing over is an object of its own, as with Excel."""

    is_object_of_excel = True

    def alive(self):
        """Fail as Excel does where what the object stands for is gone."""

    def __getattr__(self, name):
        function, is_value = _member(type(self), name)
        self.alive()
        return function(self) if is_value else function.__get__(self)

    def __setattr__(self, name, value):
        put = getattr(type(self), f"put_{name}", None) if name[0].isupper() else None
        if put is None:
            object.__setattr__(self, name, value)
        else:
            self.alive()
            put(self, value)

    def __call__(self, *arguments):
        self.alive()
        return self.get__Default(*arguments)

    def __iter__(self):
        self.alive()
        return iter(self.get__NewEnum())


class Collection(Served):
    """Members by number from 1 or by name; `items` of each kind lists all of them in their order."""

    def get_Count(self):
        return len(self.items())

    def get_Item(self, Index):
        return self.get__Default(Index)

    def get__Default(self, Index):
        items = self.items()
        if isinstance(Index, int) and 0 < Index <= len(items):
            return items[Index - 1]
        for item in items:
            if isinstance(Index, str) and item.get_Name().casefold() == Index.casefold():
                return item
        raise NO_SUCH_ITEM

    def get__NewEnum(self):
        return self.items()


@functools.cache
def _member(kind, name):
    """The function behind a member, and whether asking for the member is asking for its value."""
    function = getattr(kind, f"call_{name}", None) or getattr(kind, f"get_{name}", None)
    if function is None:
        raise AttributeError(name)
    wanted = [*inspect.signature(function).parameters.values()][1:]
    return function, hasattr(kind, f"get_{name}") and all(parameter.default is not parameter.empty for parameter in wanted)
