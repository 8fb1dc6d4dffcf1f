"""Python objects served over COM with type information, as Excel serves its own.

A class names its members by what they are: `get_Name`, `put_Name`, `call_Add`; parameters keep the names Excel
gives them, for callers may use them. Type information is made from the classes when the stand-in starts: without
it pywin32 would know no parameter names and take every property for a method.
"""

from __future__ import annotations

import inspect
from collections import Counter
from pathlib import Path

import pythoncom
import win32com.server.policy
import win32com.server.util
import winerror
from win32com.server.exception import COMException

KINDS = {"get": pythoncom.INVOKE_PROPERTYGET, "put": pythoncom.INVOKE_PROPERTYPUT, "call": pythoncom.INVOKE_FUNC}
_WELL_KNOWN = {"_Default": pythoncom.DISPID_VALUE, "_NewEnum": pythoncom.DISPID_NEWENUM}
_OPTIONAL = 0x11  # in, optional
_VARIANT = (pythoncom.VT_VARIANT, 0, None)
_NOTHING = (pythoncom.VT_VOID, 0, None)
_PUTS = pythoncom.DISPATCH_PROPERTYPUT | pythoncom.DISPATCH_PROPERTYPUTREF

calls: Counter[str] = Counter()
"""How often each member was called; a click's cost in a real Excel is mostly the sum."""


class Served:
    """What is handed over to a client; each handing over is an object of its own, as with Excel."""

    def alive(self):
        """Fail as Excel does where what the object stands for is gone."""

    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)

    __hash__ = None


class Policy(win32com.server.policy.BasicWrapPolicy):
    """Finds the member by its number and calls it."""

    def _getdispid_(self, name, fdex):
        try:
            return type(self._obj_).numbers[name.lower()]
        except KeyError:
            raise COMException(scode=winerror.DISP_E_UNKNOWNNAME) from None

    def _invokeex_(self, dispid, lcid, flags, args, *more):
        served = type(self._obj_)
        name = served.names.get(dispid)
        calls[f"{served.__name__}.{name}"] += 1
        kinds = ("put",) if flags & _PUTS else ("get", "call")
        member = next((getattr(self._obj_, f"{kind}_{name}") for kind in kinds if hasattr(served, f"{kind}_{name}")), None)
        if member is None:
            raise COMException(scode=winerror.DISP_E_MEMBERNOTFOUND)
        self._obj_.alive()
        given = [None if argument is pythoncom.Missing else argument for argument in args]
        try:
            inspect.signature(member).bind(*given)
        except TypeError:
            raise COMException(scode=winerror.DISP_E_PARAMNOTOPTIONAL) from None
        return (handed_over(member(*given)),)

    def _GetTypeInfoCount_(self):
        return 1

    def _GetTypeInfo_(self, index, lcid):
        return 0, type(self._obj_).information


def handed_over(value):
    """A served object becomes one of COM's; everything else goes as it is."""
    return win32com.server.util.wrap(value, usePolicy=Policy) if isinstance(value, Served) else value


def listed(items):
    """What a client walks through with `for`."""
    return win32com.server.util.NewEnum([handed_over(item) for item in items])


def received(argument):
    """The served object behind one that a client hands back."""
    return win32com.server.util.unwrap(argument)


def failed(scode, text="Excel thay thế từ chối"):
    """An error of the object model, as clients of Excel see it: an exception with a number of its own."""
    return COMException(description=text, scode=scode)


def describe(classes, path: Path) -> None:
    """Give every class its numbers and its type information, kept in a library file."""
    library = pythoncom.CreateTypeLib2(pythoncom.SYS_WIN32, str(path))
    for served in classes:
        _described(library, served)
    library.SaveAllChanges()
    read = pythoncom.LoadTypeLib(str(path))
    for number, served in enumerate(classes):
        served.information = read.GetTypeInfo(number)


def _described(library, served):
    information = library.CreateTypeInfo(served.__name__, pythoncom.TKIND_DISPATCH)
    information.SetGuid(pythoncom.CreateGuid())
    served.names, served.numbers = {}, {}
    members = [(kind, name) for kind, _, name in (word.partition("_") for word in dir(served)) if kind in KINDS]
    for place, (kind, name) in enumerate(sorted(members, key=lambda member: member[::-1])):
        number = served.numbers.setdefault(name.lower(), _WELL_KNOWN.get(name, len(served.numbers) + 100))
        served.names[number] = name
        parameters = list(inspect.signature(getattr(served, f"{kind}_{name}")).parameters)[1:]
        information.AddFuncDesc(place, _function(number, kind, len(parameters)))
        information.SetFuncAndParamNames(place, (name, *(parameters[:-1] if kind == "put" else parameters)))
    information.LayOut()


def _function(number, kind, parameters):
    function = pythoncom.FUNCDESC()
    function.memid, function.invkind = number, KINDS[kind]
    function.funckind, function.callconv = pythoncom.FUNC_DISPATCH, 4
    function.args = ((pythoncom.VT_VARIANT, _OPTIONAL, None),) * parameters
    function.cParamsOpt = 0 if kind == "put" else parameters
    function.rettype = _NOTHING if kind == "put" else _VARIANT
    return function
