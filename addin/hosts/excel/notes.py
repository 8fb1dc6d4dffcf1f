"""Notes of ours in the live workbook; a person's note is never touched, and a note that stays as it is neither."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from addin.core.places import Place
from addin.hosts.excel.areas import areas_at
from addin.hosts.excel.calls import each, unless_refused
from addin.hosts.excel.reaching import is_protected, sheets_in, square_at
from addin.hosts.excel.taking_back import NoteBefore
from addin.hosts.marks import is_marked, marked, unmarked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from addin.core.writes import Note
    from addin.hosts.excel.calls import Calls


@dataclass(frozen=True, slots=True)
class HeldNote:
    """A note as it hangs on its square."""

    note: Calls
    place: Place
    text: str

    @property
    def is_ours(self) -> bool:
        """Whether it begins with our mark."""
        return is_marked(self.text)


def notes_in(book: Calls) -> list[HeldNote]:
    """Every note of every sheet."""
    return [held for sheet in sheets_in(book) for held in _held(sheet)]


def _held(sheet: Calls) -> Iterator[HeldNote]:
    name = ""
    for note in each(sheet.get("Comments")):
        name = name or str(sheet.get("Name"))
        area = next(areas_at(note.get("Parent").get("Address")))
        yield HeldNote(note, Place(name, area.first_row, area.first_column), note.get("Text"))


def as_before(held: Iterable[HeldNote]) -> tuple[NoteBefore, ...]:
    """Ours, as they are put back."""
    return tuple(
        NoteBefore(one.place.sheet, one.place.row, one.place.column, unmarked(one.text)) for one in held if one.is_ours
    )


def replace_notes(book: Calls, held: Collection[HeldNote], notes: Iterable[Note]) -> int:
    """Ours go, the new ones come; how many could not.

    A person's note stands there, or a conversation (a threaded comment, which takes no note beside it), or the sheet
    is protected.
    """
    wanted = {note.place: marked(note.text) for note in notes}
    same = {one.place for one in held if wanted.get(one.place) == one.text}
    taken = {one.place for one in held if not one.is_ours}
    going = [one for one in held if one.is_ours and one.place not in same]
    coming = [place for place in wanted if place not in same and place not in taken]
    touched = {place.sheet for place in (*coming, *(one.place for one in going))}
    sheets = {name: book.get("Worksheets").get("Item", name) for name in touched}
    shut = {name for name, sheet in sheets.items() if is_protected(sheet)}
    for one in going:
        if one.place.sheet not in shut:
            one.note.get("Delete")
    added = [place for place in coming if place.sheet not in shut and _is_added(sheets[place.sheet], place, wanted[place])]
    return len(wanted) - len(same) - len(added)


def _is_added(sheet: Calls, place: Place, text: str) -> bool:
    """A square that refuses leaves the others alone; a sheet that is gone does not count as a refusal."""
    square = square_at(sheet, place.row, place.column)
    is_added = unless_refused(lambda: bool(square.get("AddComment", text)), otherwise=False)
    return is_added or not sheet.get("Name")
