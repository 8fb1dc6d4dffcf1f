"""The papers of one outcome on their way out: rendered, numbered, written, entered, issued, or taken back."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.series import kind_name
from addin.core.writes import RowAppend
from addin.errors import Misuse, SochiboError
from addin.hosts.disk import explaining
from addin.hosts.file_names import safe_name
from addin.hosts.numbers import ISSUED, Claim, NumberRegister, NumberTaken
from addin.jobs.paper import Numbering, Paper
from addin.jobs.paper_files import check_name, check_room, place_for, take_away, write_paper

_INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that stands: its file and fingerprint, its number as written where it was given one, a draft where it lacks one.

    `is_named`: the file is called after a person.
    """

    path: Path
    number: str | None = None
    kind: str = ""
    sha256: str = ""
    is_draft: bool = False
    is_named: bool = False


@dataclass(frozen=True, slots=True)
class _Ready:
    """A paper with its bytes; `number` None in a draft, `claim` None while it is not held, or was issued before."""

    paper: Paper
    number: int | None
    content: bytes
    claim: Claim | None = None
    was_issued: bool = False

    @property
    def name(self) -> str:
        return self.paper.name(self.number)

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class Batch:
    """All papers of one outcome; without a register they are drafts."""

    def __init__(self, folder: Path, register: NumberRegister | None) -> None:
        self._folder, self._register = folder, register
        self._ready: list[_Ready] = []
        self._claims: list[Claim] = []
        self._written: list[tuple[Path, bytes]] = []
        self._places: list[Path] = []

    @property
    def made(self) -> tuple[Made, ...]:
        """What stands, in the order of the papers."""
        return tuple(_made(ready, place) for ready, place in zip(self._ready, self._places, strict=True))

    @property
    def rows(self) -> tuple[RowAppend, ...]:
        """What the workbook is to know of the papers that have their number."""
        pairs = zip(self._ready, self._places, strict=True)
        entered = ((one, place) for one, place in pairs if one.number is not None)
        return tuple(row for one, place in entered for row in one.paper.rows(one.number, place.name, one.fingerprint))

    def prepare(self, papers: Iterable[Paper]) -> None:
        """Render and check every paper with the number it would get; only then are the numbers claimed."""
        drafts = [self._rendered(paper) for paper in papers]
        for ready in drafts:
            check_name(ready.name, self._folder)
            if ready.number is not None:
                check_room(self._folder / ready.name, ready.content)
        for ready in drafts:
            self._ready.append(self._claimed(ready))

    def write(self) -> None:
        """Each into its file."""
        for ready in self._ready:
            place, is_new = place_for(self._folder, ready.name, ready.content, versioned=ready.paper.versioned)
            if is_new:
                self._written.append((place, ready.content))
                write_paper(place, ready.content)
            self._places.append(place)

    def issue(self) -> tuple[str, ...]:
        """The papers stand: their numbers are used. What could not be settled, and what was settled for others, is told."""
        remarks: list[str] = []
        for ready, place in zip(self._ready, self._places, strict=True):
            asked = ready.paper.numbering
            if ready.claim is None or self._register is None or asked is None:
                continue
            if not _issue(self._register, ready, ready.claim, place):
                text = asked.written(ready.number)
                remarks.append(f"Đã lập số {text}, nhưng sổ số chưa ghi là đã cấp; lần ra văn bản sau tự ghi nốt, không cần làm gì.")
            remarks += self._settle_abandoned(self._register, asked, ready.claim)
        return tuple(remarks)

    def take_back(self, error: BaseException) -> None:
        """No paper stays, and every number claimed is void with the reason."""
        for place, content in self._written:
            take_away(place, content)
        reason = error.kind if isinstance(error, SochiboError) else _INTERRUPTED
        for claim in self._claims:
            with contextlib.suppress(OSError):
                if self._register is not None:
                    self._register.void(claim, reason)

    def _rendered(self, paper: Paper) -> _Ready:
        if self._register is None or paper.numbering is None:
            return _Ready(paper, None, paper.render(None))
        held = _issued_before(self._register, paper.numbering)
        number = held or _next(self._register, paper.numbering)
        return _Ready(paper, number, paper.render(number), was_issued=held is not None)

    def _claimed(self, ready: _Ready) -> _Ready:
        """With its number held; where somebody was faster, rendered again with the next."""
        asked = ready.paper.numbering
        while self._register is not None and asked is not None and ready.number is not None and not ready.was_issued:
            try:
                wanted = self._register.place(asked.series, ready.number, ready.fingerprint)
                claim = self._register.claim(wanted, asked.day, asked.kind, asked.request, held=self._claims)
            except NumberTaken:
                number = _next(self._register, asked)
                ready = replace(ready, number=number, content=ready.paper.render(number))
            else:
                return replace(ready, claim=claim)
        return ready

    def _settle_abandoned(self, register: NumberRegister, asked: Numbering, ours: Claim) -> Iterator[str]:
        """Numbers of the series that a run nobody finished left: issued where the workbook knows them, else void.

        Of a void one no paper stays behind: nobody may sign it.
        """
        with contextlib.suppress(OSError):
            for claim in register.abandoned(ours):
                text = asked.written(claim.number)
                if claim.number in asked.used:
                    register.issue(claim)
                    yield f"Số {text} của một lần chạy bị ngắt trước đây đã có trong sổ: đã ghi là đã cấp."
                    continue
                for place in self._folder.glob(f"*{safe_name(text)}*"):
                    if hashlib.sha256(place.read_bytes()).hexdigest() == claim.fingerprint:
                        place.unlink()
                register.void(claim, _INTERRUPTED)
                yield f"Số {text} của một lần chạy bị ngắt trước đây không có văn bản: đã ghi huỷ trong sổ số."


def _issue(register: NumberRegister, ready: _Ready, claim: Claim, place: Path) -> bool:
    """Tried twice, whatever stops it: what is not settled now is settled by a later run."""
    for _attempt in range(2):
        with contextlib.suppress(Exception, KeyboardInterrupt):
            register.issue(claim, place.name, ready.fingerprint)
            return True
    return False


def _next(register: NumberRegister, asked: Numbering) -> int:
    return register.next_number(asked.series, max(asked.used, default=0))


def _made(ready: _Ready, place: Path) -> Made:
    paper = ready.paper
    is_draft = paper.numbering is not None and ready.number is None
    return Made(place, _number_of(ready), paper.kind, ready.fingerprint, is_draft, paper.is_named)


def _number_of(ready: _Ready) -> str | None:
    asked = ready.paper.numbering
    return asked.written(ready.number) if asked is not None and ready.number is not None else None


def _issued_before(register: NumberRegister, asked: Numbering) -> int | None:
    """The number the same request was given; Misuse where the workbook has it, None where it says the number is void."""
    for claim, state in register.taken_for(asked.series, asked.request):
        if claim.number in asked.void:
            continue
        if claim.number in asked.used:
            if state != ISSUED:  # interrupted when all was written
                with explaining(claim.path):
                    register.issue(claim)
            text = asked.written(claim.number)
            raise Misuse(f"Việc này đã có {kind_name(asked.symbol).lower()} số {text} trong sổ.", asked.remake.format(number=text))
        if state == ISSUED:
            return claim.number
    return None
