"""What Windows says when a file is opened for writing: held by somebody, forbidden, or free.

Python's `open` goes through the C library, which turns a sharing violation into a plain "permission denied":
only the system's own call tells «somebody has it open» from «you may not».
"""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_READ_AND_WRITE = 0xC0000000
_SHARE_ALL = 0x7
_OPEN_EXISTING = 3
_HELD = frozenset({32, 33})
_ABSENT = frozenset({2, 3})


def is_held(path: Path) -> bool:
    """Whether another handle keeps it from being written; OSError, with Windows' own code, for any other refusal."""
    if sys.platform != "win32":
        return False
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateFileW.restype = ctypes.c_void_p
    kernel.CreateFileW.argtypes = (ctypes.c_wchar_p, *(ctypes.c_uint32,) * 2, ctypes.c_void_p, *(ctypes.c_uint32,) * 2, ctypes.c_void_p)
    kernel.CloseHandle.argtypes = (ctypes.c_void_p,)
    handle = kernel.CreateFileW(str(path), _READ_AND_WRITE, _SHARE_ALL, None, _OPEN_EXISTING, 0, None)
    if handle not in {None, ctypes.c_void_p(-1).value}:
        kernel.CloseHandle(handle)
        return False
    code = ctypes.get_last_error()
    if code in _ABSENT:
        return False
    if code in _HELD:
        return True
    raise ctypes.WinError(code)
