"""A new year's sheet in an open Excel: what comes along with a copy, what goes wrong half way, what stops the undo."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import Write, Writes
from addin.errors import CannotWrite, ChangedMeanwhile, RefusedWrite
from tests.hosts.closed.roomy_books import roomy_book
from tests.hosts.excel_model.sheets import CONTROL
from tests.hosts.memory_engine.changes import sheet_of
from tests.hosts.memory_engine.test_live_room import standing
from tests.hosts.test_year_sheet_live import NEW, OLD, rows

ELSEWHERE = Write(Place.at("Tổng hợp", "C1"), "Xong", "thử")
ARROW, BUTTON = (CONTROL, 2), (CONTROL, 0)


@pytest.fixture
def book(excel, tmp_path):
    return excel.open(roomy_book(tmp_path / "xl.xlsx"))


def names(book):
    return [sheet.name for sheet in book.sheets]


def applied(excel, book, count=2):
    excel.host(book.name).apply(Writes((ELSEWHERE,), rows(count)))


def test_what_hung_on_the_old_sheet_stays_there(excel, book):
    """Charts, buttons, notes; arrows of filters stay on both, names mean the sheet they came with."""
    old = sheet_of(book, OLD)
    old.shapes += [ARROW, BUTTON]
    old.names["_sochibo"] = '="sochibo"'
    front = book.active

    applied(excel, book)

    new = sheet_of(book, NEW)
    assert (len(old.charts), old.shapes, len(old.notes)) == (1, [ARROW, BUTTON], 2)
    assert (new.charts, new.shapes, new.notes, "_sochibo" in new.names) == ([], [ARROW], {}, False)
    assert new.names["Điểm"] == "'XL 2025 (2)'!$F$4:$F$7"
    assert (book.active, names(book)[-1]) == (front, NEW)
    assert excel.app().excel.asked_to_delete == []


def test_rows_filtered_away_are_emptied_and_filled_too(excel, book):
    """Clearing spares what is hidden: all is shown first, on the new sheet alone."""
    sheet_of(book, OLD).filter(1, {1.0}, 4, 7)

    applied(excel, book, 4)

    assert (sheet_of(book, OLD).filtered_rows, sheet_of(book, NEW).filtered_rows) == ({5, 6, 7}, set())
    assert [sheet_of(book, NEW).square(row, 9).value for row in range(4, 8)] == ["HTXSNV"] * 4


@pytest.mark.parametrize(("at", "count"), [((1, 1), 2), ((4, 1), 2), ((4, 4, 9, 5), 6), ((10, 4), 6)])
def test_what_fails_half_way_leaves_no_sheet(excel, book, at, count):
    """While it is emptied, while rows are written, while totals are made longer."""
    before = standing(book)

    def fail(model, target):
        if target.sheet.model.name == NEW and target.corners[: len(at)] == at:
            raise RefusedWrite("giả", "giả")

    book.before_write = fail
    with pytest.raises(RefusedWrite):
        applied(excel, book, count)

    assert standing(book) == before
    assert excel.app().excel.asked_to_delete == []
    with pytest.raises(CannotWrite):
        excel.host(book.name).undo()


def test_a_name_excel_does_not_take_leaves_no_copy(excel, book):
    """A chart sheet may have it."""
    before = standing(book)
    book.taken_names = {NEW}

    with pytest.raises(CannotWrite):
        applied(excel, book)

    assert standing(book) == before


@pytest.mark.parametrize(
    ("work", "named"),
    [
        (lambda book: sheet_of(book, NEW).type_in(5, 12, "HTTNV"), "'XL 2026'!L5"),
        (lambda book: sheet_of(book, NEW).type_in(4, 9, "HTTNV"), "'XL 2026'!I4"),
        (lambda book: sheet_of(book, NEW).notes.update({(4, 2): "Xem lại"}), "sheet «XL 2026»"),
        (lambda book: sheet_of(book, NEW).charts.append(["=SERIES(,,'XL 2026'!$F$4:$F$7,1)"]), "sheet «XL 2026»"),
        (lambda book: sheet_of(book, "Tổng hợp").type_in(9, 1, "='XL 2026'!F8"), "'Tổng hợp'!A9"),
    ],
)
def test_a_persons_work_stops_the_undo(excel, book, work, named):
    """It would go with the sheet."""
    applied(excel, book)
    work(book)
    before = standing(book)

    with pytest.raises(ChangedMeanwhile) as refused:
        excel.host(book.name).undo()

    assert refused.value.message == f"Chưa hoàn tác gì: {named} đã được sửa sau lần ghi của Sổ Chi bộ."
    assert standing(book) == before


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (lambda book: setattr(book, "structure_locked", True), "cấu trúc sổ đang khoá nên không bỏ trang tính được"),
        (lambda book: setattr(sheet_of(book, NEW), "protected", True), "trang tính này đang được bảo vệ"),
    ],
)
def test_a_held_sheet_stops_the_undo(excel, book, spoil, reason):
    """Nothing is taken back then."""
    applied(excel, book)
    spoil(book)

    with pytest.raises(RefusedWrite) as refused:
        excel.host(book.name).undo()

    assert refused.value.message == f"Không ghi vào '{NEW}': {reason}. Chưa có gì thay đổi."
    assert sheet_of(book, "Tổng hợp").square(1, 3).value == "Xong"


def test_a_pattern_changed_since_it_was_read_is_not_copied(excel, book):
    """Where its records lie was told before."""
    host = excel.host(book.name)
    host.grids()
    sheet_of(book, OLD).type_in(8, 2, "Vàng Thị Năm")

    with pytest.raises(ChangedMeanwhile) as refused:
        host.apply(Writes(appends=rows(2)))

    assert refused.value.message == "Sheet «XL 2025» đã đổi sau khi chương trình đọc sổ; chưa ghi gì."
    assert names(book) == [OLD, "Tổng hợp"]
