"""Our notes on a workbook's squares: all that stand go, those meant now come; a person's note is never touched.

Of a sheet that has no notes the parts are made, and go again with our last note. Threads of comments are for Excel
alone: a sheet that has one is left as it is. What could not be noted is told, never a reason to write nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.closed.patch.notes.comments import shown_text
from addin.hosts.closed.patch.notes.sheet import SheetNotes
from addin.hosts.closed.patch.sheet_rules import first_of_merge, refuse_outside

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from addin.core.places import Place
    from addin.hosts.closed.patch.sheet_xml import SheetText
    from addin.hosts.closed.patch.working_book import WorkingBook

Texts = dict[tuple[int, int], str]


def replace_notes(book: WorkingBook, wanted: Mapping[str, Texts]) -> tuple[str, ...]:
    """Replace all notes of ours by those meant, by the sheet's part; what the user should be told."""
    remarks: list[str] = []
    open_sheets = []
    for entry in book.parts.sheets:
        if entry.kind != "worksheet" or entry.part not in book.archive:
            continue
        texts = wanted.get(entry.part, {})
        sheet = SheetNotes(book, entry)
        if not texts and not sheet.has_own:
            continue
        reason = sheet.why_untouched()
        if reason:
            remarks.append(f"Trang tính «{entry.name}» {reason}, nên để nguyên ghi chú ở đó.")
            continue
        sheet.clear()
        open_sheets.append((entry, texts))
    for entry, texts in open_sheets:
        if texts:
            remarks += SheetNotes(book, entry).add(texts)
    return tuple(remarks)


def gathered(texts: Sequence[tuple[Place, str]], sheet: SheetText) -> Texts:
    """The texts by square: several for one square go below each other, one in a merge goes to its first square."""
    found: Texts = {}
    first = first_of_merge(sheet, [place for place, _ in texts])
    for place, text in texts:
        refuse_outside(place)
        square = first.get((place.row, place.column), (place.row, place.column))
        found[square] = f"{found[square]}\n{text}" if square in found else text
    return {square: shown_text(text) for square, text in found.items()}
