"""Filters, hidden rows, sorting in LibreOffice: every square is the one meant, and what is taken back is told to the square."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import Note, SheetReplace, Writes
from addin.errors import CannotWrite
from addin.hosts.live import TakenBack
from tests.hosts.memory_engine.lists import FIRST, LAST, NAMES, SHEET, added, list_book, old, results, wanted
from tests.libreoffice.office import office, open_book

pytestmark = pytest.mark.libreoffice

OURS = "Lỗi dữ liệu"
LONG = Writes(sheets=(SheetReplace(OURS, (("STT", "Lỗi"), *((number, f"lỗi {number}") for number in range(1, 9))), (6, 30)),))
SHORT = Writes(sheets=(SheetReplace(OURS, (("STT", "Lỗi"), (1, "còn lại")), (6, 30)),))


@pytest.fixture
def book(tmp_path):
    with open_book(list_book(tmp_path / "ds.xlsx")) as opened:
        yield opened


def by_team():
    office().ask("filter", sheet=SHEET, area=f"A2:E{LAST}", column=1, wanted="Tổ 2")


def by_hand():
    for row in (4, 5, 9):
        office().ask("hide", sheet=SHEET, row=row)


def by_hand_and_filter():
    by_hand()
    by_team()


def by_name(book):
    grid = next(grid for grid in book.grids() if grid.sheet == SHEET)
    return {grid.at(row, 1): (grid.at(row, 4), grid.at(row, 5)) for row in range(FIRST, grid.row_count + 1)}


def hidden(sheet=SHEET):
    return office().ask("hidden", sheet=sheet, rows=20)


@pytest.mark.parametrize("hide", [by_team, by_hand, by_hand_and_filter])
def test_every_row_gets_its_own_result_and_gives_it_back(book, hide):
    """What is hidden stays hidden."""
    hide()
    unseen = hidden()

    book.apply(results())
    after = by_name(book)
    told = book.undo()

    assert after == {name: wanted(name) for name in NAMES}
    assert by_name(book) == {name: old(name) for name in NAMES}
    assert told == TakenBack(2 * len(NAMES))
    assert hidden() == unseen != []


def test_rows_added_below_a_filtered_list(book):
    """They are seen; taken back they are gone."""
    by_team()

    book.apply(added("Quân", "Sơn"))
    after, unseen = by_name(book), hidden()
    told = book.undo()

    assert list(after)[-2:] == ["Quân", "Sơn"]
    assert not {LAST + 1, LAST + 2} & set(unseen)
    assert list(by_name(book)) == list(NAMES)
    assert told == TakenBack(6)


def test_the_findings_sheet_filtered_and_corrected_holds_the_new_findings_alone(book):
    """All of it is seen, and taken back the old one is there as it was filtered."""
    book.apply(LONG)
    office().ask("filter", sheet=OURS, area="A1:B9", column=1, wanted="lỗi 3")
    office().ask("hide", sheet=OURS, row=4)

    book.apply(SHORT)
    after, unseen = book.grids()[-1].values, hidden(OURS)
    told = book.undo()

    assert after == (("STT", "Lỗi"), (1, "còn lại"))
    assert unseen == []
    assert book.grids()[-1].at(9, 2) == "lỗi 8"
    assert hidden(OURS) == [2, 3, 4, 5, 6, 7, 8, 9]
    assert told == TakenBack(0, (OURS,))


@pytest.mark.parametrize(
    ("step", "details", "title"),
    [
        ("sort", {"area": f"A{FIRST}:E{LAST}", "column": 1}, "Sort"),
        ("put_in", {"row": 5, "count": 2}, "Insert"),
        ("filter", {"area": f"A2:E{LAST}", "column": 1, "wanted": "Tổ 2"}, "Filter"),
        ("hide", {"row": 4}, "Row height"),
    ],
)
def test_after_a_persons_step_nothing_is_taken_back_and_the_step_is_named(book, step, details, title):
    """LibreOffice's own list is the way; there ours still is."""
    book.apply(results())
    office().ask(step, sheet=SHEET, **details)
    held = by_name(book)

    with pytest.raises(CannotWrite) as refused:
        book.undo()

    assert f"(mà là “{title}" in refused.value.message
    assert by_name(book) == held
    assert office().ask("steps")[1].startswith("Sổ Chi bộ: ")


def test_two_writes_are_taken_back_one_after_the_other(book):
    """Each told by itself."""
    book.apply(results(rows=[3]))
    book.apply(Writes(results(rows=[3, 4]).squares[2:], notes=(Note(Place(SHEET, 3, 1), "Sai ngày"),)))

    first, second = book.undo(), book.undo()

    assert (first, second) == (TakenBack(2, has_notes=True), TakenBack(2))
    assert by_name(book) == {name: old(name) for name in NAMES}


