"""Papers that stand, once more as PDF beside themselves. Whatever fails here is a remark: the papers are made already."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Protocol

from addin.core.records import dataclass
from addin.errors import SochiboError
from addin.hosts.disk import stopped_by
from addin.jobs.made import Made
from addin.jobs.paper_files import place_for, write_paper

WORD, PDF = ".docx", ".pdf"
_SHOWN = 3
_STOPPED = "Đã dừng làm PDF theo yêu cầu; các văn bản Word đã lập xong, chạy lại để làm nốt PDF."


class Printing(Protocol):
    """Who makes PDF of a paper; a door hands it in."""

    def pdf_of(self, title: str, paper: bytes) -> bytes:
        """The same bytes for the same paper; NoPdf says why not."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know of all that was printed."""
        ...


@dataclass(frozen=True, slots=True)
class AsPdf:
    """The files made, and what went wrong, each reason once with its way out."""

    made: tuple[Made, ...] = ()
    remarks: tuple[str, ...] = ()


def as_pdf(papers: Iterable[Made], printing: Printing) -> AsPdf:
    """Each Word paper as PDF beside it, under its own name; a file that is there and differs is kept, the new one beside it."""
    made: list[Made] = []
    failed: dict[tuple[str, str], list[str]] = {}
    stopped: tuple[str, ...] = ()
    try:
        for paper in papers:
            if paper.path.suffix == WORD:
                _add(paper, printing, made, failed)
    except KeyboardInterrupt:
        stopped = (_STOPPED,)
    return AsPdf(tuple(made), (*_told(failed), *stopped, *(printing.remarks if made else ())))


def _add(paper: Made, printing: Printing, made: list[Made], failed: dict[tuple[str, str], list[str]]) -> None:
    try:
        made.append(_printed(paper, printing))
    except (SochiboError, OSError) as error:
        told = error if isinstance(error, SochiboError) else stopped_by(error)
        failed.setdefault((told.message, told.fix), []).append(paper.path.name)


def _printed(paper: Made, printing: Printing) -> Made:
    content = printing.pdf_of(paper.path.stem, paper.path.read_bytes())
    place, is_new = place_for(paper.path.parent, f"{paper.path.stem}{PDF}", content, versioned=True)
    if is_new:
        write_paper(place, content)
    return Made(place, None, paper.kind, hashlib.sha256(content).hexdigest(), paper.is_draft, paper.is_named)


def _told(failed: dict[tuple[str, str], list[str]]) -> Iterator[str]:
    for (message, fix), names in failed.items():
        shown = "; ".join(f"“{name}”" for name in names[:_SHOWN])
        more = f" và {len(names) - _SHOWN} văn bản nữa" if len(names) > _SHOWN else ""
        yield f"{message.removesuffix('.')}: {shown}{more}. {fix}"

