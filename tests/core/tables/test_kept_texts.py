"""What is read of one workbook is gone with it: nothing of a person stays in a process that lives on (F66)."""

from __future__ import annotations

import gc
from datetime import date

import pytest

from addin.core import catalogue
from addin.core.persons.reading import Reading
from addin.core.ratings import rate
from addin.core.tables.reading import read_book
from addin.glossary import fold, fold_plain, given_name_key, header
from addin.kept_texts import Hold, kept, kept_apart, kept_calls
from tests.conftest import ROOT
from tests.grids import grid

ADDIN = ROOT / "addin"

MEMBERS = ("full_name", "birth_date", "admitted_on", "member_id")
DENUNCIATIONS = ("received_on", "accuser", "member", "content")
RATINGS = ("year", "member", "votes_htt", "reasons", "final_no")


def secret_book(mark):
    """A workbook whose names, numbers and restricted squares all hold the mark."""
    name, odd = f"Nguyễn Hoà{mark} An", f"{mark}Qúy  Thủy\u200b"
    return [
        grid("Đảng viên", tuple(header("members", key) for key in MEMBERS), (name, date(1980, 1, 1), date(2005, 1, 1), f"ĐV{mark}")),
        grid("Tố cáo", tuple(header("denunciations", key) for key in DENUNCIATIONS), (date(2025, 3, 1), f"Trần Thị {mark} tố cáo", name, odd)),
        grid("Xếp loại", tuple(header("ratings", key) for key in RATINGS), (2025, f"Đ/c {name}", f"{mark} phiếu", odd, f"05-QĐ/{mark}")),
        grid(f"Sheet {mark}", (f"Ghi chú riêng {mark}", f"Số, ngày {mark}"), (odd, name)),
    ]


def worked_on(mark):
    """Everything a click asks of it; only the findings' count leaves."""
    book = read_book(secret_book(mark))
    reading = Reading(book)
    found = [*book.unreadable, *catalogue.run(reading, date(2025, 12, 31))]
    rate(reading, 2025)
    given_name_key(book.members[0].full_name)
    fold_plain(book.denunciations[0].accuser)
    assert mark in book.denunciations[0].accuser
    return len(found)


def texts_with(mark):
    """Every text any container alive still holds."""
    gc.collect()
    seen = set()
    for held in gc.get_objects():
        if isinstance(held, dict | list | tuple | set | frozenset):
            parts = [*held, *held.values()] if isinstance(held, dict) else [*held]
            seen |= {part for part in parts if type(part) is str and mark in part}
    return seen


def cached_with(mark):
    """Every text the caches of calls still hold: those are not seen by the garbage collector's list."""
    wrappers = [one for one in gc.get_objects() if type(one).__name__ == "_lru_cache_wrapper" and str(one.__module__).startswith("addin")]
    return {
        part
        for wrapper in wrappers
        for held in gc.get_referents(wrapper)
        for part in _within(held, 3)
        if mark in part.casefold()
    }


def _within(held, depth):
    if type(held) is str:
        yield held
    elif depth:
        for part in gc.get_referents(held):
            yield from _within(part, depth - 1)


def test_nothing_of_a_workbook_is_left_when_it_is_dropped():
    """Names, restricted squares, numbers and odd texts: read, checked, rated, and gone."""
    mark = "zq" + "xjv"

    assert worked_on(mark) > 0

    assert texts_with(mark) == set()
    assert cached_with(mark) == set()


def test_the_search_itself_finds_what_is_kept():
    """While the book lives its texts do: else the test above would prove nothing."""
    mark = "vw" + "qzk"
    book = read_book(secret_book(mark))

    fold(book.members[0].full_name)

    assert any(mark in text for text in texts_with(mark))
    assert cached_with(mark)


def test_a_book_read_while_another_lives_takes_over_what_it_has_too():
    """What it does not have goes with the other; what is left goes with itself."""
    asked = []

    @kept
    def answer(text):
        asked.append(text)
        return text

    first = Hold()
    answer("chỉ sổ một")
    answer("cả hai sổ")
    second = Hold()
    answer("cả hai sổ")
    del first
    answer("chỉ sổ một")
    answer("cả hai sổ")
    del second
    answer("cả hai sổ")

    assert asked == ["chỉ sổ một", "cả hai sổ", "chỉ sổ một", "cả hai sổ"]


def test_words_of_ours_stay_and_calls_of_several_arguments_do_not():
    """The one by its predicate, the other whatever they are."""
    asked = []

    @kept_apart(lambda text, found: text == "Họ và tên" and found)
    def heading(text):
        asked.append(text)
        return len(text)

    @kept_calls
    def weight(table, text):
        asked.append(table)
        return text

    for _ in range(2):
        hold = Hold()
        for text in ("Họ và tên", "Nguyễn Lạ", "Nguyễn Lạ"):
            heading(text)
        weight("members", "x")
        weight("members", "x")
        del hold

    assert asked == ["Họ và tên", "Nguyễn Lạ", "members", "Nguyễn Lạ", "members"]


@pytest.mark.parametrize("raw", ["Hoàn thành tốt nhiệm vụ", 3, date(2025, 3, 1)])
def test_words_of_ours_figures_and_days_are_read_once(raw):
    """They say nothing of anybody and stay for the next workbook."""
    from addin.core.tables.rows.columns import Column, Kind
    from addin.core.tables.squares.values import ReadValues

    kind = {str: Kind.LEVEL, int: Kind.INT, date: Kind.DATE}[type(raw)]
    column = Column("votes_htt", kind)

    first = ReadValues().of(column)[type(raw), raw]

    assert (type(raw), raw) in ReadValues().of(column)
    assert ReadValues().of(column)[type(raw), raw] is first


def test_a_text_that_is_no_word_of_ours_is_not_kept():
    """A name in the column of levels is somebody's name."""
    from addin.core.tables.rows.columns import Column, Kind
    from addin.core.tables.squares.values import ReadValues

    values = ReadValues().of(Column("cell_level", Kind.LEVEL))

    assert values[str, "Nguyễn Văn Lạ"][0] is None
    assert (str, "Nguyễn Văn Lạ") not in values


def test_no_other_cache_is_made_over_texts():
    """Named here with what they hold: values of regulations by day, templates of papers."""
    allowed = {"kept_texts.py", "core/regulations/law.py", "documents/render.py"}

    found = {path.relative_to(ADDIN).as_posix() for path in ADDIN.rglob("*.py") if "lru_cache(" in path.read_text(encoding="utf-8")}

    assert found == allowed
