"""One LibreOffice of ours: started once, asked for paper after paper, ended for certain.

It runs without a window in a private folder, with a profile of its own (`profile`), under a keeper that ends it with us
(`keeper`). A paper goes in and comes out as bytes: the office sees no file of the cell, and leaves nothing beside one. A
second call of its program with the same profile hands the paper to the office that is there (0.15 s instead of 1.5 s) and
waits for it; where that one died meanwhile, the call does the work itself. A hang ends after a time, with all it started.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from addin.errors import NoPdf
from addin.printing import keeper
from addin.printing.profile import KEPT, is_at_work, make_profile

BY_HAND = "Văn bản Word vẫn dùng được: mở tệp đó rồi chọn Lưu thành, loại tệp PDF."
START_SECONDS = 90.0
PAPER_SECONDS = 120.0
_PAUSE = 0.05
_ROOM = 8 * 1024 * 1024
_QUIET = ("--headless", "--norestore", "--nologo", "--nofirststartwizard")
_WINDOWLESS = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class Office:
    """`program` is LibreOffice's; it starts when the first paper comes."""

    def __init__(self, program: Path, *, start_seconds: float = START_SECONDS, paper_seconds: float = PAPER_SECONDS) -> None:
        self._program = program
        self._start_seconds, self._paper_seconds = start_seconds, paper_seconds
        self._keeper: subprocess.Popen[bytes] | None = None
        self._folder: Path | None = None
        self._count = 0

    def pdf_of(self, paper: bytes) -> bytes:
        """The paper (a .docx) as the office prints it; NoPdf says what went wrong. Tried once more with a new office."""
        try:
            for _attempt in range(2):
                content = self._printed(paper)
                if content is not None:
                    return content
                self.close()
        except OSError as error:
            self.close()
            raise self._failed(error) from error
        raise self._failed(None)

    def close(self) -> None:
        """The office ends with all it started, its folder goes."""
        kept, folder, self._keeper, self._folder = self._keeper, self._folder, None, None
        if kept is not None:
            with contextlib.suppress(OSError, subprocess.TimeoutExpired):
                kept.communicate(timeout=self._start_seconds)  # closes its input: it ends the office and itself
            if kept.poll() is None:  # pragma: no cover - a keeper only waits
                kept.kill()
                kept.wait()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    @property
    def _is_alive(self) -> bool:
        return self._keeper is not None and self._keeper.poll() is None

    def _printed(self, paper: bytes) -> bytes | None:
        """None where the office gave nothing; if it died, its keeper took the folder away under us."""
        folder = self._started()
        self._count += 1
        source = folder / f"{self._count}.docx"
        target = source.with_suffix(".pdf")
        with contextlib.suppress(FileNotFoundError):
            source.write_bytes(paper)
        self._call("--convert-to", "pdf", "--outdir", str(folder), str(source))
        try:
            content = target.read_bytes()
            source.unlink()
            target.unlink()
        except FileNotFoundError:
            return None
        return content

    def _started(self) -> Path:
        """The folder of an office that is at work."""
        if self._folder is not None and self._is_alive:
            return self._folder
        self.close()
        self._folder = folder = Path(tempfile.mkdtemp(prefix="sochibo-pdf-"))
        make_profile(folder)
        words = [sys.executable, "-I", "-S", keeper.__file__, str(folder), *self._words, str(folder / KEPT)]
        self._keeper = subprocess.Popen(  # noqa: S603 - our own keeper
            words, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, creationflags=_WINDOWLESS,
        )  # fmt: skip
        self._wait_for_it(folder)
        return folder

    def _wait_for_it(self, folder: Path) -> None:
        """By the mark the office sets at the document it holds open."""
        until = time.monotonic() + self._start_seconds
        while not is_at_work(folder):
            if not self._is_alive or time.monotonic() > until:
                self.close()
                raise NoPdf("LibreOffice trên máy này không khởi động được nên chưa làm được PDF.", BY_HAND)
            time.sleep(_PAUSE)

    @property
    def _words(self) -> tuple[str, ...]:
        folder = self._folder or Path()
        return (str(self._program), f"-env:UserInstallation={(folder / 'profile').as_uri()}", *_QUIET)

    def _call(self, *words: str) -> None:
        """Hands it on and waits; what takes too long is ended, the office with it."""
        with subprocess.Popen(  # noqa: S603 - the office's program
            [*self._words, *words], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, creationflags=_WINDOWLESS,
        ) as call:  # fmt: skip
            try:
                call.wait(self._paper_seconds)
            except BaseException as error:
                _end(call)
                self.close()
                if isinstance(error, subprocess.TimeoutExpired):
                    seconds = round(self._paper_seconds)
                    raise NoPdf(f"LibreOffice làm một văn bản quá {seconds} giây nên đã dừng, chưa có PDF.", BY_HAND) from error
                raise

    def _failed(self, error: OSError | None) -> NoPdf:
        """Which of the two it was: no room, or the office."""
        if (error is not None and error.errno in (errno.ENOSPC, errno.EDQUOT)) or self._lacks_room:
            return NoPdf("Ổ đĩa chứa tệp tạm của máy đã đầy nên chưa làm được PDF.", f"Dọn bớt tệp rồi chạy lại. {BY_HAND}")
        if error is not None:
            return NoPdf("Không chạy được LibreOffice trên máy này nên chưa làm được PDF.", BY_HAND)
        return NoPdf("LibreOffice dừng giữa chừng nên chưa làm được PDF.", BY_HAND)

    @property
    def _lacks_room(self) -> bool:
        with contextlib.suppress(OSError):
            return shutil.disk_usage(self._folder or tempfile.gettempdir()).free < _ROOM
        return False


def _end(call: subprocess.Popen[bytes]) -> None:
    """With what it started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            call.kill()
        else:
            os.killpg(call.pid, signal.SIGKILL)
    call.wait()
