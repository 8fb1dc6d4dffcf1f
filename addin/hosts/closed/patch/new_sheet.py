"""The XML of a whole sheet of ours: headings bold and frozen, widths, wrapped text, dates as dd/mm/yyyy.

What a person arranged on the sheet of ours that it replaces (page set-up, drawings, notes) is carried over;
everything else is new. Landscape A4, one page wide.
"""

from __future__ import annotations

from datetime import date
from math import ceil
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from addin.core.grids import Range
from addin.core.places import Place
from addin.hosts.closed.patch.ranges import range_text
from addin.hosts.closed.patch.sheet_xml import LAST_COLUMN, LAST_ROW, SheetText
from addin.hosts.closed.patch.strings import content_of
from addin.hosts.closed.patch.xml_text import any_tag_pattern, closing_pattern
from addin.hosts.refusal import refuse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from addin.core.writes import SheetReplace, Value
    from addin.hosts.closed.patch.styles import Styles

_CARRIED = ("printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "legacyDrawing", "legacyDrawingHF")
_PAGE = (
    '<{p}pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>'
    '<{p}pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
)
_WIDEST = 255.0
_FORMULA_LIMIT = 8_192
_LINE, _TALLEST = 15, 405
_MOST_LINKS = 65_000


def sheet_xml(new: SheetReplace, styles: Styles, root: str, prefix: str, old: SheetText | None, *, is_1904: bool) -> str:
    """The part's text; `root` is the attributes of the root element (its namespaces), `old` the sheet replaced."""
    width = max((len(row) for row in new.rows), default=0)
    if len(new.rows) > LAST_ROW or width > LAST_COLUMN:
        refuse("bảng kết quả lớn hơn một trang tính", "Chọn phạm vi hẹp hơn.", Place(new.sheet))
    area = Range(1, 1, max(len(new.rows), 1), max(width, 1))
    rows = "".join(_row(new, number, row, styles, prefix, is_1904=is_1904) for number, row in enumerate(new.rows, 1))
    p = prefix
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<{p}worksheet{root}><{p}sheetPr><{p}pageSetUpPr fitToPage="1"/></{p}sheetPr>'
        f'<{p}dimension ref="{range_text(area)}"/>{_view(new.header_rows, p)}'
        f'<{p}sheetFormatPr defaultRowHeight="15"/>{_columns(new.widths, p)}'
        f"<{p}sheetData>{rows}</{p}sheetData>{_filter(new, area, p)}{_links(new, p)}{_tail(old, p)}</{p}worksheet>"
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


def _columns(widths: tuple[float, ...], p: str) -> str:
    if not widths:
        return ""
    columns = "".join(
        f'<{p}col min="{number}" max="{number}" width="{min(max(width, 1.0), _WIDEST):g}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    return f"<{p}cols>{columns}</{p}cols>"


def _row(new: SheetReplace, number: int, row: tuple[Value, ...], styles: Styles, p: str, *, is_1904: bool) -> str:
    is_heading = number <= new.header_rows
    squares = "".join(
        _square(new, Place(new.sheet, number, column), value, _style(styles, value, is_heading=is_heading), p, is_1904=is_1904)
        for column, value in enumerate(row, 1)
    )
    lines = _lines(new, row)
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


def _style(styles: Styles, value: Value, *, is_heading: bool) -> int:
    if is_heading:
        return styles.plain(is_bold=True)
    return styles.plain(is_date=isinstance(value, date))


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


def _filter(new: SheetReplace, area: Range, p: str) -> str:
    return f'<{p}autoFilter ref="{range_text(area)}"/>' if new.is_filtered and len(new.rows) > new.header_rows else ""


def _links(new: SheetReplace, p: str) -> str:
    """Within the workbook, so that no relation is needed; Excel takes so many on a sheet and no more."""
    links = "".join(_link(new, row, column, to, p) for row, column, to in new.links[:_MOST_LINKS])
    return f"<{p}hyperlinks>{links}</{p}hyperlinks>" if links else ""


def _link(new: SheetReplace, row: int, column: int, to: Place, p: str) -> str:
    name = to.sheet.replace("'", "''")
    target = quoteattr(f"'{name}'!{Place(to.sheet, to.row or 1, to.column or 1).cell}")
    return f'<{p}hyperlink ref="{Place(new.sheet, row, column).cell}" location={target}/>'


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
