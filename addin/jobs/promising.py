"""From a kind of paper and a request to the promise: one way for every kind, numbered or not."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path

from addin import glossary
from addin.core.persons.reading import Reading
from addin.core.persons.roster import Roster
from addin.core.tables.rows.book import Book
from addin.core.tables.series import is_same, kind_name, own_number, paper_number, written
from addin.core.writes import RowAppend, Write
from addin.documents.parts.authority import not_for_a_cell
from addin.documents.parts.contexts import BLANK, Context
from addin.documents.parts.kind import Entry, Kind, numbered
from addin.documents.parts.request import Request
from addin.documents.parts.standing import register_words
from addin.documents.render import render
from addin.errors import Misuse
from addin.hosts.file_names import safe_name
from addin.jobs.appending import append_rows
from addin.jobs.paper import Numbering, Paper
from addin.jobs.whole_roll import require_whole_roll

_SUFFIX = ".docx"
_REMAKE = "Dùng tệp đã ban hành; muốn thay bằng bản khác thì ghi lý do huỷ cho số đó ở sheet Văn bản rồi lập lại."
_ANOTHER = "Dùng văn bản ấy; thay bằng bản khác thì huỷ số ấy (lệnh void) rồi lập lại; nếu đây là văn bản khác, thêm --another để lấy thêm một số."


@dataclass(frozen=True, slots=True)
class Promised:
    """A paper still to be rendered, the context of its draft, what the workbook lacked, and what the law of its day says of it."""

    paper: Paper
    context: Context
    gaps: tuple[str, ...]
    warnings: tuple[str, ...] = ()

    @property
    def standing(self) -> str:
        """The same paper in Văn bản, for which no number is taken again; empty where there is none."""
        return self.paper.numbering.standing if self.paper.numbering is not None else ""

    @property
    def lacking(self) -> str:
        """What the workbook must have before a number is taken; a draft may do without."""
        return self.paper.numbering.lacking if self.paper.numbering is not None else ""


def promise(reading: Reading, kind: Kind, request: Request, templates: Path | None, title: str = "") -> Promised:
    """The paper of a kind; its file is named by `title`, else by the kind and what was asked for."""
    require_whole_roll(reading)
    kind = kind.as_set(reading.book.settings)
    takes_number = bool(kind.symbol) and not kind.has_its_number(reading, request)
    asked = _digest(reading, kind, request) if takes_number else ""
    context, gaps = kind.build(reading, request)
    warnings = (*not_for_a_cell(kind.symbol, context.day or request.on), *(() if takes_number else _signed_already(reading.book, kind, context)))
    found = kind.standing(reading, request, context) if takes_number and not request.another else None
    standing = register_words(reading.book, found) if found is not None else ""
    lacking = kind.lacking(reading, request, context) if takes_number else ""
    draft = _Draft(reading, kind, request, context, templates, title or title_of(kind, request), asked, standing, lacking)
    if not takes_number:
        return Promised(Paper(kind.id, draft.rendered, draft.name, is_named=bool(request.name)), context, gaps, warnings)
    paper = Paper(kind.id, draft.rendered, draft.name, draft.numbering, draft.rows, is_named=bool(request.name), squares=draft.squares)
    return Promised(paper, context, gaps, warnings)


def _signed_already(book: Book, kind: Kind, context: Context) -> tuple[str, ...]:
    """A paper that Văn bản has as signed is made again as a copy beside it: the signed one stays what it is (F45)."""
    number = paper_number(getattr(context, "number", "") or "")
    if number is None or not kind.symbol:
        return ()
    for row in book.documents:
        own = own_number(row) if row.signed and not row.void_reason else None
        if own is not None and is_same(own, number) and row.date is not None and row.date.exact == context.day:
            file = f", tệp “{row.file}”" if row.file else ""
            return (f"Văn bản số {written(own.value, own.kind, book.settings.symbol)} ngày {row.date} đã ký{file}: bản vừa lập chỉ là bản in lại, để riêng, không thay bản đã ký",)
    return ()


@dataclass(frozen=True)
class _Draft:
    """One paper from its draft to what its number makes of it."""

    reading: Reading
    kind: Kind
    request: Request
    context: Context
    templates: Path | None
    title: str
    asked: str
    standing: str
    lacking: str

    @cached_property
    def numbering(self) -> Numbering:
        """What is asked of the register when the paper is issued."""
        return Numbering(
            self.reading.book,
            self.kind.id,
            self.kind.symbol,
            self.kind.series,
            self.context.day or self.request.on,
            self.asked,
            self.kind.remake or _REMAKE,
            self.standing,
            _ANOTHER,
            self.lacking,
        )

    def rendered(self, number: int | None) -> bytes:
        """The bytes, with the number printed."""
        settings = self.reading.book.settings
        context = self.context if number is None else numbered(self.context, self.kind, number, settings)
        return render(self.kind, context, self.templates)

    def name(self, number: int | None) -> str:
        """The draft's name, and behind it the number once there is one: no two papers of a year share a file."""
        words = self.title if number is None else f"{self.title}, số {self.numbering.written(number)}"
        return safe_name(words, _SUFFIX)

    def squares(self, number: int | None) -> tuple[Write, ...]:
        """The number where rows that stand have a column for it."""
        return self.kind.squares(self.reading, self.request, self.numbering.written(number))

    def rows(self, number: int | None, file: str, fingerprint: str) -> tuple[RowAppend, ...]:
        """The kind's own rows, then the line of Văn bản."""
        text = self.numbering.written(number)
        entries = (*self.kind.entries(self.reading, self.request, text), self._line(text, file, fingerprint))
        because = f"{kind_name(self.kind.symbol).lower()} {text}"
        of_tables = [(table, [entry.values for entry in group]) for table, group in groupby(entries, key=lambda entry: entry.table)]
        return tuple(row for table, values in of_tables for row in append_rows(self.reading, table, values, because))

    def _line(self, number: str, file: str, fingerprint: str) -> Entry:
        signer = getattr(self.context, "signer_name", None) or getattr(self.context, "chair_name", None)
        return Entry(
            "documents",
            {
                "kind": kind_name(self.kind.symbol),
                "number": number,
                "date": self.numbering.day,
                "title": self.context.summary,
                "signer": signer if signer != BLANK else None,
                "subject": "; ".join(_named(self.request)) or None,
                "dossier": self.request.decision,
                "file": file,
                "fingerprint": fingerprint or None,
            },
        )


