"""The papers of one outcome on their way out: rendered, numbered, written, entered, issued, or taken back."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from addin.core.records import dataclass
from addin.core.tables.series import kind_name
from addin.core.writes import RowAppend, Write
from addin.errors import Misuse, PaperRefused, SochiboError
from addin.hosts.claims import ISSUED, Claim
from addin.hosts.disk import explaining
from addin.hosts.numbers import NumberRegister, NumberTaken
from addin.jobs.made import Made
from addin.jobs.paper import Numbering, Paper
from addin.jobs.paper_files import check_name, check_room, place_for, take_away, write_paper
from addin.jobs.settling import folder_from, settled_for_others, take_away_papers

_INTERRUPTED = "interrupted"
_DRAFT = "Ghi vào sổ rồi lập lại; chỉ cần bản dự thảo thì lập không lấy số (bỏ --write)."


@dataclass(frozen=True, slots=True)
class _Ready:
    """A paper with its bytes; `number` None in a draft, `claim` None while it is not held, or was issued before.

    `left` is the claim of a run that was killed at the same work.
    """

    paper: Paper
    number: int | None
    content: bytes
    claim: Claim | None = None
    left: Claim | None = None
    was_issued: bool = False

    @property
    def name(self) -> str:
        return self.paper.name(self.number)

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class Batch:
    """All papers of one outcome; without a register they are drafts. `workbook` is the file their rows go to."""

    def __init__(self, folder: Path, register: NumberRegister | None, workbook: str = "") -> None:
        self._folder, self._register, self._workbook = folder, register, workbook
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

    @property
    def squares(self) -> tuple[Write, ...]:
        """The numbers taken, where a row that stands has a column for them."""
        return tuple(square for one in self._ready if one.number is not None for square in one.paper.squares(one.number))

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
        if self._register is not None and self._claims:
            book = next(one.paper.numbering.book for one in self._ready if one.paper.numbering is not None)
            remarks += settled_for_others(self._register, self._claims, book, self._workbook, self._folder)
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
        held = _held_before(self._register, paper.numbering, self._workbook)
        if held is None:
            if paper.numbering.standing:
                raise Misuse(f"Việc này đã có {paper.numbering.standing} trong sổ.", paper.numbering.another)
            if paper.numbering.lacking:
                raise PaperRefused(f"Chưa lấy số {kind_name(paper.numbering.symbol).lower()}: {paper.numbering.lacking}.", _DRAFT)
            number = _next(self._register, paper.numbering)
            return _Ready(paper, number, paper.render(number))
        number, left = held
        return _Ready(paper, number, paper.render(number), left=left, was_issued=left is None)

    def _claimed(self, ready: _Ready) -> _Ready:
        """With its number held; where somebody was faster, rendered again with the next."""
        asked = ready.paper.numbering
        while self._register is not None and asked is not None and ready.number is not None and not ready.was_issued:
            try:
                claim = self._held(self._register, asked, ready, ready.number)
            except NumberTaken:
                number = _next(self._register, asked)
                ready = replace(ready, number=number, content=ready.paper.render(number))
            else:
                return replace(ready, claim=claim)
        return ready


    def _held(self, register: NumberRegister, asked: Numbering, ready: _Ready, number: int) -> Claim:
        folder = folder_from(register.folder.parent, self._folder)
        wanted = register.place(asked.series, number, ready.fingerprint, self._workbook, folder)
        told = (asked.day, asked.kind, asked.request)
        if ready.left is None:
            return register.claim(wanted, *told, held=self._claims)
        take_away_papers(register.folder.parent, ready.left, self._folder)
        return register.take_over(wanted, *told, held=self._claims)


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
    return Made(place, _number_of(ready), paper.kind, ready.fingerprint, is_draft, paper.is_named, paper.is_copy)


def _number_of(ready: _Ready) -> str | None:
    asked = ready.paper.numbering
    return asked.written(ready.number) if asked is not None and ready.number is not None else None


def _held_before(register: NumberRegister, asked: Numbering, workbook: str) -> tuple[int, Claim | None] | None:
    """The number the same request was given, with the claim of a run that is no more; Misuse where the workbook has it already."""
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
            return claim.number, None
        if claim.workbook == workbook and register.is_left(claim):
            return claim.number, claim
    return None
