"""The cell's own regulations beside the built-in register: ended by their successors, cited, and bases of its papers."""

from __future__ import annotations

from datetime import date

import pytest

from addin.core.regulations.parsing import find_cited
from addin.core.tables.known_regulations import own_bases, own_instruments
from addin.core.tables.rows.book import Book
from addin.core.tables.rows.settings import Settings
from addin.documents.parts.heading import Gaps
from addin.documents.parts.legal_basis import LegalBasis
from tests.builders import rows

GUIDE = {"number": "05-HD/ĐU", "kind": "Hướng dẫn", "issued_on": "2024-01-10", "issuer": "Đảng uỷ Sở Mẫu"}
ABOUT = "Công tác kiểm tra, giám sát của chi bộ"


def book(*regulations):
    return Book(settings=Settings(), regulations=rows("regulations", *regulations))


def bases(on, *regulations, basis="inspection"):
    return [one.number for one in own_bases(book(*regulations), basis, on)]


@pytest.mark.parametrize(
    ("day", "named"),
    [(date(2024, 1, 9), []), (date(2024, 1, 10), ["05-HD/ĐU"]), (date(2025, 12, 31), ["05-HD/ĐU"]), (date(2026, 1, 1), [])],
)
def test_a_text_is_a_basis_from_its_first_day_to_its_last(day, named):
    """In force on the day of the paper."""
    assert bases(day, {**GUIDE, "title": ABOUT, "in_force_to": "2025-12-31"}) == named


def test_a_successor_of_the_sheet_ends_the_old_one_the_day_before():
    """Thay thế bởi names it; what names nothing known ends nothing."""
    old, new = {**GUIDE, "title": ABOUT, "replaced_by": "35-HD/ĐU"}, {**GUIDE, "number": "35-HD/ĐU", "issued_on": "2026-01-10", "title": ABOUT}

    assert bases(date(2026, 1, 9), old, new) == ["05-HD/ĐU"]
    assert bases(date(2026, 1, 10), old, new) == ["35-HD/ĐU"]
    assert bases(date(2026, 1, 10), old) == ["05-HD/ĐU"]


@pytest.mark.parametrize(
    ("title", "kind", "basis", "is_named"),
    [
        (ABOUT, "Hướng dẫn", "supervision", True),
        ("Đánh giá, xếp loại đảng viên", "Hướng dẫn", "rating", True),
        ("Đánh giá, xếp loại đảng viên", "Hướng dẫn", "inspection", False),
        ("Công tác kiểm tra, giám sát năm 2026", "Hướng dẫn", "inspection", True),
        ("Công tác kiểm tra, giám sát năm 2025", "Hướng dẫn", "inspection", False),
        ("Kiểm tra, giám sát năm 2026", "Kế hoạch", "inspection", False),
        (None, "Hướng dẫn", "inspection", False),
    ],
)
def test_the_matter_and_the_year_of_its_heading_decide(title, kind, basis, is_named):
    """A plan is cited by the plan it orders; a guidance of another year is not cited."""
    assert bool(bases(date(2026, 5, 1), {**GUIDE, "kind": kind, "title": title}, basis=basis)) == is_named


def test_the_line_stands_behind_those_of_the_centre_and_before_the_plans():
    """As entered, with its heading; never twice where a plan names it already."""
    told = LegalBasis("inspection-decision").of_day(book({**GUIDE, "title": ABOUT}), date(2026, 5, 1), Gaps(), ("Kế hoạch số 02-KH/ĐU",))
    named = LegalBasis("inspection-decision").of_day(book({**GUIDE, "title": ABOUT}), date(2026, 5, 1), Gaps(), ("Hướng dẫn số 05-HD/ĐU, ngày 10/01/2024",))

    assert told[-2] == "- Căn cứ Hướng dẫn số 05-HD/ĐU, ngày 10/01/2024 của Đảng uỷ Sở Mẫu về công tác kiểm tra, giám sát của chi bộ;"
    assert told[-1] == "- Căn cứ Kế hoạch số 02-KH/ĐU."
    assert sum("05-HD/ĐU" in line for line in named) == 1


@pytest.mark.parametrize(
    ("text", "on", "number", "articles"),
    [
        ("Quy định số 30", date(2018, 1, 1), "30-QĐ/TW", None),
        ("Hướng dẫn số 01", date(2018, 1, 1), "01-HD/TW", None),
        ("Hướng dẫn 05 ngày 10/01/2024", date(2024, 5, 1), "05-HD/ĐU", None),
        ("Chương VII (từ Điều 30 đến Điều 33), Điều lệ Đảng Cộng sản Việt Nam", date(2018, 1, 1), None, (30, 33)),
        ("khoản 4 Điều 9 Quy định số 66-QĐ/TW", date(2018, 1, 1), "66-QĐ/TW", (9, 9)),
        ("Điều lệ Đảng (Chương VII, Điều 30-33)", date(2018, 1, 1), None, (30, 33)),
        ("Quy định số 22-QĐ/TW; Điều 11 Quy định số 366-QĐ/TW", date(2025, 12, 1), "366-QĐ/TW", (11, 11)),
    ],
)
def test_a_citation_is_read_down_to_the_article(text, on, number, articles):
    """The last citation of the text."""
    cited = find_cited(text, own_instruments(book(GUIDE)))[-1]

    assert (cited.meant_on(on).number, cited.articles) == (number, articles)


def test_a_bare_number_that_several_bear_that_day_is_not_guessed():
    """The cell's own and the centre's: asked."""
    (cited,) = find_cited("Hướng dẫn số 05", own_instruments(book(GUIDE)))

    assert cited.meant_on(date(2026, 11, 1)) is None
    assert {one.number for one in cited.candidates} >= {"05-HD/ĐU", "05-HD/VPTW"}
