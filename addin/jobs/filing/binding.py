"""A dossier put together in memory: each paper as it lies or as it is made, its pages, the list of contents, one PDF of all.

Nothing is invented: a member's own report, a paper issued whose copy is not there, one whose data is lacking are missing, by
name. Without LibreOffice the pages of Word files are not known, and there is no PDF of all unless every paper is one already.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from lxml import etree

from addin.core.dates import vn_date
from addin.core.records import dataclass
from addin.core.summaries.procedures import MEMBER
from addin.documents.packages import read_parts
from addin.documents.parts.cycle.dossier import DossierLine
from addin.documents.template_stamps import refuse_stamped
from addin.errors import NoPdf, SochiboError
from addin.glossary import header
from addin.jobs.as_pdf import PDF, WORD
from addin.jobs.filing.lying import Drawer, Lying
from addin.jobs.filing.wanted import Wanted


class Origin(StrEnum):
    """Where a paper of the dossier comes from."""

    SIGNED = "signed"
    FOUND = "found"
    MADE = "made"
    ON_PAPER = "on_paper"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Bound:
    """One paper of the dossier: its bytes and pages where it is there, why it is not where it is missing."""

    wanted: Wanted
    origin: Origin
    suffix: str = ""
    content: bytes = b""
    printed: bytes | None = None
    pages: int | None = None
    source: Path | None = None
    why: str = ""
    gaps: tuple[str, ...] = ()

    @property
    def is_there(self) -> bool:
        """Whether the folder will hold it."""
        return bool(self.content)

    @property
    def due(self) -> str:
        """Its last day as people write it; empty where it has none."""
        return vn_date(self.wanted.state.due) if self.wanted.state.due else ""


@dataclass(frozen=True, slots=True)
class Press:
    """What prints and counts: `pdf_of` raises NoPdf, `count` too for a PDF that cannot be read."""

    pdf_of: Callable[[str, bytes], bytes]
    count: Callable[[bytes], int]


Maker = Callable[[Wanted], tuple[bytes, tuple[str, ...]]]
"""Renders a paper from the workbook: its bytes, what the workbook lacked for it."""


def bind(papers: Sequence[Wanted], drawer: Drawer, make: Maker, press: Press) -> tuple[tuple[Bound, ...], tuple[NoPdf, ...]]:
    """Each paper once, in order; and what kept some from being printed."""
    failed: list[NoPdf] = []
    bound = [_printed(_one(paper, drawer, make), press, failed) for paper in papers]
    return tuple(bound), tuple({error.message: error for error in failed}.values())


def _one(wanted: Wanted, drawer: Drawer, make: Maker) -> Bound:
    lying = drawer.paper(wanted)
    if lying is not None:
        _refuse_secret(lying)
        origin = Origin.SIGNED if lying.is_signed else Origin.FOUND
        return Bound(wanted, origin, WORD if lying.is_word else PDF, lying.content, lying.printed, source=lying.path)
    if wanted.row is not None and (wanted.row.file or not wanted.may_be_made):
        return Bound(wanted, Origin.ON_PAPER, pages=wanted.row.pages, why=_without_file(wanted))
    if not wanted.may_be_made:
        return Bound(wanted, Origin.MISSING, why=_why(wanted))
    try:
        content, gaps = make(wanted)
    except SochiboError as error:
        return Bound(wanted, Origin.MISSING, why=error.message)
    return Bound(wanted, Origin.MADE, WORD, content, gaps=gaps)


def _refuse_secret(lying: Lying) -> None:
    """Secret where a Word file in the folder is stamped: then the whole file is not ours to put together."""
    if lying.is_word:
        with contextlib.suppress(ValueError, etree.XMLSyntaxError):  # what is no package shows no stamp, and is taken as it is
            refuse_stamped(lying.path.name, read_parts(lying.content), "Tệp")


def _without_file(wanted: Wanted) -> str:
    number, day = wanted.number_and_day
    told = f"sheet Văn bản ghi {f'số {number} ' if number else ''}ngày {day}"
    file = f", tệp “{wanted.row.file}”" if wanted.row and wanted.row.file else ""
    return f"{told}{file}, nhưng thư mục chưa có bản nào"


def _why(wanted: Wanted) -> str:
    """Whose it is, or which columns are empty."""
    if wanted.stage.who == MEMBER:
        _, day = wanted.number_and_day
        return f"đảng viên đã nộp ngày {day}, thư mục chưa có bản nào" if day else "đảng viên tự viết, chưa thấy nộp"
    if wanted.state.lacking:
        return "sheet Kiểm tra chưa ghi " + ", ".join(f"“{header('inspections', key)}”" for key in wanted.state.lacking)
    return "chưa có"


def _printed(bound: Bound, press: Press, failed: list[NoPdf]) -> Bound:
    """With its PDF and pages, as far as they can be had."""
    if not bound.is_there:
        return bound
    try:
        printed = bound.content if bound.suffix == PDF else press.pdf_of(bound.wanted.title, bound.content)
        return replace(bound, printed=printed, pages=press.count(printed))
    except NoPdf as error:
        failed.append(error)
    try:
        return replace(bound, pages=press.count(bound.printed)) if bound.printed else bound
    except NoPdf:
        return replace(bound, printed=None)


def line(order: int, bound: Bound) -> DossierLine:
    """Its line in the list of contents."""
    number, day = bound.wanted.number_and_day
    pages = str(bound.pages) if bound.pages else ""
    return DossierLine(order=str(order), number=number, day=day, title=bound.wanted.title, pages=pages, note=_note(bound))


def _note(bound: Bound) -> str:
    if bound.origin is Origin.MISSING:
        return "chưa có"
    kept = bound.wanted.row.location if bound.wanted.row else None
    return kept or ""
