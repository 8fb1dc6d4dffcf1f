"""Buttons on a workbook with a frozen year: what would write into it refuses before it asks, the others go on (F65)."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.command import sochibo
from tests.hosts.memory_engine.excel import memory_excel
from tests.ribbon.pressing import NAME, ROOT, Secretary, contents, row_where

YEAR = 2025


def with_a_frozen_year(folder):
    """The sample, the votes of one rating not entered yet when the year was frozen."""
    book = Path(shutil.copy(ROOT / "workbooks" / "mau.xlsx", folder / NAME))
    answer = sochibo("show", book, "--json").answer
    columns = next(one for one in answer["layout"] if one["table"] == "ratings")["columns"]
    row = next(one["row"] for one in answer["tables"]["ratings"] if one["year"] == YEAR)
    assert sochibo("put", book, f"Xếp loại!{columns['votes_htt']}{row}=", "--write").code == 0
    assert sochibo("freeze", book, "--year", YEAR, "--reason", "đã có quyết định", "--on", "2026-02-01", "--write").code == 0
    return book


def test_a_button_that_would_write_into_the_year_says_so_and_asks_nothing_and_the_others_go_on(tmp_path):
    """One warning in words without a command line, exit 4, nothing made; marks are no data of the year, nor is it proposed anew."""
    with memory_excel(tmp_path) as excel:
        press = Secretary(excel, excel.open(with_a_frozen_year(tmp_path)))
        before = contents(press.book)
        row = row_where(press.book, "Xếp loại", 1, float(YEAR))

        code, person = press("tally", sheet="Xếp loại", rows=(row, row))
        codes = [press(button, sheet="Xếp loại", rows=(row, row))[0] for button in ("check", "rate", "why", "agenda")]

        after = contents(press.book)
    (said,) = person.warned
    assert (code, person.asked, codes) == (4, [], [0, 0, 0, 0])
    assert said.startswith("Năm 2025 đã khoá ngày 01/02/2026 nên chưa ghi gì: ")
    assert said.endswith("→ Cần sửa thì mở khoá năm 2025 trước, kèm lý do (mục “Khoá năm” của Hướng dẫn); sửa xong thì khoá lại.")
    assert not (tmp_path / "Văn bản").exists()
    assert {name: squares for name, squares in after.items() if name != "Lỗi dữ liệu"} == before
