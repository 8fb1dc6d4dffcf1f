"""The object model served over COM with type information, as Excel serves its own.

Type information is made from the classes when the stand-in starts: without it pywin32 would know no parameter
names and take every property for a method.
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

from tests.hosts.excel_model.served import Refused, Served

KINDS = {"get": pythoncom.INVOKE_PROPERTYGET, "put": pythoncom.INVOKE_PROPERTYPUT, "call": pythoncom.INVOKE_FUNC}
_WELL_KNOWN = {"_Default": pythoncom.DISPID_VALUE, "_NewEnum": pythoncom.DISPID_NEWENUM}
_OPTIONAL = 0x11  # in, optional
_VARIANT = (pythoncom.VT_VARIANT, 0, None)
_NOTHING = (pythoncom.VT_VOID, 0, None)
_PUTS = pythoncom.DISPATCH_PROPERTYPUT | pythoncom.DISPATCH_PROPERTYPUTREF

calls: Counter[str] = Counter()
"""How often each member was called; a click's cost in a real Excel is mostly the sum."""


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
        given = [_received(argument) for argument in args]
        try:
            inspect.signature(member).bind(*given)
        except TypeError:
            raise COMException(scode=winerror.DISP_E_PARAMNOTOPTIONAL) from None
        try:
            self._obj_.alive()
            return (handed_over(member(*given)),)
        except Refused as refused:
            raise COMException(description="Excel thay thế từ chối", scode=refused.scode) from None

    def _GetTypeInfoCount_(self):
        return 1

    def _GetTypeInfo_(self, index, lcid):
        calls["type information"] += 1
        return 0, type(self._obj_).information


def handed_over(value):
    """An object of the model becomes one of COM's, a list of them what a client walks through; the rest goes as it is."""
    if isinstance(value, Served):
        return win32com.server.util.wrap(value, usePolicy=Policy)
    return win32com.server.util.NewEnum([handed_over(item) for item in value]) if isinstance(value, list) else value


def _received(argument):
    """An object of the model behind one that a client hands back."""
    if argument is pythoncom.Missing:
        return None
    return win32com.server.util.unwrap(argument) if type(argument).__name__ == "PyIDispatch" else argument


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
