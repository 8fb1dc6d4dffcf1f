"""The XML of a whole sheet of ours: headings bold and frozen, widths, frames, wrapped text, dates as dd/mm/yyyy.

What a person arranged on the sheet of ours that it replaces (page set-up, drawings, notes, arrows to filter by, widths
of columns behind ours) is carried over; everything else is new, so every row is shown. Landscape A4, one page wide.
"""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.closed.patch.plain_styles import Look
from addin.hosts.closed.patch.ranges import range_text
from addin.hosts.closed.patch.sheet_xml import LAST_COLUMN, LAST_ROW, SheetText
from addin.hosts.closed.patch.strings import content_of
from addin.hosts.closed.patch.xml_text import any_tag_pattern, attributes_of, closing_pattern
from addin.hosts.own_sheets import link_target, link_words
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.core.writes import SheetReplace, Value
    from addin.hosts.closed.patch.plain_styles import PlainStyles

_CARRIED = ("printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "legacyDrawingHF")
_PAGE = (
    '<{p}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<{p}pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
    "<{p}headerFooter><{p}oddFooter>&amp;L&amp;A&amp;RTrang &amp;P/&amp;N</{p}oddFooter></{p}headerFooter>"
)
_WIDEST = 255.0
_FORMULA_LIMIT = 8_192
_LINE, _TALLEST = 15, 405
_MOST_LINKS, _LONGEST_TIP = 65_000, 255


def sheet_xml(new: SheetReplace, styles: PlainStyles, root: str, prefix: str, old: SheetText | None, *, is_1904: bool) -> str:
    """The part's text; `root` is the attributes of the root element (its namespaces), `old` the sheet replaced."""
    width = max((len(row) for row in new.rows), default=0)
    if len(new.rows) > LAST_ROW or width > LAST_COLUMN:
        refuse("bảng kết quả lớn hơn một trang tính", "Chọn phạm vi hẹp hơn.", Place(new.sheet))
    area = Range(1, 1, max(len(new.rows), 1), max(width, 1))
    looks = _Looks(new, styles)
    rows = "".join(_row(new, number, row, looks, prefix, is_1904=is_1904) for number, row in enumerate(new.rows, 1))
    p = prefix
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<{p}worksheet{root}><{p}sheetPr><{p}pageSetUpPr fitToPage="1"/></{p}sheetPr>'
        f'<{p}dimension ref="{range_text(area)}"/>{_view(new.header_rows, p)}'
        f'<{p}sheetFormatPr defaultRowHeight="15"/>{_columns(new.widths, old, p)}'
        f"<{p}sheetData>{rows}</{p}sheetData>{_filter(new, old, p)}{_links(new, p)}{_tail(old, p)}</{p}worksheet>"
    )


def _view(header_rows: int, p: str) -> str:
    """The view with the heading rows frozen."""
    if header_rows < 1:
        return f'<{p}sheetViews><{p}sheetView workbookViewId="0"/></{p}sheetViews>'
    return (
        f'<{p}sheetViews><{p}sheetView workbookViewId="0"><{p}pane ySplit="{header_rows}" '
        f'topLeftCell="A{header_rows + 1}" activePane="bottomLeft" state="frozen"/>'
        f'<{p}selection pane="bottomLeft"/></{p}sheetView></{p}sheetViews>'
    )


