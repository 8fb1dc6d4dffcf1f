"""`regulations`: the register on a day, the cell's own in it, down to the article; what words mean that day."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.persons.reading import Reading
from addin.core.tables.rows.book import Book
from addin.errors import Misuse
from addin.jobs.opening import Opened
from addin.jobs.regulations import regulations
from addin.output.telling import form_of, lines_of
from tests.builders import rows

OWN = {"number": "05-HD/ĐU", "kind": "Hướng dẫn", "issued_on": "2024-01-10", "title": "Công tác kiểm tra, giám sát"}


def asked(words="", on=date(2026, 11, 23), kind=None, own=OWN):
    return regulations(Opened("sổ.xlsx", Reading(Book(regulations=rows("regulations", own) if own else ()))), on, words, kind).result


def told(*given, **named):
    return "\n".join(lines_of(asked(*given, **named)))


def test_the_whole_register_has_the_cells_own_with_their_square():
    """By the day of issue."""
    entries = form_of(asked())["instruments"]
    own = [entry for entry in entries if entry["own"]]

    assert [(entry["number"], entry["own"]) for entry in own] == [("05-HD/ĐU", {"sheet": "Quy định", "cell": "A2"})]
    assert [entry["issued"] or "" for entry in entries] == sorted(entry["issued"] or "" for entry in entries)


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2016, 7, 25), "chưa có hiệu lực"), (date(2016, 7, 26), "; có hiệu lực"), (date(2021, 7, 27), "; có hiệu lực"), (date(2021, 7, 28), "hết hiệu lực")],
)
def test_an_instrument_is_told_as_it_stands_that_day(on, state):
    """With what came after it."""
    text = told("30-QĐ/TW", on)

    assert state in text
    assert "thay bằng Quy định số 22-QĐ/TW, ngày 28/7/2021" in text


def test_the_statutes_are_told_by_chapter_and_article():
    """Chương VII is Điều 30 to 33: four articles (H9); nothing is said of chapters nobody saw."""
    text = told("Chương VII (từ Điều 30 đến Điều 33) Điều lệ Đảng Cộng sản Việt Nam")

    assert "Chương VII (Điều 30 đến Điều 33)" in text
    assert "khoản 9 Điều 39" in text
    assert "04 điều" in text
    assert "Chương VIII (" not in text


def test_what_was_not_compared_with_the_text_is_marked():
    """The article seen at second hand, and the values taken from it."""
    text = told("399-QĐ/TW")

    assert "điểm n khoản 4 Điều 11 (chưa kiểm chứng)" in text
    assert "Chi bộ được ban hành Đề án (từ 09/01/2026, chưa kiểm chứng)" in text


def test_a_number_without_its_symbol_is_resolved_or_asked():
    """One that fits; several that do; none."""
    assert "“Quy định số 30” là Quy định số 30-QĐ/TW, ngày 26/7/2016" in told("Quy định số 30")
    assert "có thể là nhiều văn bản vào ngày 23/11/2026" in told("Hướng dẫn số 05")
    assert "gần nhất: Quy định số 30-QĐ/TW, ngày 26/7/2016" in told("Quy định số 30-QĐ/TW ngày 27/7/2016")
    assert "không có trong danh mục; văn bản của đảng uỷ thì thêm vào sheet Quy định" in told("Hướng dẫn số 77-HD/ĐU")


def test_the_bases_of_a_kind_follow_the_day_and_the_cells_own():
    """The superseded text before its end, the superior's behind the centre's."""
    before, after = asked(on=date(2025, 5, 29), kind="inspection-decision").bases, asked(on=date(2025, 5, 30), kind="inspection-decision").bases

    assert any("22-QĐ/TW" in line for line in before)
    assert not any("22-QĐ/TW" in line for line in after)
    assert before[-1].startswith("Căn cứ Hướng dẫn số 05-HD/ĐU")
    with pytest.raises(Misuse):
        asked(kind="invitation")


@pytest.mark.parametrize(
    ("words", "on", "state", "in_force"),
    [
        ("221-QĐ/TW", date(1999, 1, 1), "chưa rõ ngày hiệu lực", None),
        ("221-QĐ/TW", date(2025, 5, 30), "hết hiệu lực", False),
        ("101-QĐ/TW", date(2011, 12, 31), "chưa có hiệu lực", False),
        ("101-QĐ/TW", date(2012, 5, 1), "chưa rõ ngày hiệu lực", None),
        ("101-QĐ/TW", date(2012, 12, 31), "; có hiệu lực", True),
        ("02-HD/TW, ngày 09/12/2021", date(2025, 6, 1), "chưa rõ ngày hết hiệu lực", None),
    ],
)
def test_a_text_whose_days_nobody_knows_is_neither_in_force_nor_over(words, on, state, in_force):
    """No first day, or a year alone: only what lies outside it is sure."""
    (entry,) = form_of(asked(words, on))["instruments"]

    assert state in told(words, on)
    assert entry["in_force"] is in_force


def test_nothing_of_the_register_is_in_force_before_it_was_issued():
    """On a day before any text of it."""
    assert [one["number"] for one in form_of(asked(on=date(1945, 1, 1)))["instruments"] if one["in_force"]] == []
