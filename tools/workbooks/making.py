"""Puts one workbook together. The same contents give the same bytes: no clock, no author, fixed creation date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import xlsxwriter

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from tools.workbooks import guide, word_lists
from tools.workbooks.settings_sheet import write_settings
from tools.workbooks.styles import FONT, Styles
from tools.workbooks.table_sheet import FIRST_ROW, HEADING_ROW, set_up_print, write_table, write_title
from tools.workbooks.widths import height_of

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from tools.workbooks.contents import Contents

CREATED = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)


def make(contents: Contents, target: Path) -> None:
    """Writes the workbook: Hướng dẫn, Thiết lập, every table, Danh mục, and Giả định where there are any."""
    with xlsxwriter.Workbook(str(target), {"strings_to_urls": False, "default_format_properties": dict(FONT)}) as workbook:
        workbook.set_properties({"title": contents.title, "author": "", "created": CREATED})
        styles = Styles.of(workbook)
        names = _add_sheets(workbook, contents)
        guide.write_guide(names[guide.NAME], contents.title, styles, assumptions=bool(contents.assumptions))
        write_settings(names[glossary.sheet_name("settings")], contents.settings, styles)
        lists = word_lists.word_lists()
        ranges = word_lists.ranges(lists)
        for table in ROW_TYPES:
            own = {**ranges, "level": ranges["level_cell"]} if table == "cell_years" else ranges
            write_table(names[glossary.sheet_name(table)], table, contents.tables.get(table, ()), styles, own)
        word_lists.write_word_lists(names[word_lists.NAME], lists, styles)
        if contents.assumptions:
            _write_assumptions(names[guide.ASSUMPTIONS], contents, styles)


def _add_sheets(workbook: Workbook, contents: Contents) -> dict[str, xlsxwriter.worksheet.Worksheet]:
    names = [guide.NAME, *(glossary.sheet_name(table) for table in ("settings", *ROW_TYPES)), word_lists.NAME]
    if contents.assumptions:
        names.append(guide.ASSUMPTIONS)
    return {name: workbook.add_worksheet(name) for name in names}


def _write_assumptions(sheet: xlsxwriter.worksheet.Worksheet, contents: Contents, styles: Styles) -> None:
    write_title(sheet, guide.ASSUMPTIONS, styles)
    sheet.write_string(1, 0, "Điều nguồn không nêu rõ và sổ mẫu đã giả định; mọi người trong sổ đều hư cấu.", styles.about)
    widths = (34.0, 62.0, 62.0)
    for number, (heading, width) in enumerate(zip(("Về việc", "Sổ mẫu ghi", "Vì sao"), widths, strict=True)):
        sheet.write_string(HEADING_ROW, number, heading, styles.heading)
        sheet.set_column(number, number, width, styles.text)
    for index, line in enumerate(contents.assumptions):
        texts = (line.about, line.taken, line.why)
        sheet.set_row(FIRST_ROW + index, height_of(texts, widths))
        for number, text in enumerate(texts):
            sheet.write_string(FIRST_ROW + index, number, text, styles.text)
    sheet.freeze_panes(FIRST_ROW, 0)
    set_up_print(sheet, heading=HEADING_ROW)
