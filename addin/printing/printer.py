"""What a door hands in where papers are to be PDF too: starts nothing before the first paper, says once why it cannot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from addin.errors import NoPdf
from addin.hosts.office_program import office_program
from addin.printing.office import BY_HAND, Office
from addin.printing.pages import settled, stand_in_fonts

_MOST_FAILURES = 3


class Printer:
    """Kept for all papers of a run; closed behind the last, whatever happens."""

    def __init__(self, find: Callable[[], Path | None] = office_program, office: Callable[[Path], Office] = Office) -> None:
        self._find, self._office_of = find, office
        self._office: Office | None = None
        self._gave_up: NoPdf | None = None
        self._failures = 0
        self.fonts: tuple[str, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._office is not None:
            self._office.close()

    def pdf_of(self, title: str, paper: bytes) -> bytes:
        """The same paper gives the same bytes; NoPdf where it cannot be had, at once where it was in vain several times."""
        if self._gave_up is not None:
            raise self._gave_up
        try:
            content = settled(self._at_work().pdf_of(paper), title)
        except NoPdf as error:
            self._failures += 1
            if self._office is None or self._failures >= _MOST_FAILURES:
                self._gave_up = error
            raise
        self._failures = 0
        self.fonts = self.fonts or stand_in_fonts(content)
        return content

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of all that was printed."""
        if not self.fonts:
            return ()
        told = ", ".join(self.fonts)
        return (f"Máy này không có phông Times New Roman; bản PDF dùng phông {told}: xem lại chỗ ngắt dòng, ngắt trang trước khi in.",)

    def _at_work(self) -> Office:
        if self._office is None:
            program = self._find()
            if program is None:
                raise NoPdf("Máy này không có LibreOffice nên chưa làm được PDF.", f"{BY_HAND} Hoặc cài LibreOffice rồi chạy lại.")
            self._office = self._office_of(program)
        return self._office
