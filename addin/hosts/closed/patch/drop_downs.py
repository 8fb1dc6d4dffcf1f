"""The drop-down lists of a closed workbook, looked up square by square before something is written into them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.errors import RefusedWrite
from addin.hosts.closed.patch.package import Archive
from addin.hosts.closed.patch.sheet_xml import SheetText
from addin.hosts.closed.patch.validations import drop_down_of
from addin.hosts.closed.patch.workbook_parts import WorkbookParts
from addin.hosts.closed.patch.xml_text import XmlText

if TYPE_CHECKING:
    from addin.core.places import Place


class DropDowns:
    """The lists of one workbook's bytes; a workbook that cannot be patched offers none, its writes are refused anyway."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: WorkbookParts | None = None
        self._sheets: dict[str, SheetText | None] = {}
        self._known: dict[Place, tuple[str, ...]] = {}

    def at(self, place: Place) -> tuple[str, ...]:
        """The words of the square's list."""
        if place not in self._known:
            try:
                self._known[place] = self._look(place)
            except RefusedWrite:
                self._known[place] = ()
        return self._known[place]

    def _look(self, place: Place) -> tuple[str, ...]:
        if self._parts is None:
            self._parts = WorkbookParts(Archive(self._data))
        if place.sheet not in self._sheets:
            self._sheets[place.sheet] = self._sheet(self._parts, place.sheet)
        sheet = self._sheets[place.sheet]
        return drop_down_of(sheet, place, self._parts) if sheet is not None else ()

    def _sheet(self, parts: WorkbookParts, name: str) -> SheetText | None:
        entry = parts.sheet(name)
        if entry is None or entry.kind != "worksheet" or entry.part not in parts.package:
            return None
        return SheetText(name, XmlText.of(parts.package.read(entry.part)))
