"""The door of LibreOffice's extension: run by our interpreter for one click, with a pipe to the office each way.

Standard output belongs to the conversation with the office; whatever else is printed goes to standard error.
With `ribbon` and `cli` this is where the day is read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import datetime

from addin.clicks.click import Click
from addin.errors import Misuse, SochiboError
from addin.hosts.libreoffice.book import LibreOfficeBook
from addin.hosts.libreoffice.screen import Screen
from addin.hosts.libreoffice.wire import Office
from addin.resident.journal import BUG_CODE, BUG_TEXT, note, note_bug
from addin.ribbon import BUTTONS, press

OTHER_VERSION = "Phần mở rộng trong LibreOffice khác phiên bản với chương trình.\n→ Chạy lại bộ cài Sổ Chi bộ."


def main(arguments: Sequence[str] | None = None) -> int:
    """`BUTTON`: the exit code is that of the command line."""
    (button,) = sys.argv[1:] if arguments is None else arguments
    questions = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    office = Office(questions, sys.stdin.buffer)
    try:
        code = _pressed(button, office)
    except SochiboError as error:
        code = error.exit_code
    except Exception as error:  # noqa: BLE001 - the door: a bug is logged and told, never shown as a traceback
        note_bug(button, error)
        Screen(office).tell(BUG_TEXT, warning=True)
        return BUG_CODE
    note(f"{button} {code}")
    return code


def _pressed(button: str, office: Office) -> int:
    """Only a document that is gone, where nobody can be told, comes out as an error."""
    screen = Screen(office)
    if button not in BUTTONS:
        screen.tell(OTHER_VERSION, warning=True)
        return Misuse.exit_code
    now = datetime.now()  # noqa: DTZ005 - the local time a person reads in the undo list
    host = LibreOfficeBook(office, at=f"({now:%H:%M:%S})")
    return press(button, Click(host, screen, now.date(), now=now))


if __name__ == "__main__":
    sys.exit(main())
