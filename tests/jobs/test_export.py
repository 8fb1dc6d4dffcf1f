"""The list for the national database keeps its digits; the copy without names names nobody (F5, F6)."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from addin.errors import Misuse
from addin.hosts.closed.book import ClosedBook
from addin.jobs.export import export
from addin.jobs.find import find
from addin.jobs.opening import open_book
from tests.batch.cells import cell, write

SAMPLE = Path(__file__).parents[2] / "workbooks" / "chi-bo-van-phong-so-2.xlsx"
ON = date(2026, 11, 28)


def opened(path):
    return open_book(ClosedBook(path, now=datetime(2026, 11, 28)))


def books(outcome):
    return [openpyxl.load_workbook(io.BytesIO(paper.render(None))) for paper in outcome.effects.papers]


def test_twelve_digits_stay_text_with_their_zeros(tmp_path):
    outcome = export(opened(write(cell(3), tmp_path)), "csdl", pseudonymised=False, on=ON)
    (book,) = books(outcome)
    sheet = book["Đảng viên"]
    headings = [square.value for square in sheet[1]]
    column = headings.index("Số định danh") + 1
    for row, person in enumerate(cell(3).people, start=2):
        square = sheet.cell(row, column)
        assert (square.value, square.data_type, square.number_format) == (person.identity, "s", "@")
        assert sheet.cell(row, headings.index("Ngày sinh") + 1).value == person.born.strftime("%d/%m/%Y")


def test_a_number_too_short_is_told_by_its_square(tmp_path):
    made = cell(3)
    made.people[1].identity = "12345"
    result = export(opened(write(made, tmp_path)), "csdl", pseudonymised=False, on=ON).result
    assert [(place.cell, text) for place, text in result.doubtful] == [("D3", "số định danh không đủ 12 chữ số")]


def test_no_name_is_left_anywhere_in_the_copy():
    sample = opened(SAMPLE)
    copy, key = books(export(sample, None, pseudonymised=True, on=ON))
    names = {member.full_name for member in sample.book.members}
    texts = [str(square.value) for sheet in copy for row in sheet.iter_rows() for square in row if square.value is not None]
    assert len(texts) > 500
    assert not [text for text in texts if any(name in text for name in names)]
    assert names <= {row[1].value for row in key["Khoá"].iter_rows(min_row=2)}
    numbers = {number for member in sample.book.members for number in (member.id_number, member.party_card) if number}
    assert not numbers & set(texts)


@pytest.mark.parametrize(("layout", "pseudonymised"), [(None, False), ("csdl", True), ("khác", False)])
def test_what_cannot_be_meant_is_misuse(layout, pseudonymised):
    with pytest.raises(Misuse):
        export(opened(SAMPLE), layout, pseudonymised=pseudonymised, on=ON)


@pytest.mark.parametrize("words", ["mau", "MẪU", "nguyen mau", "mẫu ng"])
def test_found_without_accents_and_in_part(words):
    hits = find([("a.xlsx", opened(SAMPLE).reading)], words).result.hits
    assert "Nguyễn Văn Mẫu" in [hit.full_name for hit in hits]


def test_given_names_in_vietnamese_order_over_workbooks(tmp_path):
    readings = [(f"{number}.xlsx", opened(write(cell(number), tmp_path)).reading) for number in range(3)]
    result = find([*readings, ("hỏng.xlsx", "Tệp rỗng.")], "a").result
    given = [hit.full_name.split()[-1] for hit in result.hits]
    assert len({hit.workbook for hit in result.hits}) > 1
    assert given == sorted(given, key=lambda word: "AĂÂBCDĐEÊGHIKLMNOÔƠPQRSTUƯVXY".index(word[0]))
    assert result.unread == (("hỏng.xlsx", "Tệp rỗng."),)
    with pytest.raises(Misuse):
        find(readings, "  ")
