"""How a sheet of ours looks in a closed file: framed and wrapped, so that it is read on paper without colours.

Headings are bold, a link is underlined, dates are dd/mm/yyyy; a sentence above the headings runs on over the squares
beside it. All in the workbook's own first font.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from addin.core.records import dataclass

if TYPE_CHECKING:
    from addin.hosts.closed.patch.styles import Styles

_SIDES = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class Look:
    """What sets a square of a sheet of ours apart from its neighbours."""

    is_title: bool = False
    is_heading: bool = False
    is_date: bool = False
    is_link: bool = False


class PlainStyles:
    """The numbers of these styles in one workbook, each added when it is first needed."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[Look, int] = {}

    def number(self, look: Look) -> int:
        """The style of a square that looks like this."""
        if look not in self._known:
            self._known[look] = self._styles.style(self._text(look))
        return self._known[look]

    def _text(self, look: Look) -> str:
        p, styles = self._styles.prefix, self._styles
        font = styles.first_font("b") if look.is_heading or look.is_title else styles.first_font("u") if look.is_link else 0
        border = 0 if look.is_title else self._frame()
        level, wrapped = ("center" if look.is_heading or look.is_title else "top"), "" if look.is_title else ' wrapText="1"'
        return (
            f'<{p}xf numFmtId="{styles.date_format_id() if look.is_date else 0}" fontId="{font}" fillId="0" borderId="{border}" '
            f'xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">'
            f'<{p}alignment vertical="{level}"{wrapped}/></{p}xf>'
        )

    def _frame(self) -> int:
        p = self._styles.prefix
        sides = "".join(f'<{p}{side} style="thin"><{p}color auto="1"/></{p}{side}>' for side in _SIDES)
        return self._styles.border(f"<{p}border>{sides}<{p}diagonal/></{p}border>")
