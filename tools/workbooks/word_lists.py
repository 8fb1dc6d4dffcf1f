"""The sheet “Danh mục”: the codes with their meaning, and the lists too long for a drop-down of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.tables.rows.book import ROW_TYPES
from addin.core.tables.rows.columns import Kind, columns_of
from tools.workbooks.drop_downs import LAST_ROW, is_long
from tools.workbooks.table_sheet import FIRST_ROW, HEADING_ROW, set_up_print, write_title
from tools.workbooks.widths import height_of

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from tools.workbooks.styles import Styles

NAME = "Danh mục"
_CODES = (("content", "Mã nội dung kiểm tra"), ("strength", "Mã ưu điểm"), ("shortcoming", "Mã hạn chế"))
_WIDEST = 52.0
_LEVELS_BEFORE_2018, _LEVELS_NOW = 2017, 2018
_MEMBER_LEVELS = ("HTXS", "HTT", "HTN", "KHT")
_OLD_CELL_LEVELS = ("TSVM", "HTT", "HTN", "YK")
Lists = dict[str, list[str]]


def word_lists() -> Lists:
    """Every list of the sheet by name, in the order of its columns."""
    lists: Lists = {
        title: [f"{code} – {glossary.code_text(name, code)}" for code in dict.fromkeys(glossary.codes(name).values())]
        for name, title in _CODES
    }
    now = [glossary.level_words(code, _LEVELS_NOW, "member") for code in _MEMBER_LEVELS]
    before = [glossary.level_words(code, _LEVELS_BEFORE_2018, "member") for code in _MEMBER_LEVELS]
    old_cell = [glossary.level_words(code, _LEVELS_BEFORE_2018, "party_cell") for code in _OLD_CELL_LEVELS]
    lists["Các mức của đảng viên"] = now + before
    lists["Các mức của chi bộ"] = list(dict.fromkeys(now + old_cell))
    for name in _long_choices():
        lists[name] = list(glossary.canonical_choices(name))
    return lists


def _long_choices() -> dict[str, str]:
    """Lists a drop-down cannot carry itself, and those of squares that take several: name → whose words they are."""
    found: dict[str, str] = {}
    for table, row_type in ROW_TYPES.items():
        for column in columns_of(row_type):
            several = column.kind is Kind.CHOICES
            single = column.kind is Kind.CHOICE and is_long(glossary.canonical_choices(column.choices))
            if (several or single) and column.choices not in found:
                found[column.choices] = f"Từ dùng: {glossary.header(table, column.key)} ({glossary.sheet_name(table)})"
    return found


def ranges(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Where each list stands, as drop-downs name it; the members' names stand on their own sheet."""
    found = {}
    for number, (name, words) in enumerate(lists.items()):
        letter = chr(ord("A") + number)
        found[name] = f"='{NAME}'!${letter}${FIRST_ROW + 1}:${letter}${FIRST_ROW + len(words)}"
    found["level"] = found["Các mức của đảng viên"]
    found["level_cell"] = found["Các mức của chi bộ"]
    names = f"'{glossary.sheet_name('members')}'!$B${FIRST_ROW + 1}"
    found["member"] = f"=OFFSET({names},0,0,MAX(1,COUNTA({names}:$B${LAST_ROW})),1)"
    return found


def write_word_lists(sheet: Worksheet, lists: Mapping[str, Sequence[str]], styles: Styles) -> None:
    """One column a list."""
    titles = _long_choices()
    write_title(sheet, NAME, styles)
    sheet.write_string(1, 0, "Mã và từ dùng trong các sheet khác; không sửa sheet này.", styles.about)
    widths = [min(_WIDEST, max(len(word) for word in (*words, "Từ dùng: hình thức")) + 2.0) for words in lists.values()]
    for number, (name, words) in enumerate(lists.items()):
        sheet.write_string(HEADING_ROW, number, titles.get(name, name), styles.heading)
        sheet.set_column(number, number, widths[number])
        for index, word in enumerate(words):
            sheet.write_string(FIRST_ROW + index, number, word, styles.text)
    for index, row in enumerate(zip_longest(*lists.values())):
        sheet.set_row(FIRST_ROW + index, height_of(row, widths))
    sheet.set_row(HEADING_ROW, height_of([titles.get(name, name) for name in lists], widths, bold=True))
    sheet.freeze_panes(FIRST_ROW, 0)
    set_up_print(sheet, pages=2, heading=HEADING_ROW)
