"""Every host: rows added above a total, the total over them, the formulas filled down; undone where it can be."""

from __future__ import annotations

import pytest

from addin.core.places import Place
from addin.core.writes import RowAppend, Write, Writes
from addin.errors import RefusedWrite
from addin.hosts.live_room import Gap, grown
from tests.hosts.closed.roomy_books import LAST, NAMES, roomy_book
from tests.hosts.contract.hosts import HOSTS

SHEET = "XL 2025"


@pytest.fixture(params=HOSTS)
def open_host(request):
    """How a workbook file becomes an open host."""
    return request.param


@pytest.fixture
def host(open_host, tmp_path):
    with open_host(roomy_book(tmp_path / "so.xlsx")) as opened:
        yield opened


def row(number, name, **options):
    values = ((1, number), (2, name), (4, 30), (5, 60), (6, 1), (9, "HTXSNV"))
    return RowAppend(SHEET, LAST, values, "thử", makes_room=True, **options)


def read(host):
    return next(grid for grid in host.grids() if grid.sheet == SHEET)


def test_rows_come_in_above_the_total(host):
    """In their order, with the merge and the formulas of the row above; a value never replaces a formula."""
    before = read(host)
    host.apply(Writes((Write(Place.at(SHEET, "B9"), "Cộng chung", "thử"),), (row(5, "Vàng Thị Năm"), row(6, "Lò Văn Sáu"))))
    after = read(host)

    assert [after.at(number, 2) for number in range(4, 12)] == [*NAMES, "Vàng Thị Năm", "Lò Văn Sáu", "Tổng cộng", "Cộng chung"]
    assert [after.at(8, column) for column in (1, 4, 5, 9)] == [5, 30, 60, "HTXSNV"]
    assert {(8, column) for column in (6, 7, 8)} | {(9, column) for column in (6, 7, 8)} | {(10, 4), (10, 5), (10, 6)} <= after.formulas
    assert len(after.formulas) == len(before.formulas) + 6
    assert any((area.first_row, area.first_column, area.last_column) == (9, 2, 3) for area in after.merged)


@pytest.mark.parametrize("open_live", HOSTS[1:])
def test_undone_all_is_as_it_was(open_live, tmp_path):
    """Rows, squares, merges and where formulas stand; a closed file is taken back from its backup."""
    with open_live(roomy_book(tmp_path / "so.xlsx")) as host:
        before = host.grids()

        host.apply(Writes((Write(Place.at(SHEET, "B9"), "Cộng chung", "thử"),), (row(5, "Vàng Thị Năm"),)))
        host.undo()

        assert [entered(grid) for grid in host.grids()] == [entered(grid) for grid in before]


def entered(grid):
    """All but results of formulas."""
    values = {
        (number, column): value
        for number, line in enumerate(grid.values, 1)
        for column, value in enumerate(line, 1)
        if value is not None and (number, column) not in grid.formulas
    }
    return grid.sheet, values, grid.formulas, set(grid.merged)


def test_without_leave_to_make_room_it_is_refused(host):
    """And nothing is changed."""
    before = read(host)

    with pytest.raises(RefusedWrite):
        host.apply(Writes(appends=(RowAppend(SHEET, LAST, ((2, "Năm"),), "thử"),)))

    assert read(host).values == before.values


@pytest.mark.parametrize(
    ("formula", "home", "row", "longer"),
    [
        ("=SUM(D4:D7)", SHEET, 8, "=SUM(D4:D9)"),
        ("=SUM($'XL 2025'.$D$4:$D$7)", "Tổng hợp", 1, "=SUM($'XL 2025'.$D$4:$D$9)"),
        ("=SUM('XL 2025'!D4:D7)", "Tổng hợp", 1, "=SUM('XL 2025'!D4:D9)"),
        ("=SUM(D4:D7)", "Tổng hợp", 1, "=SUM(D4:D7)"),
        ("=SUM(F$4:F7)", SHEET, 7, "=SUM(F$4:F7)"),
        ("=RANK(F7,F$4:F$7)", SHEET, 7, "=RANK(F7,F$4:F$9)"),
        ('="D4:D7"&SUM(A7:C7)', SHEET, 9, '="D4:D7"&SUM(A7:C7)'),
        ("=SUM(D7:D7)", SHEET, 8, "=SUM(D7:D9)"),
    ],
)
def test_what_reaches_over_new_rows(formula, home, row, longer):
    """Ranges downwards that ended with the last record, in Excel's writing and in LibreOffice's."""
    assert grown(formula, Gap(SHEET, 7, 2, grows=True), home, row) == longer
