"""The notes of one sheet, as parts of its package: what may be done with them, ours taken out, ours put in."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.closed.guard.xml_events import is_well_formed
from addin.hosts.closed.patch.notes import links
from addin.hosts.closed.patch.notes.box import Boxes
from addin.hosts.closed.patch.notes.comments import Comments
from addin.hosts.closed.patch.notes.drawing import NoteShapes
from addin.hosts.closed.patch.sheet_list import namespaces
from addin.hosts.closed.patch.sheet_rules import are_drawings_locked
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.workbook_parts import Relation, relations_of
from addin.hosts.closed.patch.xml_text import XmlText

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from addin.hosts.closed.patch.package import Archive
    from addin.hosts.closed.patch.workbook_parts import SheetEntry
    from addin.hosts.closed.patch.working_book import WorkingBook

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BLOCKS = re.compile(r"<(?:[\w.\-]+:)?idmap\b[^>]*?\bdata\s*=\s*[\"']([0-9,\s]*)[\"']")
_SHOWN_SQUARES = 10


class SheetNotes:
    """The notes of one sheet, as they are in the package."""

    def __init__(self, book: WorkingBook, entry: SheetEntry) -> None:
        self._package = book.archive
        self._entry = entry
        self._folder = posixpath.dirname(book.parts.workbook)
        self._main, self._relations = namespaces(book.parts)
        self._comments_at = links.relation_of(self._package, entry.part, "comments")
        found = self._comments_at
        self._is_broken = found is not None and not is_well_formed(self._package.read(found.target))
        is_read = found is not None and not self._is_broken
        self._comments = Comments(XmlText.of(self._package.read(found.target))) if found and is_read else None

    @property
    def has_own(self) -> bool:
        """Whether there is anything of ours to take out."""
        return self._comments is not None and self._comments.has_own

    def _sheet(self) -> SheetText:
        return SheetText(self._entry.name, XmlText.of(self._package.read(self._entry.part)))

    def why_untouched(self) -> str | None:
        """Why this sheet's notes must stay as they are, in words; None where they may change."""
        kinds = {relation.kind for relation in relations_of(self._package, self._entry.part)}
        if "threadedComment" in kinds or (self._comments is not None and self._comments.has_threads):
            return "có nhận xét dạng trao đổi (threaded comments) mà chỉ Excel sửa được"
        sheet = self._sheet()
        if are_drawings_locked(sheet):
            return "đang được bảo vệ, không cho sửa ghi chú"
        is_broken = self._is_broken or (self._comments is not None and not self._comments.is_whole)
        if is_broken or not self._is_drawing_sound(sheet):
            return "có phần ghi chú mà chương trình không đọc được"
        return None

    def _is_drawing_sound(self, sheet: SheetText) -> bool:
        """Whether boxes can go into the drawing the sheet names, or it names none."""
        at = self._drawing_at(sheet)
        if at is None:
            return links.drawing_id(sheet) is None
        data = self._package.read(at.target) if at.target in self._package else b""
        return is_well_formed(data) and NoteShapes(XmlText.of(data)).is_whole

    def _drawing_at(self, sheet: SheetText) -> Relation | None:
        named = links.drawing_id(sheet)
        return next((one for one in relations_of(self._package, self._entry.part) if one.id == named), None)

    def clear(self) -> None:
        """Take our notes out, and what we made for them where nothing else uses it."""
        if self._comments_at is None or self._comments is None or not self._comments.has_own:
            return
        left = self._comments.without_own()
        self._clear_boxes(self._comments.own_squares - self._comments.peoples_squares, is_last=left.is_bare)
        if left.is_bare:
            self._drop(self._comments_at.id, self._comments_at.target)
        else:
            self._package.put(self._comments_at.target, left.xml.data)

    def _clear_boxes(self, squares: set[tuple[int, int]], *, is_last: bool) -> None:
        sheet = self._sheet()
        at = self._drawing_at(sheet)
        if at is None:
            return
        left = NoteShapes(XmlText.of(self._package.read(at.target))).without_notes_on(squares)
        if is_last and left.is_bare:
            self._drop(at.id, at.target)
            self._package.put(self._entry.part, links.without_drawing(sheet, at.id, self._relations).data)
        else:
            self._package.put(at.target, left.xml.data)

    def _drop(self, identifier: str, part: str) -> None:
        links.drop_relation(self._package, self._entry.part, identifier)
        self._package.drop(part)
        links.drop_types(self._package, part)

    def add(self, texts: Mapping[tuple[int, int], str]) -> Iterator[str]:
        """Put our notes in, but for squares that carry a person's; what the user should be told."""
        taken = self._comments.peoples_squares if self._comments is not None else set()
        if kept := sorted(taken & texts.keys()):
            yield _kept(self._entry.name, [Place(self._entry.name, *square) for square in kept])
        new = {square: text for square, text in texts.items() if square not in taken}
        if not new:
            return
        self._add_comments(new)
        self._add_boxes(new)

    def _add_comments(self, texts: Mapping[tuple[int, int], str]) -> None:
        comments = (self._comments or Comments.blank(self._main)).with_notes(self._entry.name, texts)
        if self._comments_at is not None:
            self._package.put(self._comments_at.target, comments.xml.data)
            return
        part = _free_part(self._package, posixpath.join(self._folder, "comments"), ".xml")
        self._package.put(part, comments.xml.data)
        links.add_override(self._package, part, _COMMENTS_TYPE)
        links.add_relation(self._package, self._entry.part, "comments", part, self._relations)

    def _add_boxes(self, texts: Mapping[tuple[int, int], str]) -> None:
        sheet = self._sheet()
        made = Boxes(sheet)
        boxes = {square: made.box(square, text) for square, text in texts.items()}
        free = _free_block(self._package)
        at = self._drawing_at(sheet)
        if at is not None:
            shapes = NoteShapes(XmlText.of(self._package.read(at.target))).with_notes(boxes, free)
            self._package.put(at.target, shapes.xml.data)
            return
        part = _free_part(self._package, posixpath.join(self._folder, "drawings", "vmlDrawing"), ".vml")
        self._package.put(part, NoteShapes.blank(free).with_notes(boxes, free + 1).xml.data)
        links.add_drawing_type(self._package)
        identifier = links.add_relation(self._package, self._entry.part, "vmlDrawing", part, self._relations)
        self._package.put(self._entry.part, links.with_drawing(sheet, identifier, self._relations).data)


def _kept(sheet: str, places: list[Place]) -> str:
    cells = ", ".join(place.cell for place in places[:_SHOWN_SQUARES])
    more = f" và {len(places) - _SHOWN_SQUARES} ô khác" if len(places) > _SHOWN_SQUARES else ""
    return f"Trang tính «{sheet}»: ô {cells}{more} đã có ghi chú của người dùng nên giữ nguyên, không thêm ghi chú của chương trình."


def _free_part(package: Archive, stem: str, suffix: str) -> str:
    number = 1
    while f"{stem}{number}{suffix}" in package:
        number += 1
    return f"{stem}{number}{suffix}"


def _free_block(package: Archive) -> int:
    """A block of shape numbers behind those that any drawing of the workbook holds."""
    held = [0]
    for name in package.names:
        if name.lower().endswith(".vml"):
            for data in _BLOCKS.findall(XmlText.of(package.read(name)).text):
                held += [int(block) for block in re.findall("[0-9]+", data)]
    return max(held) + 1