def _columns(widths: tuple[float, ...], old: SheetText | None, p: str) -> str:
    columns = "".join(
        f'<{p}col min="{number}" max="{number}" width="{min(max(width, 1.0), _WIDEST):g}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    columns += "".join(_columns_behind(len(widths), old, p)) if widths and old is not None else ""
    return f"<{p}cols>{columns}</{p}cols>" if columns else ""


def _columns_behind(last: int, old: SheetText, p: str) -> Iterator[str]:
    """Those a person put behind ours, as wide as they were made."""
    for tag in any_tag_pattern("col").finditer(old.xml.shadow, 0, old.data_tag_end):
        known = attributes_of(tag[2])
        start, end, width = (known.get(name, "") for name in ("min", "max", "width"))
        if start.isdecimal() and end.isdecimal() and int(end) > last and width.replace(".", "", 1).isdecimal():
            yield f'<{p}col min="{max(int(start), last + 1)}" max="{end}" width="{width}" customWidth="1"/>'


class _Looks:
    """The style of each square."""

    def __init__(self, new: SheetReplace, styles: PlainStyles) -> None:
        self._new, self._styles = new, styles
        self._linked = frozenset((row, column) for row, column, _ in new.links)

    def style(self, row: int, column: int, value: Value) -> int:
        """By where it stands and what it holds."""
        if row <= self._new.titles:
            return self._styles.number(Look(is_title=True))
        if row <= self._new.header_rows:
            return self._styles.number(Look(is_heading=True))
        return self._styles.number(Look(is_date=isinstance(value, date), is_link=(row, column) in self._linked))


def _row(new: SheetReplace, number: int, row: tuple[Value, ...], looks: _Looks, p: str, *, is_1904: bool) -> str:
    squares = "".join(
        _square(new, Place(new.sheet, number, column), value, looks.style(number, column, value), p, is_1904=is_1904)
        for column, value in enumerate(row, 1)
    )
    lines = _lines(new, row) if number > new.titles else 1
    height = f' ht="{min(lines * _LINE, _TALLEST):g}"' if lines > 1 else ""
    return f'<{p}row r="{number}"{height}>{squares}</{p}row>'


def _lines(new: SheetReplace, row: tuple[Value, ...]) -> int:
    """How many lines the fullest square takes in its width: not every office works heights out when it opens a file."""
    return max(
        (
            sum(ceil(max(len(line), 1) / max(width - 1, 1)) for line in value.split("\n"))
            for value, width in zip(row, new.widths, strict=False)
            if isinstance(value, str)
        ),
        default=1,
    )


def _square(new: SheetReplace, place: Place, value: Value, style: int, p: str, *, is_1904: bool) -> str:
    opening = f'<{p}c r="{place.cell}" s="{style}"'
    if new.formulas and isinstance(value, str) and value.startswith("="):
        if len(value) > _FORMULA_LIMIT:
            refuse(f"công thức dài quá {_FORMULA_LIMIT} ký tự", "Chia công thức thành nhiều ô.", place)
        return f"{opening}><{p}f>{escape(value[1:])}</{p}f></{p}c>"
    content = content_of(value, place, p, is_1904=is_1904)
    if content is None:
        return f"{opening}/>"
    kind = f' t="{content.type}"' if content.type else ""
    return f"{opening}{kind}>{content.inside}</{p}c>"


def filtered_area(new: SheetReplace, old: SheetText | None) -> Range | None:
    """Where its arrows to filter by stand: those it is to have, and those a person put on it."""
    has_arrows = old is not None and any_tag_pattern("autoFilter").search(old.xml.shadow, old.data_end) is not None
    return new.list_area if new.is_filtered or has_arrows else None


def _filter(new: SheetReplace, old: SheetText | None, p: str) -> str:
    area = filtered_area(new, old)
    return f'<{p}autoFilter ref="{range_text(area)}"/>' if area else ""


def _links(new: SheetReplace, p: str) -> str:
    """Within the workbook, so that no relation is needed; Excel takes so many on a sheet and no more."""
    links = "".join(_link(new, row, column, to, p) for row, column, to in new.links[:_MOST_LINKS])
    return f"<{p}hyperlinks>{links}</{p}hyperlinks>" if links else ""


def _link(new: SheetReplace, row: int, column: int, to: Place, p: str) -> str:
    square = Place(new.sheet, row, column).cell
    return f'<{p}hyperlink ref="{square}" location={quoteattr(link_target(to))} tooltip={quoteattr(link_words(to)[:_LONGEST_TIP])}/>'


def _tail(old: SheetText | None, p: str) -> str:
    """Page set-up and drawings of the sheet replaced, in the schema's order; ours where there were none."""
    kept = list(_carried(old)) if old is not None else []
    return "".join(kept) if kept else _PAGE.format(p=p)


def _carried(old: SheetText) -> Iterator[str]:
    for name in _CARRIED:
        tag = any_tag_pattern(name).search(old.xml.shadow, old.tail_start)
        if tag is None:
            continue
        closing = None if tag[3] else closing_pattern(tag[1] + name).search(old.xml.shadow, tag.end())
        yield old.xml.text[tag.start() : closing.end() if closing else tag.end()]
