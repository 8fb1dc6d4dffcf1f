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
from addin.errors import Misuse
from addin.hosts.libreoffice.book import LibreOfficeBook
from addin.hosts.libreoffice.screen import Screen
from addin.hosts.libreoffice.wire import Office
from addin.ribbon import BUTTONS, press


def main(arguments: Sequence[str] | None = None) -> int:
    """`BUTTON`: the exit code is that of the command line."""
    (button,) = sys.argv[1:] if arguments is None else arguments
    questions = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    office = Office(questions, sys.stdin.buffer)
    screen = Screen(office)
    if button not in BUTTONS:
        screen.tell("Bản cài trên LibreOffice không khớp với chương trình. Hãy cài lại Sổ Chi bộ.", warning=True)
        return Misuse.exit_code
    now = datetime.now()  # noqa: DTZ005 - the local time a person reads in the undo list
    host = LibreOfficeBook(office, at=f"({now:%H:%M:%S})")
    return press(button, Click(host, screen, now.date()))


if __name__ == "__main__":
    sys.exit(main())
