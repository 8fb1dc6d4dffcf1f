"""What the process the launcher started does: read its words, hand the click on, tell what went wrong."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from addin.clicks.dialog import Dialog
from addin.errors import Misuse, SochiboError
from addin.resident.handing_on import NoResident, hand_on, start_resident
from addin.resident.journal import note, note_bug
from addin.resident.serving import BUG_CODE, BUG_TEXT, Resident, Run
from addin.resident.windows import dialog_over
from addin.resident.wire import Request


def become_resident(run: Run) -> int:
    """Serve clicks until Excel closes."""
    return Resident(run).serve()


def answer_click(words: Sequence[str], buttons: frozenset[str], run: Run) -> int:
    """The exit code of design.md §3; every ending but success has been told by then."""
    window = _number(words, "--hwnd=")
    dialog = dialog_over(window)
    try:
        return _answered(request_of(words, buttons), dialog, run)
    except SochiboError as error:
        note(f"click {error.kind}")
        dialog.tell(f"{error.message}\n→ {error.fix}", warning=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the door: pythonw has no other way to say it
        note_bug("click", error)
        dialog.tell(BUG_TEXT, warning=True)
        return BUG_CODE


def _answered(request: Request, dialog: Dialog, run: Run, start: Callable[[], None] = start_resident) -> int:
    """Through the resident; where this PC lets none live, here and now, slower."""
    try:
        return hand_on(request, dialog, start)
    except NoResident:
        note("no resident: the click works alone")
        return run(request, dialog)


def request_of(words: Sequence[str], buttons: frozenset[str]) -> Request:
    """`BUTTON --wb=NAME --hwnd=N`; everything behind the first "=" is the name, "=" and quotes too."""
    button = words[0] if words else ""
    if button not in buttons:
        raise Misuse(f"Không có nút “{button}”.", "Chạy lại bộ cài Sổ Chi bộ để nút và chương trình cùng một bản.")
    return Request(button, _text(words, "--wb="), _number(words, "--hwnd="))


def _text(words: Sequence[str], option: str) -> str:
    return next((word[len(option) :] for word in words if word.startswith(option)), "")


def _number(words: Sequence[str], option: str) -> int:
    text = _text(words, option)
    return int(text) if text.lstrip("-").isdigit() else 0
