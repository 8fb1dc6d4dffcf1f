"""The resident as a COM server of this user: for an Excel that may start no program.

Where Defender's rule D4F940AB-401B-4EFC-AADC-AD5F3C50688A forbids Office to start children, the launcher asks Windows
for our object by its name, and Windows, not Excel, starts `run.py --called`. It lives as the resident does, serves
clicks that come over the wire too, and starts nothing of its own.

A job runs on the thread that took the call: while Excel waits in it, the questions asked back belong to that call,
as they do for every program Excel calls; those of another thread it could put off until the call is over.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pythoncom
import win32event
from win32com.server import policy, util

from addin.jobs.installed_class import CLASS_ID

if TYPE_CHECKING:
    from addin.resident.serving import Resident

Press = Callable[[Sequence[str]], int]
_STEP_MILLISECONDS = 500


class Clicks:
    """What Excel sees of us."""

    _public_methods_ = ("Press",)

    def __init__(self, press: Press) -> None:
        self._press = press

    def Press(self, button: str, workbook: str, window: str) -> int:  # noqa: N802 - named as a member of COM
        """The exit code of the job; whatever went wrong was told."""
        return self._press((button, f"--wb={workbook}", f"--hwnd={window}"))


def serve_calls(ready: Callable[[], tuple[Resident, Press]]) -> int:
    """Answer calls until the resident's life is over.

    Windows gives a server that does not make itself known in time up, so that comes first and what takes long to load,
    `ready`, second: who calls meanwhile waits until we look for calls.
    """

    class Ours(policy.DefaultPolicy):  # type: ignore[misc]  # pywin32 has no types
        def _CreateInstance_(self, _class_id: Any, interface: Any) -> Any:  # noqa: N802 - pywin32's own name
            return util.wrap(Clicks(press), interface)

    policy.DefaultPolicy = Ours
    held = pythoncom.CoRegisterClassObject(
        CLASS_ID, pythoncom.MakePyFactory(CLASS_ID), pythoncom.CLSCTX_LOCAL_SERVER, pythoncom.REGCLS_MULTIPLEUSE
    )
    resident, press = ready()
    living = threading.Thread(target=resident.serve)
    living.start()
    while living.is_alive():
        win32event.MsgWaitForMultipleObjects((), False, _STEP_MILLISECONDS, win32event.QS_ALLEVENTS)
        pythoncom.PumpWaitingMessages()
    pythoncom.CoRevokeClassObject(held)
    return 0
