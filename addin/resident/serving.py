"""The resident: answers clicks one after the other in each Excel, and ends with the last Excel or after idling.

Each click has its own thread: a question waiting in one Excel must not hold up a person in another. Memory is
tidied after the answer, never during a job; that also lets go of every object of Excel, for an Excel somebody
still holds stays in memory, unseen, after its window closed.
"""

from __future__ import annotations

import gc
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from addin.clicks.dialog import Dialog
from addin.resident.journal import BUG_CODE, BUG_TEXT, note, note_bug
from addin.resident.places import Word, find_word, leave_word, shelf, stamp, take_word_away
from addin.resident.windows import is_alive, process_of_window, shows
from addin.resident.wire import HANDSHAKE_SECONDS, HOST, Gone, Line, Request, Stranger, welcome

Run = Callable[[Request, Dialog], int]
_LOOK_AROUND_SECONDS = 1.0
_IDLE_SECONDS = 1800.0
_SINCE_LAST_CLICK = 1


class RemoteDialog:
    """Boxes are shown by the process Excel itself started for the click: only that one may come to the front."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def tell(self, text: str, *, warning: bool = False) -> None:
        """Wait until it was read."""
        self._line.say(tell=text, warning=warning)
        self._line.hear()

    def ask(self, text: str) -> bool:
        """Gone, and so nothing written, where nobody is there to answer."""
        self._line.say(ask=text)
        return self._line.hear().get("answer") is True

    def show_file(self, path: Path) -> None:
        """Opened on the other side."""
        self._line.say(show_file=str(path))
        self._line.hear()


class Resident:
    """`run` does what a click wants, `forget` drops what it remembers of a workbook; `idle` and `look_around` are seconds."""

    def __init__(
        self, run: Run, forget: Callable[[], None] = lambda: None, *, idle: float = _IDLE_SECONDS, look_around: float = _LOOK_AROUND_SECONDS
    ) -> None:
        self._run, self._forget, self._idle, self._look_around = run, forget, idle, look_around
        self._remembered: Request | None = None
        self._token = secrets.token_hex(32)
        self._stamp = stamp()
        self._excels: set[int] = set()
        self._busy = 0
        self._last_click = time.monotonic()
        self._is_asked_to_stop = False
        self._lock = threading.Lock()

    def serve(self) -> int:
        """Until the last Excel closed, nobody clicked for long, another resident took over, or an update came."""
        gc.disable()
        with socket.create_server((HOST, 0)) as listener:
            listener.settimeout(self._look_around)
            leave_word(Word(listener.getsockname()[1], self._token, os.getpid(), self._stamp))
            note("resident starts")
            try:
                while not self._is_over():
                    self._accept(listener)
            finally:
                take_word_away(self._token)
                shelf().clear(keeping=frozenset(filter(is_alive, self._excels)))
                note("resident ends")
        return 0

    def _accept(self, listener: socket.socket) -> None:
        try:
            connection, _ = listener.accept()
        except TimeoutError:
            self._let_go()
            return
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._begin()
        threading.Thread(target=self._answer, args=(Line(connection),), daemon=True).start()

    def _let_go(self) -> None:
        """Of a workbook that was closed nothing stays here: its rows are people. Never during a job."""
        remembered = self._remembered
        with self._lock:
            if self._busy or remembered is None or shows(remembered.window, remembered.workbook):
                return
            self._remembered = None
            self._forget()
        gc.collect()

    def _is_over(self) -> bool:
        with self._lock:
            if self._busy:
                return False
        if self._is_asked_to_stop or time.monotonic() - self._last_click > self._idle:
            return True
        word = find_word()
        if word is None or word.token != self._token:
            return True
        return bool(self._excels) and not any(map(is_alive, self._excels))

    def _answer(self, line: Line) -> None:
        try:
            line.patience(HANDSHAKE_SECONDS)
            wish = welcome(line, self._token)
            line.patience(None)
            self._serve_wish(line, wish)
        except (Stranger, Gone) as error:
            note(f"connection ended: {type(error).__name__}")
        finally:
            line.close()
            self._end()

    def called(self, request: Request, dialog: Dialog) -> int:
        """A click Excel hands over itself (`calling`): done on the thread of that call, the boxes shown from here."""
        self._begin()
        try:
            return self._done(request, dialog)
        finally:
            self._end()

    def _begin(self) -> None:
        with self._lock:
            self._busy += 1

    def _end(self) -> None:
        gc.collect(_SINCE_LAST_CLICK)
        with self._lock:
            self._busy -= 1
            self._last_click = time.monotonic()

    def _serve_wish(self, line: Line, wish: dict[str, Any]) -> None:
        if wish.get("stamp") != self._stamp:
            self._is_asked_to_stop = True
            take_word_away(self._token)
            line.say(taken=False)
            return
        line.say(taken=True)
        request = Request(str(wish["button"]), str(wish["workbook"]), int(wish["window"]))
        line.say(done=self._done(request, RemoteDialog(line)))

    def _done(self, request: Request, dialog: Dialog) -> int:
        """The exit code; what nobody foresaw is told in general words and its place in the code logged."""
        self._excels.add(process_of_window(request.window))
        self._remembered = request
        start = time.perf_counter()
        try:
            code = self._run(request, dialog)
        except (Stranger, Gone):
            raise
        except Exception as error:  # noqa: BLE001 - the door: a bug must neither end the resident nor stay unsaid
            note_bug(request.button, error)
            dialog.tell(BUG_TEXT, warning=True)
            code = BUG_CODE
        note(f"{request.button} {code} {time.perf_counter() - start:.2f}s")
        return code