def title_of(kind: Kind, request: Request) -> str:
    """The words a file is named by: the kind, and what of it was asked for."""
    years = f"{request.first}–{request.last}" if request.first and request.last else str(request.year or "")
    quarter = f"quý {request.quarter}" if request.quarter else ""
    parts = [kind.named(request), request.decision or "", quarter, years, request.name or "", "chi bộ" if request.for_cell else ""]
    return " ".join(part for part in parts if part)


def _named(request: Request) -> tuple[str, ...]:
    return request.members or ((request.name,) if request.name else ())


def _digest(reading: Reading, kind: Kind, request: Request) -> str:
    """Kind, years and who (or which group) is meant, however they were written; Misuse where a name means nobody, or several."""
    groups = {glossary.group_key(row.group) for row in reading.book.groups if row.group}
    meant = sorted(key if not glossary.is_bare_group(name) and (key := glossary.group_key(name)) in groups else _identity(reading.roster, name) for name in _named(request))
    asked: tuple[object, ...] = (kind.id, request.year, request.first, request.last, request.decision, request.for_cell, meant)
    if request.variant or request.quarter:
        asked = (*asked, request.variant, request.quarter)
    if occasion := kind.occasion(reading, request):
        asked = (*asked, occasion)
    if request.another:
        asked = (*asked, "another", len(reading.book.documents))
    return hashlib.sha256(repr(asked).encode()).hexdigest()[:16]


def _identity(roster: Roster, name: str) -> str:
    match = roster.find(name)
    if match.candidates:
        raise Misuse(
            f"“{name}” có thể là {len(match.candidates)} đảng viên.", "Ghi mã đảng viên, hoặc tên kèm năm sinh trong ngoặc."
        )
    if match.member is None:
        raise Misuse(f"Không thấy “{name}” trong danh sách đảng viên.", "Kiểm tra lại tên; các tên cách nhau bằng “;”.")
    return f"{match.member.member_id}|{match.member.full_name}|{match.member.birth_date}"
