"""What this user's registry says so that Excel can ask Windows for our program by name, where it may not start it itself.

Nothing runs until it is asked for, nobody else's registry is touched, and no admin right is needed. A 32-bit Excel
looks under WOW6432Node. macros/Launcher.bas and installer/SoChiBo.nsi name the same class; tests hold them together.
"""

from __future__ import annotations

import sys
from contextlib import suppress

from addin.jobs.installed_places import Places

CLASS_NAME = "SoChiBo.Click"
CLASS_ID = "{141F268F-1527-40D0-B2F1-E6AF77788D7B}"
_TITLE = "Sổ Chi bộ"
_CLASSES = "Software\\Classes"
_OURS = (
    rf"{_CLASSES}\{CLASS_NAME}\CLSID",
    rf"{_CLASSES}\{CLASS_NAME}",
    *(
        rf"{_CLASSES}\{view}CLSID\{CLASS_ID}{key}"
        for view in ("", "WOW6432Node\\")
        for key in (r"\LocalServer32", r"\ProgID", "")
    ),
)
"""Every key of ours, inner ones first."""


def values_of(places: Places) -> dict[str, str]:
    """The value of each key."""
    command = rf'"{places.python}\pythonw.exe" -I -X utf8 "{places.program}\run.py" --called'
    values = {"CLSID": CLASS_ID, "LocalServer32": command, "ProgID": CLASS_NAME}
    return {key: values.get(key.rpartition("\\")[2], _TITLE) for key in _OURS}


def register(places: Places) -> None:
    """Make the program known; it may be repeated. A PC that lets nobody write there does without this second way."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - Windows alone has it

        with suppress(PermissionError):
            for key, value in values_of(places).items():
                with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as made:
                    winreg.SetValueEx(made, None, 0, winreg.REG_SZ, value)


def forget() -> None:
    """Take every key of ours away."""
    if sys.platform == "win32":
        import winreg  # noqa: PLC0415 - as above

        for key in _OURS:
            with suppress(FileNotFoundError, PermissionError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
