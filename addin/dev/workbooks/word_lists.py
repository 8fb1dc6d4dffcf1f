"""The sheet “Danh mục”: the codes with their meaning, and the lists too long for a drop-down of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from addin import glossary
from addin.core.tables.book import ROW_TYPES
from addin.core.tables.columns import Kind, columns_of
from addin.dev.workbooks.drop_downs import LAST_ROW, is_long
from addin.dev.workbooks.table_sheet import FIRST_ROW, HEADING_ROW, set_up_print, write_title

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

    from addin.dev.workbooks.styles import Styles

NAME = "Danh mục"
_CODES = (("content", "Mã nội dung kiểm tra"), ("strength", "Mã ưu điểm"), ("shortcoming", "Mã hạn chế"))
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


def _long_choices() -> Sequence[str]:
    names = [
        column.choices
        for row_type in ROW_TYPES.values()
        for column in columns_of(row_type)
        if column.choices and column.kind in {Kind.CHOICE, Kind.CHOICES}
    ]
    return [name for name in dict.fromkeys(names) if is_long(glossary.canonical_choices(name)) or name == "evidence"]


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
    write_title(sheet, NAME, styles)
    sheet.write_string(1, 0, "Mã và từ dùng trong các sheet khác; không sửa sheet này.", styles.about)
    for number, (name, words) in enumerate(lists.items()):
        sheet.write_string(HEADING_ROW, number, _TITLES.get(name, name), styles.heading)
        for index, word in enumerate(words):
            sheet.write_string(FIRST_ROW + index, number, word, styles.text)
        sheet.set_column(number, number, min(46, max(len(word) for word in (*words, name)) + 2))
    sheet.freeze_panes(FIRST_ROW, 0)
    set_up_print(sheet, pages=1, heading=HEADING_ROW)


_TITLES = {"evidence": "Từ dùng cho nguồn chứng cứ", "status": "Từ dùng cho tình trạng đảng viên"}
