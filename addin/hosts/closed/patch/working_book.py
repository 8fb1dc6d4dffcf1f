"""The workbook a patch is working on: its zip, its parts, its style sheet, and what is put in order at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.hosts.closed.patch.calculation import calculate_on_open
from addin.hosts.closed.patch.sheet_list import add_styles
from addin.hosts.closed.patch.styles import Styles
from addin.hosts.closed.patch.workbook_parts import WorkbookParts
from addin.hosts.closed.patch.xml_text import XmlText

if TYPE_CHECKING:
    from addin.hosts.closed.patch.package import Archive


class WorkingBook:
    """One patch under way."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.parts = WorkbookParts(archive)
        self._styles: Styles | None = None
        self._has_new_values = False

    def look_again(self) -> None:
        """After the list of sheets has changed."""
        self.parts = WorkbookParts(self.archive)

    @property
    def styles(self) -> Styles | None:
        """The style sheet, where the workbook has one."""
        part = self.parts.part("styles")
        if self._styles is None and part is not None:
            self._styles = Styles(XmlText.of(self.archive.read(part)))
        return self._styles

    def needed_styles(self) -> Styles:
        """The style sheet, made where there is none."""
        found = self.styles
        if found is None:
            part = add_styles(self.parts)
            self.look_again()
            found = self._styles = Styles(XmlText.of(self.archive.read(part)))
        return found

    def has_new_values(self) -> None:
        """A sheet came in that formulas may stand on."""
        self._has_new_values = True

    def put_sheet(self, part: str, text: XmlText) -> None:
        """A sheet with new values; the same text is no change."""
        before = self.archive.read(part) if part in self.archive else b""
        self.archive.put(part, text.data)
        self._has_new_values |= before != text.data

    def finish(self) -> None:
        """Put the style sheet back where it grew, and ask for a calculation where values changed."""
        part = self.parts.part("styles")
        if self._styles is not None and self._styles.is_changed and part is not None:
            self.archive.put(part, self._styles.text.data)
        if self._has_new_values:
            calculate_on_open(self.parts)
