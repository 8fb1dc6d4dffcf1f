"""The object model behind numbers instead of names, as COM has it, without COM: every member has a number of its own.

A number that was learnt of one kind of object and used on another is refused, so is a call with too many arguments.
"""

from __future__ import annotations

import inspect
import sys
import types

from tests.hosts.excel_model.served import Refused, Served

UNKNOWN_NAME, NOT_FOUND, EXCEPTION, NOT_OPTIONAL = -2147352570, -2147352573, -2147352567, -2147352561
_numbers = {}
_PUT = 4


class ComError(Exception):
    """As pywin32's: the number of the call, and that of the object model where it gave one."""

    def __init__(self, hresult, of_the_model=0):
        super().__init__(hresult, of_the_model)
        self.hresult = hresult
        self.excepinfo = (0, None, None, None, 0, of_the_model) if of_the_model else None


class PyIDispatch:
    """What pywin32 hands out for one object of the model."""

    def __init__(self, served):
        self.served = served

    def GetIDsOfNames(self, _language, name):
        kind = type(self.served)
        if not any(hasattr(kind, f"{how}_{name}") for how in ("get", "put", "call")):
            raise ComError(UNKNOWN_NAME)
        return _numbers.setdefault((kind, name), len(_numbers) + 1)

    def Invoke(self, number, _language, how, _wants_answer, *arguments):
        kind, name = next(key for key, known in _numbers.items() if known == number)
        if kind is not type(self.served):
            raise ComError(NOT_FOUND)
        given = [one.served if isinstance(one, PyIDispatch) else one for one in arguments]
        member = next((getattr(self.served, f"{way}_{name}") for way in (("put",) if how == _PUT else ("get", "call")) if hasattr(kind, f"{way}_{name}")), None)
        if member is None:
            raise ComError(NOT_FOUND)
        try:
            inspect.signature(member).bind(*given)
        except TypeError:
            raise ComError(NOT_OPTIONAL) from None
        try:
            self.served.alive()
            found = member(*given)
        except Refused as refused:
            raise ComError(EXCEPTION, refused.scode) from None
        return PyIDispatch(found) if isinstance(found, Served) else found


def over_numbers(monkeypatch):
    """From now on what xlwings hands out is called by number."""
    monkeypatch.setitem(sys.modules, "pywintypes", types.SimpleNamespace(com_error=ComError))
    monkeypatch.setattr("addin.hosts.excel.calls._numbers", {})
    monkeypatch.setattr(Served, "_oleobj_", property(PyIDispatch), raising=False)
