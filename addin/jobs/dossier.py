"""`dossier`: the whole file of one inspection or supervision in one folder: its papers in order, the list of contents, one PDF.

What was issued is taken as it lies, signed copies first, and nothing that lies anywhere is overwritten: where the dossier of an
earlier run differs, the new one gets a folder beside it. What is missing is told with its stage, who owes it and until when.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from addin.core.records import dataclass
from addin.documents.catalogue import kind_of
from addin.documents.parts.contexts import settled
from addin.documents.parts.cycle.case import Case, case_of
from addin.documents.parts.cycle.dossier import contents_of
from addin.documents.parts.heading import Gaps
from addin.documents.parts.request import Request
from addin.documents.render import render
from addin.errors import NoPdf, PaperRefused
from addin.jobs.filing.binding import Bound, Origin, Press, bind, line
from addin.jobs.filing.folder import contents_name, earlier, file_name, files_of, free_folder, whole_name
from addin.jobs.filing.lying import Drawer
from addin.jobs.filing.wanted import Wanted, name_of, wanted, year_of
from addin.jobs.opening import Opened
from addin.jobs.outcome import Effects, Outcome
from addin.jobs.paper import Paper
from addin.jobs.promising import promise
from addin.printing.pages import bound as bound_pages
from addin.printing.pages import page_count

if TYPE_CHECKING:
    from addin.jobs.as_pdf import Printing

__all__ = ["Request", "dossier"]
_KIND = "dossier"
_CONTENTS = {"giám sát": "thematic-supervision-contents"}


@dataclass(frozen=True, slots=True)
class Filed:
    """One paper of the dossier as it is told: `origin` signed, found, made, on_paper (in the register, no file) or missing.

    `is_draft`: made, of a kind that takes a number, which it was not given yet.
    """

    title: str
    stage: str
    who: str
    origin: str
    number: str = ""
    day: str = ""
    due: str = ""
    pages: int | None = None
    file: str = ""
    source: str = ""
    why: str = ""
    gaps: tuple[str, ...] = ()
    is_draft: bool = False


@dataclass(frozen=True, slots=True)
class DossierResult:
    """The dossier: its name, folder, papers in the order of the process; `pages` of the one PDF, None where it was not made."""

    workbook: str
    name: str
    folder: Path
    papers: tuple[Filed, ...]
    pages: int | None = None
    remarks: tuple[str, ...] = ()

    @property
    def missing(self) -> tuple[Filed, ...]:
        """What is owed, or stands in the register alone."""
        return tuple(one for one in self.papers if not one.file)


def dossier(opened: Opened, request: Request, folders: Sequence[Path], printing: Printing, templates: Path | None = None) -> Outcome[DossierResult]:
    """`folders` are those where papers lie; the dossier goes into the first of them."""
    opened.require("members")
    opened.require("inspections")
    case = case_of(opened.reading, request, Gaps())
    request = replace(request, year=year_of(case))
    name = name_of(case, request)
    drawer = Drawer(folders, [folder for base in folders for folder in earlier(base, name)])
    found, failed = bind(_wanted(case, request), drawer, lambda one: _made(opened, one, templates), Press(printing.pdf_of, page_count))
    contents = _contents(case, found, templates)
    whole, more = _whole(name, contents, found, printing)
    files = dict(files_of(name, contents, whole, found))
    folder = free_folder(folders[0], name, files)
    remarks = tuple(dict.fromkeys(f"{error.message} {error.fix}" for error in (*failed, *more)))
    told = tuple(_told(order, one) for order, one in enumerate(found, 1))
    result = DossierResult(opened.name, name, folder, told, page_count(whole) if whole else None, (*remarks, *printing.remarks))
    return Outcome(result, effects=Effects(papers=tuple(_papers(name, files))))


def _wanted(case: Case, request: Request) -> tuple[Wanted, ...]:
    tracked, papers = wanted(case, request)
    if tracked is None:
        told = f"{case.act.kind} này chưa có dòng nào ở sheet Kiểm tra nên chưa có hồ sơ."
        raise PaperRefused(told, "Ghi dòng của từng đảng viên ở sheet Kiểm tra rồi lập lại.")
    return papers


def _papers(name: str, files: Mapping[str, bytes]) -> Iterator[Paper]:
    """Told one by one are the list and the PDF of all."""
    told = (contents_name(name), whole_name(name))
    return (Paper.ready(_KIND, file, content, versioned=False, is_named=True, is_copy=file not in told) for file, content in files.items())


def _made(opened: Opened, one: Wanted, templates: Path | None) -> tuple[bytes, tuple[str, ...]]:
    if one.kind is None:
        raise PaperRefused("chưa có", "")
    promised = promise(opened.reading, one.kind, one.request, templates)
    return promised.paper.render(None), promised.gaps


def _contents(case: Case, found: Sequence[Bound], templates: Path | None) -> bytes:
    """The list of all that is wanted, with pages; its end sheet counts what is there, here or on paper."""
    lines = tuple(line(order, one) for order, one in enumerate(found, 1))
    there = [told for told, one in zip(lines, found, strict=True) if one.origin is not Origin.MISSING]
    context = settled(contents_of(case, lines, Gaps(), there), case.reading.book.members)
    return render(kind_of(_CONTENTS.get(case.act.verb, "dossier-contents")), context, templates)


def _whole(name: str, contents: bytes, found: Sequence[Bound], printing: Printing) -> tuple[bytes | None, tuple[NoPdf, ...]]:
    """The list first, then every paper that is there; nothing where one of them could not be printed."""
    there = [one for one in found if one.is_there]
    if not all(one.printed for one in there):
        return None, ()
    try:
        parts = [("Mục lục", printing.pdf_of(contents_name(name), contents))]
        parts += [(one.wanted.title, one.printed) for one in there if one.printed]
        return bound_pages(parts, name), ()
    except NoPdf as error:
        return None, (error,)


def _told(order: int, one: Bound) -> Filed:
    paper = one.wanted
    number, day = paper.number_and_day
    file = file_name(order, one) if one.is_there else ""
    source = one.source.name if one.source else ""
    is_draft = one.origin is Origin.MADE and bool(paper.kind and paper.kind.symbol) and not paper.is_numbered
    step, who = paper.stage.step.value, paper.stage.who
    return Filed(paper.title, step, who, one.origin.value, number, day, one.due, one.pages, file, source, one.why, one.gaps, is_draft)
