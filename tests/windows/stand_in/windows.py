"""The windows by which an Excel is known: XLMAIN, XLDESK, EXCEL7, the last of which hands out the object model.

And its message loop, which is also how COM delivers calls, and the filter by which a busy Excel turns them down.
"""

from __future__ import annotations

import ctypes
from ctypes import wintypes

import pythoncom
import win32api
import win32con
import win32event
import win32gui

_GET_OBJECT, _NATIVE_MODEL = 0x003D, 0xFFFFFFF0
_HANDLED, _REJECTED = 0, 1
_ALL_INPUT = 0x04FF
_STEP_MILLISECONDS = 1000


class _Guid(ctypes.Structure):
    _fields_ = (("first", ctypes.c_ulong), ("second", ctypes.c_ushort), ("third", ctypes.c_ushort), ("rest", ctypes.c_byte * 8))


def _guid(text):
    made = _Guid()
    ctypes.oledll.ole32.CLSIDFromString(text, ctypes.byref(made))
    return made


_DISPATCH = _guid("{00020400-0000-0000-C000-000000000046}")


def _pointer(served):
    """The COM pointer inside one of pywin32's objects."""
    convert = ctypes.PyDLL(pythoncom.__file__).PyCom_InterfaceFromPyObject
    convert.argtypes = (ctypes.py_object, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int)
    found = ctypes.c_void_p()
    assert convert(served, ctypes.byref(_DISPATCH), ctypes.byref(found), 0)
    return found


def show(title: str, model) -> int:
    """The windows of one Excel on the screen; `model` is what EXCEL7 hands out. The number of the outermost."""
    hand_out = ctypes.windll.oleacc.LresultFromObject
    hand_out.restype, hand_out.argtypes = ctypes.c_ssize_t, (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_void_p)
    pointer = _pointer(model)

    def answered(window, message, word, long):
        if message == _GET_OBJECT and long & 0xFFFFFFFF == _NATIVE_MODEL:
            return hand_out(ctypes.byref(_DISPATCH), word & 0xFFFFFFFFFFFFFFFF, pointer)
        return win32gui.DefWindowProc(window, message, word, long)

    outermost = inside = 0
    for name in ("XLMAIN", "XLDESK", "EXCEL7"):
        inside = _window(name, title, inside, answered)
        outermost = outermost or inside
    return outermost


def _window(name, title, parent, answered):
    kind = win32gui.WNDCLASS()
    kind.lpszClassName, kind.lpfnWndProc, kind.hInstance = name, answered, win32api.GetModuleHandle(None)
    win32gui.RegisterClass(kind)
    style = win32con.WS_VISIBLE | (win32con.WS_CHILD if parent else win32con.WS_OVERLAPPEDWINDOW)
    return win32gui.CreateWindow(name, title, style, 0, 0, 400, 300, parent, 0, kind.hInstance, None)


def loop(waiting, work) -> None:
    """Deliver calls and messages; when the event `waiting` is set, do `work` until it says that all is over."""
    while True:
        win32event.MsgWaitForMultipleObjects([waiting], False, _STEP_MILLISECONDS, _ALL_INPUT)
        pythoncom.PumpWaitingMessages()
        if work():
            return


class Filter:
    """While `is_busy`, every call from another process is rejected, as by an Excel with a dialog open."""

    def __init__(self):
        self.is_busy = False
        query = ctypes.WINFUNCTYPE(ctypes.c_long, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
        count = ctypes.WINFUNCTYPE(ctypes.c_ulong, ctypes.c_void_p)
        incoming = ctypes.WINFUNCTYPE(wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p)
        retry = ctypes.WINFUNCTYPE(wintypes.DWORD, ctypes.c_void_p, ctypes.c_void_p, wintypes.DWORD, wintypes.DWORD)
        self._functions = (
            query(lambda this, kind, out: -2147467262),
            count(lambda this: 1),
            count(lambda this: 1),
            incoming(lambda this, kind, task, ticks, what: _REJECTED if self.is_busy else _HANDLED),
            retry(lambda this, task, ticks, kind: 0xFFFFFFFF),
            retry(lambda this, task, ticks, kind: 2),
        )
        self._table = (ctypes.c_void_p * 6)(*(ctypes.cast(function, ctypes.c_void_p) for function in self._functions))
        self._object = ctypes.pointer(ctypes.c_void_p(ctypes.addressof(self._table)))
        ctypes.oledll.ole32.CoRegisterMessageFilter(self._object, None)
