"""What the process the launcher started does: read its words, hand the click on, tell what went wrong.

Loaded at every click, so whatever only some clicks need is loaded there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from addin.errors import Misuse, SochiboError
from addin.resident.handing_on import NoResident, hand_on, start_resident
from addin.resident.wire import Request

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from addin.clicks.dialog import Dialog
    from addin.resident.handing_on import Start
    from addin.resident.serving import Resident

    Run = Callable[[Request, Dialog], int]

    class Presser(Protocol):
        """Runs clicks one after the other, and remembers the workbook of the last."""

        def __call__(self, request: Request, dialog: Dialog) -> int:
            """The exit code."""
            ...

        def forget(self) -> None:
            """Nothing of a workbook is kept any longer."""
            ...


def become_resident(run: Presser) -> int:
    """Serve clicks until Excel closes."""
    from addin.resident.serving import Resident  # noqa: PLC0415 - the resident's side only

    return Resident(run, run.forget).serve()


def become_called(alone: Callable[[], Presser], buttons: frozenset[str]) -> int:
    """The same for an Excel that hands its clicks over itself, because it may start no program."""
    from addin.resident.calling import Press, serve_calls  # noqa: PLC0415 - Windows alone has it

    def ready() -> tuple[Resident, Press]:
        from addin.resident.serving import Resident  # noqa: PLC0415 - the resident's side only

        run = alone()
        resident = Resident(run, run.forget)

        def press(words: Sequence[str]) -> int:
            return _told(words, lambda dialog: resident.called(request_of(words, buttons), dialog()))

        return resident, press

    return serve_calls(ready)


def answer_click(
    words: Sequence[str], buttons: frozenset[str], alone: Callable[[], Run], start: Start = start_resident
) -> int:
    """The exit code of design.md §3; every ending but success has been told. `alone` makes what runs it without a resident."""
    return _told(words, lambda dialog: _answered(request_of(words, buttons), dialog, alone, start))


def _told(words: Sequence[str], answer: Callable[[Callable[[], Dialog]], int]) -> int:
    """What went wrong is told in front of the Excel the click came from."""

    def dialog() -> Dialog:
        from addin.resident.windows import dialog_over  # noqa: PLC0415 - loaded while the resident works

        return dialog_over(_number(words, "--hwnd="))

    try:
        return answer(dialog)
    except SochiboError as error:
        from addin.resident.journal import note  # noqa: PLC0415 - only where something went wrong

        note(f"click {error.kind}")
        dialog().tell(f"{error.message}\n→ {error.fix}", warning=True)
        return error.exit_code
    except Exception as error:  # noqa: BLE001 - the door: pythonw has no other way to say it
        from addin.resident.journal import BUG_CODE, BUG_TEXT, note_bug  # noqa: PLC0415 - as above

        note_bug("click", error)
        dialog().tell(BUG_TEXT, warning=True)
        return BUG_CODE


def _answered(request: Request, dialog: Callable[[], Dialog], alone: Callable[[], Run], start: Start) -> int:
    """Through the resident; where this PC lets none live, here and now, slower."""
    try:
        return hand_on(request, dialog, start)
    except NoResident:
        return alone()(request, dialog())


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
